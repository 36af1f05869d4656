export const meetingKinds = [
  'taller',
  'feria',
  'foro',
  'control_social',
  'datos_abiertos',
  'sesion_circulo',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** What people decided; `lleno`, `cerrado` and `realizado` follow from counts and the clock. */
export type MeetingState = 'borrador' | 'publicado' | 'con_acta' | 'cancelado';
export const shownStates = [
  'borrador',
  'publicado',
  'lleno',
  'cerrado',
  'realizado',
  'con_acta',
  'cancelado',
] as const;
export type ShownState = (typeof shownStates)[number];

export const modalities = ['presencial', 'virtual', 'hibrida'] as const;
export type Modality = (typeof modalities)[number];

/** Languages in which a meeting can be held (ISO 639): Spanish, Colombian Sign Language, English, Kichwa, Inga, Embera. */
export const meetingLanguages = ['es', 'csn', 'en', 'qu', 'inb', 'emp'] as const;
export type MeetingLanguage = (typeof meetingLanguages)[number];

/** How places are given: by arrival; by arrival, and those that become free by the goals; by a draw among all who registered. */
export const allocations = ['llegada', 'metas', 'sorteo'] as const;
export type Allocation = (typeof allocations)[number];

export type Meeting = {
  id: string;
  number: number;
  planId: string;
  kind: MeetingKind;
  state: MeetingState;
  title: string;
  purpose: string;
  lang: string;
  startsAt: Date;
  endsAt: Date;
  modality: Modality;
  venue: string;
  address: string;
  locality: { code: string; name: string } | null;
  directions: string;
  capacity: number | null;
  reserved: number;
  opensAt: Date;
  closesAt: Date;
  languages: MeetingLanguage[];
  /** Codes of the accessibility plan. */
  access: string[];
  accessNote: string;
  materials: string;
  offerHours: number;
  allocation: Allocation;
  /** When a meeting that draws its places gave them. */
  allottedAt: Date | null;
  counted: number | null;
  version: number;
  publishedAt: Date | null;
  closedAt: Date | null;
  cancelledAt: Date | null;
  cancelReason: string;
  commitments: { id: string; slug: string; number: number; titleEs: string; titleEn: string }[];
  /** Places held (registered or offered) and people who wait. */
  held: number;
  waiting: number;
  attended: number;
};

export const registrationStates = [
  'inscrita',
  'en_espera',
  'ofrecida',
  'cancelada',
  'unida',
  'solo_asistencia',
] as const;
export type RegistrationState = (typeof registrationStates)[number];

export const channels = ['web', 'papel', 'telefono', 'puerta'] as const;
export type Channel = (typeof channels)[number];

export const purposes = ['inscripcion', 'estadistica', 'contacto', 'imagen'] as const;
export type Purpose = (typeof purposes)[number];

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

export const supportStates = ['pedido', 'previsto', 'confirmado', 'dado', 'no_posible'] as const;
export type SupportState = (typeof supportStates)[number];
export type SupportRequest = { need: string; note: string; state: SupportState; answer: string };

/** The personal part: shown to who proved their contact, and for a while. */
export type RegistrationFile = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  isMinor: boolean;
  guardianName: string;
  guardianContact: string;
  supports: SupportRequest[];
  consents: { purpose: Purpose; givenAt: Date; revokedAt: Date | null; policyVersion: string }[];
};

/** One person of the roster, as facilitators see it until the meeting is closed: name, contact, supports. */
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
  supports: SupportRequest[];
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
