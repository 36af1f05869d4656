import { z } from 'zod';
import { choice, email, id, line, optional, optionalText, ticked } from '#app/kernel/text.ts';
import { isMinorByYear, tidy, unknownAnswers } from '#app/domains/declarations/rules.ts';
import { declarationFields } from '#app/domains/declarations/schema.ts';
import type { Catalogue } from '#app/domains/declarations/types.ts';
import { callResults } from './call.rules.ts';
import { answerStates } from './need.rules.ts';
import { readDocument, readPhone, registrationLimits } from './rules.ts';
import { purposes } from './types.ts';

const name = line({ min: registrationLimits.nameMin, max: registrationLimits.nameMax });
const phone = z
  .string()
  .max(40, 'phone_invalid')
  .transform((value, context) => {
    const found = readPhone(value);
    if (!found) context.addIssue({ code: 'custom', message: 'phone_invalid' });
    return found ?? '';
  });
const documentNumber = z
  .string()
  .max(40, 'document_invalid')
  .transform((value, context) => {
    const found = readDocument(value);
    if (!found) context.addIssue({ code: 'custom', message: 'document_invalid' });
    return found ?? '';
  });
const needs = z
  .array(z.string())
  .transform((values) => [...new Set(values.filter((value) => value !== ''))])
  .pipe(z.array(z.string().regex(/^[a-z_]{1,40}$/, 'choose_one')).max(12, 'choose_one'));

/** Names that repeat in the registration form. */
export const repeated = ['apoyo', 'cuida'];

/** Who somebody is, how they are reached and what they require. */
export const personalFields = {
  nombre: name,
  correo: optional(email),
  telefono: optional(phone),
  apoyo: needs,
  apoyo_otro: optionalText({ max: registrationLimits.needNote }),
};

export const contactIsThere = (
  form: { correo?: string | undefined; telefono?: string | undefined },
  context: z.RefinementCtx,
) => {
  if (form.correo === undefined && form.telefono === undefined)
    context.addIssue({ code: 'custom', path: ['correo'], message: 'contact_required' });
};

/** Who answers for somebody under 18, and that they themselves were asked. */
export const guardianFields = {
  acudiente_nombre: optionalText({ max: 120 }),
  acudiente_contacto: optionalText({ max: 120 }),
  menor_oido: ticked,
};

/** Needs as they are kept: only one that the catalogue does not have says what it is. */
const requestsOf = (codes: string[], other: string | undefined) =>
  codes.map((need) => ({ need, note: need === 'otro' ? (other ?? '') : '' }));

export const personalOf = (form: z.output<z.ZodObject<typeof personalFields>>) => ({
  name: form.nombre,
  email: form.correo,
  phone: form.telefono,
  needs: requestsOf(form.apoyo, form.apoyo_otro),
});

const Shape = z.object({
  ...personalFields,
  acepta_inscripcion: ticked,
  acepta_estadistica: ticked,
  acepta_contacto: ticked,
  acepta_imagen: ticked,
  preguntado: ticked,
  documento_tipo: optional(z.string().regex(/^[a-z_]{1,20}$/, 'choose_one')),
  documento: optional(documentNumber),
  ...guardianFields,
  ...declarationFields,
});

const consentIsThere = (form: { acepta_inscripcion: boolean }, context: z.RefinementCtx) => {
  if (!form.acepta_inscripcion)
    context.addIssue({
      code: 'custom',
      path: ['acepta_inscripcion'],
      message: 'consent_required',
    });
};

const registrationOf = ({
  nombre,
  correo,
  telefono,
  apoyo,
  apoyo_otro,
  acepta_inscripcion,
  acepta_estadistica,
  acepta_contacto,
  acepta_imagen,
  documento_tipo,
  documento,
  acudiente_nombre,
  acudiente_contacto,
  menor_oido,
  preguntado,
  ...answers
}: z.output<typeof Shape>) => {
  const given = {
    inscripcion: acepta_inscripcion,
    estadistica: acepta_estadistica,
    contacto: acepta_contacto,
    imagen: acepta_imagen,
  };
  return {
    ...personalOf({ nombre, correo, telefono, apoyo, apoyo_otro }),
    consents: purposes.filter((purpose) => given[purpose]),
    documentType: documento_tipo,
    document: documento,
    guardianName: acudiente_nombre,
    guardianContact: acudiente_contacto,
    minorHeard: menor_oido,
    /** That they were asked what becomes of answers they gave no permission for. */
    wasAsked: preguntado,
    /** What the person says of themselves, by the names under which it is kept. */
    answers,
  };
};

/** The registration form (contract, section 5): name and one contact are all that is required. */
export const RegistrationForm = Shape.superRefine(contactIsThere)
  .superRefine(consentIsThere)
  .transform(registrationOf);
