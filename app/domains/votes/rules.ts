import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { isOpen } from '#app/domains/plan/rules.ts';
import type { Supportable } from './types.ts';

/** Supports are cast and taken back while their phase is open, on ideas that are public. */
export function maySupport(idea: Supportable, at: Date): Verdict {
  if (idea.state !== 'publicada')
    return deny(conflict('idea_not_supportable', { state: idea.state }));
  if (!idea.phase || !isOpen(idea.phase, at)) return deny(conflict('phase_closed_apoyos'));
  return allow;
}
