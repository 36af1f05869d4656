import { sql } from 'kysely';
import type { Actor, Grant, ScopeKind } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Role } from '#app/kernel/roles.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { KeptPassword } from '#app/domains/accounts/hash-password.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';

let counter = 0;
/** A number that this process gives once, for what must be unique. */
export function next(): number {
  return (counter += 1);
}

export type NewPerson = {
  name?: string;
  email?: string;
  verified?: boolean;
  locale?: 'es' | 'en';
  isAdult?: boolean;
  password?: KeptPassword;
};

/** A registered person with a verified address. */
export async function newPerson(
  db: Db,
  overrides: NewPerson = {},
): Promise<{ id: string; name: string; email: string }> {
  const number = next();
  const id = newId();
  const name = overrides.name ?? `Persona ${number}`;
  const email = overrides.email ?? `persona-${number}-${id.slice(-6)}@prueba.convite`;
  if (overrides.password) {
    const { recipe, proofKey } = overrides.password;
    await sql`
      select enrol_person(
        ${id}, ${name}, ${email}, 'es', true, ${now()}, ${recipe}, ${proofKey}
      )
    `.execute(db);
    await db.updateTable('person').set({ email_verified_at: now() }).where('id', '=', id).execute();
    return { id, name, email };
  }
  await db
    .insertInto('person')
    .values({
      id,
      name,
      email,
      email_verified_at: overrides.verified === false ? null : now(),
      locale: overrides.locale ?? 'es',
      is_adult: overrides.isAdult ?? true,
      created_at: now(),
    })
    .execute();
  return { id, name, email };
}

/** A role, or a role within a scope. */
export type HeldRole =
  | Exclude<Role, 'ciudadania'>
  | { role: Exclude<Role, 'ciudadania'>; scopeKind: ScopeKind; scopeId: string };

/** A signed-in person who holds these roles, stored with their grants. */
export async function newActor(
  db: Db,
  overrides: NewPerson & { roles?: HeldRole[] } = {},
): Promise<Actor & { personId: string }> {
  const person = await newPerson(db, overrides);
  const grants: Grant[] = (overrides.roles ?? []).map((held) =>
    typeof held === 'string' ? { role: held, scopeKind: null, scopeId: null } : held,
  );
  for (const grant of grants) {
    if (grant.role === 'ciudadania') continue;
    await db
      .insertInto('role_grant')
      .values({
        id: newId(),
        person_id: person.id,
        role: grant.role,
        scope_kind: grant.scopeKind,
        scope_id: grant.scopeId,
        starts_at: now(),
        granted_at: now(),
      })
      .execute();
  }
  return {
    kind: 'person',
    personId: person.id,
    name: person.name,
    email: person.email,
    emailVerified: overrides.verified !== false,
    locale: overrides.locale ?? 'es',
    grants,
    sessionId: null,
  };
}

/** Several people at once, for counting and for concurrency. */
export async function newActors(db: Db, count: number): Promise<(Actor & { personId: string })[]> {
  return await Promise.all(Array.from({ length: count }, () => newActor(db)));
}
