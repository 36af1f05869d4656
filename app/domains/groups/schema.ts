import { z } from 'zod';
import { choice, id, line, optionalChoice, optionalText } from '#app/kernel/text.ts';
import { callLimits } from './rules.ts';
import { goalVariables, inviteAnswers, inviteChannels } from './types.ts';

const blank = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const code = z.string({ error: 'choose_one' }).regex(/^[a-z0-9_]{1,40}$/, 'choose_one');
const locality = z.preprocess(
  blank,
  z
    .string()
    .regex(/^\d{2}$/, 'choose_one')
    .optional(),
);
const people = z.preprocess(
  blank,
  z.coerce
    .number({ error: 'number_invalid' })
    .int('number_invalid')
    .min(0, `number_range|min=0,max=${callLimits.people}`)
    .max(callLimits.people, `number_range|min=0,max=${callLimits.people}`)
    .optional(),
);

/** What a post of the call's page does. */
export const CallAct = z.object({
  accion: choice(['invitar', 'anotar', 'grupo', 'meta', 'quitar_meta']),
});
/** What a post of the page of the plan's goals does. */
export const GoalAct = z.object({ accion: choice(['meta', 'quitar_meta']) });
/** What a post of the catalogue's page does. */
export const CatalogueAct = z.object({ accion: choice(['grupo', 'unir']) });

/** What a post about a name that people wrote does. */
export const MentionAct = z.object({
  accion: choice(['enlazar', 'nombrar', 'descartar', 'reabrir']),
});
export const MentionLink = z.object({ organizacion: id });

/** A group of the catalogue; with `id`, the one to be changed. */
export const OrganisationForm = z.object({
  id: z.preprocess(blank, id.optional()),
  nombre: line({ min: callLimits.nameMin, max: callLimits.nameMax }),
  organizacion_tipo: code,
  localidad: locality,
  contacto: optionalText({ max: callLimits.contact }),
});
export type OrganisationInput = z.output<typeof OrganisationForm>;

/** Two groups that are one: `sobra` goes into `queda`. */
export const MergeForm = z
  .object({ queda: id, sobra: id })
  .refine((form) => form.queda !== form.sobra, { path: ['sobra'], message: 'organisation_same' });
export type MergeInput = z.output<typeof MergeForm>;

export const InvitationForm = z.object({ organizacion: id, canal: choice(inviteChannels) });
export type InvitationInput = z.output<typeof InvitationForm>;

/** What an invited group answered, how many it announced, and how many came. */
export const InvitationNote = z.object({
  organizacion: id,
  respuesta: optionalChoice(inviteAnswers),
  anunciadas: people,
  vinieron: people,
});
export type InvitationNoteInput = z.output<typeof InvitationNote>;

/** A share as people write it (`52,2`), from 0 to 100. */
const percent = (least: number) =>
  z.string({ error: 'required' }).transform((value, context) => {
    const text = value.trim().replace(/\s*%$/, '').replace(',', '.');
    const number = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= 100) return Math.round(number * 100) / 10_000;
    context.addIssue({ code: 'custom', message: text === '' ? 'required' : 'percent_invalid' });
    return z.NEVER;
  });

/** A goal; its value is one of those that its variable has. */
export const GoalForm = z
  .object({
    // «variable valor», so that one list offers only values that exist.
    a_quien: z
      .string({ error: 'choose_one' })
      .regex(/^[a-z_]{4,20} [a-z0-9_]{1,40}$/, 'choose_one'),
    proporcion: percent(0.01),
    tolerancia: z.preprocess((value) => blank(value) ?? '0', percent(0)),
    fuente: line({ min: 4, max: callLimits.source }),
  })
  .transform(({ a_quien, ...rest }, context) => {
    const [variable, value] = a_quien.split(' ') as [string, string];
    const known = goalVariables.find((name) => name === variable);
    if (known) return { ...rest, variable: known, value };
    context.addIssue({ code: 'custom', path: ['a_quien'], message: 'choose_one' });
    return z.NEVER;
  })
  .refine((form) => form.tolerancia < 1, { path: ['tolerancia'], message: 'percent_invalid' });
export type GoalInput = z.output<typeof GoalForm>;
export const GoalDrop = z.object({ id });
