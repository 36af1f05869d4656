import type { Measure } from '#app/domains/declarations/measures.ts';
import type { Population } from './rules.ts';

/**
 * How a group stands to its share of the population. `unsure`: chance or those who did not answer
 * leave it open.
 */
export type Finding = 'missing' | 'even' | 'over' | 'unsure';

/** Whose population a share is of. */
export const territories = ['ciudad', 'pais'] as const;
export type Territory = (typeof territories)[number];

/** A group's share of a population, and whose. */
export type Reference = { share: number; territory: Territory };

export type Figure = {
  value: string;
  /** Null where it is protected; everything derived from it then is null too. */
  people: number | null;
  /** Of those who answered; of all, where it is protected how many did not. */
  share: number | null;
  /** Clopper–Pearson 95 % of the share. */
  margin: [number, number] | null;
  /**
   * The share among all if nobody, or everybody, of those who did not answer belonged here; where it
   * is protected how many they are, of as many as it can be.
   */
  bounds: [number, number] | null;
  reference: Reference | null;
  /** Share divided by the reference's. */
  ratio: number | null;
  /** Of the ratio: the margin divided by the reference, taken as fixed. */
  interval: [number, number] | null;
  finding: Finding | null;
  /** Where it is unsure: about how many answers, all told, would say it. */
  telling: number | null;
  /** Where the group is missing: how many of it to invite so that its share is the population's. */
  invite: number | null;
};

export type Measured = {
  measure: Measure;
  population: Population;
  people: number;
  answered: number | null;
  unanswered: number | null;
  rows: Figure[];
  /**
   * Total variation distance from the reference: the least share of people to exchange for
   * equality. Null where a cell is protected or the reference is not whole.
   */
  distance: number | null;
  /** Values that count somebody, of all the table lists; null where nothing is shown. */
  reached: number;
};

/** Names that catalogues give in the page's language, by measure and value. */
export type CatalogueNames = Partial<Record<Measure, Record<string, string>>>;
