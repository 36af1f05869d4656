import { z } from 'zod';
import { choice, text } from '#app/kernel/text.ts';
import { moment } from '#app/domains/plan/schema.ts';
import { drawLimits } from './rules.ts';
import { sourceKinds } from './types.ts';

/** What a post of the page of a draw does. */
export const DrawAct = z.object({
  accion: choice(['preparar', 'calcular', 'detener', 'comprometer', 'sortear']),
});

const count = z.coerce
  .number({ error: 'number_invalid' })
  .int('number_invalid')
  .min(0, 'number_range|min=0,max=5000')
  .max(5000, 'number_range|min=0,max=5000');

/** The quotas, as fields `min.<goal>` and `max.<goal>`. */
export const QuotaPair = z.object({ min: count, max: count });

/** The commitment: where the randomness will come from, and when. */
export const CommitForm = z
  .object({
    origen: choice(sourceKinds),
    fuente: z.preprocess(
      (value) => (typeof value === 'string' ? value : ''),
      z.string().trim().max(drawLimits.source, `too_long|max=${drawLimits.source}`),
    ),
    momento: moment('start'),
    hasta: z.preprocess((value) => (value === '' ? undefined : value), moment('end').optional()),
  })
  .superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (form.origen === 'fuente' && form.fuente.length < 8) issue('fuente', 'too_short|min=8');
    if (form.origen === 'circulo' && form.hasta === undefined) issue('hasta', 'required');
    if (form.origen === 'circulo' && form.hasta !== undefined && form.hasta <= form.momento)
      issue('hasta', 'end_before_start');
  });
export type CommitInput = z.output<typeof CommitForm>;

/** What the public source said, as it was written. */
export const HoldForm = z.object({ resultado: text({ min: 2, max: drawLimits.text }) });

/**
 * What a person of the Circle adds to the seed; the secret is taken letter by letter, since its
 * hash was given before.
 */
export const ShareAct = z.object({ accion: choice(['comprometer', 'revelar']) });
export const CommitmentForm = z.object({
  huella: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : ''),
    z.string().regex(/^[0-9a-f]{64}$/, 'hash_invalid'),
  ),
});
export const SecretForm = z.object({
  secreto: z
    .string({ error: 'required' })
    .min(drawLimits.secretMin, `too_short|min=${drawLimits.secretMin}`)
    .max(drawLimits.secretMax, `too_long|max=${drawLimits.secretMax}`),
});
