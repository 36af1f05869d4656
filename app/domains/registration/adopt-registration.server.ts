import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { canUseAccount } from '#app/domains/accounts/policy.ts';
import { claimAccess } from './access.store.server.ts';
import { lockByCode } from './lock-by-code.server.ts';
import { claimRegistration } from './store.server.ts';

/** Takes a registration into the account of who is signed in and holds its pass. */
export async function adoptRegistration(
  actor: Actor | null,
  code: string,
  secrets: { pass: string; session: string },
): Promise<void> {
  authorize(canUseAccount(actor));
  const person = certain(actor);
  const personId = certain(person.personId);
  await inTransaction(async (tx) => {
    const { registration } = await lockByCode(tx, code);
    if (registration.personId && registration.personId !== personId)
      throw conflict('registration_of_another');
    await claimAccess(tx, registration.id, secrets, now());
    await claimRegistration(tx, registration.id, personId);
    await recordAudit(tx, person, {
      action: 'registration.registration-changed',
      subjectKind: 'registration',
      subjectId: registration.id,
      data: { adopted: true },
    });
  });
}
