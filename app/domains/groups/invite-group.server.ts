import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import type { InvitationInput, InvitationNoteInput } from './schema.ts';
import {
  insertInvitation,
  lockOrganisations,
  updateInvitation,
} from './organisation.store.server.ts';
import { canInvite } from './policy.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

async function lockCall(tx: Tx, actor: Actor, id: string | undefined): Promise<Meeting> {
  const meeting = await holdMeeting(tx, id);
  authorize(canInvite(actor, meeting));
  if (meeting.state === 'cancelado') throw conflict('meeting_cancelled');
  return meeting;
}

/** Notes that a group was invited, by whom and by which channel; once a meeting. */
export async function inviteGroup(
  actor: Actor,
  meetingId: string | undefined,
  input: InvitationInput,
): Promise<void> {
  await actOnce(actor, { act: 'groups.invite', content: { meetingId, ...input } }, async (tx) => {
    const meeting = await lockCall(tx, actor, meetingId);
    if (meeting.endsAt <= now()) throw conflict('meeting_over');
    const [organisation] = await lockOrganisations(tx, [input.organisationId]);
    if (!organisation) throw fieldErrors({ organizacion: 'value_unknown' });
    if (
      !(await insertInvitation(tx, {
        meetingId: meeting.id,
        organisationId: organisation.id,
        channel: input.channel,
        invitedBy: actor.personId,
        at: now(),
      }))
    )
      throw fieldErrors({ organizacion: 'organisation_invited' });
    await recordAudit(tx, actor, {
      action: 'groups.group-invited',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { organisationId: organisation.id, channel: input.channel },
    });
  });
}

/** Notes what an invited group answered, how many it announced, and how many a person counted. */
export async function noteInvitation(
  actor: Actor,
  meetingId: string | undefined,
  input: InvitationNoteInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await lockCall(tx, actor, meetingId);
    if (input.came !== null && meeting.startsAt > now())
      throw fieldErrors({ vinieron: 'came_too_early' });
    const noted = await updateInvitation(tx, meeting.id, input.organisationId, {
      answer: input.answer,
      announced: input.announced,
      came: input.came,
      at: now(),
    });
    if (!noted) throw notFound('page_not_found');
    await recordAudit(tx, actor, {
      action: 'groups.invitation-noted',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { organisationId: input.organisationId, answer: input.answer },
    });
  });
}
