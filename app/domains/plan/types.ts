import type { Locale } from '#app/platform/i18n/messages.ts';

export const phaseKinds = ['ideas', 'apoyos', 'talleres', 'deliberacion', 'seguimiento'] as const;
/** A phase is named by what it lets people do. */
export type PhaseKind = (typeof phaseKinds)[number];
export type PhaseState = 'next' | 'open' | 'closed';

export type Phase = {
  id: string;
  planId: string;
  kind: PhaseKind;
  /** From 1, in the order of the road map. */
  position: number;
  name: string;
  decides: string;
  /** What came out of it; empty while nothing can be said yet. */
  outcome: string;
  opensAt: Date;
  closesAt: Date;
};

export type Institution = { id: string; slug: string; name: string };

export type CommitmentSummary = {
  id: string;
  planId: string;
  number: number;
  slug: string;
  title: string;
  shortTitle: string;
  summary: string;
  institutions: Institution[];
};

export type PlanState = 'active' | 'archived';
export type Plan = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  state: PlanState;
  publishesFirst: boolean;
};

export type CommitmentView = CommitmentSummary & {
  challenge: string;
  level: string;
  use: string;
  milestones: string[];
  plan: Pick<Plan, 'id' | 'slug' | 'title' | 'state'>;
};

/** A plan with its road map and its commitments. */
export type PlanView = Plan & { phases: Phase[]; commitments: CommitmentSummary[] };

/** A part of the city's territory, as lists and forms name it. */
export type Locality = { code: string; name: string; otherNames: string[] };

/** A text in both languages, as coordination edits it. */
export type Both = Record<Locale, string>;

export type PhaseTexts = { name: Both; decides: Both; outcome: Both };
export type PhaseDraft = PhaseTexts & {
  id: string;
  planId: string;
  planState: PlanState;
  kind: PhaseKind;
  opensAt: Date;
  closesAt: Date;
};
export type PlanDraft = {
  id: string;
  slug: string;
  state: PlanState;
  title: Both;
  summary: Both;
  publishesFirst: boolean;
};
export type CommitmentDraft = {
  id: string;
  planId: string;
  planState: PlanState;
  number: number;
  slug: string;
  title: Both;
  shortTitle: Both;
  summary: Both;
  challenge: Both;
  level: Both;
  use: Both;
  milestones: Record<Locale, string[]>;
  institutionIds: string[];
};
export type InstitutionDraft = { id: string; slug: string; name: Both };
