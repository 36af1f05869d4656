import type { Actor } from '#app/kernel/actor.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { callDue, calledOfferEnd, callSubjects, everySubject } from './call.rules.ts';
import {
  keepOffer,
  lockCall,
  noteTry,
  selectMeetingOfCall,
  settleCalls,
  type OpenCall,
} from './call.store.server.ts';
import { acceptOne, cancelOne } from './change-registration.server.ts';
import { canSeeRoster } from './policy.ts';
import { mayChangeRegistration } from './rules.ts';
import type { CallOutcomeInput } from './schema.ts';

/**
 * Notes what came of a call. Nobody answered: it stays, and an offer runs out a day after the first
 * try. A wrong number: nothing else is said there. To an offer the person may say yes, and the place
 * is theirs. To anything they may say that they cannot come, and it goes to the next.
 */
export async function noteCall(actor: Actor, input: CallOutcomeInput): Promise<void> {
  await inTransaction(async (tx) => {
    const meetingId = await selectMeetingOfCall(tx, input.callId);
    if (!meetingId) throw notFound('page_not_found');
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canSeeRoster(actor, meeting));
    const call = await lockCall(tx, input.callId, now());
    if (!call) throw conflict('call_made');
    await writeOutcome(tx, actor, { call, meeting }, input.result);
    await recordAudit(tx, actor, {
      action: 'registration.call-noted',
      subjectKind: 'registration',
      subjectId: call.registrationId,
      data: { meetingId: meeting.id, about: call.about, result: input.result },
    });
  });
}

async function writeOutcome(
  tx: Tx,
  actor: Actor,
  { call, meeting }: { call: OpenCall; meeting: Meeting },
  result: CallOutcomeInput['result'],
): Promise<void> {
  const { registrationId } = call;
  const subject = callSubjects[call.about];
  const registration = { id: registrationId, state: call.state, offeredUntil: call.offeredUntil };
  const isOffer = call.about === 'offered';
  if (isOffer && call.tries === 0 && (result === 'no_contesto' || result === 'equivocado'))
    await keepOffer(tx, registrationId, calledOfferEnd(meeting, now()));
  switch (result) {
    case 'no_contesto':
      return await noteTry(tx, call.id, callDue(subject, meeting, now()), now());
    case 'equivocado':
      await settleCalls(tx, registrationId, everySubject, 'equivocada', actor.personId, now());
      return;
    case 'hablamos':
      await settleCalls(tx, registrationId, [subject], 'hablada', actor.personId, now());
      return;
    case 'acepta':
      if (!isOffer) throw conflict('call_made');
      await settleCalls(tx, registrationId, [subject], 'hablada', actor.personId, now());
      return await acceptOne(tx, actor, registration, meeting);
    case 'no_quiere':
      authorize(mayChangeRegistration(meeting, call.state, now()));
      await settleCalls(tx, registrationId, [subject], 'hablada', actor.personId, now());
      await cancelOne(tx, actor, { registration, meeting }, 'call');
  }
}
