import { everydayNames, isGivenName, publicPeople, surnames } from './names.ts';
import {
  alwaysNames,
  announcesPerson,
  calledByName,
  closesWith,
  commonWords,
  familiar,
  famousByTitle,
  figures,
  hadOffice,
  identifies,
  inOffice,
  isOwn,
  namesMe,
  neighbourOf,
  notName,
  ofOwn,
  ofPlace,
  ofPublicThing,
  ofSpot,
  presents,
  privateAct,
  related,
  titledPlace,
} from './people-words.ts';
import type { Found } from './types.ts';

/** Lower case without accents, a character for a character. */
function plain(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => letter.normalize('NFD')[0] ?? letter)
    .join('')
    .toLowerCase();
}

type Word = { start: number; end: number; text: string; capital: boolean; initial: boolean };
/** Words that may be one name, and what their shape says of it. */
type Candidate = { words: Word[]; given: number; family: number; capital: boolean };

const particles = /^ (?:de|del|de la|de los|de las) $/;
const mostWords = 5;

/** Whether a word may belong to a name: a known one, or a capital one that is no common word. */
function isNameLike(word: Word): boolean {
  if (word.initial) return true;
  if (commonWords.has(word.text)) return false;
  if (isGivenName(word.text) || surnames.has(word.text)) return true;
  return word.capital && word.text.length > 1 && !notName.test(word.text);
}

function wordsOf(written: string, text: string): Word[] {
  // Where all is written in capitals they tell nothing.
  const shouts = written === written.toUpperCase();
  return [...written.matchAll(/[\p{L}’']+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    text: text.slice(index, index + word.length),
    capital: !shouts && /^\p{Lu}/u.test(word),
    // «Jairo A. Muñoz», «Ma. Eugenia»
    initial:
      /^(?:\p{L}|ma)$/iu.test(word) &&
      /^\. ?\p{L}/u.test(written.slice(index + word.length, index + word.length + 3)),
  }));
}

function candidateOf(words: Word[]): Candidate {
  const [first, ...rest] = words.filter(({ initial }) => !initial);
  const isGiven = first !== undefined && isGivenName(first.text);
  return {
    words,
    given: isGiven ? 1 + rest.filter(({ text }) => isGivenName(text)).length : 0,
    family: rest.filter(({ text }) => surnames.has(text)).length,
    capital: words.every(({ capital }) => capital),
  };
}

/** Whether what stands before a word leaves it nothing to be but a name, whoever bears it. */
function isSaidName(word: Word, written: string): boolean {
  if (word.text.length < 4 || commonWords.has(word.text) || notName.test(word.text)) return false;
  if (word.text.endsWith('mente')) return false;
  return alwaysNames.test(written.slice(Math.max(0, word.start - 25), word.start).toLowerCase());
}

/** The runs of words that may be names, each as long as it goes. */
function candidatesOf(text: string, words: Word[], written: string): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first || !(isNameLike(first) || isSaidName(first, written)) || related.test(first.text))
      continue;
    const run = [first];
    let last = at;
    for (let next = at + 1; next < words.length && run.length < mostWords; next += 1) {
      const word = words[next];
      const before = words[last];
      if (!word || !before || !isNameLike(word) || next - last > 3) {
        if (word && /^(?:de|del|la|los|las)$/.test(word.text) && next - last < 3) continue;
        break;
      }
      const between = text.slice(before.end, word.start);
      const joins =
        /^[ \t\u00a0]{1,2}$/.test(between) || (before.initial && /^\. ?$/.test(between));
      if (!joins && !particles.test(between)) break;
      run.push(word);
      last = next;
    }
    at = last;
    found.push(candidateOf(run));
  }
  return found;
}

/** Takes in the word after a name in small letters where it can only be an unknown surname. */
function withUnknownSurname(text: string, candidate: Candidate, all: Word[]): Candidate {
  const last = candidate.words.at(-1);
  if (!last || last.capital || candidate.family > 0 || candidate.given === 0) return candidate;
  const next = all[all.indexOf(last) + 1];
  if (!next || text.slice(last.end, next.start) !== ' ') return candidate;
  const isWord = commonWords.has(next.text) || notName.test(next.text) || related.test(next.text);
  if (next.text.length < 4 || isWord) return candidate;
  return { ...candidate, words: [...candidate.words, next], family: 1 };
}

