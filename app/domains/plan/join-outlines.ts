import type { Feature } from './geojson.ts';
import { normalForm, plainCode } from './match-locality.ts';
import type { Place } from './outline.ts';

/** What outlines are joined to. */
export type Joined = { code: string; name: string; otherNames: string[] };

/** A property of the outlines: how many of them name a locality by it, and one of its values. */
export type JoinChoice = { property: string; example: string; fits: number };

/** The only locality of a code or a name; what two have names none. */
function indexOf(localities: readonly Joined[]): (text: string) => number | undefined {
  const [codes, names] = [new Map<string, number | null>(), new Map<string, number | null>()];
  const add = (map: Map<string, number | null>, key: string, index: number) =>
    void (key !== '' && map.set(key, map.has(key) && map.get(key) !== index ? null : index));
  localities.forEach(({ code, name, otherNames }, index) => {
    add(codes, plainCode(code), index);
    for (const each of [name, ...otherNames]) add(names, normalForm(each), index);
  });
  return (text) =>
    codes.get(plainCode(text.replace(/^(\d+)\.0+$/, '$1'))) ??
    names.get(normalForm(text)) ??
    undefined;
}

/** By which properties the outlines could be joined to the localities, the one that fits most first. */
export function joinChoices(
  features: readonly Feature[],
  localities: readonly Joined[],
): JoinChoice[] {
  const find = indexOf(localities);
  const found = new Map<string, { example: string; fits: Set<number> }>();
  for (const { properties } of features)
    for (const [property, value] of Object.entries(properties)) {
      const known = found.get(property) ?? { example: value, fits: new Set<number>() };
      const index = find(value);
      if (index !== undefined) known.fits.add(index);
      found.set(property, known);
    }
  return [...found]
    .map(([property, { example, fits }]) => ({ property, example, fits: fits.size }))
    .sort((a, b) => b.fits - a.fits);
}

/** The place of each locality, by its position; of several outlines that name it, all. */
export function joinOutlines(
  features: readonly Feature[],
  localities: readonly Joined[],
  property: string,
): Map<number, Place> {
  const find = indexOf(localities);
  const places = new Map<number, Place>();
  for (const { properties, place } of features) {
    const index = find(properties[property] ?? '');
    if (index !== undefined) places.set(index, [...(places.get(index) ?? []), ...place]);
  }
  return places;
}
