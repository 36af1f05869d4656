import type { Page } from '#app/kernel/paging.ts';

export const ideaStates = [
  'borrador',
  'enviada',
  'devuelta',
  'publicada',
  'rechazada',
  'duplicada',
  'peticion',
  'retirada',
  'oculta',
  'cuarentena',
] as const;
export type IdeaState = (typeof ideaStates)[number];

/** The road of an idea, in order. */
export const ideaSteps = [
  'idea',
  'revisada',
  'en_propuesta',
  'ante_el_circulo',
  'decidida',
  'en_el_compromiso',
  'cumplida',
] as const;
export type IdeaStep = (typeof ideaSteps)[number];

export const ideaOrders = ['recientes', 'apoyadas', 'azar'] as const;
export type IdeaOrder = (typeof ideaOrders)[number];

export const ideaOrigins = ['web', 'importada', 'taller'] as const;
export type IdeaOrigin = (typeof ideaOrigins)[number];

/** What the automatic checks can find in a text. */
export const findingCodes = [
  'links',
  'repeated',
  'personal_data',
  'html',
  'probe',
  'shouting',
] as const;
export type Finding = (typeof findingCodes)[number];

/** Whether a code is one that the checks can find. */
export function isFinding(code: string): code is Finding {
  return findingCodes.some((known) => known === code);
}

export type CommitmentRef = {
  id: string;
  slug: string;
  number: number;
  titleEs: string;
  titleEn: string;
};

/** What a list shows of an idea. */
export type IdeaSummary = {
  id: string;
  number: number;
  commitment: CommitmentRef;
  title: string;
  excerpt: string;
  lang: string;
  locality: { code: string; name: string } | null;
  /** Null for imported ones and after the author left: the interface says which. */
  author: string | null;
  origin: IdeaOrigin;
  state: IdeaState;
  step: IdeaStep;
  supports: number;
  priorSupports: number;
  comments: number;
  publishedAt: Date | null;
  editedAt: Date | null;
};

export type IdeaPage = Page<IdeaSummary>;

/** Everything kept of an idea; policies decide who sees it. */
export type IdeaView = Omit<IdeaSummary, 'excerpt'> & {
  description: string;
  authorId: string | null;
  externalId: string | null;
  version: number;
  reviewedVersion: number;
  stateReason: string;
  duplicateOf: { id: string; title: string } | null;
  findings: Finding[];
  createdAt: Date;
  submittedAt: Date | null;
  reviewedAt: Date | null;
  withdrawnAt: Date | null;
  editReviewAt: Date | null;
};

export type StepEntry = { step: IdeaStep; reachedAt: Date; note: string };

export type CommentView = {
  id: string;
  parentId: string | null;
  author: string | null;
  authorId: string | null;
  body: string;
  stance: 'a_favor' | 'en_contra' | 'pregunta' | null;
  lang: string;
  hidden: boolean;
  /** Not public: waits for a moderator, or was not published. Only its author has it. */
  waiting: 'retenido' | 'rechazado' | null;
  /** What looks like personal data in a comment that waits. */
  marks: { from: number; to: number }[];
  hiddenReason: string;
  createdAt: Date;
  /** Whether the reader wrote it. */
  own: boolean;
  /** Whether a moderator hid a part of it; only its author is told. */
  masked: boolean;
};

export type Revision = {
  version: number;
  title: string;
  description: string;
  localityCode: string | null;
  status: 'publica' | 'pendiente' | 'descartada';
  createdAt: Date;
};

export type IdeaFields = {
  commitmentId: string;
  title: string;
  description: string;
  localityCode: string | null;
  lang: 'es' | 'en';
};

/** What a form of an idea begins with, as text of its fields. */
export type IdeaDraft = {
  commitment?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
  locality?: string | undefined;
};

/** What triage makes of an idea. */
export type TriageOutcome =
  | { to: 'publicada' }
  | { to: 'devuelta' | 'rechazada' | 'peticion'; reason: string }
  | { to: 'duplicada'; of: string; reason: string }
  | { to: 'reasignada'; commitmentId: string; reason: string };

/** An idea of a consultation already held, as it is brought in. */
export type ImportedIdea = {
  id: string;
  commitmentId: string;
  importKey: string;
  externalId: string | null;
  title: string;
  description: string;
  localityCode: string | null;
  at: Date;
  priorSupports: number;
  withdrawnAt: Date | null;
  state: 'publicada' | 'retirada' | 'cuarentena';
  findings: Finding[];
};
