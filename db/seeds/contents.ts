import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import { getPool, openKysely, openPool, type Db } from '#app/platform/db/db.server.ts';

/** What fills a database: `seeding` while it goes on, so that one that was killed is known. */
export type Contents = 'seeding' | 'demo' | 'bench';

/** What fills this database; null when nothing of ours does. */
export async function readContents(db: Db): Promise<Contents | null> {
  const row = await db
    .selectFrom('app_state')
    .select('value')
    .where('key', '=', 'contents')
    .executeTakeFirst();
  return (row?.value as Contents | undefined) ?? null;
}

export async function writeContents(db: Db, contents: Contents): Promise<void> {
  await db
    .insertInto('app_state')
    .values({ key: 'contents', value: contents })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value: contents }))
    .execute();
}

/** Whether anybody or anything is in the database. */
export async function holdsRows(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`
    select exists (select from person)
      or exists (select from plan)
      or exists (select from audit_entry) as found
  `.execute(db);
  return first(rows).found;
}

/** What the migrations fill, or what outlives a seeding. */
const kept = [
  'kysely_migration',
  'kysely_migration_lock',
  'app_clock',
  'app_state',
  'city',
  'triage_reason',
  'answer_option',
];

/** Empties what a seeding that was killed had made, and the jobs that it queued. */
export async function emptyTables(db: Db): Promise<void> {
  const tables = (await db.introspection.getTables()).filter(
    (table) => table.schema === 'public' && !table.isView && !kept.includes(table.name),
  );
  await sql`
    truncate ${sql.join(tables.map((table) => sql.table(table.name)))} restart identity cascade
  `.execute(db);
  await sql`truncate declared.declaration`.execute(db);
  await dropJobs(db);
}

/** Forgets every job that waits: what a seeding queued is either done or not to be done again. */
export async function dropJobs(db: Db): Promise<void> {
  await sql`delete from pgboss.job`.execute(db);
}

/** One connection of the owner, held by one seeding at a time; others wait their turn. */
export async function asOnlySeeder<T>(
  ownerUrl: string,
  seed: (owner: Db) => Promise<T>,
): Promise<T> {
  const owner = openKysely(openPool(ownerUrl, 1, 0));
  try {
    return await owner.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(hashtext('convite.seed'))`.execute(connection);
      return await seed(connection);
    });
  } finally {
    await owner.destroy();
  }
}

/**
 * Runs without waiting for the disk at each commit. Nothing is lost by it: a seeding counts only
 * once its last write, which does wait, is safe, and with it everything before.
 */
export async function withoutWaitingForDisk(run: () => Promise<void>): Promise<void> {
  await onEachConnection('set synchronous_commit to off');
  try {
    await run();
  } finally {
    await onEachConnection('reset synchronous_commit');
  }
}

async function onEachConnection(statement: string): Promise<void> {
  const pool = getPool();
  const clients = await Promise.all(
    Array.from({ length: pool.options.max }, async () => await pool.connect()),
  );
  for (const client of clients) {
    await client.query(statement);
    client.release();
  }
}
