import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { codeKey, codeOfLetter } from './letter-code.server.ts';
import { mayWrite } from './policy.ts';
import { dueOf } from './rules.ts';
import type { LetterInput } from './schema.ts';
import { countFrom, insertLetter, insertStep, takeNumber } from './store.server.ts';
import { tellWriter } from './tell-writer.server.ts';
import type { Letter } from './types.ts';

/** How many receipts an hour go to one address: nobody is flooded in the name of this site. */
const receiptsAnHour = 3;

/**
 * Keeps a letter to who runs the platform, with its number and its term, and acknowledges it. With an
 * account it is one's own when it gives the account's address: who writes for another gives theirs.
 */
export async function sendLetter(
  actor: Actor | null,
  input: LetterInput,
  locale: Locale,
): Promise<{ code: string }> {
  authorize(mayWrite);
  const who = actor ?? visitorActor;
  const { id } = await actOnce(who, { act: 'letters.send', content: input }, async (tx) => {
    const letter = await keepLetter(tx, actor, input, locale);
    await recordAudit(tx, who, {
      action: 'letters.letter-sent',
      subjectKind: 'letter',
      subjectId: letter.id,
      data: { kind: letter.kind, claim: letter.claim },
    });
    return { id: letter.id };
  });
  return { code: codeOfLetter(id) };
}

async function keepLetter(
  tx: Tx,
  actor: Actor | null,
  input: LetterInput,
  locale: Locale,
): Promise<Letter> {
  const at = now();
  const year = Number(civilDay(at).slice(0, 4));
  const id = newId();
  const letter: Letter = {
    ...input,
    id,
    year,
    number: await takeNumber(tx, year),
    personId: actor?.emailVerified && input.email === actor.email ? actor.personId : null,
    lang: locale,
    state: 'recibida',
    sentAt: at,
    dueAt: dueOf({ ...input, sentAt: at, extendedAt: null, pausedDays: 0 }),
    extendedAt: null,
    askedAt: null,
    replyUntil: null,
    pausedDays: 0,
    handlerId: null,
    handler: null,
    settledAt: null,
    mailReturnedAt: null,
    erasedAt: null,
  };
  await insertLetter(tx, { ...letter, codeKey: codeKey(codeOfLetter(id)) });
  await insertStep(tx, {
    letterId: id,
    kind: 'recibida',
    body: '',
    dueAt: letter.dueAt,
    by: null,
    at,
  });
  if (!(await isFlooded(tx, letter.email, at))) await tellWriter(tx, letter, 'recibida');
  return letter;
}

async function isFlooded(tx: Tx, email: string | null, at: Date): Promise<boolean> {
  if (email === null || !config().limits) return false;
  return (await countFrom(tx, email, new Date(at.getTime() - 3_600_000))) > receiptsAnHour;
}
