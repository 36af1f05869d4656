import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { type Db } from '#app/platform/db/db.server.ts';
import { canReport } from './policy.ts';
import { insertReport, selectSubject } from './report.store.server.ts';
import { dueAt, terms } from './rules.ts';
import type { ReportReason, Subject, SubjectKind } from './types.ts';

/** Something public that somebody may complain about; anything else is as if it were not there. */
export async function getReportable(
  db: Db,
  kind: SubjectKind,
  id: string | undefined,
): Promise<Subject> {
  const subject = isId(id) ? await selectSubject(db, kind, id) : null;
  if (!subject?.isPublic) throw notFound('page_not_found');
  return subject;
}

/** A person complains about an idea or a comment, once; a second time changes nothing. */
export async function fileReport(
  actor: Actor,
  input: { kind: SubjectKind; id: string; reason: ReportReason; detail?: string | undefined },
): Promise<{ ideaId: string }> {
  return await actOnce(actor, { act: 'moderation.report', content: input }, async (tx) => {
    authorize(canReport(actor));
    const subject = await getReportable(tx, input.kind, input.id);
    const filed = await insertReport(tx, {
      id: newId(),
      kind: input.kind,
      subjectId: subject.id,
      personId: personIdOf(actor),
      reason: input.reason,
      detail: input.detail ?? '',
      at: now(),
      dueAt: dueAt(now(), terms.report),
    });
    if (filed)
      await recordAudit(tx, actor, {
        action: 'moderation.report-filed',
        subjectKind: input.kind,
        subjectId: subject.id,
        data: { reason: input.reason },
      });
    return { ideaId: subject.ideaId };
  });
}
