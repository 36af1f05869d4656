import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { isOpen, phaseOf } from '#app/domains/plan/rules.ts';
import type { Phase } from '#app/domains/plan/types.ts';
import type { CarriedIdea, LockedProposal, ProposalFields, ProposalState } from './types.ts';

/**
 * Days within which the Circle answers what it receives: it meets with each lead institution every two
 * months ("bimonthly meetings", action plan of the Open Government of Bogotá 2021-2023; source: domain.md).
 */
export const daysToAnswer = 60;

/** Lengths of a dossier's parts, in characters. */
export const proposalLimits = {
  titleMin: 4,
  titleMax: 160,
  problemMin: 20,
  bodyMin: 20,
  textMax: 8000,
  taken: 1000,
  ideas: 60,
};

const day = 86_400_000;

/** When the Circle must have answered what it receives at this moment. */
export function dueAfter(sentAt: Date): Date {
  return new Date(sentAt.getTime() + daysToAnswer * day);
}

/** Whether the Circle has let the date pass. What is deferred has a date of its own. */
export function isOverdue(proposal: { state: string; dueAt: Date | null }, now: Date): boolean {
  return proposal.state === 'enviada' && proposal.dueAt !== null && proposal.dueAt <= now;
}

/** Whole days that a date lies behind; 0 when it has not come. */
export function daysLate(dueAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - dueAt.getTime()) / day));
}

const transitions: Record<ProposalState, readonly ProposalState[]> = {
  borrador: ['lista'],
  lista: ['enviada'],
  enviada: ['decidida', 'aplazada'],
  aplazada: ['enviada'],
  decidida: [],
};

/** Refuses a move that the state machine does not know. */
export function mayMove(from: ProposalState, to: ProposalState): Verdict {
  if (transitions[from].includes(to)) return allow;
  if (to === 'enviada' && from === 'borrador') return deny(conflict('proposal_not_ready'));
  if (from === 'aplazada') return deny(conflict('proposal_deferred'));
  if (from === 'decidida') return deny(conflict('proposal_decided'));
  return deny(conflict(from === 'enviada' ? 'proposal_sent' : 'proposal_already_ready'));
}

/** Texts change until the Circle has them. */
export function mayEdit(state: ProposalState): Verdict {
  return state === 'borrador' || state === 'lista'
    ? allow
    : deny(conflict(state === 'decidida' ? 'proposal_decided' : 'proposal_sent'));
}

/**
 * Once a proposal is ready its ideas have moved on the road with it: none joins any more, and only one
 * that is no longer published may leave.
 */
export function mayChangeIdeas(
  state: ProposalState,
  before: CarriedIdea[],
  after: string[],
): Verdict {
  if (state === 'borrador') return allow;
  const added = after.filter((id) => !before.some((idea) => idea.id === id));
  const removed = before.filter((idea) => !after.includes(idea.id));
  return added.length === 0 && removed.every((idea) => idea.state !== 'publicada')
    ? allow
    : deny(conflict('proposal_ideas_fixed'));
}

/** What a dossier still lacks before it is ready, by form field: keys of `errors`. */
export function missingParts(fields: ProposalFields): Record<string, string> {
  const missing: Record<string, string> = {};
  if ([...fields.title].length < proposalLimits.titleMin)
    missing['titulo'] = `too_short|min=${proposalLimits.titleMin}`;
  if ([...fields.problem].length < proposalLimits.problemMin)
    missing['problema'] = `too_short|min=${proposalLimits.problemMin}`;
  if ([...fields.body].length < proposalLimits.bodyMin)
    missing['propuesta'] = `too_short|min=${proposalLimits.bodyMin}`;
  if (fields.ideas.length === 0) missing['ideas'] = 'choose_some';
  for (const idea of fields.ideas)
    if (idea.taken === '') missing[`tomado.${idea.id}`] = 'proposal_taken_missing';
  return missing;
}

/** Each idea must still be published: nobody answers what was taken down or joined to another. */
export function mayCarry(ideas: CarriedIdea[]): Verdict {
  const gone = ideas.find((idea) => idea.state !== 'publicada');
  return gone ? deny(conflict('proposal_idea_not_published', { number: gone.number })) : allow;
}

/** The dossier as its form would post it. */
export function fieldsOf(proposal: LockedProposal): ProposalFields {
  return {
    title: proposal.title,
    problem: proposal.problem,
    body: proposal.body,
    ideas: proposal.ideas.map(({ id, taken }) => ({ id, taken })),
  };
}

/** A proposal goes to the Circle while the phase of deliberation is open. */
export function mayDeliberate(phases: Phase[], now: Date): Verdict {
  return isOpen(phaseOf(phases, 'deliberacion'), now)
    ? allow
    : deny(conflict('phase_closed_deliberacion'));
}
