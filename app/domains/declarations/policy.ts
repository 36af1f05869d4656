import type { Actor } from '#app/kernel/actor.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { unauthenticated } from '#app/kernel/errors.ts';

/** Everybody with an account may say something of themselves, and of nobody else. */
export function canDeclareSelf(actor: Actor | null): Verdict {
  return actor?.personId ? allow : deny(unauthenticated('sign_in_first'));
}
