import { can, type Actor } from '#app/kernel/actor.ts';
import { all, allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { forbidden, notFound, unauthenticated } from '#app/kernel/errors.ts';
import { mustBeVerified } from '#app/domains/accounts/policy.ts';
import type { Supportable } from './types.ts';

/** Who may support this idea: anybody signed in with a verified address, on what they may see. */
export function canSupport(actor: Actor | null, idea: Supportable): Verdict {
  if (!actor) return deny(unauthenticated('sign_in_first'));
  if (idea.publishedAt === null || idea.state === 'oculta') return deny(notFound('page_not_found'));
  return all(
    can(actor, 'idea.support') ? allow : deny(forbidden('role_missing', { role: 'ciudadania' })),
    mustBeVerified(actor),
  );
}
