import type { z } from 'zod';
import { FormErrors, type MarkedText } from '#app/platform/http/field-errors.ts';
import { parseForm } from '#app/platform/http/route.server.ts';
import { findPersonalData, markFor, hideSpans } from './find-personal-data.ts';
import type { TextSpan } from './types.ts';

/** What somebody else found in the fields, and the key of `errors` that says so; it is told the `words`. */
type Others = { reason: string; spans: Record<string, TextSpan[]> };

/** Spans in order and apart: where two meet they are one. */
function united(spans: TextSpan[]): TextSpan[] {
  const apart: TextSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else apart.push({ ...span });
  }
  return apart;
}

function markedIn(form: FormData, fields: readonly string[], others: Others | null): MarkedText[] {
  return fields.flatMap((field) => {
    const text = form.get(field);
    if (typeof text !== 'string') return [];
    const own = findPersonalData(text).map(({ from, to }) => ({ from, to }));
    const marks = united([...own, ...(others?.spans[field] ?? [])]);
    return marks.length > 0 ? [{ field, text, marks }] : [];
  });
}

function whyMarked({ field, text }: MarkedText, others: Others | null): string {
  const spans = others?.spans[field] ?? [];
  return others && spans.length > 0
    ? `${others.reason}|words=${quoted(text, spans)}`
    : 'personal_data_marked';
}

/** The words at these places of a text, each once. */
export function quoted(text: string, spans: readonly TextSpan[]): string {
  const words = spans.map(({ from, to }) => `«${text.slice(from, to).replace(/\s+/g, ' ')}»`);
  return [...new Set(words)].join(', ');
}

/**
 * Reads a form like `parseForm`, once the person has said what becomes of the personal data in `fields`: `datos` hides
 * it or leaves it. Without a word the form comes back with the data marked and the choice beside it. `others` are
 * marked and decided on in the same way.
 */
export function parseMarked<S extends z.ZodType>(
  form: FormData,
  schema: S,
  {
    fields,
    lang,
    others = null,
  }: { fields: readonly string[]; lang: string; others?: Others | null },
): z.output<S> {
  const input = parseForm(form, schema);
  const choice = form.get('datos');
  const found = choice === 'dejar' ? [] : markedIn(form, fields, others);
  if (found.length === 0) return input;
  if (choice !== 'ocultar')
    throw new FormErrors(
      Object.fromEntries(found.map((text) => [text.field, [whyMarked(text, others)]])),
      [],
      found,
    );
  const hidden = new FormData();
  for (const [name, value] of form) hidden.append(name, value);
  for (const { field, text, marks } of found)
    hidden.set(field, hideSpans(text, marks, markFor(lang)));
  return parseForm(hidden, schema);
}