/** Famous names without «de» and «la», as the words of a name are told here. */
const publicNames = new Set(
  [...publicPeople].map((name) => name.replaceAll(/ (?:de|del|la|las|los)(?= )/g, '')),
);
const isPublicPerson = (name: string) => publicNames.has(name);

/** Whether the known words are names only: «la flor rosa» names nobody. */
function isEveryday({ words, capital }: Candidate): boolean {
  return !capital && words.every(({ text }) => everydayNames.has(text));
}

/**
 * One name alone tells of somebody where the text says whose relative they are, what they are called or where
 * they live.
 */
function ofFirstName({ words, given, capital }: Candidate, before: string, next: string): number {
  const [name] = words;
  if (!name || figures.has(name.text)) return 0;
  if (alwaysNames.test(before)) return 0.6;
  if ((given === 0 && !capital) || name.text.length < 3) return 0;
  if (announcesPerson.test(before)) {
    if (neighbourOf.test(next)) return 0.85;
    return (given > 0 && calledByName.test(before)) || ofOwn.test(before) ? 0.6 : 0;
  }
  if (given === 0 || !capital || everydayNames.has(name.text)) return 0;
  if (namesMe.test(before)) return 0.6;
  const isTold = neighbourOf.test(next) || identifies.test(next) || privateAct.test(next);
  return familiar.test(before) && isTold ? 0.6 : 0;
}

function confidenceOf(candidate: Candidate, before: string, next: string): number {
  const { words, given, family, capital } = candidate;
  const name = words.map(({ text }) => text).join(' ');
  const isKnown = given > 0 || family > 0;
  const isPresented = presents.test(before);
  const closes = closesWith.test(before) && /^[ .!,]{0,4}(?:$|\n|\d|c\.?\s?c|cel|tel)/.test(next);
  const announced = announcesPerson.test(before);
  if (
    ofPublicThing.test(before) ||
    titledPlace.test(before) ||
    /^(?:san|santa|santo)$/.test(words[0]?.text ?? '')
  )
    return 0;
  if (inOffice.test(before) && !isPresented) return 0;
  if (ofPlace.test(before) && !isPresented && !announced) return 0;
  if (famousByTitle.test(before + name)) return 0;
  if (words.length === 1) return ofFirstName(candidate, before, next);
  if (isPublicPerson(name) && !isOwn.test(before)) return 0;
  if (hadOffice.test(next)) return 0;
  if (announced || isPresented || closes) return isKnown || capital ? 0.9 : 0;
  if (
    given === 0 ||
    isEveryday(candidate) ||
    ofSpot.test(before) ||
    /^,? \d{1,3}\b(?![ .-]?\d)/.test(next)
  )
    return 0;
  if (identifies.test(next)) return family > 0 || capital ? 0.9 : 0;
  if (family === 0) return capital && words.length > 2 ? 0.6 : 0;
  if (privateAct.test(next)) return 0.85;
  if (!capital && everydayNames.has(words[0]?.text ?? '')) return 0;
  return 0.65;
}

/**
 * Names of people that a text presents as neighbours, relatives or its author; of other full names it is less sure.
 * Not public persons, nor streets, schools or laws. Takes the text as it was written: capitals count.
 */
export function findPeople(written: string): Found[] {
  const text = plain(written);
  if (text.length !== written.length) return [];
  const words = wordsOf(written, text);
  return candidatesOf(text, words, written).flatMap((known) => {
    const start = known.words[0]?.start ?? 0;
    const before = text.slice(Math.max(0, start - 70), start);
    const isCued = announcesPerson.test(before) || presents.test(before) || closesWith.test(before);
    const candidate = isCued ? withUnknownSurname(text, known, words) : known;
    const end = candidate.words.at(-1)?.end ?? start;
    const confidence = confidenceOf(candidate, before, text.slice(end, end + 40));
    return confidence > 0 ? [{ kind: 'persona', start, end, confidence }] : [];
  });
}
