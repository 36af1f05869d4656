import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { insertConsent, revokeConsent } from './consent.store.server.ts';
import { currentPolicy } from './data-policy.ts';
import { hashPolicy } from './hash-policy.server.ts';

type AccountPurpose = 'cuenta' | 'estadistica';

/** Records that a person permits a purpose under the policy of today; what they gave before for it ends. */
export async function giveConsent(
  tx: Tx,
  personId: string,
  purpose: AccountPurpose,
): Promise<void> {
  await revokeConsent(tx, personId, purpose, now());
  await insertConsent(tx, {
    id: newId(),
    personId,
    policyVersion: currentPolicy.version,
    policySha256: hashPolicy(currentPolicy),
    purpose,
    at: now(),
  });
}

/** Records that a person takes one purpose back. The proof that it was given stays. */
export async function withdrawConsentOf(
  tx: Tx,
  personId: string,
  purpose: AccountPurpose,
): Promise<void> {
  await revokeConsent(tx, personId, purpose, now());
}
