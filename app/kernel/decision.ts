import type { AppError } from './errors.ts';

/** The answer of a policy or a rule: yes, or no with the refusal a person is shown. */
export type Decision = { allowed: true } | { allowed: false; error: AppError };

export const allow: Decision = { allowed: true };

/** A refusal as a value, so that loaders can hide what commands would refuse. */
export function deny(error: AppError): Decision {
  return { allowed: false, error };
}

/** Throws the refusal of a decision; commands call it before they write anything. */
export function authorize(decision: Decision): void {
  if (!decision.allowed) throw decision.error;
}

/** The first refusal of several decisions, or permission. */
export function all(...decisions: Decision[]): Decision {
  return decisions.find((decision) => !decision.allowed) ?? allow;
}
