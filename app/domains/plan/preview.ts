import type { Locale } from '#app/platform/i18n/messages.ts';
import type { CommitmentInput, PhaseInput } from './schema.ts';
import type { Phase, PhaseDraft } from './types.ts';

/** A phase as people would see it with what a form says; what the form leaves out is as the draft has it. */
export function phaseAsWritten(draft: PhaseDraft, input: PhaseInput, locale: Locale): Phase {
  return {
    id: draft.id,
    planId: draft.planId,
    kind: draft.kind,
    position: 1,
    opensAt: input.opensAt,
    closesAt: input.closesAt,
    name: input.name[locale] ?? draft.name[locale],
    decides: input.decides[locale] ?? draft.decides[locale],
    outcome: input.outcome[locale] ?? draft.outcome[locale],
  };
}

/** The texts of a commitment as people would see them with what a form says. */
export function commitmentAsWritten(input: CommitmentInput, locale: Locale) {
  return {
    title: input.title[locale],
    summary: input.summary[locale],
    challenge: input.challenge[locale],
    level: input.level[locale],
    use: input.use[locale],
    milestones: input.milestones[locale],
  };
}
