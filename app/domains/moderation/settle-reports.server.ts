import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { hideComment } from '#app/domains/ideas/hide-comment.server.ts';
import { hideIdea } from '#app/domains/ideas/hide-idea.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { findReason } from './list-reasons.server.ts';
import { canConfirmHiding, canDecide, canReadQueue } from './policy.ts';
import { selectReason } from './reason.store.server.ts';
import {
  closeReports,
  insertHiding,
  lockOpenReports,
  selectOpenHiding,
  selectSubject,
  settleHiding,
} from './report.store.server.ts';
import { hasBlanks } from './rules.ts';
import type { HidingView, Subject, SubjectKind } from './types.ts';

/** How each kind of subject is hidden: by the slice that holds it. */
const hide: Record<
  SubjectKind,
  (tx: Tx, actor: Actor, id: string, reason: string) => Promise<void>
> = { idea: hideIdea, comentario: hideComment };

export type SubjectRef = { kind: SubjectKind; id: string };

/** The subject whose open reports the moderator settles; two moderators at once wait for each other here. */
async function lockCase(tx: Tx, actor: Actor, ref: SubjectRef): Promise<Subject> {
  authorize(canReadQueue(actor));
  const subject = isId(ref.id) ? await selectSubject(tx, ref.kind, ref.id) : null;
  if (!subject) throw notFound('page_not_found');
  authorize(canDecide(actor, subject));
  if (!(await lockOpenReports(tx, ref.kind, ref.id))) throw conflict('already_decided');
  return subject;
}

async function requireHiding(tx: Tx, ref: SubjectRef): Promise<HidingView> {
  const hiding = await selectOpenHiding(tx, ref.kind, ref.id, 'es');
  if (!hiding) throw conflict('already_decided');
  return hiding;
}

/** The reports were not right: what they are about stays, and those who complained are told why. */
export async function dismissReports(
  actor: Actor,
  ref: SubjectRef,
  explanation: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const subject = await lockCase(tx, actor, ref);
    if (await selectOpenHiding(tx, ref.kind, ref.id, 'es')) throw conflict('hiding_proposed');
    const personIds = await closeReports(tx, ref.kind, ref.id, {
      outcome: 'desestimado',
      response: explanation,
      by: actor.personId,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'moderation.reports-dismissed',
      subjectKind: ref.kind,
      subjectId: ref.id,
      data: { reports: personIds.length },
    });
    if (personIds.length > 0)
      await notify(tx, {
        personIds,
        kind: 'report_dismissed',
        subject: { kind: 'idea', id: subject.ideaId },
        params: { title: subject.title, explanation },
      });
  });
}

/** A first moderator proposes to hide something public; until a second one confirms, it stays in sight. */
export async function proposeHiding(
  actor: Actor,
  ref: SubjectRef,
  input: { reasonCode: string; explanation: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const subject = await lockCase(tx, actor, ref);
    if (!subject.isPublic || (await selectOpenHiding(tx, ref.kind, ref.id, 'es')))
      throw conflict('already_decided');
    const reason = await findReason(tx, input.reasonCode, 'es', now());
    if (!reason?.hides) throw fieldErrors({ motivo: 'value_unknown' });
    if (hasBlanks(input.explanation, reason.explanation))
      throw fieldErrors({ explicacion: 'explanation_blanks' });
    await insertHiding(tx, {
      id: newId(),
      kind: ref.kind,
      subjectId: ref.id,
      reasonCode: input.reasonCode,
      explanation: input.explanation,
      proposedBy: actor.personId,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'moderation.hiding-proposed',
      subjectKind: ref.kind,
      subjectId: ref.id,
      data: { reason: input.reasonCode },
    });
  });
}

/** A second moderator confirms: it disappears behind its public reason, and author and complainants are told. */
export async function confirmHiding(actor: Actor, ref: SubjectRef): Promise<void> {
  await inTransaction(async (tx) => {
    const subject = await lockCase(tx, actor, ref);
    const hiding = await requireHiding(tx, ref);
    authorize(canConfirmHiding(actor, subject, hiding.proposerId));
    await settleHiding(tx, hiding.id, 'confirmada', actor.personId, now());
    await hide[ref.kind](tx, actor, ref.id, hiding.explanation);
    const complainants = await closeReports(tx, ref.kind, ref.id, {
      outcome: 'oculto',
      response: hiding.explanation,
      by: actor.personId,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'moderation.hiding-confirmed',
      subjectKind: ref.kind,
      subjectId: ref.id,
      data: { reason: hiding.reasonCode },
    });
    await tellHidden(tx, subject, hiding, complainants);
  });
}

/** The proposal to hide is dropped, by whoever made it or by another; the reports wait again. */
export async function dropHiding(actor: Actor, ref: SubjectRef): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCase(tx, actor, ref);
    const hiding = await requireHiding(tx, ref);
    await settleHiding(tx, hiding.id, 'descartada', actor.personId, now());
    await recordAudit(tx, actor, {
      action: 'moderation.hiding-dropped',
      subjectKind: ref.kind,
      subjectId: ref.id,
    });
  });
}

async function tellHidden(
  tx: Tx,
  subject: Subject,
  hiding: HidingView,
  complainants: string[],
): Promise<void> {
  const about = { kind: 'idea' as const, id: subject.ideaId };
  if (subject.authorId) {
    const reason = await selectReason(tx, hiding.reasonCode);
    await notify(tx, {
      personIds: [subject.authorId],
      kind: subject.kind === 'idea' ? 'idea_hidden' : 'comment_hidden',
      subject: about,
      params: {
        title: subject.title,
        reason_es: reason?.labelEs ?? '',
        reason_en: reason?.labelEn ?? '',
        explanation: hiding.explanation,
      },
    });
  }
  const others = complainants.filter((personId) => personId !== subject.authorId);
  if (others.length > 0)
    await notify(tx, {
      personIds: others,
      kind: 'report_upheld',
      subject: about,
      params: { title: subject.title, explanation: hiding.explanation },
    });
}
