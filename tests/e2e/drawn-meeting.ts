import type { ParticipationGoal } from '#db/schema.d.ts';
import { newId } from '#app/kernel/ids.ts';
import { newWaiting } from '#tests/factories/meetings.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';

export type Goal = {
  variable: ParticipationGoal['variable'];
  value: string;
  share: number;
  tolerance: number;
};

/**
 * A meeting run by `facilitadora` that draws its places, with people who wait and what they
 * declared; its registration is open.
 */
export async function drawnMeeting(
  title: string,
  capacity: number,
  people: Record<string, unknown>[],
  goals: Goal[],
): Promise<{ id: string }> {
  return await withOwner(async (db) => {
    const { id, planId } = await facilitatedMeeting(db, {
      capacity,
      allocation: 'sorteo',
      opensIn: -96,
      closesIn: 2,
      startsIn: 400,
      localityCode: '05',
    });
    await db
      .updateTable('meeting')
      .set({ title, access: ['lsc'] })
      .where('id', '=', id)
      .execute();
    for (const goal of goals)
      await db
        .insertInto('participation_goal')
        .values({
          id: newId(),
          plan_id: planId,
          meeting_id: id,
          ...goal,
          source: 'Censo 2018, DANE',
          created_at: new Date(),
        })
        .execute();
    if (people.length > 0) await newWaiting(db, id, people);
    return { id };
  });
}

/** Registration of a meeting closed a minute ago. */
export async function closeRegistration(id: string): Promise<void> {
  await withOwner(
    async (db) =>
      void (await db
        .updateTable('meeting')
        .set({ closes_at: new Date(Date.now() - 60_000) })
        .where('id', '=', id)
        .execute()),
  );
}

/** The randomness that was announced for a draw comes now. */
export async function bringRandomness(meetingId: string): Promise<void> {
  await withOwner(
    async (db) =>
      void (await db
        .updateTable('draw')
        .set({ source_at: new Date(Date.now() - 1000) })
        .where('meeting_id', '=', meetingId)
        .execute()),
  );
}

/** What each of the registrations of a meeting has come to. */
export async function statesOf(meetingId: string): Promise<Record<string, number>> {
  return await withOwner(async (db) => {
    const rows = await db
      .selectFrom('registration')
      .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
      .where('meeting_id', '=', meetingId)
      .groupBy('state')
      .execute();
    return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]));
  });
}
