import { getDb } from '#app/platform/db/db.server.ts';

/** How far the demonstration's time was moved, in milliseconds. */
export async function readClockOffset(): Promise<number> {
  const row = await getDb().selectFrom('app_clock').select('offset_ms').executeTakeFirst();
  return Number(row?.offset_ms ?? 0);
}

/** Moves the demonstration's time; every process follows within seconds. */
export async function writeClockOffset(milliseconds: number): Promise<void> {
  await getDb().updateTable('app_clock').set({ offset_ms: milliseconds }).execute();
}
