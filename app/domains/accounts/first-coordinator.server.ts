import { systemActor } from '#app/kernel/actor.ts';
import { conflict } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { insertPerson } from './credential.store.server.ts';
import { giveConsent } from './give-consent.server.ts';
import { countCoordinators, insertGrant, lockCoordination } from './grant.store.server.ts';
import { issueLink } from './mail-person.server.ts';
import { selectByEmail } from './store.server.ts';
import type { Correspondent } from './types.ts';

/** Whether anybody coordinates at this moment. */
export async function hasCoordinator(): Promise<boolean> {
  return (await countCoordinators(getDb(), now())) > 0;
}

/**
 * Makes the one-time link with which the first coordinator chooses name and password; refused when there is one.
 * The owner of the database runs it: the web role makes no links.
 */
export async function createFirstCoordinator(email: string): Promise<{ enlace: string }> {
  return await inTransaction(async (tx) => {
    await lockCoordination(tx);
    if ((await countCoordinators(tx, now())) > 0) throw conflict('coordinator_exists');
    const known = await selectByEmail(tx, email);
    const personId = known?.id ?? newId();
    // The name is asked on the link's page; until then there is only the address.
    if (!known)
      await insertPerson(tx, {
        id: personId,
        name: email.split('@')[0] ?? email,
        email,
        password: null,
        locale: 'es',
        isAdult: true,
        at: now(),
      });
    await recordAudit(tx, systemActor, {
      action: 'accounts.link-requested',
      subjectKind: 'person',
      subjectId: personId,
      data: { purpose: 'first_coordinator' },
    });
    return {
      enlace: await issueLink(tx, {
        personId,
        purpose: 'first_coordinator',
        returnTo: '/coordinacion',
      }),
    };
  });
}

/** Gives coordination to whoever opened the link, unless somebody came first. */
export async function seatFirstCoordinator(tx: Tx, person: Correspondent): Promise<void> {
  await lockCoordination(tx);
  if ((await countCoordinators(tx, now())) > 0) throw conflict('coordinator_exists');
  await giveConsent(tx, person.id, 'cuenta');
  const grantId = newId();
  await insertGrant(tx, {
    id: grantId,
    personId: person.id,
    role: 'coordinacion',
    scopeKind: null,
    scopeId: null,
    startsAt: now(),
    endsAt: null,
    grantedBy: null,
    at: now(),
  });
  await recordAudit(tx, systemActor, {
    action: 'accounts.role-granted',
    subjectKind: 'role_grant',
    subjectId: grantId,
    data: { role: 'coordinacion', personId: person.id },
  });
}
