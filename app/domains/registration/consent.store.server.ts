import type { Tx } from '#app/platform/db/db.server.ts';
import type { Channel, Purpose } from './types.ts';

export type NewConsent = {
  purpose: Purpose;
  policyVersion: string;
  policySha256: string;
  channel: Channel;
  at: Date;
  recordedBy: string | null;
};

export async function insertConsents(
  tx: Tx,
  registrationId: string,
  consents: NewConsent[],
): Promise<void> {
  if (consents.length === 0) return;
  await tx
    .insertInto('registration_consent')
    .values(
      consents.map((consent) => ({
        registration_id: registrationId,
        purpose: consent.purpose,
        policy_version: consent.policyVersion,
        policy_sha256: consent.policySha256,
        channel: consent.channel,
        given_at: consent.at,
        recorded_by: consent.recordedBy,
      })),
    )
    .onConflict((oc) =>
      oc.columns(['registration_id', 'purpose']).doUpdateSet({ revoked_at: null }),
    )
    .execute();
}

export async function revokeConsent(
  tx: Tx,
  registrationId: string,
  purpose: Purpose,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('registration_consent')
    .set({ revoked_at: at })
    .where('registration_id', '=', registrationId)
    .where('purpose', '=', purpose)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}
