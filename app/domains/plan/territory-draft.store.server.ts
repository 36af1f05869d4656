import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { TerritoryDraft } from './compose-territory.ts';

/** What somebody brought and has not saved; there is one at most. */
export async function selectTerritoryDraft(db: Db): Promise<TerritoryDraft | null> {
  const row = await db.selectFrom('territory_draft').select('content').executeTakeFirst();
  return (row?.content as TerritoryDraft | undefined) ?? null;
}

export async function upsertTerritoryDraft(tx: Tx, draft: TerritoryDraft, at: Date): Promise<void> {
  const row = { content: JSON.stringify(draft), kept_at: at };
  await tx
    .insertInto('territory_draft')
    .values(row)
    .onConflict((oc) => oc.column('only_one').doUpdateSet(row))
    .execute();
}

export async function deleteTerritoryDraft(tx: Tx): Promise<void> {
  await tx.deleteFrom('territory_draft').execute();
}
