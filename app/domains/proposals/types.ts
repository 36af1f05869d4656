import type { Page } from '#app/kernel/paging.ts';
import type { IdeaState, IdeaStep } from '#app/domains/ideas/types.ts';

/**
 * A dossier's life: `borrador` and `lista` are its moderators' only; `enviada`, `aplazada` and `decidida` are
 * public.
 */
export const proposalStates = ['borrador', 'lista', 'enviada', 'aplazada', 'decidida'] as const;
export type ProposalState = (typeof proposalStates)[number];
export const publicStates = ['enviada', 'aplazada', 'decidida'] as const;
export type PublicState = (typeof publicStates)[number];

/** A commitment as a card names it, in the reader's language. */
export type CommitmentRef = { id: string; slug: string; number: number; shortTitle: string };

/** An idea that a proposal carries. Its title is null once the idea was hidden. */
export type CarriedIdea = {
  id: string;
  number: number;
  title: string | null;
  lang: string;
  state: IdeaState;
  step: IdeaStep;
  supports: number;
  locality: string | null;
  /** What the proposal takes of it, in its moderators' words. */
  taken: string;
};

export type ProposalSummary = {
  id: string;
  number: number;
  commitment: CommitmentRef;
  title: string;
  lang: string;
  state: ProposalState;
  ideaCount: number;
  createdAt: Date;
  readiedAt: Date | null;
  sentAt: Date | null;
  dueAt: Date | null;
  isOverdue: boolean;
};
export type ProposalPage = Page<ProposalSummary>;

export type ProposalView = Omit<ProposalSummary, 'ideaCount'> & {
  problem: string;
  body: string;
  version: number;
  ideas: CarriedIdea[];
};

/** What a command reads of a proposal that it holds locked. */
export type LockedProposal = {
  id: string;
  number: number;
  commitmentId: string;
  planState: string;
  title: string;
  problem: string;
  body: string;
  state: ProposalState;
  version: number;
  dueAt: Date | null;
  ideas: CarriedIdea[];
};

/** The proposals that carry an idea, as the idea's page shows them. */
export type ProposalOfIdea = {
  id: string;
  number: number;
  title: string;
  lang: string;
  state: PublicState;
  sentAt: Date;
  dueAt: Date;
  taken: string;
};

/** An idea that a moderator may choose for a dossier. */
export type IdeaOption = {
  id: string;
  number: number;
  title: string;
  lang: string;
  supports: number;
  locality: string | null;
  step: IdeaStep;
};

/** Where the support for a proposal's ideas comes from. */
export type Evidence = {
  /** Different people who support any of the ideas. */
  supporters: number;
  localities: { name: string | null; ideas: number; supports: number }[];
};

export type ProposalFields = {
  title: string;
  problem: string;
  body: string;
  ideas: { id: string; taken: string }[];
};
