import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fewestTold } from '#app/domains/meetings/rules.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { listPeople } from './list-people.server.ts';
import { scopesOf } from './rules.ts';
import { tallyOf } from './tally.ts';
import { insertTally, selectUncounted } from './tally.store.server.ts';

/**
 * Counts each meeting of the active plan once, when it is closed or three days after its end, one a
 * transaction. What is corrected later is not counted: so no two releases differ by a correction. A
 * meeting of few people is in no table. Returns the meetings that were counted.
 */
export async function countMeetings(): Promise<string[]> {
  const counted: string[] = [];
  for (;;) {
    const id = await inTransaction(async (tx) => {
      const phases = await getPhases(tx);
      const planId = phases[0]?.planId;
      const meeting = planId ? await selectUncounted(tx, planId, now()) : null;
      if (!planId || !meeting) return null;
      const people = (await listPeople(tx, meeting.id)) ?? [];
      const isTold = people.filter(({ attended }) => attended).length >= fewestTold;
      await insertTally(tx, {
        id: meeting.id,
        planId,
        scopes: scopesOf(meeting, phases),
        rows: isTold ? tallyOf(people) : [],
        at: now(),
      });
      return meeting.id;
    });
    if (id === null) return counted;
    counted.push(id);
  }
}
