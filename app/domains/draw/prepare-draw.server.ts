import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId, newSecret } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { listGoals } from '#app/domains/groups/list-goals.server.ts';
import { listWaiting } from '#app/domains/registration/list-registrations.server.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { placesLeft } from '#app/domains/meetings/rules.ts';
import { mayPrepareDraw, mayReplace } from './rules.ts';
import { lockDraw, replaceDraw } from './store.server.ts';
import { measureTypes } from './jobs.ts';
import { canRunDraw } from './policy.ts';

/** What was typed for a goal: how many of its people may have a place. */
export type QuotaInput = Map<string, { min: number; max: number }>;

/**
 * Prepares the draw of a meeting's places: fixes who takes part, under names that say nothing, and
 * the quotas, one for each goal. Until the lottery is committed to it may be prepared anew.
 */
export async function prepareDraw(
  actor: Actor,
  meetingId: string | undefined,
  given: QuotaInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canRunDraw(actor, meeting));
    authorize(mayPrepareDraw(meeting, now()));
    authorize(mayReplace(await lockDraw(tx, { meetingId: meeting.id })));
    const { inForce } = await listGoals(tx, meeting);
    const size = placesLeft(meeting);
    const wrong: Record<string, string> = {};
    const quotas = inForce.map(({ id, variable, value }) => {
      const { min, max } = given.get(id) ?? { min: 0, max: size };
      if (min > size) wrong[`min.${id}`] = `number_range|min=0,max=${size}`;
      else if (max < min) wrong[`max.${id}`] = 'quota_range';
      return { variable, value, min, max: Math.min(max, size) };
    });
    if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
    const id = newId();
    const entries = (await listWaiting(tx, meeting.id)).map((registrationId) => ({
      registrationId,
      pseudonym: newSecret(),
      token: newSecret(),
    }));
    await replaceDraw(tx, {
      id,
      meetingId: meeting.id,
      size,
      preparedBy: actor.personId,
      at: now(),
      quotas,
      entries,
    });
    await recordAudit(tx, actor, {
      action: 'draw.draw-prepared',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { drawId: id, size, people: entries.length, quotas },
    });
    await enqueue(tx, measureTypes, { drawId: id });
  });
}
