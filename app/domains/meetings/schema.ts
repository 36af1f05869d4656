import { z } from 'zod';
import {
  choice,
  email,
  id,
  line,
  localityCode,
  optional,
  optionalText,
  orElse,
  text,
  whole,
} from '#app/kernel/text.ts';
import { moment } from '#app/domains/plan/schema.ts';
import { fewestTold, meetingLimits } from './rules.ts';
import { allocations, meetingKinds, meetingLanguages, modalities } from './types.ts';

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

/** When registration closes: as it was said, or a day before the meeting begins, if it opens before that. */
function closingOf(form: { abre: Date; inicia: Date; cierra?: Date | undefined }): Date {
  const dayBefore = new Date(form.inicia.getTime() - 86_400_000);
  return form.cierra ?? (form.abre < dayBefore ? dayBefore : form.inicia);
}

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
    localidad: optional(localityCode),
    como_llegar: optionalText({ max: 1000 }),
    enlace: optional(
      z.url({ protocol: /^https$/, error: 'link_invalid' }).max(500, 'too_long|max=500'),
    ),
    cupo: optional(whole(1, meetingLimits.capacityMax)),
    reservados: orElse(whole(0, meetingLimits.capacityMax), 0),
    abre: moment('start'),
    cierra: optional(moment('end')),
    idiomas: codes(choice(meetingLanguages)),
    accesibilidad: word(/^[a-z_]{1,40}$/),
    accesibilidad_nota: optionalText({ max: 1000 }),
    materiales: optionalText({ max: 1000 }),
    horas_oferta: orElse(whole(1, 168), 24),
    reparto: orElse(choice(allocations), 'llegada'),
  })
  .superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (form.compromisos.length === 0) issue('compromisos', 'choose_one');
    if (form.inicia >= form.termina) issue('termina', 'end_before_start');
    if (form.abre >= closingOf(form)) issue('cierra', 'end_before_start');
    if (closingOf(form) > form.termina) issue('cierra', 'closes_after_meeting');
    if (form.tipo !== 'feria' && form.cupo === undefined) issue('cupo', 'required');
    if (form.cupo !== undefined && form.reservados > form.cupo)
      issue('reservados', 'reserved_over_capacity');
    // A draw publishes how many it is for.
    if (form.reparto === 'sorteo' && (form.cupo ?? 0) - form.reservados < fewestTold)
      issue('reparto', `draw_of_few|least=${fewestTold}`);
    if (form.modalidad !== 'virtual' && form.lugar === undefined) issue('lugar', 'required');
    if (form.modalidad !== 'presencial' && form.enlace === undefined) issue('enlace', 'required');
  })
  .transform((form) => ({
    kind: form.tipo,
    title: form.titulo,
    purpose: form.para_que,
    commitments: form.compromisos,
    startsAt: form.inicia,
    endsAt: form.termina,
    modality: form.modalidad,
    venue: form.lugar ?? '',
    address: form.direccion ?? '',
    localityCode: form.localidad ?? null,
    directions: form.como_llegar ?? '',
    onlineUrl: form.enlace ?? '',
    capacity: form.cupo ?? null,
    reserved: form.reservados,
    opensAt: form.abre,
    closesAt: closingOf(form),
    languages: form.idiomas,
    access: form.accesibilidad,
    accessNote: form.accesibilidad_nota ?? '',
    materials: form.materiales ?? '',
    offerHours: form.horas_oferta,
    allocation: form.reparto,
  }));
export type MeetingInput = z.output<typeof MeetingForm>;

const people = z
  .array(z.string())
  .transform((values) => [...new Set(values.filter((value) => value !== ''))])
  .pipe(z.array(id).max(100, 'choose_one'));

/** Who facilitates a meeting: ticked, or by address. `facilitaba`: who was ticked when the form was drawn. */
const FacilitatorsForm = z
  .object({
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
  })
  .transform((form) => ({
    ticked: form.facilita,
    tickedBefore: form.facilitaba,
    emails: form.facilita_correos,
  }));
export type FacilitatorsInput = z.output<typeof FacilitatorsForm>;
/** What the page posts: the meeting with who facilitates it. */
export const StaffedMeetingForm = z.intersection(MeetingForm, FacilitatorsForm);

export const MeetingVersion = z.object({
  version: z.coerce
    .number({ error: 'number_invalid' })
    .int('number_invalid')
    .min(1, 'number_invalid'),
});
const prepareActs = [
  'guardar',
  'vista_previa',
  'publicar',
  'cancelar',
  'apartar',
  'enviar',
  'aceptar',
  'devolver',
] as const;
/** What a post of the page that prepares a meeting does; saving when it does not say. */
export const PrepareAct = z
  .object({
    accion: choice(prepareActs).default('guardar'),
  })
  .transform(({ accion }) => ({ act: accion }));
/** Which proposal the form goes on with. */
export const ProposalQuery = z
  .object({ propuesta: id.optional().catch(undefined) })
  .transform(({ propuesta }) => propuesta ?? null);
export const CancelForm = z
  .object({ motivo: text({ min: 10, max: 500 }) })
  .transform(({ motivo }) => ({ reason: motivo }));

/** How the list can be seen. */
export const meetingViews = ['lista', 'calendario', 'mapa', 'pasados'] as const;

/** The list's filters; what cannot be read counts as absent, except the cursor. */
export const ListFilters = z
  .object({
    compromiso: z.string().max(80).optional().catch(undefined),
    localidad: localityCode.optional().catch(undefined),
    accesibilidad: z
      .string()
      .regex(/^[a-z_]{1,40}$/)
      .optional()
      .catch(undefined),
    tipo: z.enum(meetingKinds).optional().catch(undefined),
    mes: z
      .string()
      .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/)
      .optional()
      .catch(undefined),
    vista: z.enum(meetingViews).catch('lista'),
  })
  .transform((given) => ({
    commitmentSlug: given.compromiso,
    localityCode: given.localidad,
    access: given.accesibilidad,
    kind: given.tipo,
    month: given.mes,
    view: given.vista,
  }));
export type MeetingListFilters = z.output<typeof ListFilters>;
