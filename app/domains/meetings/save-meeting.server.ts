import type { Actor } from '#app/kernel/actor.ts';
import { certain, first } from '#app/kernel/certain.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { listOptions } from '#app/domains/declarations/list-options.server.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { placesChanged, tellRegistered } from './jobs.ts';
import { insertMeeting, updateMeeting, type MeetingFields } from './change.store.server.ts';
import { hasRegistrations } from './counts.store.server.ts';
import { canCallMeeting, canRunMeeting } from './policy.ts';
import { holdMeeting } from './get-any-meeting.server.ts';
import { holdFacilitators, nameFacilitators } from './name-facilitators.server.ts';
import { awaitsDraw } from './rules.ts';
import type { FacilitatorsInput, MeetingInput } from './schema.ts';
import type { Meeting } from './types.ts';

/** Whether the locality is one of the city's; where people meet in person it is said, if the city has any. */
function isPlaceSaid(
  { localityCode, modality }: Pick<MeetingInput, 'localityCode' | 'modality'>,
  localities: { code: string }[],
): boolean {
  if (localityCode !== null) return localities.some(({ code }) => code === localityCode);
  return modality === 'virtual' || localities.length === 0;
}

/** What a form says of a meeting, with its commitments found; a fair has no places to give. */
async function fieldsOf(tx: Tx, input: MeetingInput): Promise<MeetingFields & { planId: string }> {
  const { commitments: slugs, ...said } = input;
  const commitments = (await listCommitments(tx)).filter((commitment) =>
    slugs.includes(commitment.slug),
  );
  const options = await listOptions(tx, 'es');
  const wrong: Record<string, string> = {};
  if (commitments.length !== slugs.length) wrong['compromisos'] = 'choose_one';
  if (!isPlaceSaid(said, await listLocalities(tx))) wrong['localidad'] = 'choose_one';
  if (said.access.some((code) => !options.accesibilidad.some((option) => option.code === code)))
    wrong['accesibilidad'] = 'choose_one';
  if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
  return {
    ...said,
    planId: first(commitments).planId,
    commitmentIds: commitments.map((commitment) => commitment.id),
    languages: said.languages.length > 0 ? said.languages : ['es'],
    ...(said.kind === 'feria'
      ? { capacity: null, reserved: 0, allocation: 'llegada' }
      : { capacity: certain(said.capacity) }),
  };
}

const nobody: FacilitatorsInput = { ticked: [], tickedBefore: [], emails: [] };

/** Calls a meeting as a draft: nobody else sees it until it is published but who is named to facilitate it. */
export async function callMeeting(
  actor: Actor,
  input: MeetingInput,
  facilitators = nobody,
): Promise<{ id: string }> {
  return await actOnce(
    actor,
    { act: 'meetings.call', content: { ...input, facilitators } },
    async (tx) => {
      authorize(canCallMeeting(actor));
      const named = await holdFacilitators(tx, actor, facilitators);
      const fields = await fieldsOf(tx, input);
      const id = newId();
      await insertMeeting(tx, {
        ...fields,
        id,
        createdBy: actor.personId,
        lang: actor.locale,
        at: now(),
      });
      await recordAudit(tx, actor, {
        action: 'meetings.meeting-called',
        subjectKind: 'meeting',
        subjectId: id,
        data: { kind: fields.kind },
      });
      await nameFacilitators(tx, actor, id, named);
      return { id };
    },
  );
}

/** What somebody who comes must be told when it changes. */
const told = ['startsAt', 'endsAt', 'venue', 'address', 'modality'] as const;

function changesOf(before: Meeting, after: MeetingFields): string[] {
  return told.filter((field) => String(before[field].valueOf()) !== String(after[field].valueOf()));
}

/**
 * Once registration for a draw has closed, who takes part and for how many places stays as it is
 * until the places are given.
 */
function frozenByDraw(before: Meeting, after: MeetingFields): Record<string, string> | null {
  if (
    !awaitsDraw(before) ||
    before.state !== 'publicado' ||
    before.ownClosesAt > now() ||
    before.waiting === 0
  )
    return null;
  if (after.closesAt > now()) return { cierra: 'draw_closed' };
  // A meeting that draws its places has a capacity.
  const places = (of: Pick<Meeting, 'capacity' | 'reserved'>) => certain(of.capacity) - of.reserved;
  return places(after) < places(before) ? { cupo: 'draw_fewer_places' } : null;
}

/** Changes a meeting; whoever registered is told of another time or place. More places go to the waiting list. */
export async function changeMeeting(
  actor: Actor,
  id: string | undefined,
  version: number,
  input: MeetingInput,
  facilitators = nobody,
): Promise<void> {
  await inTransaction(async (tx) => {
    const named = await holdFacilitators(tx, actor, facilitators);
    const before = await holdMeeting(tx, id);
    authorize(canRunMeeting(actor, before));
    if (before.state === 'cancelado' || before.closedAt) throw conflict('meeting_over');
    const fields = await fieldsOf(tx, input);
    // A fair has no registration: who has or awaits a place would have none any more.
    if (fields.kind === 'feria' && before.held + before.waiting > 0)
      throw fieldErrors({ tipo: 'fair_with_registrations' });
    if (fields.capacity !== null && fields.capacity < before.held)
      throw fieldErrors({ cupo: `capacity_below_held|held=${before.held}` });
    // People registered knowing how places are given.
    if (fields.allocation !== before.allocation && (await hasRegistrations(tx, before.id)))
      throw fieldErrors({ reparto: 'allocation_frozen' });
    const frozen = frozenByDraw(before, fields);
    if (frozen) throw fieldErrors(frozen);
    if (!(await updateMeeting(tx, before.id, version, fields))) throw conflict('changed_meanwhile');
    const changed = changesOf(before, fields);
    await recordAudit(tx, actor, {
      action: 'meetings.meeting-changed',
      subjectKind: 'meeting',
      subjectId: before.id,
      data: { changed },
    });
    await nameFacilitators(tx, actor, before.id, named);
    if (before.state !== 'publicado') return;
    if (changed.length > 0)
      await enqueue(tx, tellRegistered, { meetingId: before.id, version: version + 1 });
    await enqueue(tx, placesChanged, { meetingId: before.id });
  });
}
