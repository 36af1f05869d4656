export const sectors = ['gobierno', 'civil'] as const;
export type Sector = (typeof sectors)[number];
export const votes = ['a_favor', 'en_contra', 'abstencion', 'impedimento'] as const;
export type Vote = (typeof votes)[number];
export const decisions = ['adoptada', 'adoptada_en_parte', 'no_adoptada', 'aplazada'] as const;
export type DecisionCode = (typeof decisions)[number];

/** A member of a commission at the table of one proposal. */
export type Seat = { memberId: string; sector: Sector; present: boolean; vote: Vote | null };
/** The same with the name people read; null after the person closed their account. */
export type NamedSeat = Seat & { name: string | null; organisation: string };

export type VoteCount = Record<Vote, number>;
export type VotesBySector = Record<Sector, VoteCount>;
export type SectorQuorum = { base: number; present: number; needed: number };
export type Quorum = { isMet: boolean; bySector: Record<Sector, SectorQuorum> };

/** What stays of a decision's session, frozen: who sat there and how each voted. */
export type FrozenVotes = { seats: Seat[]; bySector: VotesBySector };

export type Commission = { id: string; slug: string; number: number; shortTitle: string };

/** A member as the public page shows them; `name` is null after they closed their account. */
export type MemberView = {
  id: string;
  name: string | null;
  sector: Sector;
  organisation: string;
  startsOn: string;
  endsOn: string | null;
  commissions: Commission[];
};

/** Who acts at a table: the member behind the actor and whether they sit on this commission today. */
export type MemberAtTable = { memberId: string; sector: Sector; sitsHere: boolean };

/** What the Circle asked facilitators for, and what was done about it. */
export type CircleRequest = {
  id: string;
  proposalId: string;
  proposalNumber: number;
  proposalTitle: string;
  localityCode: string | null;
  locality: string | null;
  reason: string;
  requestedAt: Date;
  meetingId: string | null;
  meetingTitle: string | null;
  answer: string;
  answeredAt: Date | null;
};

export type NoteView = { id: string; author: string | null; body: string; createdAt: Date };

export type IdeaAnswer = { ideaId: string; taken: string; notTaken: string };

/** A decision on a proposal with the answer to each idea and who decided. */
export type ProposalDecision = {
  id: string;
  proposalId: string;
  decision: DecisionCode;
  reasons: string;
  lang: string;
  /** A civil date: what was deferred comes back then. */
  until: string | null;
  decidedAt: Date;
  votes: VotesBySector;
  seats: NamedSeat[];
  answers: IdeaAnswer[];
};

/** What the Circle answered about one idea. */
export type DecisionOfIdea = {
  proposalId: string;
  proposalNumber: number;
  proposalTitle: string;
  decision: DecisionCode;
  reasons: string;
  lang: string;
  taken: string;
  notTaken: string;
  decidedAt: Date;
  votes: VotesBySector;
  until: string | null;
};

/** A decision as a list shows it. */
export type DecisionSummary = {
  id: string;
  proposalId: string;
  proposalNumber: number;
  title: string;
  titleLang: string;
  commitment: { slug: string; number: number; shortTitle: string };
  decision: DecisionCode;
  reasons: string;
  lang: string;
  decidedAt: Date;
  until: string | null;
  votes: VotesBySector;
};
