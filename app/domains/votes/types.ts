/** What decides whether a support may be cast or taken back, read in one query. */
export type Supportable = {
  ideaId: string;
  state: string;
  publishedAt: Date | null;
  phase: { opensAt: Date; closesAt: Date } | null;
};

export type SupportAct = 'apoyar' | 'retirar';
