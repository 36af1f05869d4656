import { z } from 'zod';
import { choice, email, id, line, optionalText, text } from '#app/kernel/text.ts';
import { isMinorByYear, unknownAnswers } from '#app/domains/declarations/rules.ts';
import { declarationFields } from '#app/domains/declarations/schema.ts';
import { questions, type Answers, type Catalogue } from '#app/domains/declarations/types.ts';
import { moment } from '#app/domains/plan/schema.ts';
import { meetingLimits, readDocument, readPhone, registrationLimits } from './rules.ts';
import { allocations, meetingKinds, meetingLanguages, modalities } from './types.ts';

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
    apoyo_otro: optionalText({ max: registrationLimits.supportNote }),
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

const whole = (min: number, max: number) =>
  z.coerce
    .number({ error: 'number_invalid' })
    .int('number_invalid')
    .min(min, `number_range|min=${min},max=${max}`)
    .max(max, `number_range|min=${min},max=${max}`);
const codes = <T extends z.ZodType<unknown, string>>(code: T) =>
  z
    .array(z.string())
    .transform((values) => [...new Set(values.filter((value) => value !== ''))])
    .pipe(z.array(code).max(20, 'choose_one'));
const word = (form: RegExp) => codes(z.string().regex(form, 'choose_one'));

/** Names that repeat in the form of a meeting. */
export const meetingRepeated = [
  'compromisos',
  'accesibilidad',
  'idiomas',
  'facilita',
  'facilitaba',
];

/** A meeting as its form has it; a fair has no places. */
export const MeetingForm = z
  .object({
    tipo: choice(meetingKinds),
    titulo: line({ min: meetingLimits.titleMin, max: meetingLimits.titleMax }),
    para_que: text({ min: 20, max: meetingLimits.text }),
    compromisos: word(/^[a-z0-9-]{1,80}$/),
    inicia: moment('start'),
    termina: moment('end'),
    modalidad: choice(modalities),
    lugar: optionalText({ max: 160 }),
    direccion: optionalText({ max: 200 }),
    localidad: z.preprocess(
      blank,
      z
        .string()
        .regex(/^\d{2}$/, 'choose_one')
        .optional(),
    ),
    como_llegar: optionalText({ max: 1000 }),
    enlace: z.preprocess(
      blank,
      z
        .url({ protocol: /^https$/, error: 'link_invalid' })
        .max(500, 'too_long|max=500')
        .optional(),
    ),
    cupo: z.preprocess(blank, whole(1, meetingLimits.capacityMax).optional()),
    reservados: z.preprocess((value) => blank(value) ?? 0, whole(0, meetingLimits.capacityMax)),
    abre: moment('start'),
    cierra: moment('end'),
    idiomas: codes(choice(meetingLanguages)),
    accesibilidad: word(/^[a-z_]{1,40}$/),
    accesibilidad_nota: optionalText({ max: 1000 }),
    materiales: optionalText({ max: 1000 }),
    horas_oferta: z.preprocess((value) => blank(value) ?? 24, whole(1, 168)),
    reparto: z.preprocess((value) => blank(value) ?? 'llegada', choice(allocations)),
  })
  .superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (form.compromisos.length === 0) issue('compromisos', 'choose_one');
    if (form.inicia >= form.termina) issue('termina', 'end_before_start');
    if (form.abre >= form.cierra) issue('cierra', 'end_before_start');
    if (form.cierra > form.termina) issue('cierra', 'closes_after_meeting');
    if (form.tipo !== 'feria' && form.cupo === undefined) issue('cupo', 'required');
    if (form.cupo !== undefined && form.reservados > form.cupo)
      issue('reservados', 'reserved_over_capacity');
    if (form.modalidad !== 'virtual' && form.lugar === undefined) issue('lugar', 'required');
    if (form.modalidad !== 'virtual' && form.localidad === undefined)
      issue('localidad', 'choose_one');
    if (form.modalidad !== 'presencial' && form.enlace === undefined) issue('enlace', 'required');
  });
export type MeetingInput = z.output<typeof MeetingForm>;

const people = z
  .array(z.string())
  .transform((values) => [...new Set(values.filter((value) => value !== ''))])
  .pipe(z.array(id).max(100, 'choose_one'));

/** Who facilitates a meeting: ticked, or by address. `facilitaba`: who was ticked when the form was drawn. */
const FacilitatorsForm = z.object({
  facilita: people,
  facilitaba: people,
  facilita_correos: optionalText({ max: 2000 }).transform((value, context) => {
    const given = [
      ...new Set(
        (value ?? '')
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ];
    const wrong = given.find((each) => !email.safeParse(each).success);
    if (wrong)
      context.addIssue({
        code: 'custom',
        message: `facilitator_malformed|which=${wrong.replaceAll('|', '').slice(0, 80)}`,
      });
    return given;
  }),
});
export type FacilitatorsInput = z.output<typeof FacilitatorsForm>;
/** What the page posts: the meeting with who facilitates it. */
export const StaffedMeetingForm = z.intersection(MeetingForm, FacilitatorsForm);

export const MeetingVersion = z.object({
  version: z.coerce
    .number({ error: 'number_invalid' })
    .int('number_invalid')
    .min(1, 'number_invalid'),
});
/** What a post of the page that prepares a meeting does; saving when it does not say. */
export const PrepareAct = z.object({
  accion: choice(['guardar', 'vista_previa', 'publicar', 'cancelar']).default('guardar'),
});
export const CancelForm = z.object({ motivo: text({ min: 10, max: 500 }) });

/** The list's filters; what cannot be read counts as absent, except the cursor. */
export const MeetingFilters = z.object({
  compromiso: z.string().max(80).optional().catch(undefined),
  localidad: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
  accesibilidad: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
  tipo: z.enum(meetingKinds).optional().catch(undefined),
  mes: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  vista: z.enum(['lista', 'calendario', 'mapa', 'pasados']).catch('lista'),
});
