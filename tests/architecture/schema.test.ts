import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { generateSchema } from '#app/platform/db/describe-schema.server.ts';
import { openKysely, openPool } from '#app/platform/db/db.server.ts';
import { migrateDatabase, migrator } from '#app/platform/db/migrate.server.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { textOf } from './source-files.ts';

describe('db/schema.d.ts', () => {
  const database = freshDatabase();

  it('is what the migrations make (npm run convite -- schema writes it)', async () => {
    expect(textOf('db/schema.d.ts')).toBe(await generateSchema(database.url('owner')));
  });
});

describe('migrations', () => {
  const database = freshDatabase({ empty: true });

  it('go up, all the way down, and up again to the same tables', async () => {
    const url = database.url('owner');
    const names = await migrateDatabase(url, []);
    expect(names.length).toBeGreaterThan(0);
    const first = await generateSchema(url);

    const db = openKysely(openPool(url, 2, 0));
    try {
      for (let step = 0; step < names.length; step += 1) {
        const { error } = await migrator(db).migrateDown();
        expect(error).toBeUndefined();
      }
      const left = (await db.introspection.getTables())
        .filter((table) => table.schema === 'public')
        .map((table) => table.name);
      expect(left).toEqual([]);
    } finally {
      await db.destroy();
    }

    expect(await migrateDatabase(url, [])).toEqual(names);
    expect(await generateSchema(url)).toBe(first);
    expect(await migrateDatabase(url, [])).toEqual([]);
  });

  it('say in one line what to do with a database older than the first release', async () => {
    await sql`
      insert into kysely_migration (name, timestamp)
      values ('20261101000000_foundation', '2026-11-01T00:00:00.000Z')
    `.execute(database.owner);
    await expect(migrateDatabase(database.url('owner'), [])).rejects.toThrow(
      /^DATA_DIR .*borra \.data.* \/ .*delete \.data.*$/,
    );
  });
});
