import type { Db } from '#app/platform/db/db.server.ts';
import { getDecidedComment } from '#app/domains/ideas/get-decided-comment.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { getSeal } from '#app/domains/ideas/get-seal.server.ts';
import type { AppealRef } from './appeal.store.server.ts';
import { selectDecisions } from './decision.store.server.ts';
import { selectHiders } from './report.store.server.ts';
import { isCommentAppealable, isIdeaAppealable } from './rules.ts';
import type { AppealedKind } from './types.ts';

/** What somebody appeals for, whichever its kind. */
export type Appealed = AppealRef & {
  kind: AppealedKind;
  commitmentId: string;
  authorId: string | null;
  title: string;
  lang: string;
  /** As it stands: of a part of an idea, the idea's text. */
  text: string;
  /** What its author was told. */
  reason: string;
  /** Whether a part of it was hidden, so that what it said lies sealed. */
  sealed: boolean;
  /** Whether what was decided on it can be appealed. */
  isAppealable: boolean;
  /** Everybody who had a part in that: none of them settles the appeal. */
  deciders: (string | null)[];
};

async function appealedIdea(db: Db, id: string): Promise<Appealed> {
  const idea = await getIdea(db, id);
  const decided = (await selectDecisions(db, idea.id, 'es')).map(({ moderatorId }) => moderatorId);
  return {
    kind: 'idea',
    ideaId: idea.id,
    commentId: null,
    sealId: null,
    commitmentId: idea.commitment.id,
    authorId: idea.authorId,
    title: idea.title,
    lang: idea.lang,
    text: idea.description,
    reason: idea.stateReason,
    sealed: false,
    isAppealable: isIdeaAppealable(idea.state),
    deciders: [...decided, ...(await selectHiders(db, 'idea', idea.id))],
  };
}

async function appealedPart(db: Db, id: string): Promise<Appealed> {
  const seal = await getSeal(db, id);
  const idea = await getIdea(db, seal.ideaId);
  return {
    kind: 'parte',
    ideaId: idea.id,
    commentId: null,
    sealId: seal.id,
    commitmentId: idea.commitment.id,
    authorId: idea.authorId,
    title: idea.title,
    lang: idea.lang,
    text: idea.description,
    reason: seal.explanation,
    sealed: true,
    isAppealable: seal.openedAt === null,
    deciders: [seal.sealedBy],
  };
}

async function appealedComment(db: Db, id: string): Promise<Appealed> {
  const comment = await getDecidedComment(db, id);
  return {
    kind: 'comentario',
    ideaId: comment.ideaId,
    commentId: comment.id,
    sealId: null,
    commitmentId: comment.commitmentId,
    authorId: comment.authorId,
    title: comment.ideaTitle,
    lang: comment.lang,
    text: comment.body,
    reason: comment.reason,
    sealed: comment.sealed,
    isAppealable: isCommentAppealable(comment),
    deciders: [comment.decidedBy, ...(await selectHiders(db, 'comentario', comment.id))],
  };
}

const find = { idea: appealedIdea, parte: appealedPart, comentario: appealedComment } as const;

/** What a person names to appeal for it; callers ask who may. */
export async function getAppealed(db: Db, kind: AppealedKind, id: string): Promise<Appealed> {
  return await find[kind](db, id);
}

/** What an appeal is about. */
export async function appealedBy(db: Db, ref: AppealRef): Promise<Appealed> {
  if (ref.commentId) return await appealedComment(db, ref.commentId);
  return ref.sealId ? await appealedPart(db, ref.sealId) : await appealedIdea(db, ref.ideaId);
}
