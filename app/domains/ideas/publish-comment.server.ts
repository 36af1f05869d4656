import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { requireVerified } from '#app/domains/accounts/policy.ts';
import { mustWait } from './checks.ts';
import { insertComment, selectComment } from './comment.store.server.ts';
import { getIdea } from './get-idea.server.ts';
import { requireOpenPhase } from './open-phase.server.ts';
import { canComment } from './policy.ts';
import { tellComment } from './tell-comment.server.ts';
import type { CommentView } from './types.ts';

export type CommentInput = {
  text: string;
  /** The comment that it answers. */
  answers?: string | undefined;
  stance?: CommentView['stance'] | undefined;
};

/**
 * Publishes a comment on an idea, or an answer to one (two levels: an answer to an answer joins its parent). One that
 * shows personal data, or leads elsewhere, waits for a moderator: only its author sees it.
 */
export async function publishComment(
  actor: Actor,
  ideaId: string,
  input: CommentInput,
): Promise<{ id: string; held: boolean }> {
  const held = mustWait(input.text);
  const { id } = await actOnce(
    actor,
    { act: 'ideas.comment', content: { ideaId, ...input } },
    async (tx) => {
      const idea = await getIdea(tx, ideaId);
      authorize(canComment(actor, idea));
      requireVerified(actor);
      await requireOpenPhase(tx, idea.commitment.id, 'ideas');
      const answered = input.answers ? await selectComment(tx, input.answers) : null;
      const answersPublic =
        answered?.ideaId === ideaId && ['publicado', 'oculto'].includes(answered.state);
      if (input.answers && !answersPublic) throw fieldErrors({ responde_a: 'choose_one' });
      const id = newId();
      await insertComment(tx, {
        id,
        ideaId,
        parentId: answered ? (answered.parentId ?? answered.id) : null,
        authorId: personIdOf(actor),
        body: input.text,
        stance: input.stance ?? null,
        lang: actor.locale,
        state: held ? 'retenido' : 'publicado',
        at: now(),
      });
      if (held)
        await recordAudit(tx, actor, {
          action: 'ideas.comment-held',
          subjectKind: 'comentario',
          subjectId: id,
        });
      else
        await tellComment(tx, actor, {
          id,
          ideaId,
          authorId: actor.personId,
          answeredId: answered?.id ?? null,
        });
      return { id };
    },
  );
  return { id, held };
}
