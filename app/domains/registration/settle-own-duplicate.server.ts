import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { lockByCode } from './lock-by-code.server.ts';
import { listDuplicatesOf } from './list-duplicates.server.ts';
import { mayChangeRegistration } from './rules.ts';
import { settlePair, type Outcome } from './settle-duplicate.server.ts';

/**
 * A person says whether another registration of the same meeting is theirs too: only one with the
 * address whose mailbox they proved. A contact that was merely typed proves nothing.
 */
export async function settleOwnDuplicate(
  actor: Actor | null,
  code: string,
  { otherId, outcome, mailKey }: { otherId: string; outcome: Outcome; mailKey: string | null },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration, meeting } = await lockByCode(tx, code);
    authorize(mayChangeRegistration(meeting, registration.state, now()));
    const other = (await listDuplicatesOf(tx, registration.id, mailKey)).find(
      (pair) => pair.otherId === otherId && pair.sameContact,
    );
    if (!other) throw conflict('duplicate_settled');
    await settlePair(tx, actor ?? visitorActor, meeting, [registration.id, otherId], outcome);
  });
}
