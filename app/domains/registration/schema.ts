import { z } from 'zod';
import { choice, id, line, optionalText } from '#app/kernel/text.ts';
import { isMinorByYear, unknownAnswers } from '#app/domains/declarations/rules.ts';
import { declarationFields } from '#app/domains/declarations/schema.ts';
import { questions, type Answers, type Catalogue } from '#app/domains/declarations/types.ts';
import { answerStates } from './need.rules.ts';
import { readDocument, readPhone, registrationLimits } from './rules.ts';

const blank = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const optionalEmail = z.preprocess(
  blank,
  z
    .string()
    .trim()
    .max(254, 'too_long|max=254')
    .pipe(z.email('email_invalid'))
    .transform((value) => value.toLowerCase())
    .optional(),
);
const optionalPhone = z.preprocess(
  blank,
  z
    .string()
    .max(40, 'phone_invalid')
    .transform((value, context) => {
      const phone = readPhone(value);
      if (!phone) context.addIssue({ code: 'custom', message: 'phone_invalid' });
      return phone ?? '';
    })
    .optional(),
);
const optionalDocument = z.preprocess(
  blank,
  z
    .string()
    .max(40, 'document_invalid')
    .transform((value, context) => {
      const document = readDocument(value);
      if (!document) context.addIssue({ code: 'custom', message: 'document_invalid' });
      return document ?? '';
    })
    .optional(),
);
const ticked = z.preprocess((value) => value === 'si' || value === 'on', z.boolean());

/** Names that repeat in the registration form. */
export const repeated = ['apoyo', 'cuida'];

/** The registration form (contract, section 5): name and one contact are all that is required. */
export const RegistrationForm = z
  .object({
    nombre: line({ min: registrationLimits.nameMin, max: registrationLimits.nameMax }),
    correo: optionalEmail,
    telefono: optionalPhone,
    acepta_inscripcion: ticked,
    acepta_estadistica: ticked,
    acepta_contacto: ticked,
    acepta_imagen: ticked,
    apoyo: z
      .array(z.string())
      .transform((values) => [...new Set(values.filter((value) => value !== ''))])
      .pipe(z.array(z.string().regex(/^[a-z_]{1,40}$/, 'choose_one')).max(12, 'choose_one')),
    apoyo_otro: optionalText({ max: registrationLimits.needNote }),
    documento_tipo: z.preprocess(
      blank,
      z
        .string()
        .regex(/^[a-z_]{1,20}$/, 'choose_one')
        .optional(),
    ),
    documento: optionalDocument,
    acudiente_nombre: optionalText({ max: 120 }),
    acudiente_contacto: optionalText({ max: 120 }),
    menor_oido: ticked,
    ...declarationFields,
  })
  .superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (form.correo === undefined && form.telefono === undefined)
      issue('correo', 'contact_required');
    if (!form.acepta_inscripcion) issue('acepta_inscripcion', 'consent_required');
  });
export type RegistrationInput = z.output<typeof RegistrationForm>;

/** What the form says of the person, apart from what the registration itself needs. */
export function answersOf(input: RegistrationInput): Answers {
  return Object.fromEntries(questions.map((question) => [question, input[question]])) as Answers;
}

/** What the shape alone cannot say of a registration: this day's catalogue, a guardian and that the minor was heard under 18. Field → key of `errors`. */
export function registrationProblems(
  input: RegistrationInput,
  given: { catalogue: Catalogue; isLocality: boolean; today: Date },
): Record<string, string> {
  const wrong: Record<string, string> = {};
  const offers = (question: 'apoyo' | 'documento_tipo', code: string) =>
    given.catalogue[question].some((option) => option.code === code);
  if (input.apoyo.some((need) => !offers('apoyo', need))) wrong['apoyo'] = 'choose_one';
  if (input.apoyo.includes('otro') && !input.apoyo_otro) wrong['apoyo_otro'] = 'required';
  if (input.documento_tipo && !offers('documento_tipo', input.documento_tipo))
    wrong['documento_tipo'] = 'choose_one';
  if (input.localidad && !given.isLocality) wrong['localidad'] = 'choose_one';
  if (input.anio_nacimiento !== undefined && input.anio_nacimiento > given.today.getUTCFullYear())
    wrong['anio_nacimiento'] = 'year_invalid';
  if (
    isMinorByYear(input.anio_nacimiento, given.today) ||
    input.acudiente_nombre ||
    input.acudiente_contacto
  ) {
    if (!input.acudiente_nombre) wrong['acudiente_nombre'] = 'required';
    if (!input.acudiente_contacto) wrong['acudiente_contacto'] = 'required';
    if (!input.menor_oido) wrong['menor_oido'] = 'minor_heard_required';
  }
  for (const question of unknownAnswers(answersOf(input), given.catalogue))
    wrong[question] = 'choose_one';
  return wrong;
}

/** What a person does at their registration's page, by its code. */
export const RegistrationAct = z.object({
  accion: choice([
    'aceptar',
    'cancelar',
    'abrir',
    'enlace',
    'guardar',
    'retirar_permiso',
    'reclamar',
    'aclarar',
    'cerrar',
  ]),
});
export const ContactForm = z.object({ contacto: line({ min: 3, max: 254 }) });
export const LinkForm = z.object({ enlace: z.string().regex(/^[\w-]{22}$/, 'personal_link_over') });
export const PersonalForm = z
  .object({
    nombre: line({ min: registrationLimits.nameMin, max: registrationLimits.nameMax }),
    correo: optionalEmail,
    telefono: optionalPhone,
    apoyo: RegistrationForm.shape.apoyo,
    apoyo_otro: RegistrationForm.shape.apoyo_otro,
  })
  .superRefine((form, context) => {
    if (form.correo === undefined && form.telefono === undefined)
      context.addIssue({ code: 'custom', path: ['correo'], message: 'contact_required' });
  });
/** Whether two registrations are one person's. */
export const PairForm = z.object({ una: id, otra: id, decision: choice(['unidas', 'distintas']) });
/** Whether another registration is one's own too. */
export const OwnPairForm = z.object({ otra: id, es: choice(['unidas', 'distintas']) });
export const ConsentForm = z.object({ permiso: choice(['estadistica', 'contacto', 'imagen']) });

/** The answer to one request (`inscripcion`), or to all for the same need that still wait. */
export const NeedAnswer = z
  .object({
    apoyo: z.string({ error: 'choose_one' }).regex(/^[a-z_]{1,40}$/, 'choose_one'),
    inscripcion: z.preprocess(blank, id.optional()),
    estado: choice(answerStates),
    respuesta: optionalText({ max: registrationLimits.answer }),
  })
  .superRefine((form, context) => {
    if (form.estado === 'no_posible' && form.respuesta === undefined)
      context.addIssue({ code: 'custom', path: ['respuesta'], message: 'need_why' });
  });
export type NeedAnswerInput = z.output<typeof NeedAnswer>;
