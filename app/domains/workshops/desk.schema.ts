import { z } from 'zod';
import { line, optionalText, text } from '#app/kernel/text.ts';
import { deskLimits } from './desk.rules.ts';
import { recordKinds } from './desk.types.ts';
import { RegistrationForm } from './schema.ts';

const deskId = z.uuid('choose_one');
const name = line({ min: 1, max: 80 });

/** What a device asks: to be prepared, to hand over what it wrote down, to be let go. */
export const DeskMessage = z.discriminatedUnion('accion', [
  z.object({ accion: z.literal('preparar'), nombre: name }),
  z.object({ accion: z.literal('enviar'), equipo: deskId, registros: z.array(z.unknown()).max(deskLimits.batch), lista: z.boolean().default(false) }),
  z.object({ accion: z.literal('soltar'), equipo: deskId }),
]);

/** The envelope of a record; its content is read by the schema of its kind, so that one bad record spoils no other. */
export const DeskRecord = z.object({ id: deskId, kind: z.enum(recordKinds), made_at: z.iso.datetime({ offset: true }).transform((value) => new Date(value)), payload: z.record(z.string(), z.unknown()) });
export type DeskRecordInput = z.output<typeof DeskRecord>;

const doorFields = ['nombre', 'correo', 'telefono', 'acepta_inscripcion', 'acepta_contacto', 'apoyo', 'apoyo_otro', 'acudiente_nombre', 'acudiente_contacto', 'menor_oido'];

/** What people may be asked at a door: who they are, their contact, what they need; nothing that they declare of themselves. */
export const WalkIn = z.preprocess((given) => {
  const known = Object.entries((given ?? {}) as Record<string, unknown>).filter(([field]) => doorFields.includes(field));
  return { apoyo: [], ...Object.fromEntries(known), cuida: [] };
}, RegistrationForm);

export const ArrivalRecord = z.object({ inscripcion: deskId });
/** `llegada`: the device's own check-in that it takes back; without it, whichever holds. */
export const UndoRecord = z.object({ inscripcion: deskId, llegada: deskId.optional() });
export const IdeaRecord = z.object({
  titulo: line({ min: 4, max: deskLimits.title }),
  descripcion: optionalText({ max: deskLimits.text }),
  mesa: optionalText({ max: deskLimits.table }),
  apoyan: z.coerce.number({ error: 'number_invalid' }).int('number_invalid').min(0, 'number_invalid').max(5000, 'number_invalid').default(0),
  quienes: z.array(deskId).max(60, 'choose_one').default([]),
});
export const NoteRecord = z.object({ texto: text({ max: deskLimits.text }) });

/** What the list of the desk does without script, and who looks after its devices. */
export const DeskAct = z.discriminatedUnion('accion', [
  z.object({ accion: z.literal('llegada'), inscripcion: deskId }),
  z.object({ accion: z.literal('deshacer'), inscripcion: deskId }),
  z.object({ accion: z.literal('retirar_equipo'), equipo: deskId }),
]);
