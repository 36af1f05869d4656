import pg from 'pg';
import { config } from '#app/platform/config/config.server.ts';
import { startEmbedded } from '#app/platform/db/embedded.server.ts';
import { prepareDatabase } from '#app/prepare.server.ts';
import { aloneDatabases } from './alone.ts';
import { emptyDatabase } from './second-city.ts';

/**
 * Run before the app of the journeys: seeds the demonstration in its data folder, copies it for what
 * must be alone, and makes a database in which nothing is yet.
 */

const embedded = await startEmbedded(config().dataDir, { fast: true });
try {
  await prepareDatabase(embedded.url('owner'), embedded.url('web'), true, () => undefined);
  const admin = new pg.Client({ connectionString: embedded.url('superuser', 'postgres') });
  await admin.connect();
  for (const name of aloneDatabases)
    await admin.query(`create database ${name} template convite owner convite_owner`);
  await admin.query(`create database ${emptyDatabase} owner convite_owner`);
  // Nothing of a journey has to outlive the machine.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await admin.query(`alter system set ${setting} = off`);
  await admin.end();
  const empty = [embedded.url('owner', emptyDatabase), embedded.url('web', emptyDatabase)] as const;
  await prepareDatabase(...empty, false, () => undefined);
} finally {
  await embedded.stop();
}
