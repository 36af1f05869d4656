import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import {
  closeDatabase,
  getDb,
  openKysely,
  openPool,
  useDatabase,
  type Db,
} from '#app/platform/db/db.server.ts';
import { closeQueue, useQueue } from '#app/platform/jobs/enqueue.server.ts';

export const template = 'convite_template';

/** Connection of each role; the name of the database stands as `DATABASE`. */
export type Cluster = Record<'superuser' | 'owner' | 'web' | 'worker', string>;

export type TestDatabase = {
  /** The handle the code under test uses: the web role's, which may not do everything. */
  readonly db: Db;
  /** The owner's handle, to look and prepare where the web role may not. */
  readonly owner: Db;
  url: (role: keyof Cluster) => string;
};

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({
    connectionString: inject('cluster').superuser.replace(/DATABASE$/, 'postgres'),
  });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Gives this test file a database of its own: a copy of the migrated template (`empty`: without any
 * table), dropped at the end. `getDb()`, `inTransaction` and `enqueue` then use it as
 * `convite_web`, as in production.
 */
export function freshDatabase(options: { empty?: boolean } = {}): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = (role: keyof Cluster) => inject('cluster')[role].replace(/DATABASE$/, name);
  let owner: Db | undefined;

  beforeAll(async () => {
    await asSuperuser(
      `create database ${name} owner convite_owner${options.empty ? '' : ` template ${template}`}`,
    );
    useDatabase(url('web'), 24);
    useQueue(url('web'));
    owner = openKysely(openPool(url('owner'), 2));
  });

  afterAll(async () => {
    await closeQueue();
    await closeDatabase();
    await owner?.destroy();
    await asSuperuser(`drop database if exists ${name} with (force)`);
  });

  return {
    get db() {
      return getDb();
    },
    get owner() {
      return owner!;
    },
    url,
  };
}

/** What follows, as the worker does it: with the role that alone may read declarations. */
export async function asWorker<T>(database: TestDatabase, act: () => Promise<T>): Promise<T> {
  await closeDatabase();
  useDatabase(database.url('worker'), 8);
  try {
    return await act();
  } finally {
    await closeDatabase();
    useDatabase(database.url('web'), 24);
  }
}

/** The payloads of the jobs of a name that wait in the queue, oldest first. */
export async function queuedJobs<P>(database: TestDatabase, name: string): Promise<P[]> {
  const client = new pg.Client({ connectionString: database.url('owner') });
  await client.connect();
  try {
    const found = await client.query<{ data: P }>(
      `select data from pgboss.job where name = $1 and state = 'created' order by created_on`,
      [name],
    );
    return found.rows.map((row) => row.data);
  } finally {
    await client.end();
  }
}
