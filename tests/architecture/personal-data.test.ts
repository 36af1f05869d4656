import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { personalDataTables } from '#app/subjects.server.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();

/**
 * Tables with a column that names a person: by a foreign key, or by its name where there is none.
 */
async function tablesWithPeople(): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select conrelid::regclass::text as name
    from pg_constraint
    where contype = 'f' and confrelid = 'person'::regclass
    union
    select table_name
    from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public'
      and table_type = 'BASE TABLE'
      and (
        column_name in (
          'person_id', 'actor_id', 'author_id', 'recipient', 'email', 'moderator_id', 'member_id'
        )
      )
    order by 1
  `.execute(database.owner);
  return found.rows.map((row) => row.name);
}

describe('personal data', () => {
  it('of every table that names a person is collected and erased by a slice', async () => {
    const registered = new Set(personalDataTables);
    expect((await tablesWithPeople()).filter((table) => !registered.has(table))).toEqual([]);
  });

  it('is registered for tables that exist', async () => {
    const tables = (await database.owner.introspection.getTables()).map((table) => table.name);
    expect(personalDataTables.filter((table) => !tables.includes(table))).toEqual([]);
  });
});
