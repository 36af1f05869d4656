import { z } from 'zod';
import { line, optionalText, text } from '#app/kernel/text.ts';
import { deskLimits } from './rules.ts';
import { recordKinds } from './types.ts';
import { RegistrationForm } from '#app/domains/registration/schema.ts';

const deskId = z.uuid('choose_one');
const name = line({ min: 1, max: 80 });

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'json_malformed' });
    return z.NEVER;
  }
}

/** What a device asks: to be prepared, to hand over what it wrote down, to be let go. */
export const DeskMessage = z.discriminatedUnion('accion', [
  z.object({ accion: z.literal('preparar'), nombre: name }),
  z.object({
    accion: z.literal('enviar'),
    equipo: deskId,
    registros: z.array(z.unknown()).max(deskLimits.batch),
    lista: z.boolean().default(false),
  }),
  z.object({ accion: z.literal('soltar'), equipo: deskId }),
]);

/** A photo with the record that it belongs to, which is JSON. */
export const DeskPhoto = z.object({
  equipo: deskId,
  registro: z.string().max(10_000).transform(readJson),
  archivo: z.instanceof(File),
});

/**
 * The envelope of a record; its content is read by the schema of its kind, so that one bad record spoils no other.
 * `reemplaza`: the refused record that a person put right with this one.
 */
export const DeskRecord = z.object({
  id: deskId,
  reemplaza: deskId.optional(),
  kind: z.enum(recordKinds),
  made_at: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
  payload: z.record(z.string(), z.unknown()),
});
export type DeskRecordInput = z.output<typeof DeskRecord>;

const doorFields = [
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

/** What people may be asked at a door: who they are, their contact, what they need; nothing that they declare of themselves. */
export const WalkIn = z.preprocess((given) => {
  const known = Object.entries((given ?? {}) as Record<string, unknown>).filter(([field]) =>
    doorFields.includes(field),
  );
  return { apoyo: [], ...Object.fromEntries(known), cuida: [] };
}, RegistrationForm);

export const ArrivalRecord = z.object({ inscripcion: deskId });
/** `llegada`: the device's own check-in that it takes back; without it, whichever holds. */
export const UndoRecord = z.object({ inscripcion: deskId, llegada: deskId.optional() });
/** A registration made at a door by mistake. */
export const AnnulRecord = z.object({ inscripcion: deskId });
export const IdeaRecord = z.object({
  titulo: line({ min: 4, max: deskLimits.title }),
  descripcion: optionalText({ max: deskLimits.text }),
  mesa: optionalText({ max: deskLimits.table }),
  compromiso: optionalText({ max: 80 }),
  apoyan: z.coerce
    .number({ error: 'number_invalid' })
    .int('number_invalid')
    .min(0, 'number_invalid')
    .max(5000, 'number_invalid')
    .default(0),
  quienes: z.array(deskId).max(60, 'choose_one').default([]),
});
/** A photo comes with its bytes in a message of its own; what is said of it is what who cannot see it reads. */
export const PhotoRecord = z.object({
  descripcion: text({ min: deskLimits.photoMin, max: deskLimits.photo }),
});
export const NoteRecord = z.object({ texto: text({ max: deskLimits.text }) });

/** What the list of the desk does without script, and who looks after its devices. */
export const DeskAct = z.discriminatedUnion('accion', [
  z.object({ accion: z.literal('llegada'), inscripcion: deskId }),
  z.object({ accion: z.literal('deshacer'), inscripcion: deskId }),
  z.object({ accion: z.literal('anular'), inscripcion: deskId }),
  z.object({ accion: z.literal('retirar_equipo'), equipo: deskId }),
]);
