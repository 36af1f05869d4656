export const meetingKinds = [
  'taller',
  'feria',
  'foro',
  'control_social',
  'datos_abiertos',
  'sesion_circulo',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/**
 * Kinds whose registration closes with the phase of the workshops at the latest. The Circle sits in the
 * phase after it, and what was promised is watched while it is carried out.
 */
export const kindsOfPhase = ['taller', 'feria', 'foro', 'datos_abiertos'] as const;

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

/**
 * Languages in which a meeting can be held (ISO 639): Spanish, Colombian Sign Language, English,
 * Kichwa, Inga, Embera.
 */
export const meetingLanguages = ['es', 'csn', 'en', 'qu', 'inb', 'emp'] as const;
export type MeetingLanguage = (typeof meetingLanguages)[number];

/**
 * How places are given: by arrival; by arrival, and those that become free by the goals; by a draw
 * among all who registered.
 */
export const allocations = ['llegada', 'metas', 'sorteo'] as const;
export type Allocation = (typeof allocations)[number];

/** States of a registration that hold a place of its meeting. */
export const holdingStates = ['inscrita', 'ofrecida'] as const;
/** States of a registration whose person has a place or waits for one. */
export const liveStates = [...holdingStates, 'en_espera'] as const;

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
  /** When registration closes: as its own form says, or with the phase of the workshops before. */
  closesAt: Date;
  ownClosesAt: Date;
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
  /** Places held (registered or offered), how many of them were kept places, and people who wait. */
  held: number;
  heldReserved: number;
  waiting: number;
  attended: number;
};

/**
 * A meeting as everybody sees it. Numbers of people so few that somebody could be known by them are
 * null; so are the places left, which would tell how many are taken. Whether there is room is told,
 * but where that would be their number: then `isFull` is null.
 */
export type PublicMeeting = Omit<
  Meeting,
  'held' | 'heldReserved' | 'waiting' | 'attended' | 'counted'
> & {
  held: number | null;
  waiting: number | null;
  attended: number | null;
  left: number | null;
  isFull: boolean | null;
};

/** What a meeting still lacks, in the order in which it is prepared. */
export const lackings = [
  'publish',
  'access',
  'facilitators',
  'goals',
  'invitations',
  'calls',
  'needs',
  'duplicates',
  'draw',
  'minutes',
] as const;
export type Lacking = (typeof lackings)[number];

/** Counts that say how far a meeting is prepared. */
export type Preparation = {
  facilitators: number;
  goals: number;
  invited: number;
  openNeeds: number;
  openDuplicates: number;
  openCalls: number;
};

/** A meeting with how far it is prepared. */
export type Prepared = { meeting: Meeting; done: Preparation; lacking: Lacking[] };

/** A meeting that somebody proposes: what its form held, by the names of its fields. */
export type MeetingProposal = {
  id: string;
  authorId: string;
  author: string;
  content: Record<string, string | string[]>;
  state: 'guardada' | 'enviada' | 'devuelta' | 'aceptada';
  note: string;
  meetingId: string | null;
  updatedAt: Date;
};
export type ProposalLine = Omit<MeetingProposal, 'content'> & { title: string };
