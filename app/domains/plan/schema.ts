import { z } from 'zod';
import { readInstant } from '#app/platform/city/local-time.ts';
import { choice, cleanText, line, optional, text, ticked } from '#app/kernel/text.ts';
import { sameLength } from './rules.ts';

/** An instant typed as the city's time (or with its own zone); a day alone counts from its start, or to its end. */
export function moment(hourOfDay: 'start' | 'end') {
  return z.string({ error: 'required' }).transform((typed, context) => {
    const at = readInstant(typed, hourOfDay === 'start' ? '00:00' : '23:59:59');
    if (at) return at;
    context.addIssue({
      code: 'custom',
      message: typed.trim() === '' ? 'required' : 'date_invalid',
    });
    return z.NEVER;
  });
}

/** A text that stays as it was when the form does not carry it. */
function kept(limits: { min: number; max: number }) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? cleanText(value) : undefined),
    limits.min > 0
      ? text(limits).optional()
      : z.string().max(limits.max, `too_long|max=${limits.max}`).optional(),
  );
}

const limits = { title: { max: 160 }, short: { max: 80 }, paragraph: { max: 1500 } };

/** Dates of a phase, and its texts when they are sent along. */
export const PhaseForm = z
  .object({
    abre: moment('start'),
    cierra: moment('end'),
    nombre_es: kept({ min: 1, max: 80 }),
    nombre_en: kept({ min: 1, max: 80 }),
    decide_es: kept({ min: 1, max: 1500 }),
    decide_en: kept({ min: 1, max: 1500 }),
    resultado_es: kept({ min: 0, max: 3000 }),
    resultado_en: kept({ min: 0, max: 3000 }),
  })
  .refine((form) => form.abre < form.cierra, { path: ['cierra'], message: 'date_order' })
  .transform((form) => ({
    opensAt: form.abre,
    closesAt: form.cierra,
    name: { es: form.nombre_es, en: form.nombre_en },
    decides: { es: form.decide_es, en: form.decide_en },
    outcome: { es: form.resultado_es, en: form.resultado_en },
  }));
export type PhaseInput = z.output<typeof PhaseForm>;

/** Texts and settings of a plan. */
export const PlanForm = z
  .object({
    titulo_es: line(limits.title),
    titulo_en: line(limits.title),
    resumen_es: text(limits.paragraph),
    resumen_en: text(limits.paragraph),
    publica_primero: ticked,
  })
  .transform((form) => ({
    title: { es: form.titulo_es, en: form.titulo_en },
    summary: { es: form.resumen_es, en: form.resumen_en },
    publishesFirst: form.publica_primero,
  }));
export type PlanInput = z.output<typeof PlanForm>;

const lines = text({ max: 6000 }).transform((value) =>
  value
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Everything coordination writes of a commitment, in both languages; a milestone a line. */
export const CommitmentForm = z
  .object({
    titulo_es: line(limits.title),
    titulo_en: line(limits.title),
    corto_es: line(limits.short),
    corto_en: line(limits.short),
    resumen_es: text(limits.paragraph),
    resumen_en: text(limits.paragraph),
    reto_es: text(limits.paragraph),
    reto_en: text(limits.paragraph),
    nivel_es: text(limits.paragraph),
    nivel_en: text(limits.paragraph),
    uso_es: text(limits.paragraph),
    uso_en: text(limits.paragraph),
    hitos_es: lines,
    hitos_en: lines,
    entidades: z.array(z.uuid('choose_one')).min(1, 'choose_some'),
  })
  .refine((form) => sameLength({ es: form.hitos_es, en: form.hitos_en }), {
    path: ['hitos_en'],
    message: 'milestones_uneven',
  })
  .transform((form) => ({
    title: { es: form.titulo_es, en: form.titulo_en },
    shortTitle: { es: form.corto_es, en: form.corto_en },
    summary: { es: form.resumen_es, en: form.resumen_en },
    challenge: { es: form.reto_es, en: form.reto_en },
    level: { es: form.nivel_es, en: form.nivel_en },
    use: { es: form.uso_es, en: form.uso_en },
    milestones: { es: form.hitos_es, en: form.hitos_en },
    institutionIds: form.entidades,
  }));
export type CommitmentInput = z.output<typeof CommitmentForm>;
export const commitmentLists = ['entidades'];

/** A new commitment begins with its number and names; the rest is written on its own page. */
export const NewCommitmentForm = z
  .object({
    numero: z.coerce
      .number({ error: 'number_invalid' })
      .int('number_invalid')
      .min(1, 'number_invalid')
      .max(99, 'number_invalid'),
    titulo_es: line(limits.title),
    titulo_en: line(limits.title),
  })
  .transform((form) => ({
    number: form.numero,
    title: { es: form.titulo_es, en: form.titulo_en },
  }));
export type NewCommitmentInput = z.output<typeof NewCommitmentForm>;

/** An institution, new or renamed. */
export const InstitutionForm = z
  .object({
    id: optional(z.uuid('value_unknown')),
    nombre_es: line(limits.title),
    nombre_en: line(limits.title),
  })
  .transform((form) => ({ id: form.id, name: { es: form.nombre_es, en: form.nombre_en } }));
export type InstitutionInput = z.output<typeof InstitutionForm>;

/** What is done with a list of institutions or commitments; one that was looked at comes back as its text. */
export const PlanListForm = z
  .object({
    accion: choice(['leer', 'guardar', 'deshacer']),
    texto: z.string().max(4_000_000).default(''),
  })
  .transform(({ accion, texto }) => ({ act: accion, text: texto }));
