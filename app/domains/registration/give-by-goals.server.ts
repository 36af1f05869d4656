import { systemActor } from '#app/kernel/actor.ts';
import { first } from '#app/kernel/certain.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { listDeclarations } from '#app/domains/declarations/list-declarations.server.ts';
import { answersGoalOf, isSensitive } from '#app/domains/declarations/measures.ts';
import { nextByGoals } from './allocation.ts';
import { isOffering, offerPlace } from './give-places.server.ts';
import { listGoals } from '#app/domains/groups/list-goals.server.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { freePlaceFor } from './place.rules.ts';
import { selectStanding } from './place.store.server.ts';

/**
 * Offers every free place of a meeting to who waits and answers the goal of age or locality that is
 * farthest from being met. It counts under the meeting's lock, so that running twice, or for two cancellations at
 * once, gives no place twice. Only the worker runs it: what people declared is read here, and
 * nothing of it is written or told.
 */
export async function offerByGoals(meetingId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    if (!meeting || meeting.allocation !== 'metas' || !isOffering(meeting)) return;
    const { holding, waiting, passed } = await selectStanding(tx, meeting.id);
    if (waiting.length === 0) return;
    const { inForce } = await listGoals(tx, meeting);
    // Who is offered a place is seen by who runs the meeting: nothing sensitive may decide it.
    const goals = inForce.filter(({ variable }) => !isSensitive(variable));
    const declared = await listDeclarations(tx, meeting.id);
    const answersOf = (id: string) => {
      const found = declared.get(id);
      return goals.map((goal) => (found ? answersGoalOf(goal, found.answers, found.year) : null));
    };
    const held = holding.map(answersOf);
    // Who let an offer pass has only the turn at the end of the list: else the same one would be
    // asked again and again.
    let queue = waiting.map(({ id, channel }) => ({
      id,
      channel,
      answers: passed.has(id) ? goals.map(() => null) : answersOf(id),
    }));
    let places = meeting;
    for (;;) {
      queue = queue.filter(({ channel }) => freePlaceFor(places, channel) !== null);
      if (queue.length === 0) return;
      const at = nextByGoals(
        goals,
        held,
        queue.map(({ answers }) => answers),
      );
      const next = first(queue.splice(at, 1));
      places = await offerPlace(tx, systemActor, places, next);
      held.push(next.answers);
    }
  });
}
