import type { RegistrationState } from '#app/domains/registration/types.ts';

/** What a device at a door writes down, in the order in which it did. */
export const recordKinds = [
  'inscripcion',
  'llegada',
  'deshacer',
  'anular',
  'idea',
  'nota',
  'foto',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Why a record that was kept needs a person's eye. */
export type ConflictReason = 'over_capacity' | 'same_person' | 'was_cancelled' | 'owner_unknown';

/**
 * What the server says of one record. `reintentar` is the only one that it does not remember: the record stays on the
 * device and comes again. `con`: registrations that may be the same person's.
 */
export type RecordAnswer = {
  id: string;
  estado: 'guardado' | 'ya_estaba' | 'conflicto' | 'rechazado' | 'reintentar';
  razones: string[];
  con: string[];
};

/** A person of the day's list as a device keeps it, encrypted. `codigo` is the hash of their code, not the code. */
export type DoorPerson = {
  id: string;
  nombre: string;
  correo: string | null;
  telefono: string | null;
  apoyos: string[];
  estado: RegistrationState;
  codigo: string;
  llego: boolean;
  /** Registered at a door, so that a door may take it back. */
  puerta: boolean;
  menor: boolean;
  exceso: boolean;
};

/** How many records of each kind the server holds of one device: they must be as many as the device counts. */
export type DeviceCounts = Record<RecordKind, number>;

/** What the whole meeting has by now, over all devices and pages. */
export type MeetingCounts = { inscritas: number; llegaron: number; ideas: number; notas: number };

export type EnrolReply = { equipo: string; lista: DoorPerson[] };
export type SyncReply = {
  respuestas: RecordAnswer[];
  recibidos: DeviceCounts;
  encuentro: MeetingCounts;
  lista: DoorPerson[] | null;
  cerrado: boolean;
};
