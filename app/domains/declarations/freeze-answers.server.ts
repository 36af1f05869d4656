import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { tidy } from './rules.ts';
import {
  addAnswers,
  declareAnswers,
  deleteAnswers,
  moveAnswers,
  selectOwnAnswers,
} from './store.server.ts';
import type { Answers } from './types.ts';

/** What an act freezes: whose registration, of which meeting, and by which channel it came. */
export type Frozen = { registrationId: string; meetingId: string; channel: string };

/** Freezes what somebody declares at the act, inside the act's transaction; nothing said leaves nothing. */
export async function freezeAnswers(
  tx: Tx,
  who: Actor,
  act: Frozen,
  given: Answers,
): Promise<void> {
  const answers = tidy(given);
  if (Object.keys(answers).length === 0) return;
  await declareAnswers(tx, {
    registrationId: act.registrationId,
    meetingId: act.meetingId,
    at: now(),
    catalogue: civilDay(now()),
    answers: { ...answers, canal: act.channel },
  });
  await recordAudit(tx, who, {
    action: 'declarations.answers-declared',
    subjectKind: 'registration',
    subjectId: act.registrationId,
    data: { questions: Object.keys(answers).length },
  });
}

/**
 * Adds to what a registration declared what it left unsaid; what was said stays. Nobody learns whether anything
 * was added.
 */
export async function completeAnswers(tx: Tx, act: Frozen, given: Answers): Promise<void> {
  const answers = tidy(given);
  if (Object.keys(answers).length === 0) return;
  await addAnswers(tx, {
    registrationId: act.registrationId,
    meetingId: act.meetingId,
    at: now(),
    catalogue: civilDay(now()),
    answers: { ...answers, canal: act.channel },
  });
}

/** What the person themselves declared, by a secret of theirs. Each reading leaves an audit row. */
export async function readOwnAnswers(
  tx: Tx,
  who: Actor,
  registrationId: string,
  proof: string,
): Promise<Answers | null> {
  const answers = await selectOwnAnswers(tx, registrationId, proof, now());
  if (answers)
    await recordAudit(tx, who, {
      action: 'declarations.own-answers-read',
      subjectKind: 'registration',
      subjectId: registrationId,
    });
  return answers;
}

/** The same for the file that a person downloads; the download as a whole leaves its audit row. */
export async function exportAnswers(
  db: Db,
  registrationId: string,
  proof: string,
): Promise<Answers | null> {
  return await selectOwnAnswers(db, registrationId, proof, now());
}

/** Deletes what registrations declared: consent was withdrawn, an account closed, two were one. */
export async function eraseAnswers(
  tx: Tx,
  who: Actor,
  registrationIds: string[],
  why: 'withdrawn' | 'account-closed' | 'merged',
): Promise<void> {
  for (const id of await deleteAnswers(tx, registrationIds))
    await recordAudit(tx, who, {
      action: 'declarations.answers-erased',
      subjectKind: 'registration',
      subjectId: id,
      data: { why },
    });
}

/** Deletes what was declared for a meeting whose time is over; returns how many, for the row that is the evidence. */
export async function eraseOutdated(tx: Tx, registrationIds: string[]): Promise<number> {
  return (await deleteAnswers(tx, registrationIds)).length;
}

/**
 * Two registrations were one person's: the kept one's declaration stays; without one it takes the
 * other's. Nobody reads either.
 */
export async function joinAnswers(
  tx: Tx,
  who: Actor,
  mergedId: string,
  keptId: string,
): Promise<void> {
  if (await moveAnswers(tx, mergedId, keptId))
    await recordAudit(tx, who, {
      action: 'declarations.answers-moved',
      subjectKind: 'registration',
      subjectId: keptId,
      data: { from: mergedId },
    });
  else await eraseAnswers(tx, who, [mergedId], 'merged');
}
