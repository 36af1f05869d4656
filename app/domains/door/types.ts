import type { Catalogue } from '#app/domains/declarations/types.ts';
import type { Allocation } from '#app/domains/meetings/types.ts';
import type { RegistrationState, RosterRow } from '#app/domains/registration/types.ts';

/** What a device at a door writes down, in the order in which it did. */
export const recordKinds = [
  'inscripcion',
  'llegada',
  'deshacer',
  'anular',
  'idea',
  'nota',
  'foto',
  'respuestas',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What a device knows of its meeting beside the list: nobody's name. */
export type DoorMeeting = {
  id: string;
  isFair: boolean;
  needs: { code: string; label: string }[];
  commitments: { slug: string; number: number; title: string }[];
  /** The voluntary questions, for who came without having registered. */
  questions: {
    options: Catalogue;
    localities: { value: string; label: string }[];
    allocation: Allocation;
  };
};

/** Why a record that was kept needs a person's eye. */
export const conflictReasons = [
  'over_capacity',
  'same_person',
  'was_cancelled',
  'owner_unknown',
] as const;
export type ConflictReason = (typeof conflictReasons)[number];

/** Whether a record with this reason was kept; the other reasons are refusals. */
export function isConflictReason(code: string): code is ConflictReason {
  return conflictReasons.some((reason) => reason === code);
}

/**
 * What the server says of one record. `reintentar` is the only one that it does not remember: the
 * record stays on the device and comes again. `razones`: of a conflict its codes; of a refusal the code, which
 * the address says in words (`sayReply`). `con`: registrations that may be the same person's.
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

/** What the list of the page says of a person. */
export type RosterPerson = Pick<
  RosterRow,
  | 'id'
  | 'name'
  | 'email'
  | 'phone'
  | 'state'
  | 'channel'
  | 'needs'
  | 'checkedInAt'
  | 'overCapacity'
  | 'isMinor'
>;

/** A device that holds the list, as its page names it. */
export type DoorDevice = { id: string; name: string; lastSeenAt: Date; revokedAt: Date | null };

/** How many records of each kind the server holds of one device: they must be as many as the device counts. */
export type DeviceCounts = Record<RecordKind, number>;

/** A count of each kind of record. */
export function countsByKind(countOf: (kind: RecordKind) => number): DeviceCounts {
  return {
    inscripcion: countOf('inscripcion'),
    llegada: countOf('llegada'),
    deshacer: countOf('deshacer'),
    anular: countOf('anular'),
    idea: countOf('idea'),
    nota: countOf('nota'),
    foto: countOf('foto'),
    respuestas: countOf('respuestas'),
  };
}

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
