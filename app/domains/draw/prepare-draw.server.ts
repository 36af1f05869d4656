import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId, newSecret } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { listGoals } from '#app/domains/groups/list-goals.server.ts';
import type { Goals } from '#app/domains/groups/types.ts';
import { listWaiting } from '#app/domains/registration/list-registrations.server.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { placesLeft } from '#app/domains/meetings/rules.ts';
import { drawLimits, isOfDesk, mayPrepareDraw, mayReplace, proposeQuota } from './rules.ts';
import type { DrawQuota } from './types.ts';
import { lockDraw, replaceDraw } from './store.server.ts';
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
    const size = placesLeft(meeting);
    const waiting = await listWaiting(tx, meeting.id);
    const quotas =
      waiting.length < drawLimits.quotaPeople
        ? []
        : readAim(await listGoals(tx, meeting), size, given);
    const id = newId();
    const entries = waiting.map((registrationId) => ({
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
  });
}

/** The quotas of the goals in force: as they were typed where the desk may, else as the goal says. */
function readAim({ inForce }: Goals, size: number, given: QuotaInput): DrawQuota[] {
  const wrong: Record<string, string> = {};
  const quotas = inForce.map((goal) => {
    if (!isOfDesk(goal)) return proposeQuota(goal, size);
    const { min, max } = given.get(goal.id) ?? { min: 0, max: size };
    if (min > size) wrong[`min.${goal.id}`] = `number_range|min=0,max=${size}`;
    else if (max < min) wrong[`max.${goal.id}`] = 'quota_range';
    return { variable: goal.variable, value: goal.value, min, max: Math.min(max, size) };
  });
  if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
  return quotas;
}
