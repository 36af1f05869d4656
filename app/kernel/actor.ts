import { certain } from './certain.ts';
import { roleCapabilities, type Capability, type Role } from './roles.ts';

export type ScopeKind = 'commitment' | 'meeting' | 'institution' | 'sector';
export type Grant = { role: Role; scopeKind: ScopeKind | null; scopeId: string | null };

/** Who acts: a signed-in person with the grants in force now, or the system itself. */
export type Actor = {
  kind: 'person' | 'system';
  personId: string | null;
  name: string;
  email: string | null;
  emailVerified: boolean;
  locale: 'es' | 'en';
  grants: Grant[];
  sessionId: string | null;
};

/** Jobs and the command line act as this; it holds no grant, and commands that allow it say so. */
export const systemActor: Actor = {
  kind: 'system',
  personId: null,
  name: 'Convite',
  email: null,
  emailVerified: true,
  locale: 'es',
  grants: [],
  sessionId: null,
};

/** Somebody without an account, in audit rows of what needs none: a person whom no id names. */
export const visitorActor: Actor = {
  ...systemActor,
  kind: 'person',
  name: '',
  emailVerified: false,
};

/** The id of the person who acts. Only behind a policy that lets nobody else pass: the system has none. */
export function personIdOf(actor: Actor): string {
  return certain(actor.personId);
}

/** Whether the actor holds the role, anywhere or in this scope (a grant without scope holds everywhere). */
export function hasRole(actor: Actor | null, role: Role, scopeId?: string): boolean {
  if (!actor) return false;
  if (role === 'ciudadania') return actor.kind === 'person';
  return actor.grants.some(
    (grant) =>
      grant.role === role &&
      (scopeId === undefined || grant.scopeId === null || grant.scopeId === scopeId),
  );
}

/** Whether any grant of the actor carries the capability, optionally within a scope. */
export function can(actor: Actor | null, capability: Capability, scopeId?: string): boolean {
  if (!actor) return false;
  if (actor.kind === 'person' && roleCapabilities.ciudadania.includes(capability)) return true;
  return actor.grants.some(
    (grant) =>
      roleCapabilities[grant.role].includes(capability) &&
      (scopeId === undefined ||
        grant.scopeId === null ||
        grant.scopeId === scopeId ||
        grant.scopeKind === 'sector'),
  );
}

/** The scopes in which the actor holds a role: `'all'`, or a list of ids. */
export function scopesOf(actor: Actor, role: Role): 'all' | string[] {
  const held = actor.grants.filter((grant) => grant.role === role);
  if (held.some((grant) => grant.scopeId === null)) return 'all';
  return held.flatMap((grant) => (grant.scopeId === null ? [] : [grant.scopeId]));
}
