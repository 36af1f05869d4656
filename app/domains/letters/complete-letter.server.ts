import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { notFound } from '#app/kernel/errors.ts';
import { readCode } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { codeKey } from './letter-code.server.ts';
import { holdsCode } from './policy.ts';
import { dueOf, mayComplete, pausedBy } from './rules.ts';
import { insertStep, lockLetter, updateLetter } from './store.server.ts';
import type { Letter } from './types.ts';

/** Who wrote adds what they were asked for, by the code: the clock goes on. */
export async function completeLetter(
  actor: Actor | null,
  given: string | undefined,
  body: string,
): Promise<void> {
  authorize(holdsCode);
  const code = readCode(given);
  await inTransaction(async (tx) => {
    const letter = code ? await lockLetter(tx, { codeKey: codeKey(code) }) : null;
    if (!letter) throw notFound('letter_not_found');
    await writeReply(tx, actor ?? visitorActor, letter, body);
  });
}

/** The same within a transaction that holds the letter: the days that the clock stood are added to its term. */
export async function writeReply(
  tx: Tx,
  actor: Actor,
  letter: Letter,
  body: string,
): Promise<void> {
  authorize(mayComplete(letter));
  const at = now();
  const pausedDays = letter.pausedDays + pausedBy(letter, at);
  const dueAt = dueOf({ ...letter, pausedDays });
  await updateLetter(tx, letter.id, {
    state: letter.handlerId ? 'en_tramite' : 'recibida',
    pausedDays,
    dueAt,
  });
  await insertStep(tx, { letterId: letter.id, kind: 'completada', body, dueAt, by: null, at });
  await recordAudit(tx, actor, {
    action: 'letters.letter-completed',
    subjectKind: 'letter',
    subjectId: letter.id,
    data: { pausedDays },
  });
}
