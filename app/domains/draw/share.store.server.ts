import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { DrawShare, ShareSector } from './types.ts';

/** The shares of a draw in the order in which they make the seed: by their hashes. */
export async function selectShares(db: Db, drawId: string): Promise<DrawShare[]> {
  const rows = await db
    .selectFrom('draw_share')
    .select([
      'id',
      'name',
      'person_id as personId',
      'sector',
      'commitment',
      'committed_at as committedAt',
      'secret',
      'revealed_at as revealedAt',
    ])
    .where('draw_id', '=', drawId)
    .orderBy('commitment')
    .execute();
  return rows;
}

/** What somebody of the Circle added to seeds. */
export async function selectSharesOf(
  db: Db,
  personId: string,
): Promise<{ title: string; commitment: string; committedAt: Date; revealedAt: Date | null }[]> {
  return await db
    .selectFrom('draw_share as s')
    .innerJoin('draw as d', 'd.id', 's.draw_id')
    .innerJoin('meeting as m', 'm.id', 'd.meeting_id')
    .select([
      'm.title',
      's.commitment',
      's.committed_at as committedAt',
      's.revealed_at as revealedAt',
    ])
    .where('s.person_id', '=', personId)
    .orderBy('s.committed_at')
    .execute();
}

/** Keeps the hash of a secret; one that was given before is changed. */
export async function upsertShare(
  tx: Tx,
  share: {
    id: string;
    drawId: string;
    personId: string;
    name: string;
    sector: ShareSector;
    commitment: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('draw_share')
    .values({
      id: share.id,
      draw_id: share.drawId,
      person_id: share.personId,
      name: share.name,
      sector: share.sector,
      commitment: share.commitment,
      committed_at: share.at,
    })
    .onConflict((oc) =>
      oc.constraint('draw_share_once').doUpdateSet({
        sector: share.sector,
        commitment: share.commitment,
        committed_at: share.at,
      }),
    )
    .execute();
}

export async function revealShare(tx: Tx, id: string, secret: string, at: Date): Promise<void> {
  await tx
    .updateTable('draw_share')
    .set({ secret, revealed_at: at })
    .where('id', '=', id)
    .execute();
}
