import { usualWords, type DivisionWords } from '#app/platform/i18n/city-words.ts';

/** A frame around parts that are drawn at a scale of their own. */
export type MapInset = { x: number; y: number; width: number; height: number };

/** The picture of the territory: a box in units of its own, and a path for each locality that has one. */
export type TerritoryMap = {
  width: number;
  height: number;
  inset: MapInset | null;
  shapes: { code: string; path: string }[];
};

/** One part of the territory, whole. */
export type LocalityData = {
  code: string;
  name: string;
  otherNames: string[];
  persons: number | null;
  /** The day of the count, as `2018-06-30`; a count without it is not dated. */
  personsOn: string | null;
  source: string;
  shape: string | null;
};

/** The territory as plain data: what a set-up file carries. Localities stand in their order. */
export type TerritoryData = {
  /** Said of a city that has no parts, so that nobody asks for them. */
  undivided: boolean;
  words: DivisionWords;
  map: Omit<TerritoryMap, 'shapes'> | null;
  localities: LocalityData[];
};

/** A city that has said nothing yet. */
export const noTerritory: TerritoryData = {
  undivided: false,
  words: usualWords,
  map: null,
  localities: [],
};
