import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { listGoals } from '#app/domains/groups/list-goals.server.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { listPeople } from './list-people.server.ts';
import { goalStateOf, isReachDue, localitiesOf } from './reach.ts';
import { selectReach, upsertReach } from './reach.store.server.ts';

/**
 * Looks again how meetings whose counts changed stand to their goals, where enough registrations
 * are new. Only the worker's role can; the desk reads what is kept here and nothing else. Returns
 * how many were refreshed.
 */
export async function refreshReach(meetingIds: string[]): Promise<number> {
  let refreshed = 0;
  for (const id of meetingIds) {
    const meeting = await getAnyMeeting(getDb(), id);
    if (meeting.state !== 'publicado' || meeting.endsAt <= now()) continue;
    await inTransaction(async (tx) => {
      const people = (await listPeople(tx, id))?.filter(({ registered }) => registered) ?? [];
      if (!isReachDue(people.length, (await selectReach(tx, id))?.registered ?? null)) return;
      const goals = (await listGoals(tx, meeting)).inForce.map((goal) => ({
        id: goal.id,
        state: goalStateOf(goal, people),
      }));
      await upsertReach(tx, id, {
        registered: people.length,
        refreshedAt: now(),
        goals,
        localities: localitiesOf(people),
      });
      refreshed += 1;
    });
  }
  return refreshed;
}
