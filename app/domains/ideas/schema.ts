import { z } from 'zod';
import { choice, cleanText, line, optionalChoice, optionalText, text } from '#app/kernel/text.ts';
import { ideaLimits, searchLimit } from './rules.ts';
import { ideaOrders, ideaSteps } from './types.ts';

const version = z.coerce
  .number({ error: 'number_invalid' })
  .int('number_invalid')
  .min(1, 'number_invalid');
const locality = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^\d{2}$/, 'choose_one')
    .optional(),
);

/** A new idea, or the text of an old one: the form's shape. */
export const IdeaForm = z.object({
  compromiso: z.string({ error: 'choose_one' }).min(1, 'choose_one').max(80, 'choose_one'),
  titulo: line({ min: ideaLimits.titleMin, max: ideaLimits.titleMax }),
  descripcion: text({ min: ideaLimits.descriptionMin, max: ideaLimits.descriptionMax }),
  localidad: locality,
});

/** A draft may be unfinished, but not longer than an idea. */
export const DraftForm = z.object({
  compromiso: z.string({ error: 'choose_one' }).min(1, 'choose_one').max(80, 'choose_one'),
  titulo: line({ min: 1, max: ideaLimits.titleMax }),
  descripcion: optionalText({ max: ideaLimits.descriptionMax }),
  localidad: locality,
});

export const IdeaAction = z.object({
  accion: z.preprocess(
    (value) => value ?? 'enviar',
    choice(['enviar', 'borrador', 'vista_previa']),
  ),
});
export const EditVersion = z.object({ version });
export const WithdrawForm = z.object({ motivo: optionalText({ max: 500 }) });
export const NoteForm = z.object({ nota: text({ min: 5, max: ideaLimits.note }) });
export const CommentForm = z.object({
  texto: text({ min: 2, max: ideaLimits.comment }),
  responde_a: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.uuid('choose_one').optional(),
  ),
  postura: optionalChoice(['a_favor', 'en_contra', 'pregunta']),
});
export const AdvanceForm = z.object({
  paso: choice(['en_el_compromiso', 'cumplida']),
  nota: text({ min: 10, max: 1000 }),
});

/** The list's filters; what cannot be read counts as absent, except the cursor. */
export const ListFilters = z
  .object({
    compromiso: z.string().max(80).optional().catch(undefined),
    // Longer than anybody types: its beginning is looked for.
    q: z
      .string()
      .transform((text) => cleanText(text.slice(0, searchLimit)))
      .optional()
      .catch(undefined),
    localidad: z
      .string()
      .regex(/^\d{2}$/)
      .optional()
      .catch(undefined),
    estado: z
      .enum([...ideaSteps])
      .optional()
      .catch(undefined),
    orden: z.enum([...ideaOrders]).catch('recientes'),
  })
  .transform((given) => ({
    commitmentSlug: given.compromiso,
    text: given.q,
    localityCode: given.localidad,
    step: given.estado,
    order: given.orden,
  }));
