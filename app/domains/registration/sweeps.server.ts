import { systemActor } from '#app/kernel/actor.ts';
import { retentionDays } from '#app/kernel/retention.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { eraseOutdated } from '#app/domains/declarations/freeze-answers.server.ts';
import { allotPlaces } from './allot-places.server.ts';
import { givePlacesOf } from './give-places.server.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { purgeEnded } from './erasure.store.server.ts';
import { deleteOldPasses, eraseAccess } from './access.store.server.ts';
import {
  selectUndrawnWithRoom,
  expireOffers,
  lengthenUntold,
  selectMeetingsWithLateOffers,
} from './place.store.server.ts';
import { forgetMentions } from '#app/domains/groups/forget-mentions.server.ts';
import { awaitsDraw, placesLeft } from '#app/domains/meetings/rules.ts';
import { deleteUploads } from './upload.store.server.ts';
import { callReturned } from './call-returned.server.ts';
import { remindNeeds } from './remind-needs.server.ts';
import { tell } from './tell-person.server.ts';

const day = 86_400_000;

/**
 * Offers that nobody took go to the next who waits; who let one pass waits at the end of the list.
 */
async function sweepOffers(): Promise<void> {
  for (const meetingId of await selectMeetingsWithLateOffers(getDb(), now())) {
    await inTransaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      if (!meeting) return;
      await lengthenUntold(tx, meetingId, now());
      for (const person of await expireOffers(tx, meetingId, now())) {
        await recordAudit(tx, systemActor, {
          action: 'registration.offer-expired',
          subjectKind: 'registration',
          subjectId: person.id,
          data: { meetingId },
        });
        await tell(tx, person, meeting, 'offer_expired');
      }
      await givePlacesOf(tx, systemActor, meetingId);
    });
  }
}

/**
 * Where a draw was said and there is room for everybody, everybody gets a place once registration
 * closes.
 */
async function sweepUndrawn(): Promise<void> {
  for (const meetingId of await selectUndrawnWithRoom(getDb(), now())) {
    await inTransaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      if (
        meeting?.state === 'publicado' &&
        awaitsDraw(meeting) &&
        meeting.closesAt <= now() &&
        meeting.waiting <= placesLeft(meeting)
      )
        await allotPlaces(tx, systemActor, meeting, null);
    });
  }
}

/**
 * Names, contacts, needs and what was declared go when their time is over; the audit row is the
 * evidence.
 */
async function sweepRetention(): Promise<void> {
  await inTransaction(async (tx) => {
    await deleteOldPasses(tx, now());
    const purged = await purgeEnded(tx, new Date(now().getTime() - retentionDays * day), now());
    for (const meetingId of new Set(purged.map((row) => row.meetingId))) {
      const ids = purged.flatMap((row) => (row.meetingId === meetingId ? [row.id] : []));
      const declarations = await eraseOutdated(tx, ids);
      await eraseAccess(tx, ids);
      await forgetMentions(tx, meetingId);
      await recordAudit(tx, systemActor, {
        action: 'registration.registrations-purged',
        subjectKind: 'meeting',
        subjectId: meetingId,
        data: { count: ids.length, declarations, days: retentionDays },
      });
    }
  });
}

/** Lists that somebody looked at and did not load go when their hour is over. */
async function sweepLists(): Promise<void> {
  await deleteUploads(getDb(), { personId: null, meetingId: null }, now());
}

/** What falls due in this slice. */
export const sweeps = {
  'registration.returned-mail': callReturned,
  'registration.offers': sweepOffers,
  'registration.undrawn': sweepUndrawn,
  'registration.retention': sweepRetention,
  'registration.need-reminders': remindNeeds,
  'registration.lists': sweepLists,
};
