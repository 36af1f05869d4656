export const registrationStates = [
  'inscrita',
  'en_espera',
  'ofrecida',
  'cancelada',
  'unida',
  'solo_asistencia',
] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** States of a registration that was given up or went into another. */
export const goneStates = ['cancelada', 'unida'] as const satisfies readonly RegistrationState[];

/** What a person does at their registration's page. */
export const ownActs = [
  'aceptar',
  'cancelar',
  'abrir',
  'enlace',
  'guardar',
  'retirar_permiso',
  'responder',
  'reclamar',
  'aclarar',
  'cerrar',
] as const;
export const channels = ['web', 'papel', 'telefono', 'puerta'] as const;
export type Channel = (typeof channels)[number];

export const purposes = ['inscripcion', 'estadistica', 'contacto', 'imagen'] as const;
export type Purpose = (typeof purposes)[number];

export const needStates = ['pedido', 'previsto', 'confirmado', 'dado', 'no_posible'] as const;
export type NeedState = (typeof needStates)[number];
export type Need = { need: string; note: string; state: NeedState; answer: string };

/** How a person of a registration can be written to. */
export type Reachable = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  lang: 'es' | 'en';
  personId: string | null;
  /** Since when mails to the address come back. */
  mailReturnedAt: Date | null;
};

/** A registration as who holds its code sees it: nothing personal. */
export type RegistrationView = {
  id: string;
  meetingId: string;
  state: RegistrationState;
  channel: Channel;
  /** How many wait before it, counted from 1; null when it does not wait. */
  turn: number | null;
  offeredUntil: Date | null;
  createdAt: Date;
  personId: string | null;
  duplicates: number;
};

/** The personal part: shown to who proved their contact, and for a while. */
export type RegistrationFile = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  isMinor: boolean;
  guardianName: string;
  guardianContact: string;
  needs: Need[];
  consents: { purpose: Purpose; givenAt: Date; revokedAt: Date | null; policyVersion: string }[];
};

/**
 * One person of the roster, as facilitators see it until the meeting is closed: name, contact,
 * needs.
 */
export type RosterRow = {
  id: string;
  place: number;
  state: RegistrationState;
  channel: Channel;
  name: string;
  email: string | null;
  phone: string | null;
  isMinor: boolean;
  overCapacity: boolean;
  needs: Need[];
  checkedInAt: Date | null;
  createdAt: Date;
};

/** One side of a pair that may be one person's, as who runs the meeting sees it. */
export type DuplicateSide = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  channel: Channel;
  state: RegistrationState;
  createdAt: Date;
  place: number;
  checkedIn: boolean;
};
export type DuplicatePair = {
  id: string;
  otherId: string;
  why: 'contacto' | 'documento' | 'nombre';
  score: number;
  sides: [earlier: DuplicateSide, later: DuplicateSide];
};

/** One need that somebody asked for. The name only for the meeting's own facilitators. */
export type NeedAsked = {
  registrationId: string;
  name: string | null;
  need: string;
  note: string;
  state: NeedState;
  answer: string;
  answeredBy: string | null;
  answeredAt: Date | null;
  askedAt: Date;
};

/** Somebody who agreed to be in photos of a meeting. */
export type PhotoCandidate = { id: string; name: string; isMinor: boolean; came: boolean };
