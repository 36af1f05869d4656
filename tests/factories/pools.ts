import type { Pool } from '#app/domains/draw/pool.ts';

/** Numbers in [0, 1) that are the same on every run. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

export type TestWorld = {
  people: string[][];
  quotas: { feature: string; value: string; min: number; max: number }[];
  size: number;
};

/**
 * People who answer an open call, of features with so many values each, in at most so many types; a
 * city in which the values have other shares; and quotas that ask for the city's shares give or
 * take `slack`.
 */
export function newWorld(
  seed: number,
  given: { people: number; values: number[]; size: number; types: number; slack?: number },
): TestWorld {
  const next = numbersFrom(seed);
  const slack = given.slack ?? 0.05;
  const shares = given.values.map((count) =>
    Array.from({ length: count }, () => 0.2 + 3 * next() * next()),
  );
  const pick = (weights: number[]) => {
    let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  };
  const known = new Set<string>();
  const people: string[][] = [];
  while (people.length < given.people) {
    const values = shares.map((weights) => `v${pick(weights)}`);
    if (!known.has(values.join()) && known.size >= given.types) continue;
    known.add(values.join());
    people.push(values);
  }
  const quotas = shares.flatMap((weights, feature) => {
    const city = weights.map((weight) => weight * (0.6 + 0.8 * next()));
    const all = city.reduce((sum, weight) => sum + weight, 0);
    return city.map((weight, value) => {
      const goal = (given.size * weight) / all;
      return {
        feature: `f${feature}`,
        value: `v${value}`,
        min: Math.floor(goal * (1 - slack)),
        max: Math.ceil(goal * (1 + slack)),
      };
    });
  });
  return { people, quotas, size: given.size };
}

/**
 * The world as a pool whose ids are the positions of people; types are in the order in which people
 * appear.
 */
export function poolOf({ people, quotas, size }: TestWorld): Pool {
  const types = new Map<string, string[]>();
  people.forEach((values, index) =>
    types.set(values.join('|'), [
      ...(types.get(values.join('|')) ?? []),
      String(index).padStart(5, '0'),
    ]),
  );
  const keys = [...types.keys()].map((key) => key.split('|'));
  return {
    size,
    types: [...types.values()],
    quotas: quotas.map((quota) => ({
      ...quota,
      types: keys.flatMap((values, t) =>
        values[Number(quota.feature.slice(1))] === quota.value ? [t] : [],
      ),
    })),
  };
}

/** The world as the two files of the command. */
export function filesOf({ people, quotas }: TestWorld): { people: string; quotas: string } {
  const features = people[0]!.map((_, index) => `f${index}`);
  return {
    people: [
      `id,${features.join()}`,
      ...people.map((values, index) => `${String(index).padStart(5, '0')},${values.join()}`),
    ].join('\n'),
    quotas: [
      'feature,value,min,max',
      ...quotas.map(({ feature, value, min, max }) => `${feature},${value},${min},${max}`),
    ].join('\n'),
  };
}
