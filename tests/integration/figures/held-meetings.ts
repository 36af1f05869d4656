import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import { checkIn } from '#app/domains/door/check-in.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import type { TestPlan } from '#tests/factories/plans.ts';
import type { TestDatabase } from '#tests/integration/database.ts';

export type World = { database: TestDatabase; plan: TestPlan; facilitator: Actor };
type Person = { id: string; code: string };

/**
 * A meeting under way, at which these people are registered and arrive, but those who `falta`; what
 * they say of themselves is counted once it is over.
 */
export async function newHeldMeeting(
  { database, plan, facilitator }: World,
  people: Record<string, unknown>[],
  overrides: Parameters<typeof newMeeting>[2] = {},
): Promise<{ id: string; people: Person[] }> {
  const { id } = await newMeeting(database.owner, plan, {
    capacity: 500,
    startsIn: 1,
    closesIn: 0.9,
    ...overrides,
  });
  const registered: Person[] = [];
  for (const { falta, ...said } of people) {
    const person = await registerPerson(null, id, newForm({ acepta_estadistica: 'si', ...said }), {
      channel: 'web',
      locale: 'es',
    });
    if (!falta) await checkIn(facilitator, id, person.id);
    registered.push(person);
  }
  return { id, people: registered };
}

/** The meeting is over and closed. */
export async function holdMeeting(database: TestDatabase, id: string): Promise<void> {
  await sql`
    update meeting
    set starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day',
      opens_at = opens_at - interval '2 days', closes_at = closes_at - interval '1 day',
      closed_at = now()
    where id = ${id}::uuid
  `.execute(database.owner);
}

export const some = (count: number, said: Record<string, unknown>) =>
  Array.from({ length: count }, () => said);
