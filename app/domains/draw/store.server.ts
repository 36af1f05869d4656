import { sql, type NotNull } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { DrandRound } from './drand.ts';
import type { Commitment } from './source.ts';
import type { Draw, DrawQuota, DrawState } from './types.ts';
import { selectShares } from './share.store.server.ts';
import { type Entry } from './entry.store.server.ts';

type Row = Omit<Draw, 'quotas' | 'shares'> & { quotas: DrawQuota[] };

/** Everything of a draw but the lottery itself. */
const columns = sql`
  d.id, d.meeting_id as "meetingId", d.state, d.size, d.people, d.types, d.yielded, d.failed,
  d.prepared_at as "preparedAt", d.lottery_sha256 as "lotterySha256", d.panels,
  d.smallest, d.rounding, d.committed_at as "committedAt", d.source,
  d.source_at as "sourceAt", d.shares_until as "sharesUntil", d.reveal_until as "revealUntil",
  d.source_proof as "sourceProof", d.seed_text as "seedText", d.seed,
  d.position, d.panel, d.waiting, d.drawn_at as "drawnAt",
  coalesce(
    (
      select json_agg(
        json_build_object(
          'variable', q.variable, 'value', q.value, 'min', q.min, 'max', q.max
        ) order by q.variable,
        q.value
      )
      from draw_quota q
      where q.draw_id = d.id
    ),
    '[]'
  ) as quotas
`;

/** The draw of a meeting, or by its own id; null when there is none. */
export async function selectDraw(
  db: Db,
  by: { meetingId: string } | { id: string },
): Promise<Draw | null> {
  const where = 'id' in by ? sql`d.id = ${by.id}::uuid` : sql`d.meeting_id = ${by.meetingId}::uuid`;
  const { rows } = await sql<Row>`select ${columns} from draw d where ${where}`.execute(db);
  return rows[0] ? { ...rows[0], shares: await selectShares(db, rows[0].id) } : null;
}

/**
 * The same, held until the transaction ends. The caller holds the meeting's lock, or takes no
 * other.
 */
export async function lockDraw(
  tx: Tx,
  by: { meetingId: string } | { id: string },
): Promise<Draw | null> {
  const where = 'id' in by ? sql`id = ${by.id}::uuid` : sql`meeting_id = ${by.meetingId}::uuid`;
  await sql`select 1 from draw where ${where} for update`.execute(tx);
  return await selectDraw(tx, by);
}

/** Draws of meetings to which people of the Circle add secrets, while they may. */
export async function selectOpenDraws(
  db: Db,
  now: Date,
): Promise<{ meetingId: string; title: string; sharesUntil: Date; revealUntil: Date }[]> {
  return await db
    .selectFrom('draw as d')
    .innerJoin('meeting as m', 'm.id', 'd.meeting_id')
    .select([
      'm.id as meetingId',
      'm.title',
      'd.shares_until as sharesUntil',
      'd.reveal_until as revealUntil',
    ])
    .where('d.state', '=', 'comprometida')
    .where('d.reveal_until', '>', now)
    .where('m.state', '=', 'publicado')
    .where('m.allotted_at', 'is', null)
    .orderBy('d.shares_until')
    .$narrowType<{ sharesUntil: NotNull; revealUntil: NotNull }>()
    .execute();
}

/**
 * Writes a draw anew with who takes part; the earlier one of the meeting, which nobody committed
 * to, goes.
 */
export async function replaceDraw(
  tx: Tx,
  draw: {
    id: string;
    meetingId: string;
    size: number;
    preparedBy: string | null;
    at: Date;
    quotas: DrawQuota[];
    entries: Entry[];
  },
): Promise<void> {
  await tx.deleteFrom('draw').where('meeting_id', '=', draw.meetingId).execute();
  await tx
    .insertInto('draw')
    .values({
      id: draw.id,
      meeting_id: draw.meetingId,
      state: 'preparada',
      size: draw.size,
      people: draw.entries.length,
      prepared_by: draw.preparedBy,
      prepared_at: draw.at,
    })
    .execute();
  if (draw.quotas.length > 0)
    await tx
      .insertInto('draw_quota')
      .values(draw.quotas.map((quota) => ({ draw_id: draw.id, ...quota })))
      .execute();
  const given = JSON.stringify(draw.entries);
  await sql`
    insert into draw_entry (registration_id, draw_id, pseudonym, token)
    select g."registrationId", ${draw.id}::uuid, g.pseudonym, g.token
    from jsonb_to_recordset(${given}::jsonb) as g("registrationId" uuid, pseudonym text, token text)
  `.execute(tx);
  await sql`
    insert into draw_token (draw_id, token)
    select draw_id, token
    from draw_entry
    where draw_id = ${draw.id}::uuid
  `.execute(tx);
}

/** Moves a draw on; what is left out stays. A lease ends with each step. */
export async function moveDraw(
  tx: Tx,
  id: string,
  state: DrawState,
  more: { failed?: boolean } = {},
): Promise<void> {
  await tx
    .updateTable('draw')
    .set({
      state,
      lease_by: null,
      lease_until: null,
      failed: more.failed ?? false,
    })
    .where('id', '=', id)
    .execute();
}

export type ProvenLottery = {
  text: string;
  sha256: string;
  panels: number;
  smallest: number;
  rounding: number;
  types: number;
  yielded: Draw['yielded'];
};

export async function writeLottery(tx: Tx, drawId: string, lottery: ProvenLottery): Promise<void> {
  await tx
    .updateTable('draw')
    .set({
      state: 'lista',
      lottery: lottery.text,
      lottery_sha256: lottery.sha256,
      panels: lottery.panels,
      smallest: lottery.smallest,
      rounding: lottery.rounding,
      types: lottery.types,
      yielded: JSON.stringify(lottery.yielded),
      lease_by: null,
      lease_until: null,
      failed: false,
    })
    .where('id', '=', drawId)
    .execute();
}

export async function selectLottery(db: Db, drawId: string): Promise<string | null> {
  return (
    (await db.selectFrom('draw').select('lottery').where('id', '=', drawId).executeTakeFirst())
      ?.lottery ?? null
  );
}

// The commitment and the draw.

export async function writeCommitment(
  tx: Tx,
  drawId: string,
  commitment: Commitment & { by: string | null; now: Date },
): Promise<void> {
  await tx
    .updateTable('draw')
    .set({
      state: 'comprometida',
      source: JSON.stringify(commitment.source),
      source_at: commitment.at,
      shares_until: commitment.sharesUntil,
      reveal_until: commitment.revealUntil,
      committed_by: commitment.by,
      committed_at: commitment.now,
    })
    .where('id', '=', drawId)
    .execute();
}

export async function writeDraw(
  tx: Tx,
  drawId: string,
  drawn: {
    proof: DrandRound | null;
    seedText: string;
    seed: string;
    position: number;
    panel: string[];
    waiting: string[];
    by: string | null;
    at: Date;
  },
): Promise<void> {
  await tx
    .updateTable('draw')
    .set({
      state: 'sorteada',
      source_proof: drawn.proof && JSON.stringify(drawn.proof),
      seed_text: drawn.seedText,
      seed: drawn.seed,
      position: drawn.position,
      panel: drawn.panel,
      waiting: drawn.waiting,
      drawn_by: drawn.by,
      drawn_at: drawn.at,
    })
    .where('id', '=', drawId)
    .execute();
}
