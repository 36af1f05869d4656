import { beforeEach } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { sweeps as groupsSweeps } from '#app/domains/groups/sweeps.server.ts';
import { sweeps as registrationSweeps } from '#app/domains/registration/sweeps.server.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { closeDatabase, useDatabase } from '#app/platform/db/db.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newArrival } from '#tests/factories/minutes.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

export const sweeps = { ...registrationSweeps, ...groupsSweeps };
/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export const day = 86_400_000;
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  await database.owner.deleteFrom('organisation_mention').execute();
  await database.owner.deleteFrom('organisation').execute();
  plan = await newPlan(database.owner);
});

/** What the worker does, in its own role: no other may read what was declared. */
export async function sweep(
  name: 'groups.mentions' | 'registration.retention' = 'groups.mentions',
): Promise<void> {
  await closeDatabase();
  useDatabase(database.url('worker'), 4);
  try {
    await sweeps[name]();
  } finally {
    await closeDatabase();
    useDatabase(database.url('web'), 24);
  }
}

export type Came = { organizacion?: string; came?: boolean; statistics?: boolean };
/** A meeting that is over, whose people wrote these groups. */
export async function held(
  people: Came[],
  closed = true,
): Promise<{
  id: string;
  facilitator: Actor & { personId: string };
  codes: string[];
  ids: string[];
}> {
  const { id } = await newMeeting(database.owner, plan, { capacity: 50 });
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
  const [codes, ids]: [string[], string[]] = [[], []];
  for (const { organizacion, came = true, statistics = true } of people) {
    const one = await registerPerson(
      null,
      id,
      newForm({ organizacion: organizacion ?? '', acepta_estadistica: statistics ? 'si' : '' }),
      { channel: 'web', locale: 'es' },
    );
    if (came) await newArrival(database.owner, id, one.id);
    codes.push(one.code);
    ids.push(one.id);
  }
  await database.owner
    .updateTable('meeting')
    .set({
      starts_at: new Date(Date.now() - 5 * 3_600_000),
      ends_at: new Date(Date.now() - 3_600_000),
      opens_at: new Date(Date.now() - 2 * day),
      closes_at: new Date(Date.now() - 6 * 3_600_000),
      ...(closed ? { closed_at: now() } : {}),
    })
    .where('id', '=', id)
    .execute();
  return { id, facilitator, codes, ids };
}
