import { readdir } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration, type MigrationResultSet } from 'kysely/migration';
import { PgBoss } from 'pg-boss';
import type { DB } from '#db/schema.d.ts';
import { wrong } from '#app/platform/config/config-error.ts';
import type { Queue } from '#app/platform/jobs/define-job.ts';
import { openKysely, openPool } from './db.server.ts';

const folder = new URL('../../../db/migrations/', import.meta.url);

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const entries = await Promise.all(
    files.map(
      async (name) =>
        [
          name.replace(/\.ts$/, ''),
          (await import(new URL(name, folder).href)) as Migration,
        ] as const,
    ),
  );
  return Object.fromEntries(entries);
}

/** Kysely's migrator over our migrations; `db` must be the owner's. */
export function migrator(db: Kysely<DB>): Migrator {
  return new Migrator({ db, provider: { getMigrations: readMigrations } });
}

/** Migrations of this day were never released: a database made with them is a demonstration. */
const isUnreleased = ({ message }: Error) => /^corrupted migrations: .*\b20261101/.test(message);

function throwIfFailed(set: MigrationResultSet): string[] {
  if (set.error) {
    const error = set.error instanceof Error ? set.error : new Error(String(set.error));
    if (!isUnreleased(error)) throw error;
    throw wrong(
      'DATA_DIR / DATABASE_URL',
      'la base de datos es anterior a la primera versión y es una demostración: borra .data y empieza de nuevo',
      'the database is older than the first release and is a demonstration: delete .data and start again',
    );
  }
  return (set.results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName);
}

/** Five tries within some minutes; or one about every ten minutes for two days, each at a moment of its own. */
const tries = {
  minutes: { retryLimit: 5, retryDelayMax: 300 },
  days: { retryLimit: 300, retryDelayMax: 600 },
};

/** What a killed worker had in hand is taken up again a minute after its last heartbeat. */
const queueOptions = {
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 300,
  heartbeatSeconds: 60,
  retentionSeconds: 30 * 86_400,
};

/**
 * Brings the database at this URL (the owner's) up to date: our tables, the queue's own, its queues,
 * and what each role may do. Returns the names of the migrations that were run.
 */
export async function migrateDatabase(ownerUrl: string, queues: Queue[]): Promise<string[]> {
  const db = openKysely(openPool(ownerUrl, 2, 0));
  try {
    const done = throwIfFailed(await migrator(db).migrateToLatest());
    const boss = new PgBoss({
      connectionString: ownerUrl,
      max: 2,
      supervise: false,
      schedule: false,
    });
    boss.on('error', () => undefined);
    await boss.start();
    for (const { name, patience } of queues) {
      const options = { ...queueOptions, ...tries[patience] };
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
    await boss.stop({ graceful: false });
    await sql
      .raw(
        `
      do $$ begin
        grant select on kysely_migration to convite_web, convite_worker;
        grant usage on schema pgboss to convite_web, convite_worker;
        grant select, insert, update, delete on all tables in schema pgboss to convite_web, convite_worker;
        grant execute on all functions in schema pgboss to convite_web, convite_worker;
        grant usage on all sequences in schema pgboss to convite_web, convite_worker;
      exception when undefined_object then null;
      end $$`,
      )
      .execute(db);
    return done;
  } finally {
    await db.destroy();
  }
}
