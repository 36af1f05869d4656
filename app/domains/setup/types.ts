import type { StepKey } from './steps.ts';

/** What is there of a city, counted; the steps are made of it. */
export type Progress = {
  name: string;
  timeZone: string;
  country: string;
  openedAt: Date | null;
  contact: { operator: string; address: string; telephone: string; mail: string };
  localities: number;
  /** Localities whose people nobody counted: they are not compared with the city. */
  uncounted: number;
  institutions: number;
  plan: { lastClosesAt: Date } | null;
  commitments: number;
  /** Commitments whose texts are not all written. */
  unwritten: number;
  members: number;
  texts: number;
};

/** What must be there before a city opens. */
export const needed = [
  'name',
  'institutions',
  'plan',
  'dates',
  'commitments',
  'unwritten',
  'operator',
  'address',
  'telephone',
  'mail',
] as const;
export type Needed = (typeof needed)[number];

/** `default`: nobody changed what comes with the product, which may stay so. */
export type StepState = 'done' | 'missing' | 'default' | 'locked';

export type SetupStep = {
  key: StepKey;
  number: number;
  state: StepState;
  missing: Needed[];
  /** A line's key and its parameters: what is there, or what is missing. */
  says: { key: string; params: Record<string, string | number> };
};

export type Setup = {
  name: string;
  openedAt: Date | null;
  steps: SetupStep[];
  missing: { step: StepKey; what: Needed }[];
};
