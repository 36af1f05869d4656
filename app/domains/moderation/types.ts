import type { IdeaState } from '#app/domains/ideas/types.ts';

/** Decisions that are explained with a reason of the catalogue. */
export const reasonedDecisions = [
  'devolver',
  'rechazar',
  'reasignar',
  'duplicada',
  'peticion',
] as const;
export type ReasonedDecision = (typeof reasonedDecisions)[number];
export const decisions = ['publicar', ...reasonedDecisions] as const;
export type Decision = (typeof decisions)[number];
/** Every decision but publishing has reasons of the catalogue. */

/** What the queue can show; each in the order of its age. */
export const queueViews = ['nuevas', 'editadas', 'pausa', 'cuarentena'] as const;
export type QueueView = (typeof queueViews)[number];

/** How a term stands. `days`: working days left, or past it. */
export type Clock = { due: 'late' | 'today' | 'hold' | 'later'; dueAt: Date; days: number };

/** A reason in force, in one language. */
export type Reason = {
  code: string;
  decision: ReasonedDecision;
  hides: boolean;
  asksBody: boolean;
  label: string;
  explanation: string;
};

/** A row of the dated catalogue, as coordination edits it. */
export type ReasonRow = {
  code: string;
  decision: ReasonedDecision;
  hides: boolean;
  asksBody: boolean;
  labelEs: string;
  labelEn: string;
  explanationEs: string;
  explanationEn: string;
  validFrom: string;
  validTo: string | null;
};

export type Claim = { moderatorId: string; name: string; claimedAt: Date; expiresAt: Date };

export type QueueItem = {
  id: string;
  number: number;
  commitment: { slug: string; title: string };
  title: string;
  lang: string;
  state: IdeaState;
  imported: boolean;
  since: Date;
  /** Nobody waits for what was imported from a consultation already held. */
  clock: Clock | null;
  /** The first thing that the automatic checks found. */
  finding: string | null;
  /** When the author was asked for something they have not answered. */
  askedAt: Date | null;
  claim: { name: string; mine: boolean } | null;
  own: boolean;
};

export type QueueCounts = Record<QueueView, number>;

/** One triage decision, as the team sees it. */
export type DecisionView = {
  id: string;
  decision: Decision;
  ofEdit: boolean;
  reason: string | null;
  reasonCode: string | null;
  explanation: string;
  note: string;
  moderator: string | null;
  moderatorId: string | null;
  decidedAt: Date;
  caseNumber: string | null;
  competentBody: string | null;
  petitionDueAt: Date | null;
  duplicateOf: string | null;
  answer: string | null;
  answeredAt: Date | null;
};

/** What happened to an idea, oldest first. */
export type HistoryEvent =
  | {
      kind:
        | 'received'
        | 'claimed'
        | 'released'
        | 'edited'
        | 'withdrawn'
        | 'reported'
        | 'appealed'
        | 'hidden'
        | 'part_hidden'
        | 'sealed_read';
      at: Date;
      name: string | null;
    }
  | { kind: 'answered'; at: Date; name: string | null; text: string }
  | {
      kind: 'decided';
      at: Date;
      name: string | null;
      decision: Decision;
      reason: string | null;
      explanation: string;
      note: string;
    }
  | {
      kind: 'appeal_settled';
      at: Date;
      name: string | null;
      outcome: 'confirmada' | 'revocada';
      explanation: string;
    };

/** What moderators know of an author: what they wrote here, never what they declared of themselves. */
export type AuthorHistory = {
  states: { state: IdeaState; count: number }[];
  recent: { id: string; title: string; lang: string; state: IdeaState; at: Date }[];
};

export const reportReasons = [
  'ofensiva',
  'datos_personales',
  'publicidad_spam',
  'propaganda_electoral',
  'duplicada',
  'otra',
] as const;
export type ReportReason = (typeof reportReasons)[number];

export const subjectKinds = ['idea', 'comentario'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What an author can appeal for; a part is what was hidden in the texts of an idea. */
export const appealedKinds = ['idea', 'comentario', 'parte'] as const;
export type AppealedKind = (typeof appealedKinds)[number];

/** Every commitment, or the ids of those that a moderator has. */
export type Scopes = 'all' | string[];

/** Something public that people can complain about. */
export type Subject = {
  kind: SubjectKind;
  id: string;
  ideaId: string;
  commitmentId: string;
  title: string;
  text: string;
  lang: string;
  authorId: string | null;
  /** Visible to everybody now. */
  isPublic: boolean;
};

/** Open reports of one subject. */
export type ReportCase = {
  kind: SubjectKind;
  id: string;
  title: string;
  lang: string;
  count: number;
  firstAt: Date;
  clock: Clock;
  hidingProposed: boolean;
};

export type ReportView = { id: string; reason: string; detail: string; at: Date };
export type HidingView = {
  id: string;
  reasonCode: string;
  reason: string;
  explanation: string;
  proposedBy: string | null;
  proposerId: string | null;
  proposedAt: Date;
};

export type AppealCase = {
  id: string;
  kind: AppealedKind;
  ideaId: string;
  title: string;
  lang: string;
  state: IdeaState;
  createdAt: Date;
  clock: Clock;
};

/** What was decided last on an idea, as its author and the public may read it. */
export type PublicDecision = {
  decision: Decision;
  reason: string | null;
  explanation: string;
  decidedAt: Date;
  caseNumber: string | null;
  competentBody: string | null;
  petitionDueAt: Date | null;
};
