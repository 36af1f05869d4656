import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { config } from '#app/platform/config/config.server.ts';
import { isNearlyFull } from '#app/platform/config/data-folder.server.ts';
import { getDb, getPool } from './db.server.ts';

/**
 * Whether people can read and write: the database answers, takes writes, has had every migration that this process
 * knows, and its disk is not full, where that disk is ours.
 */
export async function isReady(): Promise<boolean> {
  const { embedded, dataDir } = config();
  try {
    if (embedded && isNearlyFull(dataDir)) return false;
    const { rows } = await sql<{ reads_only: boolean }>`
      select current_setting('transaction_read_only') = 'on' as reads_only
    `.execute(getDb());
    if (rows[0]?.reads_only !== false) {
      // Perhaps another one writes by now.
      getPool().leaveServer();
      return false;
    }
    const known = (await readdir(new URL('../../../db/migrations/', import.meta.url)))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.slice(0, -3));
    const done = await sql<{ name: string }>`select name from kysely_migration`.execute(getDb());
    const names = new Set(done.rows.map((row) => row.name));
    return known.every((name) => names.has(name));
  } catch {
    return false;
  }
}
