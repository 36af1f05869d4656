import { certain } from '#app/kernel/certain.ts';
import { systemActor, type Actor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { demoPassword } from '#app/domains/accounts/demo-accounts.ts';
import { enrolPerson } from '#app/domains/accounts/enrol-person.server.ts';
import { grantRole } from '#app/domains/accounts/grant-role.server.ts';
import { hashPassword, type KeptPassword } from '#app/domains/accounts/hash-password.server.ts';
import { GrantForm } from '#app/domains/accounts/schema.ts';
import { people } from './content/people.ts';
import type { PersonContent } from './content/types.ts';
import { at, fraction, momentOf } from './timeline.ts';

/** Acts as somebody of the story; `locale` is the language in which they write this time. */
export type Cast = (key: string, locale?: 'es' | 'en') => Actor & { personId: string };

/** Nobody coordinates yet: the system gives that role once. */
const founder: Actor = {
  ...systemActor,
  grants: [{ role: 'coordinacion', scopeKind: null, scopeId: null }],
};

async function enrol(person: PersonContent, password: KeptPassword): Promise<void> {
  const guardian = person.guardian
    ? { name: person.guardian, contact: `acudiente.${person.email}` }
    : undefined;
  await inTransaction(
    async (tx) =>
      await enrolPerson(tx, {
        name: person.name,
        email: person.email,
        password,
        locale: person.locale,
        verifiedAt: now(),
        ...(guardian ? { guardian } : {}),
      }),
  );
}

async function grantRoles(giver: Actor, person: PersonContent): Promise<void> {
  for (const { role, scope } of person.roles) {
    // A seat in the Circle brings its role along.
    if (role !== 'circulo')
      await grantRole(
        giver,
        GrantForm.parse({ correo: person.email, rol: role, alcance: scope?.id }),
      );
  }
}

/** The first account: whoever coordinates. */
export async function seedCoordinator(seededAt: Date): Promise<void> {
  const coordinator = certain(people.find((person) => person.key === 'coordinacion'));
  await at(momentOf(seededAt, 34), async () => {
    await enrol(coordinator, await hashPassword(demoPassword));
    await grantRoles(founder, coordinator);
  });
}

/**
 * Everybody else, in the days before the first phase opens, with their roles but those of the
 * Circle.
 */
export async function seedPeople(seededAt: Date): Promise<void> {
  const password = await hashPassword(demoPassword);
  const others = people
    .filter((person) => person.key !== 'coordinacion')
    .map((person) => ({ person, daysAgo: 31 + 1.5 * fraction(`enrol.${person.key}`) }));
  for (const { person, daysAgo } of others.sort((a, b) => b.daysAgo - a.daysAgo))
    await at(momentOf(seededAt, daysAgo), async () => await enrol(person, password));
  const coordinator = (await readCast())('coordinacion');
  await at(momentOf(seededAt, 31), async () => {
    for (const { person } of others) await grantRoles(coordinator, person);
  });
}

/** Everybody of the story with the roles that they hold. */
export async function readCast(): Promise<Cast> {
  const persons = await getDb()
    .selectFrom('person')
    .select(['id', 'name', 'email', 'locale'])
    .where('email', 'is not', null)
    .execute();
  const grants = await getDb()
    .selectFrom('role_grant')
    .select(['person_id', 'role', 'scope_kind', 'scope_id'])
    .where('revoked_at', 'is', null)
    .execute();
  const actors = new Map(
    persons.map((person) => {
      const held = grants
        .filter((grant) => grant.person_id === person.id)
        .map((grant) => ({
          role: grant.role,
          scopeKind: grant.scope_kind,
          scopeId: grant.scope_id,
        }));
      return [
        person.email,
        {
          kind: 'person',
          personId: person.id,
          name: person.name,
          email: person.email,
          emailVerified: true,
          locale: person.locale,
          grants: held,
          sessionId: null,
        } as const,
      ];
    }),
  );
  return (key, locale) => {
    const actor = actors.get(people.find((person) => person.key === key)?.email ?? key);
    if (!actor) throw new Error(`Nobody is called ${key}`);
    return { ...actor, locale: locale ?? actor.locale };
  };
}
