import type { z } from 'zod';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { parseForm } from '#app/platform/http/route.server.ts';
import { textsByIdea } from './schema.ts';

/** A dossier's form: its own fields, and what is taken of each idea. */
export function readProposal<T extends object>(
  form: FormData,
  schema: z.ZodType<T>,
): T & { taken: Record<string, string> } {
  const { texts, errors } = textsByIdea(form, 'tomado');
  const tooLong = Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [field, [message]]),
  );
  try {
    const input = parseForm(form, schema, ['ideas']);
    if (Object.keys(tooLong).length > 0) throw new FormErrors({});
    return { ...input, taken: texts };
  } catch (error) {
    if (error instanceof FormErrors) throw new FormErrors({ ...error.errors, ...tooLong });
    throw error;
  }
}
