import { first } from '#app/kernel/certain.ts';
import { fieldErrors, FormErrors } from '#app/platform/http/field-errors.ts';
import { parseForm } from '#app/platform/http/route.server.ts';
import type { QuotaInput } from './prepare-draw.server.ts';
import { QuotaPair } from './schema.ts';

/** The quotas of a post: `min.<goal>` and `max.<goal>`, each wrong one at its own field. */
export function readQuotas(form: FormData): QuotaInput {
  const quotas: QuotaInput = new Map();
  const wrong: Record<string, string> = {};
  for (const name of form.keys()) {
    if (!name.startsWith('min.')) continue;
    const goal = name.slice(4);
    try {
      quotas.set(
        goal,
        parseForm(
          { min: String(form.get(name)), max: String(form.get(`max.${goal}`) ?? '') },
          QuotaPair,
        ),
      );
    } catch (error) {
      if (!(error instanceof FormErrors)) throw error;
      for (const [end, messages] of Object.entries(error.errors))
        wrong[`${end}.${goal}`] = first(messages);
    }
  }
  if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
  return quotas;
}
