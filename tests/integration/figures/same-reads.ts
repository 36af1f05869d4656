import { sql } from 'kysely';
import { expect } from 'vitest';
import { getFigures, getGoalProgress } from '#app/domains/figures/get-figures.server.ts';
import { listScopes } from '#app/domains/figures/list-scopes.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { TestDatabase } from '#tests/integration/database.ts';

/** So many are written by one statement, which has its time. */
const most = 50_000;

/**
 * What the public page reads does not grow with the declarations, and none of it is theirs:
 * PostgreSQL's own count of rows, of the page's own queries.
 */
export async function expectSameReads(
  database: TestDatabase,
  meetingId: string,
  more: number,
): Promise<void> {
  // The connection's counters go on from transaction to transaction: what the page adds is what it
  // read.
  const counters = async (tx: Tx) =>
    (
      await sql<{ name: string; rows: number }>`
        select schemaname || '.' || relname as name,
          (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows
        from pg_stat_xact_user_tables
        order by 1
      `.execute(tx)
    ).rows;
  const reads = async () =>
    await database.db.transaction().execute(async (tx) => {
      const earlier = new Map((await counters(tx)).map(({ name, rows }) => [name, rows]));
      await getFigures(tx, 'talleres');
      await listScopes(tx);
      await getGoalProgress(tx);
      return (await counters(tx))
        .map(({ name, rows }) => ({ name, rows: rows - (earlier.get(name) ?? 0) }))
        .filter(({ rows }) => rows > 0);
    });
  const before = await reads();
  expect(before.some(({ name }) => name === 'public.published_table')).toBe(true);
  for (let left = more; left > 0; left -= most)
    await sql`
      insert into declared.declaration
      select gen_random_uuid(), ${meetingId}::uuid, now(), '2026-01-01',
        '{"genero": "mujer", "canal": "web"}'
      from generate_series(1, ${Math.min(left, most)})
    `.execute(database.owner);
  expect(await reads()).toEqual(before);
  expect(before.filter(({ name }) => name.startsWith('declared.'))).toEqual([]);
  await expect(
    sql`select count(*) from declared.declaration`.execute(database.db),
  ).rejects.toMatchObject({ code: '42501' });
}
