import { sql } from 'kysely';
import { expect } from 'vitest';
import type { TestDatabase } from '#tests/integration/database.ts';

/** What the public page reads of a plan does not grow with the declarations; and its role has no way to them. */
export async function expectSameReads(database: TestDatabase, of: { planId: string; meetingId: string }, more: number): Promise<void> {
  const reads = async () => {
    const { rows } = await sql<{ 'QUERY PLAN': { Plan: object }[] }>`
      explain (analyze, format json) select t.id, (select jsonb_agg(c.people) from published_cell c where c.table_id = t.id) from published_table t where t.plan_id = ${of.planId}::uuid and t.scope = 'talleres' and t.is_current`.execute(database.db);
    return JSON.stringify(rows).match(/"Actual Rows":\s*[\d.]+/g);
  };
  const before = await reads();
  await sql`alter table declared.declaration disable trigger declaration_recount`.execute(database.owner);
  await sql`insert into declared.declaration select gen_random_uuid(), ${of.meetingId}::uuid, now(), '2026-01-01', '{"genero": "mujer", "canal": "web"}' from generate_series(1, ${more})`.execute(database.owner);
  await sql`alter table declared.declaration enable trigger declaration_recount`.execute(database.owner);
  expect(await reads()).toEqual(before);
  await expect(sql`select count(*) from declared.declaration`.execute(database.db)).rejects.toMatchObject({ code: '42501' });
}
