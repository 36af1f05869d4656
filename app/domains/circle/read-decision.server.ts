import { FormErrors } from '#app/platform/http/field-errors.ts';
import { parseForm } from '#app/platform/http/route.server.ts';
import { textsByIdea } from '#app/domains/proposals/schema.ts';
import { circleLimits } from './rules.ts';
import { DecisionForm, type DecisionInput } from './schema.ts';

/** The decision's form: its own fields, and two texts for each idea. */
export function readDecision(form: FormData): DecisionInput {
  const taken = textsByIdea(form, 'tomado', circleLimits.answer);
  const notTaken = textsByIdea(form, 'no_tomado', circleLimits.answer);
  const tooLong = Object.fromEntries(
    Object.entries({ ...taken.errors, ...notTaken.errors }).map(([field, message]) => [
      field,
      [message],
    ]),
  );
  try {
    const input = parseForm(form, DecisionForm);
    if (Object.keys(tooLong).length > 0) throw new FormErrors({});
    return { ...input, taken: taken.texts, notTaken: notTaken.texts };
  } catch (error) {
    if (error instanceof FormErrors) throw new FormErrors({ ...error.errors, ...tooLong });
    throw error;
  }
}
