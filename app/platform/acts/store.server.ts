import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/**
 * Claims an act for this transaction; gives what it made when it was done since `since`. Whoever claims
 * the same waits until this transaction ends, and then finds it done, or undone and free.
 */
export async function claimAct(
  tx: Tx,
  key: string,
  at: Date,
  since: Date,
): Promise<{ result: unknown } | null> {
  const claimed = await sql`
    insert into recent_act (key, at)
    values (${key}, ${at})
    on conflict (key) do update
      set at = excluded.at
      where recent_act.at <= ${since}
    returning key
  `.execute(tx);
  if (claimed.rows.length > 0) return null;
  const { rows } = await sql<{ result: unknown }>`
    select result from recent_act where key = ${key} for update
  `.execute(tx);
  return rows[0] ?? null;
}

/** What an act made that was done since a moment; null when none was. */
export async function selectResult(tx: Tx, key: string, since: Date): Promise<unknown> {
  const { rows } = await sql<{ result: unknown }>`
    select result from recent_act where key = ${key} and at > ${since}
  `.execute(tx);
  return rows[0]?.result ?? null;
}

export async function deleteAct(tx: Tx, key: string): Promise<void> {
  await sql`delete from recent_act where key = ${key}`.execute(tx);
}

/** Keeps what the act made (ids, as JSON). */
export async function keepResult(tx: Tx, key: string, result: unknown): Promise<void> {
  await sql`
    update recent_act
    set result = ${JSON.stringify(result ?? null)}::jsonb
    where key = ${key}
  `.execute(tx);
}

/** Forgets acts done before a moment. */
export async function deleteOldActs(db: Db, before: Date): Promise<void> {
  await sql`delete from recent_act where at < ${before}`.execute(db);
}
