import { type Actor, personIdOf, systemActor } from '#app/kernel/actor.ts';
import { conflict, unauthenticated } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { requirePassword } from './change-account.server.ts';
import { countCoordinators, lockCoordination } from './grant.store.server.ts';
import { unverifiedDays } from './rules.ts';
import { lockPerson, selectUnverifiedBefore } from './store.server.ts';
import type { PersonalData } from './types.ts';

/** Closes the own account: personal data goes in every slice, contributions stay without a name. */
export async function closeAccount(
  actor: Actor,
  input: { password: string },
  slices: Record<string, PersonalData>,
): Promise<void> {
  await requirePassword(actor, input.password);
  await inTransaction(async (tx) => {
    if (actor.grants.some((grant) => grant.role === 'coordinacion')) {
      await lockCoordination(tx);
      if ((await countCoordinators(tx, now(), { personId: personIdOf(actor) })) === 0)
        throw conflict('last_coordinator');
    }
    if (!(await lockPerson(tx, personIdOf(actor)))) throw unauthenticated('sign_in_first');
    await eraseEverywhere(tx, personIdOf(actor), slices);
  });
}

/** Deletes the accounts whose address nobody confirmed in time. */
export async function sweepUnverified(slices: Record<string, PersonalData>): Promise<void> {
  const before = new Date(now().getTime() - unverifiedDays * 86_400_000);
  for (const { id } of await selectUnverifiedBefore(getDb(), before)) {
    await inTransaction(async (tx) => {
      const person = await lockPerson(tx, id);
      if (person && !person.verified) await eraseEverywhere(tx, id, slices);
    });
  }
}

/** Later slices first: what they hold refers to the person, whose own row goes last. */
async function eraseEverywhere(
  tx: Tx,
  personId: string,
  slices: Record<string, PersonalData>,
): Promise<void> {
  for (const slice of Object.values(slices).reverse()) await slice.erase(tx, personId);
  await recordAudit(tx, systemActor, {
    action: 'accounts.person-erased',
    subjectKind: 'person',
    subjectId: personId,
  });
}
