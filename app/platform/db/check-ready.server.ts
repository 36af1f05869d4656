import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { getDb } from './db.server.ts';

/** Whether the database answers and has had every migration that this process knows. */
export async function isReady(): Promise<boolean> {
  try {
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
