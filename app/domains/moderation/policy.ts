import { can, hasRole, scopesOf, type Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict, forbidden, notFound, unauthenticated } from '#app/kernel/errors.ts';
import type { Scopes } from './types.ts';

type Subject = { commitmentId: string; authorId: string | null };

const missing = () => deny(forbidden('role_missing', { role: 'moderacion' }));
const isAuthor = (actor: Actor | null, authorId: string | null) =>
  authorId !== null && actor?.personId === authorId;

/** Moderators and coordination read the queues. */
export function canReadQueue(actor: Actor | null): Verdict {
  return can(actor, 'moderation.read') ? allow : missing();
}

/** The commitments whose queue the actor reads: `'all'`, or a list of ids. */
export function readScopes(actor: Actor): Scopes {
  return hasRole(actor, 'coordinacion') ? 'all' : scopesOf(actor, 'moderacion');
}

/** The page of one item: to a moderator of other commitments it is as if it were not there. */
export function canReview(actor: Actor | null, subject: Subject): Verdict {
  if (!can(actor, 'moderation.read')) return missing();
  return can(actor, 'moderation.read', subject.commitmentId)
    ? allow
    : deny(notFound('page_not_found'));
}

/** Moderators of the commitment decide; coordination reads only, and nobody decides on what they wrote. */
export function canDecide(actor: Actor | null, subject: Subject): Verdict {
  if (!can(actor, 'moderation.decide')) return missing();
  if (!can(actor, 'moderation.decide', subject.commitmentId))
    return deny(notFound('page_not_found'));
  return isAuthor(actor, subject.authorId) ? deny(conflict('own_subject')) : allow;
}

/** Moderators decide many at once, each within their scope. */
export function canDecideMany(actor: Actor | null): Verdict {
  return can(actor, 'moderation.decide') ? allow : missing();
}

/** A second moderator confirms the hiding that a first one proposed. */
export function canConfirmHiding(
  actor: Actor | null,
  subject: Subject,
  proposerId: string | null,
): Verdict {
  const decides = canDecide(actor, subject);
  if (!decides.allowed) return decides;
  return proposerId !== null && proposerId === actor?.personId
    ? deny(conflict('hiding_needs_second'))
    : allow;
}

/** A moderator who had no part in the decision settles its appeal. */
export function canSettleAppeal(
  actor: Actor | null,
  subject: Subject,
  deciders: readonly (string | null)[],
): Verdict {
  const decides = canDecide(actor, subject);
  if (!decides.allowed) return decides;
  return deciders.some((decider) => decider !== null && decider === actor?.personId)
    ? deny(conflict('appeal_needs_other'))
    : allow;
}

/** Anybody signed in complains about what they can see. */
export function canReport(actor: Actor | null): Verdict {
  return can(actor, 'idea.comment') ? allow : deny(unauthenticated('sign_in_first'));
}

/** Only its author appeals for an idea or answers for it; to everybody else it is as if it were not there. */
export function canSpeakFor(actor: Actor | null, subject: { authorId: string | null }): Verdict {
  return isAuthor(actor, subject.authorId) ? allow : deny(notFound('page_not_found'));
}

/** Coordination keeps the catalogue of reasons; the system fills it. */
export function canEditReasons(actor: Actor | null): Verdict {
  if (actor?.kind === 'system' || hasRole(actor, 'coordinacion')) return allow;
  return deny(forbidden('role_missing', { role: 'coordinacion' }));
}
