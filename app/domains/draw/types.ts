import type { GoalVariable } from '#app/domains/groups/types.ts';

/**
 * Where a draw stands: its types are counted; it waits to be calculated, is, or was stopped; its
 * quotas have no panel; its lottery is proven; it was committed to in public; the places are drawn.
 */
export type DrawState =
  | 'midiendo'
  | 'preparada'
  | 'calculando'
  | 'detenida'
  | 'imposible'
  | 'lista'
  | 'comprometida'
  | 'sorteada';

/** How many of those who answer a goal may have a place. */
export type DrawQuota = { variable: GoalVariable; value: string; min: number; max: number };
export type DrawRelaxation = {
  changes: (DrawQuota & { newMin: number; newMax: number })[];
  total: number;
};

/**
 * How far a proof has come: `smallest` is the smallest probability not yet proven, `upper` what it
 * can be at most.
 */
export type DrawProgress = { fixed: number; types: number; smallest: number; upper: number };

export const sourceKinds = ['fuente', 'circulo'] as const;
/** Where the seed comes from: a public source, or secrets of people of the Circle. */
export type SourceKind = (typeof sourceKinds)[number];

export type DrawShare = {
  id: string;
  name: string;
  personId: string | null;
  commitment: string;
  committedAt: Date;
  secret: string | null;
  revealedAt: Date | null;
};

/** A draw without its lottery, which is large, and without who is who in it. */
export type Draw = {
  id: string;
  meetingId: string;
  state: DrawState;
  size: number;
  people: number;
  types: number | null;
  progress: DrawProgress | null;
  relaxation: DrawRelaxation | null;
  failed: boolean;
  preparedAt: Date;
  lotterySha256: string | null;
  panels: number | null;
  smallest: number | null;
  rounding: number | null;
  committedAt: Date | null;
  sourceKind: SourceKind | null;
  source: string;
  sourceAt: Date | null;
  sourceUntil: Date | null;
  seedText: string | null;
  seed: string | null;
  position: number | null;
  panel: string[] | null;
  /** Tokens in the order of the waiting list. */
  waiting: string[] | null;
  drawnAt: Date | null;
  quotas: DrawQuota[];
  shares: DrawShare[];
};
