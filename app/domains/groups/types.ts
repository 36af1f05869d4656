import type { AgeBand, Measure } from '#app/domains/declarations/measures.ts';

export const inviteChannels = ['correo', 'telefono', 'mensaje', 'visita', 'afiche'] as const;
export type InviteChannel = (typeof inviteChannels)[number];

export const inviteAnswers = ['viene', 'tal_vez', 'no_viene'] as const;
export type InviteAnswer = (typeof inviteAnswers)[number];

/** A group that can be invited. */
export type Organisation = {
  id: string;
  name: string;
  /** A code of the catalogue `organizacion_tipo`. */
  kind: string;
  locality: { code: string; name: string } | null;
  contact: string;
};

/** What the form of a group offers. */
export type OrganisationChoices = {
  kinds: { code: string; label: string }[];
  localities: { code: string; name: string }[];
};

/** A group invited to a meeting, with what it answered. Who belongs to it is kept nowhere: only how many. */
export type Invitation = {
  organisation: Organisation;
  channel: InviteChannel;
  invitedBy: string | null;
  invitedAt: Date;
  answer: InviteAnswer | null;
  answeredAt: Date | null;
  announced: number | null;
  came: number | null;
};

/** A name of a group that people of a closed meeting wrote. Who they are is kept nowhere beside it. */
export type Mention = {
  id: string;
  meetingId: string;
  meetingTitle: string;
  written: string;
  /** How many wrote it; null where so few are not told. */
  people: number | null;
  /** The group of the catalogue that a person said it is. */
  organisation: { id: string; name: string } | null;
  isDiscarded: boolean;
  /** Whether it looks like somebody's data: whoever mends it is told, and the list does not show it. */
  looksPersonal: boolean;
};

/** What a person says of a name: it is a group of the catalogue, it is none, or it waits again. */
export type MentionOutcome =
  { kind: 'linked'; organisationId: string } | { kind: 'discarded' } | { kind: 'open' };

/**
 * How many groups the catalogue knows, were ever invited, and took part: invited and counted, or
 * named by somebody who came. Merged ones count once.
 */
export type OrganisationCount = { known: number; invited: number; tookPart: number };

export const goalVariables = [
  'genero',
  'edad',
  'discapacidad',
  'cuida',
  'localidad',
  'organizacion_tipo',
] as const satisfies readonly Measure[];
export type GoalVariable = (typeof goalVariables)[number];

/** The bands of age that a goal can name: nobody under 14 is invited by one. */
export const goalAges = [
  'jovenes_14_28',
  'adultos_29_59',
  'mayores_60',
] as const satisfies readonly AgeBand[];

/** Whom a meeting, or the whole plan, wants to reach: a share of those who come. */
export type Goal = {
  id: string;
  meetingId: string | null;
  variable: GoalVariable;
  value: string;
  share: number;
  tolerance: number;
  source: string;
};
/** A meeting's own goals, its plan's, and those that hold for it. */
export type Goals = { own: Goal[]; plan: Goal[]; inForce: Goal[] };
