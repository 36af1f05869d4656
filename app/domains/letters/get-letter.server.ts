import { notFound } from '#app/kernel/errors.ts';
import { isId, readCode } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Db } from '#app/platform/db/db.server.ts';
import { clockAt } from '#app/domains/moderation/rules.ts';
import type { Clock } from '#app/domains/moderation/types.ts';
import { codeKey } from './letter-code.server.ts';
import { canHandleLetters } from './policy.ts';
import {
  isSettled,
  isStopped,
  mayAsk,
  mayChangeKind,
  mayExtend,
  mayTake,
  numberOf,
} from './rules.ts';
import { selectLetter, selectOwn, selectSteps } from './store.server.ts';
import { pathOfLetter } from './tell-writer.server.ts';
import type { Letter, LetterFacts, LetterKind, LetterState, Step } from './types.ts';

/** How the term of a letter stands; of one that was settled, nothing runs. */
export function clockOf(letter: LetterFacts, at: Date): Clock | null {
  return isSettled(letter) ? null : clockAt(letter.dueAt, at, isStopped(letter));
}

/** A letter as who wrote it sees it by its code: neither contacts nor who answers. */
export type OwnLetter = Pick<
  Letter,
  'kind' | 'claim' | 'state' | 'body' | 'sentAt' | 'dueAt' | 'replyUntil' | 'settledAt' | 'lang'
> & {
  code: string;
  name: string;
  clock: Clock | null;
  steps: Step[];
  isErased: boolean;
  isMailed: boolean;
};

/** What a code shows; a wrong one is an unknown page. */
export async function getOwnLetter(db: Db, given: string | undefined): Promise<OwnLetter> {
  const code = readCode(given);
  const letter = code ? await selectLetter(db, { codeKey: codeKey(code) }) : null;
  if (!code || !letter) throw notFound('letter_not_found');
  return {
    code,
    name: numberOf(letter),
    kind: letter.kind,
    claim: letter.claim,
    state: letter.state,
    body: letter.body,
    lang: letter.lang,
    sentAt: letter.sentAt,
    dueAt: letter.dueAt,
    replyUntil: letter.replyUntil,
    settledAt: letter.settledAt,
    clock: clockOf(letter, now()),
    steps: (await selectSteps(db, letter.id)).filter(({ kind }) => kind !== 'tomada'),
    isErased: letter.erasedAt !== null,
    isMailed: letter.email !== null,
  };
}

/** What somebody with an account wrote, with the way to each. */
export async function listOwnLetters(
  db: Db,
  personId: string,
): Promise<{ path: string; name: string; kind: LetterKind; state: LetterState; sentAt: Date }[]> {
  return (await selectOwn(db, personId)).map((letter) => ({
    path: pathOfLetter(letter.id),
    name: numberOf(letter),
    kind: letter.kind,
    state: letter.state,
    sentAt: letter.sentAt,
  }));
}

/** What coordination may still do with a letter. */
export type LetterMoves = { take: boolean; ask: boolean; extend: boolean; change: boolean };

/** A letter whole, for who answers it: reading it leaves an audit row. */
export async function readLetter(
  actor: Actor,
  id: string | undefined,
): Promise<{
  letter: Letter & { label: string; clock: Clock | null; steps: Step[] };
  may: LetterMoves;
}> {
  authorize(canHandleLetters(actor));
  return await inTransaction(async (tx) => {
    const letter = isId(id) ? await selectLetter(tx, { id }) : null;
    if (!letter) throw notFound('page_not_found');
    await recordAudit(tx, actor, {
      action: 'letters.letter-read',
      subjectKind: 'letter',
      subjectId: letter.id,
    });
    const at = now();
    return {
      letter: {
        ...letter,
        label: numberOf(letter),
        clock: clockOf(letter, at),
        steps: await selectSteps(tx, letter.id),
      },
      may: {
        take: letter.handlerId !== actor.personId && mayTake(letter, actor.personId).allowed,
        ask: mayAsk(letter, at).allowed,
        extend: mayExtend(letter, at).allowed,
        change: mayChangeKind(letter).allowed,
      },
    };
  });
}