/** The same of somebody who stands at the door: who has no contact, or gives none, is let in. */
export const ArrivedForm = Shape.superRefine(consentIsThere).transform(registrationOf);
export type RegistrationInput = z.output<typeof RegistrationForm>;

/**
 * Whether somebody answered questions about themselves and did not allow their use: the answers would not be
 * kept, and they have not been asked yet whether they mean that.
 */
export function losesAnswers({ answers, consents, wasAsked }: RegistrationInput): boolean {
  return !wasAsked && !consents.includes('estadistica') && Object.keys(tidy(answers)).length > 0;
}

/** Answers about oneself, and of who is under 18 what goes with them. */
export type LaterInput = Pick<
  RegistrationInput,
  'answers' | 'guardianName' | 'guardianContact' | 'minorHeard'
>;

/** What the checks of a form read. */
type Checks = { catalogue: Catalogue; isLocality: boolean; today: Date };

/**
 * What the shape alone cannot say of answers about oneself: this day's catalogue, and of who is under
 * 18 who authorises it and that they were heard, unless that was said before.
 */
export function answerProblems(
  { answers, guardianName, guardianContact, minorHeard }: LaterInput,
  given: Checks,
  isKnownMinor: boolean,
): Record<string, string> {
  const wrong: Record<string, string> = {};
  const year = answers.anio_nacimiento;
  if (answers.localidad && !given.isLocality) wrong['localidad'] = 'choose_one';
  if (year !== undefined && year > given.today.getUTCFullYear())
    wrong['anio_nacimiento'] = 'year_invalid';
  const minor = isMinorByYear(year, given.today) || guardianName || guardianContact;
  if (minor && !isKnownMinor) {
    if (!guardianName) wrong['acudiente_nombre'] = 'required';
    if (!guardianContact) wrong['acudiente_contacto'] = 'required';
    if (!minorHeard) wrong['menor_oido'] = 'minor_heard_required';
  }
  for (const question of unknownAnswers(answers, given.catalogue)) wrong[question] = 'choose_one';
  return wrong;
}

/**
 * The same of a whole registration. Field → key of `errors`.
 */
export function registrationProblems(
  input: RegistrationInput,
  given: Checks,
): Record<string, string> {
  const wrong = answerProblems(input, given, false);
  const { needs, documentType } = input;
  const offers = (question: 'apoyo' | 'documento_tipo', code: string) =>
    given.catalogue[question].some((option) => option.code === code);
  if (needs.some(({ need }) => !offers('apoyo', need))) wrong['apoyo'] = 'choose_one';
  if (needs.some(({ need, note }) => need === 'otro' && note === ''))
    wrong['apoyo_otro'] = 'required';
  if (documentType && !offers('documento_tipo', documentType))
    wrong['documento_tipo'] = 'choose_one';
  return wrong;
}

/** Whether two registrations are one person's. */
export const outcome = choice(['unidas', 'distintas']);

/** The contact of somebody as who facilitates corrects it: one of both stays. */
export const ContactForm = z
  .object({ inscripcion: id, correo: optional(email), telefono: optional(phone) })
  .superRefine(contactIsThere)
  .transform((form) => ({
    registrationId: form.inscripcion,
    email: form.correo,
    phone: form.telefono,
  }));
export type ContactInput = z.output<typeof ContactForm>;

/** Whose place is given up for them. */
export const CancelForm = z
  .object({ inscripcion: id })
  .transform((form) => ({ registrationId: form.inscripcion }));

/** What who runs a meeting says of a pair of its registrations. */
export const PairForm = z
  .object({ una: id, otra: id, decision: outcome })
  .transform((form) => ({ id: form.una, otherId: form.otra, outcome: form.decision }));

/** What came of a call that somebody made. */
export const CallOutcome = z
  .object({ llamada: id, resultado: choice(callResults) })
  .transform((form) => ({ callId: form.llamada, result: form.resultado }));
export type CallOutcomeInput = z.output<typeof CallOutcome>;

/** The answer to one request (`inscripcion`), or to all for the same need that still wait. */
export const NeedAnswer = z
  .object({
    apoyo: z.string({ error: 'choose_one' }).regex(/^[a-z_]{1,40}$/, 'choose_one'),
    inscripcion: optional(id),
    estado: choice(answerStates),
    respuesta: optionalText({ max: registrationLimits.answer }),
  })
  .superRefine((form, context) => {
    if (form.estado === 'no_posible' && form.respuesta === undefined)
      context.addIssue({ code: 'custom', path: ['respuesta'], message: 'need_why' });
  })
  .transform((form) => ({
    need: form.apoyo,
    registrationId: form.inscripcion,
    state: form.estado,
    answer: form.respuesta,
  }));
export type NeedAnswerInput = z.output<typeof NeedAnswer>;
