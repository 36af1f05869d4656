import type { Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { unauthenticated } from '#app/kernel/errors.ts';

/** The own notices and follows: whoever is signed in. */
export function canReadNotices(actor: Actor | null): Verdict {
  return actor?.kind === 'person' ? allow : deny(unauthenticated('sign_in_first'));
}
