import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { grantRole } from '#app/domains/accounts/grant-role.server.ts';
import { canSeeRoster } from '#app/domains/registration/policy.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const meeting = { id: newId(), closedAt: null, commitments: [] };
type Person = Actor & { personId: string };
let one: Person;

beforeEach(async () => {
  setClockOffset(0);
  one = await newActor(database.owner, { roles: ['coordinacion'] });
});

const grants = async (personId: string) =>
  await database.owner
    .selectFrom('role_grant')
    .select(['role', 'scope_kind as scopeKind', 'scope_id as scopeId'])
    .where('person_id', '=', personId)
    .execute();
/** As they are signed in now. */
const as = async (person: Person): Promise<Person> => ({
  ...person,
  grants: await grants(person.personId),
});
const give = async (by: Person, to: Person, role: 'coordinacion' | 'facilitacion') =>
  await grantRole(await as(by), {
    email: to.email ?? '',
    role,
    scope: undefined,
    from: undefined,
    until: undefined,
  });
const days = (count: number) => setClockOffset(count * 86_400_000);

it('a coordinator reads no contacts by a second account, however many name one another', async () => {
  const straw = await newActor(database.owner);
  const another = await newActor(database.owner);
  await give(one, straw, 'coordinacion');
  await give(straw, another, 'coordinacion');
  const refused = { kind: 'forbidden', reason: 'coordination_too_new' };
  for (const by of [straw, another])
    await expect(give(by, one, 'facilitacion')).rejects.toMatchObject(refused);
  days(30);
  for (const by of [straw, another])
    await expect(give(by, one, 'facilitacion')).rejects.toMatchObject(refused);
  expect(canSeeRoster(await as(one), meeting).allowed).toBe(false);
  // Without the rule the grant would stand, and read the list.
  await database.owner
    .insertInto('role_grant')
    .values({
      id: newId(),
      person_id: one.personId,
      role: 'facilitacion',
      starts_at: now(),
      granted_by: straw.personId,
      granted_at: now(),
    })
    .execute();
  expect(canSeeRoster(await as(one), meeting).allowed).toBe(true);
});

it('who was named by another counts after seven days, who was named by command at once', async () => {
  const [second, facilitator] = [await newActor(database.owner), await newActor(database.owner)];
  await give(one, second, 'coordinacion');
  await expect(give(second, facilitator, 'facilitacion')).rejects.toMatchObject({
    reason: 'coordination_too_new',
  });
  await give(one, facilitator, 'facilitacion');
  days(7.1);
  await give(second, await newActor(database.owner), 'facilitacion');
  const byCommand = await newActor(database.owner, { roles: ['coordinacion'] });
  await give(byCommand, one, 'facilitacion');
  expect(canSeeRoster(await as(one), meeting).allowed).toBe(true);
});
