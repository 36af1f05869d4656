import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { applyTriage } from '#app/domains/ideas/apply-triage.server.ts';
import { lockIdea } from '#app/domains/ideas/lock-idea.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { closeAppeal, lockOpenAppeal, selectAppeal } from './appeal.store.server.ts';
import { selectDecisions } from './decision.store.server.ts';
import { canReadQueue, canSettleAppeal } from './policy.ts';
import { selectHiders } from './report.store.server.ts';
import type { AppealDecisionInput } from './schema.ts';

/** Everybody who had a part in what is appealed: none of them settles it. */
async function listDeciders(tx: Tx, ideaId: string): Promise<(string | null)[]> {
  const decided = (await selectDecisions(tx, ideaId, 'es')).map((decision) => decision.moderatorId);
  return [...decided, ...(await selectHiders(tx, 'idea', ideaId))];
}

/** A moderator who had no part in the decision upholds it or takes it back; taken back, the idea is public. */
export async function settleAppeal(
  actor: Actor,
  appealId: string,
  input: AppealDecisionInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    authorize(canReadQueue(actor));
    const appeal = isId(appealId) ? await selectAppeal(tx, appealId) : null;
    if (!appeal) throw notFound('page_not_found');
    const idea = await lockIdea(tx, appeal.ideaId);
    authorize(
      canSettleAppeal(
        actor,
        { commitmentId: idea.commitment.id, authorId: idea.authorId },
        await listDeciders(tx, idea.id),
      ),
    );
    if (!(await lockOpenAppeal(tx, appealId))) throw conflict('already_decided');

    const revoked = input.decision === 'revocar';
    await closeAppeal(tx, appealId, {
      outcome: revoked ? 'revocada' : 'confirmada',
      response: input.explanation,
      by: actor.personId,
      at: now(),
    });
    if (revoked) await applyTriage(tx, actor, idea, { to: 'publicada' });
    await recordAudit(tx, actor, {
      action: 'moderation.appeal-settled',
      subjectKind: 'idea',
      subjectId: idea.id,
      data: { outcome: input.decision, late: now() > appeal.dueAt },
    });
    if (idea.authorId) {
      await notify(tx, {
        personIds: [idea.authorId],
        kind: revoked ? 'appeal_granted' : 'appeal_denied',
        subject: { kind: 'idea', id: idea.id },
        params: { title: idea.title, explanation: input.explanation },
      });
    }
  });
}
