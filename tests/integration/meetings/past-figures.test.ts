import { expect, it } from 'vitest';
import { getPastFigures } from '#app/domains/meetings/list-meetings.server.ts';
import { newArrival } from '#tests/factories/minutes.ts';
import { newMeeting, newWaiting } from '#tests/factories/meetings.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();

it('counts a small meeting as one, and its people in no sum that would tell them by subtraction', async () => {
  const plan = await newPlan(database.owner);
  const hold = async (came: number) => {
    const { id } = await newMeeting(database.owner, plan, { startsIn: -4, closesIn: -5 });
    const people = await newWaiting(
      database.owner,
      id,
      Array.from({ length: came }, () => ({})),
    );
    for (const person of people) await newArrival(database.owner, id, person.id);
  };
  await hold(7);
  await hold(3);
  expect(await getPastFigures(database.db)).toMatchObject({
    attended: 7,
    kinds: [{ kind: 'taller', meetings: 2, attended: 7 }],
  });
  await hold(5);
  expect(await getPastFigures(database.db)).toMatchObject({ attended: 12 });
});
