import { can, hasRole, type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { forbidden, gone, notFound, unauthenticated } from '#app/kernel/errors.ts';
import type { IdeaState } from './types.ts';

type Subject = { state: IdeaState; authorId: string | null; commitment: { id: string } };
type Seen = Subject & { submittedAt: Date | null; publishedAt: Date | null; stateReason: string };

const seenByAll: readonly IdeaState[] = ['publicada', 'duplicada', 'retirada'];

/**
 * Who sees an idea's page: all see what was published; authors and moderators also see the rest.
 * What was never sent, whatever its state, is its author's alone.
 */
export function canSeeIdea(actor: Actor | null, idea: Seen): Verdict {
  const own = actor?.personId !== null && actor?.personId === idea.authorId;
  const moderates = can(actor, 'moderation.read', idea.commitment.id);
  if (idea.submittedAt === null) return own ? allow : deny(notFound('page_not_found'));
  if (seenByAll.includes(idea.state) && idea.publishedAt !== null) return allow;
  if (own || moderates) return allow;
  if (idea.state === 'oculta') return deny(gone('idea_hidden', { reason: idea.stateReason }));
  return deny(notFound('page_not_found'));
}

/** Anybody signed in begins an idea; the system has none of its own. */
export function canWriteIdea(actor: Actor | null): Verdict {
  return can(actor, 'idea.write') ? allow : deny(unauthenticated('sign_in_first'));
}

/** Only its author writes on an idea; to everybody else it is as if it were not there. */
export function canChangeIdea(actor: Actor | null, idea: Subject): Verdict {
  return idea.authorId !== null && actor?.personId === idea.authorId
    ? allow
    : deny(notFound('page_not_found'));
}

/** Anybody signed in comments on what is published. */
export function canComment(actor: Actor | null, idea: Subject): Verdict {
  if (idea.state !== 'publicada') return deny(notFound('page_not_found'));
  return can(actor, 'idea.comment')
    ? allow
    : deny(forbidden('role_missing', { role: 'ciudadania' }));
}

/** Only its author changes a comment that waits; to everybody else it is as if it were not there. */
export function canChangeComment(
  actor: Actor | null,
  comment: { authorId: string | null },
): Verdict {
  return comment.authorId !== null && actor?.personId === comment.authorId
    ? allow
    : deny(notFound('page_not_found'));
}

/** Coordination says when a decided idea entered the commitment's text and when it was fulfilled. */
export function canAdvance(actor: Actor | null): Verdict {
  return hasRole(actor, 'coordinacion')
    ? allow
    : deny(forbidden('role_missing', { role: 'coordinacion' }));
}
