import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { listDeclarations } from '#app/domains/declarations/list-declarations.server.ts';
import { listGoals } from '#app/domains/workshops/list-goals.server.ts';
import { readMeeting } from '#app/domains/workshops/read-meeting.server.ts';
import { goalStateOf, isReachDue, localitiesOf } from './reach.ts';
import { selectReach, upsertReach } from './reach.store.server.ts';
import { selectPresent } from './tally.store.server.ts';

/**
 * Looks again how meetings whose counts changed stand to their goals, where enough registrations are new. Only the worker's
 * role can; the desk reads what is kept here and nothing else. Returns how many were refreshed.
 */
export async function refreshReach(meetingIds: string[]): Promise<number> {
  let refreshed = 0;
  for (const id of meetingIds) {
    const meeting = await readMeeting(getDb(), id);
    if (meeting.state !== 'publicado' || meeting.endsAt <= now()) continue;
    await inTransaction(async (tx) => {
      const present = (await selectPresent(tx, id))?.filter(({ registered }) => registered) ?? [];
      if (!isReachDue(present.length, (await selectReach(tx, id))?.registered ?? null)) return;
      const declared = new Map((await listDeclarations(tx, id)).map((row) => [row.registrationId, row]));
      const people = present.map((person) => ({ answers: declared.get(person.id)?.answers ?? null, year: declared.get(person.id)?.year ?? 0 }));
      const { own, plan } = await listGoals(tx, meeting);
      const goals = (own.length > 0 ? own : plan).map((goal) => ({ id: goal.id, state: goalStateOf(goal, people) }));
      await upsertReach(tx, id, { registered: present.length, refreshedAt: now(), goals, localities: localitiesOf(people) });
      refreshed += 1;
    });
  }
  return refreshed;
}
