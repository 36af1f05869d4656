import { certain } from '#app/kernel/certain.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { listAudit, type AuditRow } from '#app/platform/audit/record-audit.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { findMarks } from '#app/domains/ideas/checks.ts';
import {
  findSimilarIdeas,
  type SimilarIdea,
} from '#app/domains/ideas/find-similar-ideas.server.ts';
import { listRevisions } from '#app/domains/ideas/get-history.server.ts';
import type { IdeaView, Revision } from '#app/domains/ideas/types.ts';
import { selectAppealsOfIdea, type AppealRow } from './appeal.store.server.ts';
import { selectClaim, selectDecisions, sumPausedDays } from './decision.store.server.ts';
import { getAuthorHistory } from './get-author-history.server.ts';
import { canDecide, readScopes } from './policy.ts';
import { requireReviewed } from './require-reviewed.server.ts';
import { clockAt, dueAt, isEdit, isWaiting, openDecisions, terms } from './rules.ts';
import type { AuthorHistory, Claim, Clock, Decision, DecisionView, HistoryEvent } from './types.ts';

export type TriageItem = {
  idea: IdeaView;
  /** The text before the moderator: of an edited idea, the change that waits. */
  text: { title: string; description: string };
  /** What in that text should be looked at first. */
  marks: { from: number; to: number }[];
  /** What was looked at last, when this is a change of it. */
  before: { title: string; description: string } | null;
  clock: Clock | null;
  claim: (Claim & { mine: boolean }) | null;
  own: boolean;
  /** The decisions open to this actor; none for those who only read. */
  decisions: readonly Decision[];
  taken: number;
  similar: SimilarIdea[];
  author: AuthorHistory | null;
  history: HistoryEvent[];
};

/** Everything a moderator needs to decide on one idea. */
export async function getTriageItem(
  db: Db,
  actor: Actor,
  id: string | undefined,
  locale: Locale,
  at: Date,
): Promise<TriageItem> {
  const idea = await requireReviewed(db, actor, id);
  const edit = isEdit(idea);
  const revisions = edit ? await listRevisions(db, idea.id) : [];
  const newest = revisions.at(-1);
  const text =
    edit && newest
      ? { title: newest.title, description: newest.description }
      : { title: idea.title, description: idea.description };
  const claim = await selectClaim(db, idea.id, at);
  const taken = await selectDecisions(db, idea.id, locale);
  const may = canDecide(actor, {
    commitmentId: idea.commitment.id,
    authorId: idea.authorId,
  }).allowed;
  return {
    idea,
    text,
    marks: findMarks(text.description),
    before: edit ? reviewedText(idea, revisions) : null,
    clock: await clockOf(db, idea, at),
    claim: claim && { ...claim, mine: claim.moderatorId === actor.personId },
    own: idea.authorId !== null && idea.authorId === actor.personId,
    decisions: may ? openDecisions(idea) : [],
    taken: taken.length,
    similar: await findSimilarIdeas(db, {
      title: text.title,
      text: text.description,
      localityCode: idea.locality?.code,
      exceptId: idea.id,
      limit: 6,
    }),
    author: idea.authorId
      ? await getAuthorHistory(db, idea.authorId, idea.id, readScopes(actor))
      : null,
    history: historyOf(
      idea,
      taken,
      await listAudit(db, { subjectKind: 'idea', subjectId: idea.id, limit: 100 }),
      await selectAppealsOfIdea(db, idea.id),
    ),
  };
}

function reviewedText(
  idea: IdeaView,
  revisions: Revision[],
): { title: string; description: string } | null {
  const reviewed =
    revisions
      .filter(
        (revision) =>
          revision.version <= Math.max(idea.reviewedVersion, 1) && revision.status === 'publica',
      )
      .at(-1) ?? revisions[0];
  return reviewed ? { title: reviewed.title, description: reviewed.description } : null;
}

async function clockOf(db: Db, idea: IdeaView, at: Date): Promise<Clock | null> {
  if (!isWaiting(idea) || (idea.state === 'cuarentena' && idea.origin === 'importada')) return null;
  if (isEdit(idea)) return clockAt(dueAt(certain(idea.editReviewAt), terms.triage), at);
  return clockAt(
    dueAt(idea.submittedAt ?? idea.createdAt, terms.triage, await sumPausedDays(db, idea.id)),
    at,
    idea.state === 'devuelta',
  );
}

/** Acts that no table of ours keeps, from the audit trail. */
const audited: Record<
  string,
  | 'claimed'
  | 'released'
  | 'reported'
  | 'appealed'
  | 'edited'
  | 'withdrawn'
  | 'hidden'
  | 'part_hidden'
  | 'sealed_read'
> = {
  'moderation.idea-claimed': 'claimed',
  'moderation.idea-released': 'released',
  'moderation.report-filed': 'reported',
  'moderation.appeal-filed': 'appealed',
  'ideas.idea-edited': 'edited',
  'ideas.idea-withdrawn': 'withdrawn',
  'ideas.idea-hidden': 'hidden',
  'moderation.part-hidden': 'part_hidden',
  'moderation.sealed-read': 'sealed_read',
};

function historyOf(
  idea: IdeaView,
  decisions: DecisionView[],
  trail: AuditRow[],
  appeals: AppealRow[],
): HistoryEvent[] {
  const events: HistoryEvent[] = [
    { kind: 'received', at: idea.submittedAt ?? idea.createdAt, name: idea.author },
  ];
  for (const row of trail) {
    const kind = audited[row.action];
    // Who complains is nobody else's business.
    if (kind) events.push({ kind, at: row.at, name: kind === 'reported' ? null : row.actorName });
  }
  for (const decision of decisions) {
    events.push({
      kind: 'decided',
      at: decision.decidedAt,
      name: decision.moderator,
      decision: decision.decision,
      reason: decision.reason,
      explanation: decision.explanation,
      note: decision.note,
    });
    if (decision.answer !== null && decision.answeredAt)
      events.push({
        kind: 'answered',
        at: decision.answeredAt,
        name: idea.author,
        text: decision.answer,
      });
  }
  for (const { outcome, closedAt, closedBy, response } of appeals)
    if (outcome && closedAt)
      events.push({
        kind: 'appeal_settled',
        at: closedAt,
        name: closedBy,
        outcome,
        explanation: response,
      });
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}
