import { z } from 'zod';
import {
  calendarDay,
  choice,
  id,
  line,
  optional,
  optionalText,
  text,
  ticked,
} from '#app/kernel/text.ts';
import {
  appealedKinds,
  decisions,
  queueViews,
  reasonedDecisions,
  reportReasons,
  subjectKinds,
  type ReasonRow,
} from './types.ts';

export const explanationMax = 2000;
const seen = optional(z.coerce.number({ error: 'number_invalid' }).int('number_invalid'));

/** A decision; the reason and its explanation are required but for publishing. */
export const DecisionForm = z
  .object({
    decision: choice(decisions),
    motivo: optionalText({ max: 60 }),
    explicacion: optionalText({ max: explanationMax }),
    compromiso: optionalText({ max: 80 }),
    duplicada_de: optionalText({ max: 300 }),
    radicado: optionalText({ max: 60 }),
    entidad_competente: optionalText({ max: 200 }),
    nota: optionalText({ max: 1000 }),
    /** How many decisions the page showed: one taken since then is a conflict. */
    vistas: seen,
  })
  .superRefine((input, context) => {
    if (input.decision === 'publicar') return;
    if (!input.motivo)
      context.addIssue({ code: 'custom', path: ['motivo'], message: 'choose_one' });
    if (!input.explicacion)
      context.addIssue({ code: 'custom', path: ['explicacion'], message: 'required' });
  })
  .transform((form) => ({
    decision: form.decision,
    reasonCode: form.motivo,
    explanation: form.explicacion,
    commitmentSlug: form.compromiso,
    keptRef: form.duplicada_de,
    caseNumber: form.radicado,
    competentBody: form.entidad_competente,
    note: form.nota,
    seen: form.vistas,
  }));
type DecisionFields = z.output<typeof DecisionForm>;
/** A decision; what is not said is not there. */
export type DecisionInput = Pick<DecisionFields, 'decision'> & Partial<DecisionFields>;

/** What becomes of a held comment; only not publishing it needs a reason, which its author reads. */
export const CommentDecisionForm = z
  .object({
    decision: choice(['publicar', 'ocultar', 'rechazar']),
    explicacion: optionalText({ max: explanationMax }),
  })
  .superRefine((input, context) => {
    if (input.decision === 'rechazar' && !input.explicacion)
      context.addIssue({ code: 'custom', path: ['explicacion'], message: 'required' });
  })
  .transform(({ decision, explicacion }) => ({ decision, reason: explicacion ?? '' }));
export type CommentDecision = z.output<typeof CommentDecisionForm>;

/** Words of an idea that are hidden, one a line, and why. */
export const PartForm = z
  .object({
    partes: text({ max: 4000 }).transform((lines, context) => {
      const words = [
        ...new Set(
          lines
            .split('\n')
            .map((word) => word.trim())
            .filter(Boolean),
        ),
      ];
      if (words.length <= 20 && words.every((word) => word.length >= 3)) return words;
      context.addIssue({ code: 'custom', message: 'words_too_many' });
      return z.NEVER;
    }),
    explicacion: text({ max: explanationMax }),
  })
  .transform(({ partes, explicacion }) => ({ words: partes, explanation: explicacion }));
export type PartInput = z.output<typeof PartForm>;

/** Many rejected at once, with one reason. */
export const BatchForm = z
  .object({
    ids: z.array(z.string()).max(500, 'choose_some'),
    todas: optionalText({ max: 2 }),
    motivo: z.string({ error: 'choose_one' }).min(1, 'choose_one').max(60, 'choose_one'),
    explicacion: text({ max: explanationMax }),
  })
  .superRefine((input, context) => {
    if (input.ids.length === 0 && !input.todas)
      context.addIssue({ code: 'custom', path: ['ids'], message: 'choose_some' });
  })
  .transform((form) => ({
    ids: form.ids,
    all: form.todas !== undefined,
    reasonCode: form.motivo,
    explanation: form.explicacion,
  }));
