import { withoutAccents } from '#app/kernel/accents.ts';
import { drandChains, type DrandChain, type DrandRound } from './drand.ts';

/**
 * The public source of a draw: which one exactly, when it is known, and how what it says is written.
 * One result has one text, whoever types it and however.
 */
export const sourceForms = ['drand', 'loteria'] as const;
export type PublicSource =
  /** A numbered draw of a named lottery: the digits of its number and of its series (0: none). */
  | {
      form: 'loteria';
      name: string;
      number: number;
      /** Its civil day in the city, `YYYY-MM-DD`. */
      day: string;
      digits: number;
      series: number;
    }
  | { form: 'drand'; chain: DrandChain; round: number };

/**
 * What is committed to before the randomness exists: the source and when it is known; and, where
 * people of the Circle add secrets, until when they commit to them and until when they reveal them.
 */
export type Commitment = {
  source: PublicSource;
  at: Date;
  sharesUntil: Date | null;
  revealUntil: Date | null;
};

/** A result that was read: its one text, and the signed round where there is one. */
export type SourceResult = { line: string; proof: DrandRound | null };
/** Why a typed result is none: a key of `errors`, with its parameters behind a bar. */
export type SourceRefusal = { reason: string };

/** How the result will be written, as the public sees it before: `n` and `s` stand for digits. */
export function sourcePattern(source: PublicSource): string {
  return source.form === 'drand'
    ? `drand|${drandChains[source.chain].hash}|${source.round}|…`
    : `${source.day}|${'n'.repeat(source.digits)}${'s'.repeat(source.series)}`;
}

/** What people write around the digits of a lottery. */
const words = /\b(?:numero|nro|num|no|n|serie|y|premio|mayor|ganador|de la|la|el)\b/g;
const marks = /[\s.,;:/()\-–—º°#*]+/g;

/**
 * The digits of a lottery's number and series, in that order, out of what was typed; null when they
 * are not exactly as many as was said, or in another order.
 */
function lotteryDigits(typed: string, digits: number, series: number): string | null {
  const text = withoutAccents(typed.normalize('NFKC').toLowerCase());
  const [before = '', ...after] = text.split(/\bserie\b/);
  const only = (part: string) => part.replace(words, ' ').replace(marks, ' ').trim();
  const [first, rest] = [only(before), only(after.join(' '))];
  const groups = `${first} ${rest}`.split(' ').filter((group) => group !== '');
  const all = groups.join('');
  if (!/^\d+$/.test(all) || all.length !== digits + series) return null;
  // Two groups of other lengths are perhaps the series and then the number.
  const ends = groups.map((_, index) => groups.slice(0, index + 1).join('').length);
  const isApart = groups.length === 1 || series === 0 || ends.includes(digits);
  const isSaid = after.length === 0 || first.replaceAll(' ', '').length === digits;
  return isApart && isSaid ? all : null;
}

/** The result of a lottery as its one text, `YYYY-MM-DD|digits`. */
export function readLotteryResult(
  source: Extract<PublicSource, { form: 'loteria' }>,
  typed: string,
): SourceResult | SourceRefusal {
  const [, day, result = typed] = /^\s*(\d{4}-\d{2}-\d{2})\s*\|(.*)$/s.exec(typed) ?? [];
  if (day !== undefined && day !== source.day)
    return { reason: `source_other_day|day=${source.day}` };
  const all = lotteryDigits(result, source.digits, source.series);
  return all === null
    ? { reason: `source_digits|digits=${source.digits},series=${source.series}` }
    : { line: `${source.day}|${all}`, proof: null };
}
