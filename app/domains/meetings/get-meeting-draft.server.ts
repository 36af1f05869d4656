import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { lackingOf } from './preparation.rules.ts';
import type { Preparation, Prepared } from './types.ts';
import { selectFacilitators, selectPreparations } from './preparation.store.server.ts';
import { listRunMeetings } from './list-meetings.server.ts';
import { selectOnlineUrl } from './store.server.ts';
import { canRunMeeting } from './policy.ts';
import { getAnyMeeting } from './get-any-meeting.server.ts';

export type MeetingDraft = Prepared & {
  onlineUrl: string;
  facilitators: { id: string; name: string }[];
};

const nothing: Preparation = {
  facilitators: 0,
  goals: 0,
  invited: 0,
  openNeeds: 0,
  openDuplicates: 0,
  openCalls: 0,
};

/** A meeting as who prepares it sees it. */
export async function getMeetingDraft(
  db: Db,
  actor: Actor,
  id: string | undefined,
): Promise<MeetingDraft> {
  const meeting = await getAnyMeeting(db, id);
  authorize(canRunMeeting(actor, meeting));
  const at = now();
  const [onlineUrl, people, done] = await Promise.all([
    selectOnlineUrl(db, meeting.id),
    selectFacilitators(db, meeting.id, at),
    getPreparation(db, meeting.id),
  ]);
  return {
    meeting,
    onlineUrl,
    facilitators: people.map(({ id: personId, name }) => ({ id: personId, name })),
    done,
    lacking: lackingOf(meeting, done, at),
  };
}

/** What was done so far for a meeting, for later rooms that have asked who may. */
export async function getPreparation(db: Db, id: string): Promise<Preparation> {
  return (await selectPreparations(db, [id], now())).get(id) ?? nothing;
}

/** The meetings that somebody runs, each with what it still lacks. */
export async function listPreparations(db: Db, actor: Actor): Promise<Prepared[]> {
  const meetings = await listRunMeetings(db, actor);
  const at = now();
  const prepared = await selectPreparations(
    db,
    meetings.map((meeting) => meeting.id),
    at,
  );
  return meetings.map((meeting) => {
    const done = prepared.get(meeting.id) ?? nothing;
    return { meeting, done, lacking: lackingOf(meeting, done, at) };
  });
}
