import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { type Db } from '#app/platform/db/db.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import {
  insertAppeal,
  selectAppealable,
  selectAppealOf,
  type AppealableRow,
} from './appeal.store.server.ts';
import { getAppealed } from './get-appealed.server.ts';
import { canSpeakFor } from './policy.ts';
import { mayAppeal, dueAt, terms } from './rules.ts';
import type { AppealedKind } from './types.ts';

/**
 * An author appeals, once, against what was decided on their idea or their comment, or against the hiding of a part;
 * another moderator answers.
 */
export async function fileAppeal(
  actor: Actor,
  input: { kind: AppealedKind; id: string; text: string },
): Promise<{ ideaId: string; commentId: string | null }> {
  const { kind, id, text } = input;
  return await actOnce(actor, { act: 'moderation.appeal', content: input }, async (tx) => {
    const named = await getAppealed(tx, kind, id);
    authorize(canSpeakFor(actor, named));
    // The lock makes two appeals at once wait for each other: the second one finds the first.
    const idea = await lockIdea(tx, named.ideaId);
    const subject = await getAppealed(tx, kind, id);
    authorize(mayAppeal(subject.isAppealable, (await selectAppealOf(tx, subject)) !== null));
    await insertAppeal(tx, {
      id: newId(),
      ideaId: subject.ideaId,
      commentId: subject.commentId,
      sealId: subject.sealId,
      personId: personIdOf(actor),
      body: text,
      at: now(),
      dueAt: dueAt(now(), terms.appeal),
    });
    await recordAudit(tx, actor, {
      action: 'moderation.appeal-filed',
      subjectKind: kind === 'comentario' ? 'comentario' : 'idea',
      subjectId: subject.commentId ?? subject.ideaId,
      data: { state: idea.state, kind },
    });
    return { ideaId: subject.ideaId, commentId: subject.commentId };
  });
}

export type Appealable = {
  kind: AppealedKind;
  id: string;
  ideaId: string;
  title: string;
  lang: string;
  reason: string;
};

/** What an author wants to appeal for; refused when its state or an earlier appeal forbids it. */
export async function getAppealable(
  db: Db,
  actor: Actor,
  kind: AppealedKind,
  id: string,
): Promise<Appealable> {
  const subject = await getAppealed(db, kind, id);
  authorize(canSpeakFor(actor, subject));
  authorize(mayAppeal(subject.isAppealable, (await selectAppealOf(db, subject)) !== null));
  const { ideaId, title, lang, reason } = subject;
  return { kind, id, ideaId, title, lang, reason };
}

/** What this person can still appeal for. */
export async function listAppealable(db: Db, actor: Actor): Promise<AppealableRow[]> {
  return actor.personId ? await selectAppealable(db, actor.personId) : [];
}
