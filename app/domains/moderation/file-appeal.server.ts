import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { type Db } from '#app/platform/db/db.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import type { IdeaState } from '#app/domains/ideas/types.ts';
import { insertAppeal, selectAppealable, selectAppealOfIdea } from './appeal.store.server.ts';
import { canSpeakFor } from './policy.ts';
import { mayAppeal, dueAt, terms } from './rules.ts';

/** An author appeals, once, against what was decided on their idea; another moderator answers. */
export async function fileAppeal(actor: Actor, input: { id: string; text: string }): Promise<void> {
  await actOnce(actor, { act: 'moderation.appeal', content: input }, async (tx) => {
    authorize(canSpeakFor(actor, await getIdea(tx, input.id)));
    // The lock makes two appeals at once wait for each other: the second one finds the first.
    const idea = await lockIdea(tx, input.id);
    authorize(mayAppeal(idea.state, (await selectAppealOfIdea(tx, idea.id)) !== null));
    await insertAppeal(tx, {
      id: newId(),
      ideaId: idea.id,
      personId: personIdOf(actor),
      body: input.text,
      at: now(),
      dueAt: dueAt(now(), terms.appeal),
    });
    await recordAudit(tx, actor, {
      action: 'moderation.appeal-filed',
      subjectKind: 'idea',
      subjectId: idea.id,
      data: { state: idea.state },
    });
  });
}

/** The idea an author wants to appeal for; refused when its state or an earlier appeal forbids it. */
export async function getAppealable(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ id: string; title: string; lang: string; reason: string }> {
  const idea = await getIdea(db, id);
  authorize(canSpeakFor(actor, idea));
  authorize(mayAppeal(idea.state, (await selectAppealOfIdea(db, idea.id)) !== null));
  return { id: idea.id, title: idea.title, lang: idea.lang, reason: idea.stateReason };
}

/** The ideas for which this person can still appeal. */
export async function listAppealable(
  db: Db,
  actor: Actor,
): Promise<{ id: string; title: string; lang: string; state: IdeaState }[]> {
  return actor.personId ? await selectAppealable(db, actor.personId) : [];
}
