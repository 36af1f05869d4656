import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { isLocality } from '#app/domains/plan/list-localities.server.ts';
import { openTable } from './open-table.server.ts';
import { insertRequest } from './request.store.server.ts';
import type { RequestInput } from './schema.ts';

/**
 * A member asks facilitators for a meeting where people behind a proposal are missing: the Circle's answer
 * to what the figures say.
 */
export async function requestMeeting(
  actor: Actor,
  proposalId: string | undefined,
  input: RequestInput,
): Promise<void> {
  await actOnce(actor, { act: 'circle.request', content: { proposalId, ...input } }, async (tx) => {
    const { proposal, member } = await openTable(tx, actor, proposalId);
    if (input.localityCode !== null && !(await isLocality(tx, input.localityCode)))
      throw fieldErrors({ localidad: 'choose_one' });
    const id = newId();
    await insertRequest(tx, {
      id,
      proposalId: proposal.id,
      memberId: member.memberId,
      localityCode: input.localityCode,
      reason: input.reason,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'circle.request-made',
      subjectKind: 'propuesta',
      subjectId: proposal.id,
      data: { requestId: id, locality: input.localityCode },
    });
  });
}
