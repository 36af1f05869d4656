import { placesChanged } from '#app/domains/meetings/jobs.ts';
import { givePlacesOf } from './give-places.server.ts';
import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { handle } from '#app/platform/jobs/define-job.ts';
import { offerByGoals } from './give-by-goals.server.ts';
import { cancelRegistrations, tellRegistered } from '#app/domains/meetings/jobs.ts';
import { giveByGoals, mailLink, readdress, tellAllotted, thankAttended } from './jobs.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { selectUntold, takeUntoldOfPlaces, takeUnthanked } from './contact.store.server.ts';
import { cancelAll } from './place.store.server.ts';
import { mailPersonalLink } from './open-personal.server.ts';
import { readdressMails } from './readdress-mails.server.ts';
import { tellMany, tellThanks } from './tell-person.server.ts';

/** How many are written to in one transaction. */
const atOnce = 200;

async function tellAll(meetingId: string, version: number): Promise<void> {
  for (let more = true; more;) {
    more = await inTransaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      // A later change tells everybody by itself.
      if (!meeting || meeting.version !== version || meeting.state !== 'publicado') return false;
      const people = await selectUntold(tx, meetingId, version, atOnce);
      await tellMany(tx, people, meeting, 'meeting_changed');
      return people.length === atOnce;
    });
  }
}

async function cancelEverybody(meetingId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    if (meeting?.state !== 'cancelado') return;
    const people = await cancelAll(tx, meetingId, now());
    for (const { id } of people)
      await recordAudit(tx, systemActor, {
        action: 'registration.registration-cancelled',
        subjectKind: 'registration',
        subjectId: id,
        data: { meetingId, why: 'meeting' },
      });
    await tellMany(tx, people, meeting, 'meeting_cancelled', { note: meeting.cancelReason });
  });
}

async function tellPlaces(meetingId: string, drawn: boolean): Promise<void> {
  for (let more = true; more;) {
    more = await inTransaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      if (!meeting?.allottedAt || meeting.state !== 'publicado') return false;
      const people = await takeUntoldOfPlaces(tx, meetingId, atOnce, {
        before: meeting.allottedAt,
        at: now(),
      });
      await tellMany(
        tx,
        people.filter(({ state }) => state === 'inscrita'),
        meeting,
        drawn ? 'drawn' : 'not_drawn',
      );
      await tellMany(
        tx,
        people.filter(({ state }) => state === 'en_espera'),
        meeting,
        'still_waiting',
      );
      return people.length === atOnce;
    });
  }
}

async function thankEverybody(meetingId: string): Promise<void> {
  for (let more = true; more;) {
    more = await inTransaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      if (meeting?.state !== 'con_acta') return false;
      const people = await takeUnthanked(tx, meetingId, atOnce, now());
      for (const person of people) await tellThanks(tx, person, meeting);
      return people.length === atOnce;
    });
  }
}

/** What the worker does for meetings; each may be repeated. */
export const jobs = [
  handle(tellRegistered, async ({ meetingId, version }) => await tellAll(meetingId, version)),
  handle(cancelRegistrations, async ({ meetingId }) => await cancelEverybody(meetingId)),
  handle(
    placesChanged,
    async ({ meetingId }) =>
      await inTransaction(async (tx) => await givePlacesOf(tx, systemActor, meetingId)),
  ),
  handle(
    mailLink,
    async ({ registrationId }, jobId) => await mailPersonalLink(registrationId, jobId),
  ),
  handle(readdress, async ({ registrationId }) => await readdressMails(registrationId)),
  handle(giveByGoals, async ({ meetingId }) => await offerByGoals(meetingId)),
  handle(tellAllotted, async ({ meetingId, drawn }) => await tellPlaces(meetingId, drawn)),
  handle(thankAttended, async ({ meetingId }) => await thankEverybody(meetingId)),
];
