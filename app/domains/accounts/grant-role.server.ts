import type { Actor, ScopeKind } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/decision.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { countCoordinators, hasSameGrant, insertGrant, lockCoordination, lockGrant, markRevoked, selectScopeId } from './grant.store.server.ts';
import { canGiveRoles } from './policy.ts';
import { readMoment, roleScopes } from './rules.ts';
import type { GrantInput } from './schema.ts';
import { lockPerson, selectByEmail } from './store.server.ts';
import type { GrantedRole } from './types.ts';

/** Coordination gives a person a role, with its scope and dates. */
export async function grantRole(actor: Actor, input: GrantInput): Promise<{ id: string }> {
  authorize(canGiveRoles(actor));
  return await inTransaction(async (tx) => {
    const known = await selectByEmail(tx, input.correo);
    const person = known && (await lockPerson(tx, known.id));
    if (!person) throw fieldErrors({ correo: 'person_unknown' });
    if (!person.verified) throw fieldErrors({ correo: 'person_unverified' });
    const scope = await readScope(tx, input.rol, input.alcance);
    const dates = readDates(input);
    const grant = { id: newId(), personId: person.id, role: input.rol, ...scope, ...dates, grantedBy: actor.personId, at: now() };
    if (await hasSameGrant(tx, grant)) throw conflict('role_already_given');
    await insertGrant(tx, grant);
    await recordAudit(tx, actor, { action: 'accounts.role-granted', subjectKind: 'role_grant', subjectId: grant.id, data: { role: grant.role, personId: person.id, ...scope } });
    return { id: grant.id };
  });
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
    if (grant.role === 'coordinacion' && (await countCoordinators(tx, now(), { grantId })) === 0) throw conflict('last_coordinator');
    await markRevoked(tx, grantId, actor.personId, now());
    await recordAudit(tx, actor, { action: 'accounts.role-revoked', subjectKind: 'role_grant', subjectId: grantId, data: { role: grant.role, personId: grant.personId } });
  });
}

async function readScope(tx: Tx, role: GrantedRole, text: string | undefined): Promise<{ scopeKind: ScopeKind | null; scopeId: string | null }> {
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

function readDates(input: { desde?: string | undefined; hasta?: string | undefined }): { startsAt: Date; endsAt: Date | null } {
  const startsAt = input.desde === undefined ? now() : readMoment(input.desde, 'start');
  if (!startsAt) throw fieldErrors({ desde: 'date_invalid' });
  if (input.hasta === undefined) return { startsAt, endsAt: null };
  const endsAt = readMoment(input.hasta, 'end');
  if (!endsAt) throw fieldErrors({ hasta: 'date_invalid' });
  if (endsAt <= startsAt) throw fieldErrors({ hasta: 'date_order' });
  return { startsAt, endsAt };
}
