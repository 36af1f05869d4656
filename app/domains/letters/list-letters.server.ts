import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Db } from '#app/platform/db/db.server.ts';
import type { Clock } from '#app/domains/moderation/types.ts';
import { countCalls, selectOpenCalls, type OpenCall } from './call.store.server.ts';
import { clockOf } from './get-letter.server.ts';
import { canHandleLetters } from './policy.ts';
import { numberOf } from './rules.ts';
import { countOpen, selectOpen, selectSettled } from './store.server.ts';
import type { LetterLine } from './types.ts';

/** How many a list holds. */
const most = 100;

export type DeskLine = LetterLine & { label: string; clock: Clock | null };
export type LetterCounts = { open: number; late: number; calls: number; lateCalls: number };

/** How many letters and calls wait, and how many are late. */
export async function countLetters(db: Db): Promise<LetterCounts> {
  const at = now();
  const [letters, calls] = await Promise.all([countOpen(db, at), countCalls(db, at)]);
  return { ...letters, calls: calls.open, lateCalls: calls.late };
}

/** The letters that wait, what is late or due first at the top; or those that are done. They name nobody. */
export async function listDesk(
  db: Db,
  actor: Actor,
  view: 'abiertas' | 'terminadas',
): Promise<DeskLine[]> {
  authorize(canHandleLetters(actor));
  const at = now();
  const lines = view === 'abiertas' ? await selectOpen(db, most) : await selectSettled(db, most);
  return lines.map((line) => ({ ...line, label: numberOf(line), clock: clockOf(line, at) }));
}

/** Whom to call about their letter. Reading it leaves an audit row: it holds names and telephones. */
export async function listCalls(actor: Actor): Promise<(OpenCall & { label: string })[]> {
  authorize(canHandleLetters(actor));
  return await inTransaction(async (tx) => {
    const calls = await selectOpenCalls(tx, most);
    for (const { letterId } of calls)
      await recordAudit(tx, actor, {
        action: 'letters.call-read',
        subjectKind: 'letter',
        subjectId: letterId,
      });
    return calls.map((call) => ({ ...call, label: numberOf(call) }));
  });
}
