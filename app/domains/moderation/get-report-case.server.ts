import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { findMarks } from '#app/domains/ideas/checks.ts';
import { canConfirmHiding, canDecide, canReadQueue, canReview, readScopes } from './policy.ts';
import {
  selectCases,
  selectOpenHiding,
  selectOpenReports,
  selectSubject,
} from './report.store.server.ts';
import { clockAt } from './rules.ts';
import type { HidingView, ReportCase, ReportView, Subject } from './types.ts';
import type { SubjectRef } from './settle-reports.server.ts';

const casesShown = 200;

/** What people complained about in the actor's commitments, the oldest first. */
export async function listReportCases(db: Db, actor: Actor, at: Date): Promise<ReportCase[]> {
  authorize(canReadQueue(actor));
  return (await selectCases(db, readScopes(actor), casesShown)).map(({ dueAt, ...row }) => ({
    ...row,
    clock: clockAt(dueAt, at),
  }));
}

/** `idea:<id>` or `comentario:<id>`, as pages and forms name a case. */
export function readSubjectRef(text: string | null): SubjectRef | null {
  const [kind, id] = (text ?? '').split(':');
  return (kind === 'idea' || kind === 'comentario') && isId(id) ? { kind, id } : null;
}

export type CaseView = {
  subject: Subject;
  /** What in its text should be looked at first. */
  marks: { from: number; to: number }[];
  reports: ReportView[];
  hiding: HidingView | null;
  canDecide: boolean;
  canConfirm: boolean;
  own: boolean;
};

/** One case: what it is about, every complaint, and the hiding that waits for a second moderator. */
export async function getReportCase(
  db: Db,
  actor: Actor,
  ref: SubjectRef,
  locale: Locale,
): Promise<CaseView> {
  authorize(canReadQueue(actor));
  const subject = await selectSubject(db, ref.kind, ref.id);
  if (!subject) throw notFound('page_not_found');
  authorize(canReview(actor, subject));
  const hiding = await selectOpenHiding(db, ref.kind, ref.id, locale);
  return {
    subject,
    marks: findMarks(subject.text),
    hiding,
    reports: await selectOpenReports(db, ref.kind, ref.id),
    canDecide: canDecide(actor, subject).allowed,
    canConfirm: canConfirmHiding(actor, subject, hiding?.proposerId ?? null).allowed,
    own: subject.authorId !== null && subject.authorId === actor.personId,
  };
}
