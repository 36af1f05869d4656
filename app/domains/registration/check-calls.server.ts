import { now } from '#app/platform/clock/clock.server.ts';
import { good, note, type Check } from '#app/platform/cli/doctor.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { countCalls } from './call.store.server.ts';

/** How many people wait for a call of who facilitates, and how many for too long: nobody's name. */
export async function checkCalls(db: Db): Promise<Check> {
  const { open, late } = await countCalls(db, now());
  const said = `${open} por llamar, ${late} con el plazo vencido`;
  return late > 0 ? note('llamadas', said) : good('llamadas', said);
}
