import { distance } from 'fastest-levenshtein';
import { withoutAccents } from '#app/kernel/accents.ts';
import { certain } from '#app/kernel/certain.ts';

/**
 * How alike two registrations are, as evidence that they are one person's. Pure: it sees names as
 * written, texts where they are at hand, and keys where only those are kept. It offers pairs to a
 * person; it decides nothing.
 */

/**
 * What is compared. Years, documents and contacts are opaque keys that can only be equal; the texts
 * beside them also show typos.
 */
export type Traits = {
  name: string;
  birthYear: string | null;
  /** The whole date, `1990-05-03`, when a list has it. */
  birthDate: string | null;
  document: string | null;
  documentText: string | null;
  contacts: string[];
};

export type Likeness = { why: 'contacto' | 'documento' | 'nombre'; score: number };

/**
 * Evidence for and against, in bits: how much more often it is seen in two rows of one person than
 * in rows of two.
 */
const weights = {
  birth: { date: 8, near: 4, year: 3.5, other: -4 },
  document: { same: 14, near: 8, other: -3 },
  contact: 5,
} as const;
type NamePoint = readonly [likeness: number, bits: number];
/** Name likeness and what it says; between two points the evidence is a straight line. */
const nameWeights: readonly [NamePoint, ...NamePoint[]] = [
  [0.35, -6],
  [0.55, -2.5],
  [0.7, 1],
  [0.85, 4.5],
  [1, 7],
];
const mostNameBits = Math.max(...nameWeights.map(([, bits]) => bits));
/**
 * The evidence from which a pair is offered, in bits, and how many bits bring the score from half
 * to nearly sure.
 */
const enough = 5.5;
const steepness = 0.35;
/** A name of one word says little: half the world shares it. */
const mostForOneWord = 3;

/** The words of a name without accents or signs, in lower case. */
export function nameWords(name: string): string[] {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Whether two words of the same length are one but for a swap of neighbours. */
function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((sign, index) => sign !== b[index]);
  return (
    a.length === b.length &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}

/**
 * Edits between two words, one swap of neighbours counting once; anything past `most` is `most +
 * 1`.
 */
export function edits(a: string, b: string, most = 3): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const found = distance(a, b);
  return Math.min(found === 2 && isSwap(a, b) ? 1 : found, most + 1);
}

function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  // An initial stands for its word, and a short form for the long one.
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short) ? 0.8 : 0;
  if (short.length >= 3 && long.startsWith(short))
    return Math.max(0.82, short.length / long.length);
  const apart = edits(a, b, 4);
  return apart > 4 ? 0 : Math.max(0, 1 - apart / long.length);
}

/**
 * How alike two names are, from 0 to 1: typos, words in another order, a second name left out,
 * words written together.
 */
export function nameLikeness(first: string, second: string): number {
  return wordsLikeness(nameWords(first), nameWords(second));
}

function wordsLikeness(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const pairs = fewer
    .flatMap((word, i) =>
      more.map((other, j) => ({
        i,
        j,
        like: wordLikeness(word, other),
        size: Math.max(word.length, other.length),
      })),
    )
    .sort((x, y) => y.like - x.like);
  const [usedFewer, usedMore] = [new Set<number>(), new Set<number>()];
  let sum = 0;
  let weight = 0;
  for (const { i, j, like, size } of pairs) {
    if (usedFewer.has(i) || usedMore.has(j)) continue;
    usedFewer.add(i);
    usedMore.add(j);
    sum += like * size;
    weight += size;
  }
  const left = more.reduce((total, word, j) => (usedMore.has(j) ? total : total + word.length), 0);
  const byWords = sum / (weight + left * 0.15);
  const [joined, other] = [a.join(''), b.join('')];
  const apart = edits(joined, other, 5);
  const together = apart > 5 ? 0 : 1 - apart / Math.max(joined.length, other.length);
  return Math.max(byWords, together);
}

function nameBits(a: string[], b: string[]): number {
  const like = wordsLikeness(a, b);
  let [fromLike, bits] = nameWeights[0];
  let fromBits = bits;
  for (const [toLike, toBits] of nameWeights.slice(1)) {
    if (like >= fromLike)
      bits =
        fromBits +
        ((Math.min(like, toLike) - fromLike) / (toLike - fromLike)) * (toBits - fromBits);
    [fromLike, fromBits] = [toLike, toBits];
  }
  return Math.min(a.length, b.length) < 2 ? Math.min(bits, mostForOneWord) : bits;
}

function birthLevel(a: Traits, b: Traits): keyof typeof weights.birth | null {
  if (a.birthDate && b.birthDate) {
    if (a.birthDate === b.birthDate) return 'date';
    const [[yearA, monthA, dayA], [yearB, monthB, dayB]] = [
      a.birthDate.split('-'),
      b.birthDate.split('-'),
    ];
    if (yearA === yearB && monthA === dayB && dayA === monthB) return 'near';
    if (edits(a.birthDate, b.birthDate, 1) <= 1) return 'near';
  }
  if (a.birthYear === null || b.birthYear === null) return null;
  return a.birthYear === b.birthYear ? 'year' : 'other';
}

