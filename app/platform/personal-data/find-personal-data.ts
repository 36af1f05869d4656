import { findAddresses } from './find-addresses.ts';
import { findMails } from './find-contacts.ts';
import { findAccounts, findDocuments, findPhones } from './find-numbers.ts';
import { findPeople } from './find-people.ts';
import { findPlates } from './find-plates.ts';
import { normalText, withNumbers, type NormalText } from './normal-text.ts';
import type { Found, PersonalSpan } from './types.ts';

/**
 * What a text tells of people: documents, telephones, mail, homes, names, plates and accounts, in order and without
 * overlap. `from` and `to` count UTF-16 units; confidence goes from 0 to 1.
 */
export function findPersonalData(written: string): PersonalSpan[] {
  const normal = normalText(written);
  const numbered = withNumbers(normal);
  const inText =
    ({ from, to }: NormalText) =>
    ({ kind, start, end, confidence }: Found): PersonalSpan => ({
      kind,
      from: from[start] ?? 0,
      to: to[end - 1] ?? written.length,
      confidence,
    });
  const { text } = normal;
  const inWritten = inText(normal);
  const original = (at: Found) => {
    const span = inWritten(at);
    return written.slice(span.from, span.to);
  };
  // What was found first keeps its place: a wallet's number is no second telephone.
  const spans: PersonalSpan[] = [];
  const keep = (found: PersonalSpan) => {
    if (!spans.some((other) => found.from < other.to && other.from < found.to)) spans.push(found);
  };
  findAccounts(text).map(inWritten).forEach(keep);
  findMails(text).map(inWritten).forEach(keep);
  findAddresses(numbered.text).map(inText(numbered)).forEach(keep);
  findDocuments(text).map(inWritten).forEach(keep);
  findPlates(text, original).map(inWritten).forEach(keep);
  findPhones(text).map(inWritten).forEach(keep);
  for (const { kind, start, end, confidence } of findPeople(written))
    keep({ kind, from: start, to: end, confidence });
  return spans.sort((a, b) => a.from - b.from);
}

/** The text with each span replaced by `mark`. */
export function hideSpans(
  text: string,
  spans: { from: number; to: number }[],
  mark: string,
): string {
  return [...spans]
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { from, to }) => rest.slice(0, from) + mark + rest.slice(to), text);
}

/** What stands where personal data was, in the language of the text. */
export function markFor(lang: string): string {
  return lang === 'en' ? '[personal data hidden]' : '[dato personal oculto]';
}
