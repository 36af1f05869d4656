import { findPersonalData } from '#app/platform/personal-data/find-personal-data.ts';
import { highConfidence } from '#app/platform/personal-data/types.ts';
import type { Finding } from './types.ts';

const link = /(https?|hxxps?|ftp|file|gopher):\/\/|www\.[a-z0-9-]+\.[a-z]/gi;
const wholeLink = new RegExp(`(?:${link.source})\\S*`, 'gi');
const element =
  /<\s*\/?\s*(script|iframe|img|svg|object|embed|style|link|meta|form|input|a|b|div|span|p)\b[^>]*>/i;
const handler = /javascript:|\bon(error|load|click)\s*=/i;
const probes = [
  /\b(ssrf|xss|sqli|payload|burp|oast|interactsh|nslookup)\b/i,
  /127\.0\.0\.1|169\.254\.169\.254|localhost:\d|\/etc\/passwd/i,
  /union\s+select|'\s*or\s+1\s*=\s*1|\{\{.*\}\}|\$\{.*\}/i,
];
const testWord = /\b(test|testing|prueba)\b/i;

/** A title with its counters and codes blanked: automated posts differ only there. */
export function titleShape(title: string): string {
  return title
    .toLowerCase()
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{6,}\b/g, '#')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a text shows personal data with enough confidence that a person should look first. */
export function tellsOfPeople(text: string): boolean {
  return findPersonalData(text).some(({ confidence }) => confidence >= highConfidence);
}

/** What in a text a moderator should look at first, in order and apart: personal data and links. */
export function findMarks(text: string): { from: number; to: number }[] {
  const people = findPersonalData(text).map(({ from, to }) => ({ from, to }));
  const links = [...text.matchAll(wholeLink)]
    .map(({ 0: words, index }) => ({ from: index, to: index + words.length }))
    .filter((found) => people.every(({ from, to }) => to <= found.from || found.to <= from));
  return [...people, ...links].sort((a, b) => a.from - b.from);
}

/** What a moderator should look at in a text. Findings never reject: they hold and explain. */
export function checkText(title: string, description: string): Finding[] {
  const text = `${title}\n${description}`;
  const found: Finding[] = [];
  if ((text.match(link) ?? []).length >= 2 || (description.match(link) && description.length < 120))
    found.push('links');
  if (element.test(text) || handler.test(text)) found.push('html');
  if (probes.some((probe) => probe.test(text))) found.push('probe');
  if (tellsOfPeople(text)) found.push('personal_data');
  const letters = title.replace(/[^\p{L}]/gu, '');
  if (letters.length >= 12 && letters === letters.toUpperCase()) found.push('shouting');
  return found;
}

/** Whether a text that would be public at once waits for a moderator: it shows personal data, or leads elsewhere. */
export function mustWait(text: string): boolean {
  return text.match(link) !== null || checkText('', text).length > 0;
}

/** Whether a source in HTML carries script: cut out as text, but nobody who writes an idea sends it. */
export function carriesScript(source: string): boolean {
  return /<\s*(script|iframe|object|embed)\b|javascript:|<[^>]*\bon[a-z]+\s*=/i.test(source);
}

export type Checked = { title: string; description: string };

/**
 * Which rows of one delivery are held before publication: probes and markup, and bursts of at least
 * `burst` posts whose titles differ only in counters or codes (152 such posts reached a big city's
 * platform in two days and still stand in its open data).
 */
export function heldRows(rows: Checked[], burst = 5): Set<number> {
  const shapes = new Map<string, number[]>();
  const held = new Set<number>();
  rows.forEach((row, index) => {
    const shape = titleShape(row.title);
    if (shape.includes('#') || testWord.test(row.title))
      shapes.set(shape, [...(shapes.get(shape) ?? []), index]);
    const found = checkText(row.title, row.description);
    if (found.includes('probe') || found.includes('html')) held.add(index);
    if (
      testWord.test(row.title) &&
      testWord.test(row.description || 'test') &&
      /\b(url|ssrf|youtube|video|embed|html|xss)\b/i.test(row.title)
    )
      held.add(index);
  });
  for (const indices of shapes.values()) {
    const coded = indices.filter((index) =>
      /\b\d{6,}\b|\b[0-9a-f]{6,}\b/i.test(rows[index]?.title ?? ''),
    );
    if (coded.length >= burst) coded.forEach((index) => held.add(index));
  }
  return held;
}