function documentLevel(a: Traits, b: Traits): keyof typeof weights.document | null {
  if (a.document === null || b.document === null) return null;
  if (a.document === b.document) return 'same';
  if (a.documentText === null || b.documentText === null) return 'other';
  return Math.min(a.documentText.length, b.documentText.length) >= 6 &&
    edits(a.documentText, b.documentText, 1) <= 1
    ? 'near'
    : 'other';
}

/**
 * Whether two registrations should be shown to a person as one person's, why, and how sure (0 to
 * 1). The same document or contact is always shown; a family that shares a phone says so.
 */
export function likeness(a: Traits, b: Traits): Likeness | null {
  return compare({ ...a, words: nameWords(a.name) }, { ...b, words: nameWords(b.name) });
}

type Compared = Traits & { words: string[] };

function compare(a: Compared, b: Compared): Likeness | null {
  const document = documentLevel(a, b);
  const birth = birthLevel(a, b);
  const contact = a.contacts.some((key) => b.contacts.includes(key));
  const other =
    (document === null ? 0 : weights.document[document]) +
    (birth === null ? 0 : weights.birth[birth]) +
    (contact ? weights.contact : 0);
  // Even equal names would not be enough: most pairs end here.
  if (other + mostNameBits < enough) return null;
  const bits = other + nameBits(a.words, b.words);
  const shown = bits >= enough || document === 'same' || contact;
  if (!shown) return null;
  const score =
    Math.round(Math.max(0.5, 1 / (1 + Math.exp(-steepness * (bits - enough)))) * 1000) / 1000;
  if (document === 'same' || document === 'near') return { why: 'documento', score };
  return { why: contact ? 'contacto' : 'nombre', score };
}

export type Pair = Likeness & { first: number; second: number };

/**
 * A contact that more rows than this share is an organisation's or a hall's: it says nothing of the
 * person.
 */
const mostOfAFamily = 8;
/** Groups of rows larger than this are split, so that a long list is not compared pair by pair. */
const mostTogether = 400;

/** Consonants of a word's beginning, roughly as it sounds: what most typos leave alone. */
function sound(word: string): string {
  return word
    .replace(/[hj]/g, '')
    .replace(/^v/, 'b')
    .replace(/[sz]/g, 'c')
    .replace(/[qk]/g, 'c')
    .replace(/ll|y/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?!^)[aeiou]/g, '')
    .slice(0, 3);
}

/** The groups in which a row looks for others like it: who shares none of them is not compared. */
function blocksOf(row: Compared): string[] {
  const { words } = row;
  const sounds = [...new Set(words.map(sound))].sort();
  const keys = row.contacts.map((key) => `c ${key}`);
  if (row.document) keys.push(`k ${row.document}`);
  // Two documents one edit apart become equal when the right sign is left out of one or both.
  const text = row.documentText ?? '';
  if (text.length >= 6) {
    keys.push(`d ${text}`);
    for (let at = 0; at < text.length; at += 1)
      keys.push(`d ${text.slice(0, at)}${text.slice(at + 1)}`);
  }
  if (row.birthDate) keys.push(`b ${row.birthDate}`);
  if (row.birthYear) for (const each of sounds) keys.push(`y ${row.birthYear} ${each.slice(0, 2)}`);
  for (let i = 0; i < sounds.length; i += 1)
    for (let j = i + 1; j < sounds.length; j += 1) keys.push(`n ${sounds[i]} ${sounds[j]}`);
  keys.push(`n ${[...words].sort().join(' ')}`);
  return [...new Set(keys)];
}

/** Which rows stand in each group. */
function groupRows(rows: Compared[]): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  rows.forEach((row, index) => {
    for (const key of blocksOf(row)) {
      const block = blocks.get(key);
      if (block) block.push(index);
      else blocks.set(key, [index]);
    }
  });
  return blocks;
}

/** The pairs within one group, each row with those behind it. */
function* pairsWithin(block: number[]): Generator<[first: number, second: number]> {
  for (const [at, first] of block.entries())
    for (const second of block.slice(at + 1)) yield [first, second];
}

/**
 * Every pair among these rows that a person should look at, each once, `first` before `second`.
 * Rows are compared only within groups that share something, so that 5,000 take seconds.
 */
export function likePairs(
  rows: Traits[],
  comparable: (first: number, second: number) => boolean = () => true,
): Pair[] {
  const given: Compared[] = rows.map((row) => ({ ...row, words: nameWords(row.name) }));
  const blocks = groupRows(given);
  const shared = new Set(
    [...blocks]
      .filter(([key, block]) => key.startsWith('c ') && block.length > mostOfAFamily)
      .map(([key]) => key.slice(2)),
  );
  const seen =
    shared.size === 0
      ? given
      : given.map((row) => ({ ...row, contacts: row.contacts.filter((key) => !shared.has(key)) }));
  const looked = new Set<number>();
  const found: Pair[] = [];
  for (const [key, block] of blocks) {
    if (block.length > mostTogether || (key.startsWith('c ') && shared.has(key.slice(2)))) continue;
    for (const [first, second] of pairsWithin(block)) {
      const pair = first * rows.length + second;
      if (looked.has(pair)) continue;
      looked.add(pair);
      if (!comparable(first, second)) continue;
      const like = compare(certain(seen[first]), certain(seen[second]));
      if (like) found.push({ first, second, ...like });
    }
  }
  return found.sort((a, b) => a.second - b.second || a.first - b.first);
}
