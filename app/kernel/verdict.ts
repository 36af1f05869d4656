import type { AppError } from './errors.ts';

/** The answer of a policy or a rule: yes, or no with the refusal a person is shown. */
export type Verdict = { allowed: true } | { allowed: false; error: AppError };

export const allow: Verdict = { allowed: true };

/** A refusal as a value, so that loaders can hide what commands would refuse. */
export function deny(error: AppError): Verdict {
  return { allowed: false, error };
}

/** Throws the refusal of a verdict; commands call it before they write anything. */
export function authorize(verdict: Verdict): void {
  if (!verdict.allowed) throw verdict.error;
}

/** The first refusal of several verdicts, or permission. */
export function all(...verdicts: Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.allowed) ?? allow;
}
