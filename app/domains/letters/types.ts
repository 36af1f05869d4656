/** What somebody may write about: help, something that stands in their way, their personal data. */
export const letterKinds = ['ayuda', 'barrera', 'datos'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** The two rights of Ley 1581 de 2012: to know (article 14), to correct, erase or complain (article 15). */
export const claims = ['consulta', 'reclamo'] as const;
export type Claim = (typeof claims)[number];

export type LetterState = 'recibida' | 'en_tramite' | 'pedida' | 'respondida' | 'cerrada';
export type StepKind =
  | 'recibida'
  | 'tomada'
  | 'pedida'
  | 'completada'
  | 'prorrogada'
  | 'cambiada'
  | 'respondida'
  | 'cerrada';

/** What of a letter its term depends on. */
export type Subject = { kind: LetterKind; claim: Claim | null };

/** The facts of a letter that rules ask for. */
export type LetterFacts = Subject & {
  state: LetterState;
  sentAt: Date;
  dueAt: Date;
  extendedAt: Date | null;
  askedAt: Date | null;
  pausedDays: number;
};

/** A letter whole: its words and who wrote them are for coordination and for who wrote it. */
export type Letter = LetterFacts & {
  id: string;
  year: number;
  number: number;
  personId: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  body: string;
  lang: 'es' | 'en';
  replyUntil: Date | null;
  handlerId: string | null;
  handler: string | null;
  settledAt: Date | null;
  mailReturnedAt: Date | null;
  erasedAt: Date | null;
};

export type Step = { id: string; kind: StepKind; body: string; dueAt: Date | null; at: Date };

/** A line of the desk: it names nobody. */
export type LetterLine = LetterFacts & {
  id: string;
  year: number;
  number: number;
  handler: string | null;
  replyUntil: Date | null;
  settledAt: Date | null;
  isCalled: boolean;
  isUnreachable: boolean;
};

/** What who wrote is told, by mail or by telephone. */
export const callAbouts = [
  'recibida',
  'pedida',
  'prorrogada',
  'cambiada',
  'respondida',
  'cerrada',
] as const;
export type Told = (typeof callAbouts)[number];

/** What came of a call. */
export const callResults = ['hablamos', 'no_contesto', 'equivocado'] as const;
