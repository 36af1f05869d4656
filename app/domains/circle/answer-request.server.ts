import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { type Db } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { listRunMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import { canAnswerRequest } from './policy.ts';
import { lockRequest, selectOpenRequests, updateRequest } from './request.store.server.ts';
import type { RequestAnswerInput } from './schema.ts';
import type { CircleRequest } from './types.ts';

/** Says what is done about something the Circle asked for: a meeting that was called, or why not. Once. */
export async function answerRequest(actor: Actor, input: RequestAnswerInput): Promise<void> {
  authorize(canAnswerRequest(actor));
  await actOnce(actor, { act: 'circle.answer', content: input }, async (tx) => {
    const request = isId(input.requestId) ? await lockRequest(tx, input.requestId) : null;
    if (!request) throw notFound('page_not_found');
    if (request.answeredAt) throw conflict('request_answered');
    if (
      input.meetingId !== null &&
      !(await listRunMeetings(tx, actor)).some(({ id }) => id === input.meetingId)
    )
      throw fieldErrors({ taller: 'choose_one' });
    await updateRequest(tx, request.id, {
      meetingId: input.meetingId,
      answer: input.answer,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'circle.request-answered',
      subjectKind: 'propuesta',
      subjectId: request.proposalId,
      data: { requestId: request.id, meetingId: input.meetingId },
    });
  });
}

/** What the Circle asked for and nobody answered yet. */
export async function listOpenRequests(db: Db, actor: Actor): Promise<CircleRequest[]> {
  authorize(canAnswerRequest(actor));
  return await selectOpenRequests(db);
}
