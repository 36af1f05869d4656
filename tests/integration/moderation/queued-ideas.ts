import { afterEach, beforeAll } from 'vitest';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export let plan: TestPlan;
beforeAll(async () => void (plan = await newPlan(database.db, { commitments: 6 })));
afterEach(() => setClockOffset(0));

export const day = 86_400_000;
/** An idea sent so many days ago to the commitment of that position. */
export async function sent(
  position: number,
  daysAgo: number,
  more: Partial<Parameters<typeof newIdea>[1]> = {},
) {
  return await newIdea(database.db, {
    commitmentId: plan.commitments[position]!.id,
    state: 'enviada',
    ...more,
    row: { submitted_at: new Date(now().getTime() - daysAgo * day), ...more.row },
  });
}
export const scopedTo = async (position: number) =>
  await newActor(database.db, {
    roles: [
      { role: 'moderacion', scopeKind: 'commitment', scopeId: plan.commitments[position]!.id },
    ],
  });
