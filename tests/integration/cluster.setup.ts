import { rmSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#app/platform/db/embedded.server.ts';
import { migrateDatabase } from '#app/platform/db/migrate.server.ts';
import type { Job, Queue } from '#app/platform/jobs/define-job.ts';
import { bogota } from '#tests/bogota.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { template, type Cluster } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

/** The queues of all jobs: what each `jobs.ts` exports. */
async function allQueues(): Promise<Queue[]> {
  const queues: Queue[] = [];
  for await (const file of glob('app/**/jobs.ts')) {
    const jobs = Object.values(
      (await import(new URL(`../../${file}`, import.meta.url).href)) as Record<string, unknown>,
    );
    queues.push(
      ...jobs.filter(
        (job): job is Job<unknown> =>
          typeof (job as Job<unknown>)?.name === 'string' && 'payload' in (job as object),
      ),
    );
  }
  return queues;
}

/** The city that the tests speak of, open: processes that a test starts read it from their database. */
async function nameCity(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('update city set name = $1, time_zone = $2, country = $3, opened_at = $4', [
    bogota.name,
    bogota.timeZone,
    bogota.country,
    bogota.openedAt,
  ]);
  await client.end();
}

/**
 * One PostgreSQL a run, without durability, with a migrated database that each test file copies.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder('test');
  const cluster = await startEmbedded(folder, { fast: true });
  const teardown = async () => {
    await cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const admin = new pg.Client({ connectionString: cluster.url('superuser', 'postgres') });
    await admin.connect();
    await admin.query(`create database ${template} owner convite_owner`);
    await admin.end();
    await migrateDatabase(cluster.url('owner', template), await allQueues());
    await nameCity(cluster.url('owner', template));
    const at = (role: Parameters<typeof cluster.url>[0]) => cluster.url(role, 'DATABASE');
    project.provide('cluster', {
      superuser: at('superuser'),
      owner: at('owner'),
      web: at('web'),
      worker: at('worker'),
    });
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}
