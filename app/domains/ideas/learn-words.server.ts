import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { replaceWords } from './word.store.server.ts';

const hour = 3_600_000;
let learnt = -Infinity;

/** Takes the words of published ideas anew, once an hour. */
export async function learnWords(): Promise<void> {
  if (Math.abs(now().getTime() - learnt) < hour) return;
  await inTransaction(replaceWords);
  learnt = now().getTime();
}
