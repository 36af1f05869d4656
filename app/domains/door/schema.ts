import { z } from 'zod';
import { line, optionalText, text } from '#app/kernel/text.ts';
import { doorLimits } from './rules.ts';
import { recordKinds } from './types.ts';
import { ArrivedForm } from '#app/domains/registration/schema.ts';

const doorId = z.uuid('choose_one');
const name = line({ min: 1, max: 80 });

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'json_malformed' });
    return z.NEVER;
  }
}

/** What a device asks: to be prepared, to hand over what it wrote down, to be let go. */
export const DoorMessage = z.discriminatedUnion('accion', [
  z
    .object({ accion: z.literal('preparar'), nombre: name })
    .transform(({ accion, nombre }) => ({ act: accion, name: nombre })),
  z
    .object({
      accion: z.literal('enviar'),
      equipo: doorId,
      registros: z.array(z.unknown()).max(doorLimits.batch),
      lista: z.boolean().default(false),
    })
    .transform((given) => ({
      act: given.accion,
      deviceId: given.equipo,
      records: given.registros,
      wantsList: given.lista,
    })),
  z
    .object({ accion: z.literal('soltar'), equipo: doorId })
    .transform(({ accion, equipo }) => ({ act: accion, deviceId: equipo })),
]);

/** A photo with the record that it belongs to, which is JSON. */
export const DoorPhoto = z
  .object({
    equipo: doorId,
    registro: z.string().max(10_000).transform(readJson),
    archivo: z.instanceof(File),
  })
  .transform(({ equipo, registro, archivo }) => ({
    deviceId: equipo,
    record: registro,
    file: archivo,
  }));

/**
 * The envelope of a record; its content is read by the schema of its kind, so that one bad record
 * spoils no other. `replaces`: the refused record that a person put right with this one.
 */
export const SentRecord = z
  .object({
    id: doorId,
    reemplaza: doorId.optional(),
    kind: z.enum(recordKinds),
    made_at: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
    payload: z.record(z.string(), z.unknown()),
  })
  .transform(({ id, reemplaza, kind, made_at: madeAt, payload }) => ({
    id,
    kind,
    madeAt,
    payload,
    replaces: reemplaza ?? null,
  }));
export type SentRecordInput = z.output<typeof SentRecord>;

const walkInFields = [
  'nombre',
  'correo',
  'telefono',
  'acepta_inscripcion',
  'acepta_contacto',
  'apoyo',
  'apoyo_otro',
  'acudiente_nombre',
  'acudiente_contacto',
  'menor_oido',
];

/**
 * What people may be asked at a door: who they are, what they need and, where they like, their
 * contact. What they declare of themselves they write alone, in a record of its own.
 */
export const WalkIn = z.preprocess((given) => {
  const fields = given && typeof given === 'object' ? Object.entries(given) : [];
  const known = fields.filter(([field]) => walkInFields.includes(field));
  return { apoyo: [], ...Object.fromEntries(known), cuida: [] };
}, ArrivedForm);

const ofRegistration = z
  .object({ inscripcion: doorId })
  .transform(({ inscripcion }) => ({ registrationId: inscripcion }));
export const ArrivalRecord = ofRegistration;
/** A registration made at a door by mistake. */
export const AnnulRecord = ofRegistration;
/** `id`: the device's own check-in that it takes back; without it, whichever holds. */
export const UndoRecord = z
  .object({ inscripcion: doorId, llegada: doorId.optional() })
  .transform(({ inscripcion, llegada }) => ({ registrationId: inscripcion, id: llegada }));
export const IdeaRecord = z
  .object({
    titulo: line({ min: 4, max: doorLimits.title }),
    descripcion: optionalText({ max: doorLimits.text }),
    mesa: optionalText({ max: doorLimits.table }),
    compromiso: optionalText({ max: 80 }),
    apoyan: z.coerce
      .number({ error: 'number_invalid' })
      .int('number_invalid')
      .min(0, 'number_invalid')
      .max(5000, 'number_invalid')
      .default(0),
    quienes: z.array(doorId).max(60, 'choose_one').default([]),
  })
  .transform((given) => ({
    title: given.titulo,
    description: given.descripcion ?? '',
    table: given.mesa ?? '',
    commitment: given.compromiso,
    agreeing: given.apoyan,
    owners: [...new Set(given.quienes)],
  }));
/**
 * A photo comes with its bytes in a message of its own; what is said of it is what who cannot see
 * it reads.
 */
export const PhotoRecord = z
  .object({ descripcion: text({ min: doorLimits.photoMin, max: doorLimits.photo }) })
  .transform(({ descripcion }) => ({ description: descripcion }));
export const NoteRecord = z
  .object({ texto: text({ max: doorLimits.text }) })
  .transform(({ texto }) => ({ body: texto }));

const actOnPerson = <const A extends string>(act: A) =>
  z
    .object({ accion: z.literal(act), inscripcion: doorId })
    .transform(({ inscripcion }) => ({ act, registrationId: inscripcion }));

/** What the list of the door does without script, and who looks after its devices. */
export const DoorAct = z.discriminatedUnion('accion', [
  actOnPerson('llegada'),
  actOnPerson('deshacer'),
  actOnPerson('anular'),
  z
    .object({ accion: z.literal('retirar_equipo'), equipo: doorId })
    .transform(({ accion, equipo }) => ({ act: accion, deviceId: equipo })),
]);
