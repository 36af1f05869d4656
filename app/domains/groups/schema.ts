import { z } from 'zod';
import {
  choice,
  id,
  line,
  localityCode,
  optional,
  optionalChoice,
  optionalText,
  orElse,
  whole,
} from '#app/kernel/text.ts';
import { callLimits } from './rules.ts';
import { goalVariables, inviteAnswers, inviteChannels } from './types.ts';

const code = z.string({ error: 'choose_one' }).regex(/^[a-z0-9_]{1,40}$/, 'choose_one');
const people = optional(whole(0, callLimits.people));
const act = <const V extends readonly [string, ...string[]]>(acts: V) =>
  z.object({ accion: choice(acts) }).transform(({ accion }) => ({ act: accion }));

/** What a post of the call's page does. */
export const CallAct = act(['invitar', 'anotar', 'grupo', 'meta', 'quitar_meta']);
/** What a post of the page of the plan's goals does. */
export const GoalAct = act(['meta', 'quitar_meta']);
/** What a post of the catalogue's page does. */
export const CatalogueAct = act(['grupo', 'unir']);

/** What a post about a name that people wrote does. */
export const MentionAct = act(['enlazar', 'nombrar', 'descartar', 'reabrir']);
export const MentionLink = z
  .object({ organizacion: id })
  .transform(({ organizacion }) => ({ organisationId: organizacion }));

/** A group of the catalogue; with `id`, the one to be changed. */
export const OrganisationForm = z
  .object({
    id: optional(id),
    nombre: line({ min: callLimits.nameMin, max: callLimits.nameMax }),
    organizacion_tipo: code,
    localidad: optional(localityCode),
    contacto: optionalText({ max: callLimits.contact }),
  })
  .transform((form) => ({
    id: form.id,
    name: form.nombre,
    kind: form.organizacion_tipo,
    localityCode: form.localidad ?? null,
    contact: form.contacto ?? '',
  }));
export type OrganisationInput = z.output<typeof OrganisationForm>;

/** Two groups that are one: `sobra` goes into `queda`. */
export const MergeForm = z
  .object({ queda: id, sobra: id })
  .refine((form) => form.queda !== form.sobra, { path: ['sobra'], message: 'organisation_same' })
  .transform((form) => ({ stays: form.queda, goes: form.sobra }));
export type MergeInput = z.output<typeof MergeForm>;

export const InvitationForm = z
  .object({ organizacion: id, canal: choice(inviteChannels) })
  .transform((form) => ({ organisationId: form.organizacion, channel: form.canal }));
export type InvitationInput = z.output<typeof InvitationForm>;

/** What an invited group answered, how many it announced, and how many came. */
export const InvitationNote = z
  .object({
    organizacion: id,
    respuesta: optionalChoice(inviteAnswers),
    anunciadas: people,
    vinieron: people,
  })
  .transform((form) => ({
    organisationId: form.organizacion,
    answer: form.respuesta ?? null,
    announced: form.anunciadas ?? null,
    came: form.vinieron ?? null,
  }));
export type InvitationNoteInput = z.output<typeof InvitationNote>;

/** A share as people write it (`52,2`), from 0 to 100. */
const percent = (least: number) =>
  z.string({ error: 'required' }).transform((value, context) => {
    const text = value.trim().slice(0, 12).replace(/\s*%$/, '').replace(',', '.');
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
    tolerancia: orElse(percent(0), '0'),
    fuente: line({ min: 4, max: callLimits.source }),
  })
  .transform((form, context) => {
    const [name, value = ''] = form.a_quien.split(' ');
    const variable = goalVariables.find((known) => known === name);
    if (variable)
      return {
        variable,
        value,
        share: form.proporcion,
        tolerance: form.tolerancia,
        source: form.fuente,
      };
    context.addIssue({ code: 'custom', path: ['a_quien'], message: 'choose_one' });
    return z.NEVER;
  })
  .refine((goal) => goal.tolerance < 1, { path: ['tolerancia'], message: 'percent_invalid' });
export type GoalInput = z.output<typeof GoalForm>;
export const GoalDrop = z.object({ id });
