import type { Actor, ScopeKind } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, forbidden, notFound } from '#app/kernel/errors.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import {
  countCoordinators,
  hasSameGrant,
  insertGrant,
  isSecondPerson,
  lockCoordination,
  lockGrant,
  markRevoked,
  selectScopeId,
  type NewGrant,
} from './grant.store.server.ts';
import { canGiveRoles, canGiveRoleTo, seesContacts } from './policy.ts';
import { coordinationDays, readMoment, roleScopes } from './rules.ts';
import type { GrantInput } from './schema.ts';
import { lockPerson, selectByEmail } from './store.server.ts';
import type { GrantedRole } from './types.ts';

/** Coordination gives a person a role, with its scope and dates. */
export async function grantRole(actor: Actor, input: GrantInput): Promise<{ id: string }> {
  authorize(canGiveRoles(actor));
  return await actOnce(
    actor,
    { act: 'accounts.grant', content: input },
    async (tx) => {
      const person = await holdGrantee(tx, { email: input.email });
      if ('wrong' in person) throw fieldErrors({ correo: person.wrong });
      if (!canGiveRoleTo(actor, { personId: person.id, role: input.role }).allowed)
        throw fieldErrors({ correo: 'role_to_oneself' });
      const scope = await readScope(tx, input.role, input.scope);
      const id = await giveRole(tx, actor, {
        personId: person.id,
        role: input.role,
        ...scope,
        ...readDates(input),
      });
      if (!id) throw conflict('role_already_given');
      return { id };
    },
    async (tx, { id }) => (await lockGrant(tx, id))?.revokedAt === null,
  );
}

/** Somebody who may be given a role, held until the transaction ends; or why nobody of that address or id can. */
export async function holdGrantee(
  tx: Tx,
  by: { email: string } | { id: string },
): Promise<{ id: string } | { wrong: 'person_unknown' | 'person_unverified' }> {
  const id = 'id' in by ? by.id : (await selectByEmail(tx, by.email))?.id;
  const person = id ? await lockPerson(tx, id) : null;
  if (!person) return { wrong: 'person_unknown' };
  return person.verified ? { id: person.id } : { wrong: 'person_unverified' };
}

/** The same within a transaction that holds the person; null when they have the role already. */
export async function giveRole(
  tx: Tx,
  actor: Actor,
  given: Pick<NewGrant, 'personId' | 'role' | 'scopeKind' | 'scopeId' | 'startsAt' | 'endsAt'>,
): Promise<string | null> {
  authorize(canGiveRoleTo(actor, given));
  await authorizeSecond(tx, actor, given);
  const grant = { ...given, id: newId(), grantedBy: actor.personId, at: now() };
  if (await hasSameGrant(tx, grant)) return null;
  await insertGrant(tx, grant);
  const { role, personId, scopeKind, scopeId } = given;
  await recordAudit(tx, actor, {
    action: 'accounts.role-granted',
    subjectKind: 'role_grant',
    subjectId: grant.id,
    data: { role, personId, scopeKind, scopeId },
  });
  return grant.id;
}

/** Coordination takes a role away. Somebody always coordinates. */
export async function revokeRole(actor: Actor, grantId: string): Promise<void> {
  authorize(canGiveRoles(actor));
  if (!isId(grantId)) throw notFound('page_not_found');
  await inTransaction(async (tx) => {
    await lockCoordination(tx);
    const grant = await lockGrant(tx, grantId);
    if (!grant) throw notFound('page_not_found');
    if (grant.revokedAt) throw conflict('role_already_revoked');
    if (grant.role === 'coordinacion' && (await countCoordinators(tx, now(), { grantId })) === 0)
      throw conflict('last_coordinator');
    await takeRole(tx, actor, { id: grantId, ...grant });
  });
}

/** The same within a transaction, for a role that is not coordination's; one that was taken away already stays so. */
export async function takeRole(
  tx: Tx,
  actor: Actor,
  grant: { id: string; role: GrantedRole; personId: string },
): Promise<void> {
  authorize(canGiveRoles(actor));
  if (!(await markRevoked(tx, grant.id, actor.personId, now()))) return;
  await recordAudit(tx, actor, {
    action: 'accounts.role-revoked',
    subjectKind: 'role_grant',
    subjectId: grant.id,
    data: { role: grant.role, personId: grant.personId },
  });
}

/** A role that sees contacts takes two people: an account that one of them made for it is none. */
async function authorizeSecond(
  tx: Tx,
  actor: Actor,
  given: Pick<NewGrant, 'personId' | 'role'>,
): Promise<void> {
  if (actor.personId === null || !seesContacts.includes(given.role)) return;
  const before = new Date(now().getTime() - coordinationDays * 86_400_000);
  if (!(await isSecondPerson(tx, actor.personId, given.personId, before)))
    throw forbidden('coordination_too_new', { days: coordinationDays });
}

async function readScope(
  tx: Tx,
  role: GrantedRole,
  text: string | undefined,
): Promise<{ scopeKind: ScopeKind | null; scopeId: string | null }> {
  const { kinds, required } = roleScopes[role];
  if (text === undefined) {
    if (required) throw fieldErrors({ alcance: 'scope_required' });
    return { scopeKind: null, scopeId: null };
  }
  for (const kind of kinds) {
    const id = await scopeIdOf(tx, kind, text);
    if (id !== null) return { scopeKind: kind, scopeId: id };
  }
  throw fieldErrors({ alcance: kinds.length === 0 ? 'scope_not_taken' : 'scope_unknown' });
}

async function scopeIdOf(tx: Tx, kind: ScopeKind, text: string): Promise<string | null> {
  if (kind === 'sector') return text === 'gobierno' || text === 'civil' ? text : null;
  if (kind === 'meeting') return isId(text) ? text : null;
  return await selectScopeId(tx, kind, text);
}

function readDates(input: Pick<GrantInput, 'from' | 'until'>): {
  startsAt: Date;
  endsAt: Date | null;
} {
  const startsAt = input.from === undefined ? now() : readMoment(input.from, 'start');
  if (!startsAt) throw fieldErrors({ desde: 'date_invalid' });
  if (input.until === undefined) return { startsAt, endsAt: null };
  const endsAt = readMoment(input.until, 'end');
  if (!endsAt) throw fieldErrors({ hasta: 'date_invalid' });
  if (endsAt <= startsAt) throw fieldErrors({ hasta: 'date_order' });
  return { startsAt, endsAt };
}
