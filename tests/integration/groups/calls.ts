import { beforeEach } from 'vitest';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  await database.owner.deleteFrom('organisation').execute();
  plan = await newPlan(database.owner);
  await newLocality(database.owner, '05', 'Usme');
  await newLocality(database.owner, '04', 'San Cristóbal');
});

export const member = async () =>
  await newActor(database.owner, {
    roles: [{ role: 'circulo', scopeKind: 'sector', scopeId: 'civil' }],
  });