export type BatchInput = z.output<typeof BatchForm>;

export const ClaimForm = z
  .object({ accion: choice(['tomar', 'soltar']) })
  .transform(({ accion }) => ({ act: accion }));
export const AnswerForm = z
  .object({ texto: text({ min: 2, max: 5000 }) })
  .transform(({ texto }) => ({ text: texto }));

export const ReportForm = z
  .object({
    tipo: choice(subjectKinds),
    id,
    motivo: choice(reportReasons),
    detalle: optionalText({ max: 1000 }),
  })
  .transform(({ tipo, motivo, detalle, ...same }) => ({
    kind: tipo,
    reason: motivo,
    detail: detalle,
    ...same,
  }));
export const AppealForm = z
  .object({ tipo: choice(appealedKinds), id, texto: text({ min: 2, max: 3000 }) })
  .transform((given) => ({ kind: given.tipo, id: given.id, text: given.texto }));

/** What an appeal is asked for, in an address; none lists what can be appealed. */
export const AppealQuery = z.object({
  tipo: z.enum([...appealedKinds]).catch('idea'),
  id: optional(id).catch(undefined),
});

/**
 * What is done about the reports of one subject; a hiding has a reason and an explanation, and dropping
 * them is explained.
 */
export const ReportDecisionForm = z
  .object({
    accion: choice(['desestimar', 'proponer', 'confirmar', 'descartar']),
    motivo: optionalText({ max: 60 }),
    explicacion: optionalText({ max: explanationMax }),
  })
  .superRefine((input, context) => {
    if (input.accion === 'proponer' && !input.motivo)
      context.addIssue({ code: 'custom', path: ['motivo'], message: 'choose_one' });
    if ((input.accion === 'proponer' || input.accion === 'desestimar') && !input.explicacion)
      context.addIssue({ code: 'custom', path: ['explicacion'], message: 'required' });
  })
  .transform((form) => ({
    act: form.accion,
    reasonCode: form.motivo ?? '',
    explanation: form.explicacion ?? '',
  }));

export const AppealDecisionForm = z
  .object({
    decision: choice(['confirmar', 'revocar']),
    explicacion: text({ max: explanationMax }),
  })
  .transform(({ decision, explicacion }) => ({ decision, explanation: explicacion }));
export type AppealDecisionInput = z.output<typeof AppealDecisionForm>;

/** One row of the catalogue of reasons. */
export const ReasonForm = z
  .object({
    codigo: z.string({ error: 'required' }).regex(/^[a-z_]{3,60}$/, 'code_invalid'),
    decision: choice(reasonedDecisions),
    nombre_es: line({ min: 3, max: 120 }),
    nombre_en: line({ min: 3, max: 120 }),
    explicacion_es: text({ min: 10, max: explanationMax }),
    explicacion_en: text({ min: 10, max: explanationMax }),
    oculta: ticked,
    pide_entidad: ticked,
    desde: calendarDay,
    hasta: optional(calendarDay),
  })
  .refine((input) => !input.hasta || input.desde <= input.hasta, {
    path: ['hasta'],
    message: 'date_order',
  })
  .transform((form): ReasonRow => ({
    code: form.codigo,
    decision: form.decision,
    hides: form.oculta,
    asksBody: form.pide_entidad,
    labelEs: form.nombre_es,
    labelEn: form.nombre_en,
    explanationEs: form.explicacion_es,
    explanationEn: form.explicacion_en,
    validFrom: form.desde,
    validTo: form.hasta ?? null,
  }));

/** The queue's filters; what cannot be read counts as absent, except the cursor. */
export const QueueFilters = z
  .object({
    vista: z.enum([...queueViews]).catch('nuevas'),
    compromiso: z.string().max(80).optional().catch(undefined),
  })
  .transform(({ vista, compromiso }) => ({ view: vista, commitmentSlug: compromiso }));
