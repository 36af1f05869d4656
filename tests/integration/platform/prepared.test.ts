import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openKysely, openPool } from '#app/platform/db/db.server.ts';
import { listIdeas } from '#app/domains/ideas/list-ideas.server.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const test = freshDatabase();

it('plans a page of the list once, not at every request', async () => {
  const db = openKysely(openPool(test.url('web'), 1));
  try {
    for (const limit of [20, 5, 20, 20])
      await listIdeas(db, { order: 'recientes' }, { seed: 0, limit });
    const { rows } = await sql<{ generic: number; custom: number }>`
      select generic_plans::int as generic, custom_plans::int as custom
      from pg_prepared_statements
      where statement like '%join idea_stats%' and statement not like '%pg_prepared%'
    `.execute(db);
    expect(rows).toEqual([{ generic: 4, custom: 0 }]);
  } finally {
    await db.destroy();
  }
});

it('sends what cannot be prepared as it is', async () => {
  const db = openKysely(openPool(test.url('web'), 1));
  try {
    await sql
      .raw(
        "select set_config('prueba.una', 'sí', false); select set_config('prueba.otra', 'también', false)",
      )
      .execute(db);
    const { rows } = await sql`
      select current_setting('prueba.una') as una, current_setting('prueba.otra') as otra
    `.execute(db);
    expect(rows).toEqual([{ una: 'sí', otra: 'también' }]);
  } finally {
    await db.destroy();
  }
});
