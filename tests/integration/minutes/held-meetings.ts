import { beforeEach } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { MinutesForm } from '#app/domains/minutes/schema.ts';
import {
  registerPerson,
  type Registered,
} from '#app/domains/registration/register-person.server.ts';
import { newForm, newMeeting, type NewMeeting } from '#tests/factories/meetings.ts';
import { newArrival } from '#tests/factories/minutes.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export const hour = 3_600_000;
export let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

export const texts = (more: Record<string, string> = {}) =>
  MinutesForm.parse({
    orden: 'Saludo y mesas.',
    temas: 'El cruce de la avenida.',
    acuerdos: 'Pedir el estudio del semáforo.',
    cierre: 'Gracias.',
    ...more,
  });

/**
 * A meeting in an hour whose clock then passes its end, with its facilitator and some who
 * registered and came.
 */
export async function held(
  people: number,
  came: number,
  overrides: NewMeeting = {},
): Promise<{ id: string; facilitator: Actor; registered: Registered[] }> {
  const { id } = await newMeeting(database.owner, plan, {
    startsIn: 2,
    lasts: 2,
    closesIn: 1,
    capacity: 40,
    ...overrides,
  });
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
  const registered: Registered[] = [];
  for (let index = 0; index < people; index += 1)
    registered.push(await registerPerson(null, id, newForm(), { channel: 'web', locale: 'es' }));
  for (const person of registered.slice(0, came)) await newArrival(database.owner, id, person.id);
  setClockOffset(5 * hour);
  return { id, facilitator, registered };
}
