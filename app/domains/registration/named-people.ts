import { withoutAccents } from '#app/kernel/accents.ts';
import { givenNames, surnames } from '#app/platform/personal-data/names.ts';
import type { TextSpan } from '#app/platform/personal-data/types.ts';

/** Where a text names somebody of a list: a given name with the first surname, however they are written. */

type Word = { word: string; from: number; to: number; isInitial: boolean };
type Person = { given: Set<string>; first: Set<string>; family: Set<string> };

const particles = new Set(['de', 'del', 'la', 'las', 'los']);
/** No name is longer: what a text repeats costs no more than its length. */
const mostWords = 8;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ index, 0: written }) => ({
    word: withoutAccents(written).toLowerCase(),
    from: index,
    to: index + written.length,
    isInitial: /^\p{Lu}$/u.test(written),
  }));
}

/** The words of a name, given names first where it was written the other way round; particles tell nobody apart. */
function inOrder(name: string): string[] {
  const [family = '', given] = name.split(',', 2);
  const words = wordsOf(given === undefined ? name : `${given} ${family}`)
    .map(({ word }) => word)
    .filter((word) => word !== 'y' && !particles.has(word));
  const isGiven = (word = '') => givenNames.has(word) && !surnames.has(word);
  const [first = ''] = words;
  if (given !== undefined || givenNames.has(first) || !surnames.has(first)) return words;
  const from = words.findLastIndex((word) => !isGiven(word)) + 1;
  return [...words.slice(from), ...words.slice(0, from)];
}

function personOf(name: string): Person | null {
  const words = inOrder(name);
  if (words.length < 2) return null;
  // Of four words or more the last two are surnames; an unknown second word of those is a given name too.
  const most = words.length >= 4 ? words.length - 2 : words.length - 1;
  const isGiven = (word: string, at: number) =>
    at === 0 || givenNames.has(word) || (at === 1 && words.length >= 4 && !surnames.has(word));
  const other = words.findIndex((word, at) => at >= most || !isGiven(word, at));
  const given = words.slice(0, other);
  const family = words.slice(other);
  // «Martín» is either: after another given name it may be the surname.
  const either = given.slice(1).filter((word) => surnames.has(word));
  return {
    given: new Set(given),
    first: new Set([...family.slice(0, 1), ...either]),
    family: new Set([...family, ...either]),
  };
}

/** What may stand between two words of one name; after an initial a full stop too, and a comma in a list. */
function joins(text: string, before: Word, next: Word, comma = false): boolean {
  const gap = text.slice(before.to, next.from);
  if (/^(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?|-)$/.test(gap)) return true;
  if (before.isInitial && /^\. ?$/.test(gap)) return true;
  return comma && /^ ?, ?$/.test(gap);
}

/** The last of the words behind `at` that belong to the name by `accepts`, or `at` itself. */
function goOn(text: string, words: Word[], at: number, accepts: (word: Word) => boolean): number {
  let last = at;
  for (let next = at + 1; next <= at + mostWords; next += 1) {
    const [before, word] = [words[next - 1], words[next]];
    if (!before || !word || !joins(text, before, word)) break;
    if (accepts(word)) last = next;
    else if (!particles.has(word.word)) break;
  }
  return last;
}

/** The last word of «Ana María Pérez Gómez» where it begins with a given name of this person. */
function endOfName(text: string, words: Word[], at: number, person: Person): number | null {
  const isGiven = ({ word, isInitial }: Word) => person.given.has(word) || isInitial;
  const lastGiven = goOn(text, words, at, isGiven);
  for (let from = at; from <= lastGiven; from += 1) {
    const end = goOn(text, words, from, ({ word }) => person.first.has(word));
    if (end > from) return goOn(text, words, end, ({ word }) => person.family.has(word));
  }
  return null;
}

/** The last word of «Pérez Gómez, Ana María» where it begins with the first surname of this person. */
function endOfListed(text: string, words: Word[], at: number, person: Person): number | null {
  const family = goOn(text, words, at, ({ word }) => person.family.has(word));
  const [before, next] = [words[family], words[family + 1]];
  if (!before || !next || !person.given.has(next.word)) return null;
  if (!joins(text, before, next, true)) return null;
  return goOn(text, words, family + 1, ({ word }) => person.given.has(word));
}

function byWord(people: Person[], words: (person: Person) => Set<string>): Map<string, Person[]> {
  const found = new Map<string, Person[]>();
  for (const person of people)
    for (const word of words(person)) found.set(word, [...(found.get(word) ?? []), person]);
  return found;
}

/**
 * Where each text names somebody of `names`, in order and apart. Accents, capitals, further given names and the second
 * surname make no difference; one word alone names nobody.
 */
export function findNamedPeople(names: readonly string[], texts: readonly string[]): TextSpan[][] {
  const all = names.map(personOf).filter((person) => person !== null);
  return texts.map((text) => {
    const words = wordsOf(text);
    const said = new Set(words.map(({ word }) => word));
    const people = all.filter(({ first }) => [...first].some((word) => said.has(word)));
    const byGiven = byWord(people, ({ given }) => given);
    const byFamily = byWord(people, ({ first }) => first);
    const spans: TextSpan[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]?.word ?? '';
      const ends = [
        ...(byGiven.get(word) ?? []).map((person) => endOfName(text, words, at, person)),
        ...(byFamily.get(word) ?? []).map((person) => endOfListed(text, words, at, person)),
      ].filter((end) => end !== null);
      const [first, last] = [words[at], words[Math.max(...ends)]];
      if (!first || !last) continue;
      spans.push({ from: first.from, to: last.to });
      at = words.indexOf(last);
    }
    return spans;
  });
}
