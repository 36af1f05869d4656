import { z } from 'zod';
import {
  choice,
  cleanText,
  line,
  localityCode,
  optional,
  optionalChoice,
  optionalText,
  text,
} from '#app/kernel/text.ts';
import { ideaLimits, searchLimit } from './rules.ts';
import { ideaOrders, ideaSteps } from './types.ts';

const commitment = z.string({ error: 'choose_one' }).min(1, 'choose_one').max(80, 'choose_one');
const locality = optional(localityCode);

/** A new idea, or the text of an old one: the form's shape. */
export const IdeaForm = z
  .object({
    compromiso: commitment,
    titulo: line({ min: ideaLimits.titleMin, max: ideaLimits.titleMax }),
    descripcion: text({ min: ideaLimits.descriptionMin, max: ideaLimits.descriptionMax }),
    localidad: locality,
  })
  .transform((given) => ({
    commitment: given.compromiso,
    title: given.titulo,
    description: given.descripcion,
    locality: given.localidad,
  }));

/** A draft may be unfinished, but not longer than an idea. */
export const DraftForm = z
  .object({
    compromiso: commitment,
    titulo: line({ min: 1, max: ideaLimits.titleMax }),
    descripcion: optionalText({ max: ideaLimits.descriptionMax }),
    localidad: locality,
  })
  .transform((given) => ({
    commitment: given.compromiso,
    title: given.titulo,
    description: given.descripcion,
    locality: given.localidad,
  }));

export const IdeaAction = z
  .object({ accion: choice(['enviar', 'borrador', 'vista_previa']).default('enviar') })
  .transform(({ accion }) => ({ act: accion }));
export const EditVersion = z.object({
  version: z.coerce
    .number({ error: 'number_invalid' })
    .int('number_invalid')
    .min(1, 'number_invalid'),
});
export const WithdrawForm = z
  .object({ motivo: optionalText({ max: 500 }) })
  .transform(({ motivo }) => ({ reason: motivo ?? '' }));
export const NoteForm = z
  .object({ nota: text({ min: 5, max: ideaLimits.note }) })
  .transform(({ nota }) => ({ note: nota }));
export const CommentForm = z
  .object({
    texto: text({ min: 2, max: ideaLimits.comment }),
    responde_a: optional(z.uuid('choose_one')),
    postura: optionalChoice(['a_favor', 'en_contra', 'pregunta']),
  })
  .transform((given) => ({
    text: given.texto,
    answers: given.responde_a,
    stance: given.postura,
  }));
export const AdvanceForm = z
  .object({
    paso: choice(['en_el_compromiso', 'cumplida']),
    nota: text({ min: 10, max: 1000 }),
  })
  .transform(({ paso, nota }) => ({ step: paso, note: nota }));

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
    localidad: localityCode.optional().catch(undefined),
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
