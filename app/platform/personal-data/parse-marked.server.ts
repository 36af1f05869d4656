import type { z } from 'zod';
import { FormErrors, type MarkedText } from '#app/platform/http/field-errors.ts';
import { parseForm } from '#app/platform/http/route.server.ts';
import { findPersonalData, markFor, hideSpans } from './find-personal-data.ts';

function markedIn(form: FormData, fields: readonly string[]): MarkedText[] {
  return fields.flatMap((field) => {
    const text = form.get(field);
    if (typeof text !== 'string') return [];
    const marks = findPersonalData(text).map(({ from, to }) => ({ from, to }));
    return marks.length > 0 ? [{ field, text, marks }] : [];
  });
}

/**
 * Reads a form like `parseForm`, once the person has said what becomes of the personal data in `fields`: `datos` hides
 * it or leaves it. Without a word the form comes back with the data marked and the choice beside it.
 */
export function parseMarked<S extends z.ZodType>(
  form: FormData,
  schema: S,
  { fields, lang }: { fields: readonly string[]; lang: string },
): z.output<S> {
  const input = parseForm(form, schema);
  const choice = form.get('datos');
  const found = choice === 'dejar' ? [] : markedIn(form, fields);
  if (found.length === 0) return input;
  if (choice !== 'ocultar')
    throw new FormErrors(
      Object.fromEntries(found.map(({ field }) => [field, ['personal_data_marked']])),
      [],
      found,
    );
  const hidden = new FormData();
  for (const [name, value] of form) hidden.append(name, value);
  for (const { field, text, marks } of found)
    hidden.set(field, hideSpans(text, marks, markFor(lang)));
  return parseForm(hidden, schema);
}
