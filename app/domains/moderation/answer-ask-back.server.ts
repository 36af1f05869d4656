import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { type Db } from '#app/platform/db/db.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import { resumeTriage } from '#app/domains/ideas/resume-triage.server.ts';
import { selectOpenAskBack, setAnswer } from './decision.store.server.ts';
import { canSpeakFor } from './policy.ts';
import { pausedDays } from './rules.ts';

/** The author answers what a moderator asked: the idea waits again, and its clock goes on where it stopped. */
export async function answerAskBack(actor: Actor, ideaId: string, answer: string): Promise<void> {
  await actOnce(
    actor,
    { act: 'moderation.answer', content: { ideaId, answer } },
    async (tx) => {
      authorize(canSpeakFor(actor, await getIdea(tx, ideaId)));
      const idea = await lockIdea(tx, ideaId);
      const asked = idea.state === 'devuelta' ? await selectOpenAskBack(tx, ideaId) : null;
      if (!asked) throw conflict('nothing_asked');
      await setAnswer(tx, asked.id, answer, now(), pausedDays(asked.decidedAt, now()));
      await resumeTriage(tx, actor, idea);
    },
    async (tx) => (await selectOpenAskBack(tx, ideaId)) === null,
  );
}

/** What the author of an idea was asked and has not answered. */
export async function findAskBack(
  db: Db,
  actor: Actor,
  ideaId: string | undefined,
): Promise<{ title: string; lang: string; question: string; askedAt: Date } | null> {
  const idea = await getIdea(db, ideaId);
  authorize(canSpeakFor(actor, idea));
  const asked = idea.state === 'devuelta' ? await selectOpenAskBack(db, idea.id) : null;
  return (
    asked && {
      title: idea.title,
      lang: idea.lang,
      question: asked.explanation,
      askedAt: asked.decidedAt,
    }
  );
}
