/** Why a photo may be public: a person marked it so. */
export const clearedReasons = ['nadie_reconocible', 'con_permiso'] as const;
export type ClearedReason = (typeof clearedReasons)[number];

/** One version of the minutes of a meeting. A published one does not change any more. */
export type Minutes = {
  version: number;
  agenda: string;
  topics: string;
  agreements: string;
  closing: string;
  /** How many came, counted when it was published; never typed. */
  attended: number | null;
  state: 'borrador' | 'publicada';
  writtenAt: Date;
  publishedAt: Date | null;
};

/** A version that everybody reads, with who came and when. */
export type PublishedMinutes = Minutes & { attended: number; publishedAt: Date };

/** An idea of a table, until the minutes are published and it becomes one of the platform. */
export type TableIdea = {
  id: string;
  table: string;
  commitmentId: string | null;
  title: string;
  description: string;
  agreeing: number;
  /** How many people want to own it; who they are is not told. */
  owners: number;
  ideaId: string | null;
  dropped: boolean;
};

/** An idea that came out of a meeting, as the published minutes list it. */
export type MeetingIdea = {
  id: string;
  table: string;
  title: string;
  agreeing: number;
  commitmentId: string | null;
};

/** How much of a meeting is open while it is about to be closed. */
export type StillOpen = { needs: number; duplicates: number; photos: number };

export type MeetingFile = {
  id: string;
  sha256: string;
  kind: 'foto' | 'adjunto';
  type: string;
  size: number;
  name: string;
  description: string;
  addedAt: Date;
  clearedWhy: ClearedReason | null;
  /** How many people it was said to show; who they are stands elsewhere. */
  shown: number;
  /** Somebody shown withdrew their consent: it stays private until they are covered. */
  withdrawnAt: Date | null;
};

/** Registered, came, proposed: how many of each; null says that so few are not told. */
export type Turnout = {
  registered: number | null;
  attended: number | null;
  proposed: number | null;
};
