/** Shapes of the demonstration's content. Data only: a loader plays it through the commands. */

export type CommitmentSlug =
  | 'seguridad-y-convivencia'
  | 'espacio-publico'
  | 'salud'
  | 'seguridad-vial'
  | 'bogota-50-50'
  | 'inversiones-locales';

export type RoleContent = {
  role: 'facilitacion' | 'moderacion' | 'circulo' | 'entidad' | 'monitoreo' | 'coordinacion';
  /** Absent: the whole plan. A sector, or the slug of an institution or commitment. */
  scope?: { kind: 'institution' | 'sector' | 'commitment'; id: string };
};

export type PersonContent = {
  /** The part of the address before the @: how ideas, comments and votes name this person. */
  key: string;
  name: string;
  email: string;
  locality: string | null;
  locale: 'es' | 'en';
  isAdult: boolean;
  /** Only for people under 18: who authorised. Their own name is never shown in public. */
  guardian?: string;
  roles: RoleContent[];
};

export type CircleMemberContent = {
  /** Key of the person. */
  person: string;
  sector: 'gobierno' | 'civil';
  organisation: string;
  commissions: CommitmentSlug[];
};

/** What happens to an idea after it is written. `reason` is a code of the triage catalogue. */
export type IdeaFate =
  | { kind: 'draft' }
  /** Sent and in the queue; `because` says what a moderator should notice. */
  | {
      kind: 'waiting';
      because?: 'overdue' | 'looks_like_petition' | 'third_party_data' | 'looks_like_duplicate';
    }
  | { kind: 'returned'; reason: string; explanation: string }
  /** Asked back and answered: in the queue again. */
  | { kind: 'returned_answered'; reason: string; explanation: string; answer: string }
  | { kind: 'published' }
  | { kind: 'rejected'; reason: string; explanation: string; competentBody?: string }
  | { kind: 'duplicate'; of: string; reason: string; explanation: string }
  | {
      kind: 'petition';
      reason: string;
      explanation: string;
      caseNumber: string;
      competentBody: string;
    }
  /** Sent to the commitment of the idea, passed to another one, and published there. */
  | { kind: 'rerouted'; to: CommitmentSlug; reason: string; explanation: string }
  /** Published first, then taken back by its author. */
  | { kind: 'withdrawn'; motive: string }
  /** Published, then carried by this proposal, whose fate says how far it got. */
  | { kind: 'in_proposal'; proposal: string };

export type ReplyContent = { author: string; body: string; lang?: 'es' | 'en' };

export type CommentContent = ReplyContent & {
  stance?: 'a_favor' | 'en_contra' | 'pregunta';
  replies?: ReplyContent[];
};

export type IdeaContent = {
  key: string;
  /** Where its author sent it. */
  commitment: CommitmentSlug;
  author: string;
  locality: string | null;
  title: string;
  description: string;
  lang: 'es' | 'en';
  /** Days before the seeding on which it was sent (a draft: begun). */
  daysAgo: number;
  fate: IdeaFate;
  /** How many people support it; 0 for everything that was never published. */
  supporters: number;
  comments: CommentContent[];
};

export type Vote = 'a_favor' | 'en_contra' | 'abstencion' | 'impedimento';

/** Internal: only members of the Circle read it. */
export type NoteContent = { author: string; body: string };

export type IdeaAnswer = { taken: string; notTaken: string };

export type IdeaAdvance = {
  idea: string;
  step: 'en_el_compromiso' | 'cumplida';
  daysAgo: number;
  /** How the text of the commitment changed, or what was done. */
  note: string;
};

/** Days may be fractions, so that the steps of one day keep their order. */
export type ProposalFate =
  | { kind: 'draft' }
  | { kind: 'ready'; readyDaysAgo: number }
  | {
      kind: 'sent';
      readyDaysAgo: number;
      sentDaysAgo: number;
      overdue: boolean;
      present: string[];
      votes: Record<string, Vote>;
    }
  | {
      kind: 'decided';
      readyDaysAgo: number;
      sentDaysAgo: number;
      decidedDaysAgo: number;
      /** Key of the member who writes the decision down. */
      decidedBy: string;
      decision: 'adoptada' | 'adoptada_en_parte' | 'no_adoptada' | 'aplazada';
      reasons: string;
      /** Only for `aplazada`: days from the seeding until the Circle takes it up again. */
      untilInDays?: number;
      present: string[];
      votes: Record<string, Vote>;
      perIdea: Record<string, IdeaAnswer>;
      /** In the order in which they happened. */
      advances: IdeaAdvance[];
    };

export type ProposalContent = {
  key: string;
  commitment: CommitmentSlug;
  title: string;
  problem: string;
  body: string;
  ideas: { idea: string; taken: string }[];
  /** Key of the moderator who builds it. */
  createdBy: string;
  createdDaysAgo: number;
  notes: NoteContent[];
  fate: ProposalFate;
};
