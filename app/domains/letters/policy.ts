import { can, type Actor } from '#app/kernel/actor.ts';
import { forbidden, unauthenticated } from '#app/kernel/errors.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';

/** Letters are private: who runs the plan reads and answers them, and nobody else. */
export function canHandleLetters(actor: Actor | null): Verdict {
  if (!actor) return deny(unauthenticated('sign_in_first'));
  return can(actor, 'plan.run') ? allow : deny(forbidden('role_missing', { role: 'coordinacion' }));
}

/** Anybody writes, with an account or without one. */
export const mayWrite: Verdict = allow;

/** The code of a letter is its writer's: it shows what became of it and lets add what was asked for. */
export const holdsCode: Verdict = allow;
