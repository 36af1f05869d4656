import type { GoalVariable } from '#app/domains/groups/types.ts';
import type { DrandRound } from './drand.ts';
import type { PublicSource } from './source.ts';

/**
 * Where a draw stands: it waits to be calculated, is, or was stopped; its lottery is proven; it was
 * committed to in public; the places are drawn.
 */
export type DrawState =
  'preparada' | 'calculando' | 'detenida' | 'lista' | 'comprometida' | 'sorteada';

/** How many of those who answer a goal may have a place. */
export type DrawQuota = { variable: GoalVariable; value: string; min: number; max: number };

/** The two halves of the Circle, of which both must add to a seed. */
export type ShareSector = 'gobierno' | 'civil';

/** What people of the Circle do with a secret: commit to it by its hash, and reveal it. */
export type ShareAct = 'commit' | 'reveal';

export type DrawShare = {
  id: string;
  name: string;
  personId: string | null;
  sector: ShareSector;
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
  /** Quotas of ages and localities that gave way, since nobody could meet them all. */
  yielded: Pick<DrawQuota, 'variable' | 'value'>[];
  failed: boolean;
  preparedAt: Date;
  lotterySha256: string | null;
  panels: number | null;
  smallest: number | null;
  rounding: number | null;
  committedAt: Date | null;
  source: PublicSource | null;
  /** When the source is known. */
  sourceAt: Date | null;
  /** Until when people of the Circle commit to secrets, and reveal them; null where none do. */
  sharesUntil: Date | null;
  revealUntil: Date | null;
  sourceProof: DrandRound | null;
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
