import { withoutAccents } from '#app/kernel/accents.ts';

/** Judging whether two ideas ask the same thing. Suggests, never decides. */

const placeKinds = [
  ...[
    'barrio',
    'localidad',
    'calle',
    'carrera',
    'avenida',
    'av',
    'kr',
    'cl',
    'cra',
    'upz',
    'vereda',
  ],
  ...['sector', 'distrito', 'parque', 'plaza', 'puente', 'estaci[oó]n'],
];
const articles = '(?:de\\s+|del\\s+|la\\s+|el\\s+|los\\s+|las\\s+)*';
const placeWords = new RegExp(
  `\\b(?:${placeKinds.join('|')})\\b\\.?\\s+${articles}([\\p{L}\\d]+(?:\\s+\\p{Lu}[\\p{L}\\d]+)*)`,
  'giu',
);
const properName =
  /(?<=[\p{Ll}\d,]\s)\p{Lu}[\p{L}]+(?:\s+(?:de\s+|del\s+|la\s+|el\s+)*\p{Lu}[\p{L}]+)*/gu;
const stop = new Set(
  `
    a al ante con contra de del desde donde el ella en entre es esta este la las lo los
    mas muy no o para pero por que se ser si sin sobre su sus todo todos un una unos y ya
    como mi nos hay son cada han ha he puede pueden
  `.match(/\S+/g),
);

const plain = (text: string) => withoutAccents(text).toLowerCase();

const endings =
  /(amientos?|aciones|acion|idades|idad|mente|ador[ae]s?|ando|iendo|[ai]d[ao]s?|[aeo]s?|s)$/;

/** Stems of a text, roughly: enough to compare, not to read. */
export function terms(text: string): Set<string> {
  const words = plain(text).match(/[a-z0-9ñ]{3,}/g) ?? [];
  return new Set(words.filter((word) => !stop.has(word)).map((word) => word.replace(endings, '')));
}

/** Names of places in a text: what follows "barrio", "calle"…, and proper names inside sentences. */
export function places(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, name] of text.matchAll(placeWords)) if (name) found.add(plain(name));
  for (const match of text.matchAll(properName)) found.add(plain(match[0]));
  return found;
}

function overlap(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const term of a) if (b.has(term)) shared += 1;
  return shared / Math.min(a.size, b.size);
}

export type Compared = { title: string; text: string; localityCode: string | null };

/**
 * How alike two ideas are, 0 to 1, and the verdict: the words of the title and of the text, less what the
 * places say. Two ideas for different places are related at most.
 */
export function compareIdeas(
  a: Compared,
  b: Compared,
  titleScore: number,
): { score: number; verdict: 'duplicada' | 'relacionada' | null } {
  const title = Math.max(titleScore, overlap(terms(a.title), terms(b.title)) * 0.9);
  const text = a.text && b.text ? overlap(terms(a.text), terms(b.text)) : null;
  const score = text === null ? title * 0.8 : title * 0.45 + text * 0.55;
  const here = places(`${a.title}. ${a.text}`);
  const there = places(`${b.title}. ${b.text}`);
  const shared = [...here].some((place) => there.has(place));
  const elsewhere =
    (a.localityCode !== null && b.localityCode !== null && a.localityCode !== b.localityCode) ||
    (here.size > 0 && there.size > 0 && !shared);
  const same =
    a.text !== '' && plain(a.text) === plain(b.text) && plain(a.title) === plain(b.title);
  if (same) return { score: 1, verdict: 'duplicada' };
  if (score >= 0.62 && !elsewhere && text !== null && text >= 0.4)
    return { score, verdict: 'duplicada' };
  if (score >= 0.36) return { score, verdict: 'relacionada' };
  return { score, verdict: null };
}
