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

/** The same for one that may have been taken back: given anew, it says when and to what. */
export async function giveConsent(
  tx: Tx,
  registrationId: string,
  consent: NewConsent,
): Promise<void> {
  await tx
    .insertInto('registration_consent')
    .values({
      registration_id: registrationId,
      purpose: consent.purpose,
      policy_version: consent.policyVersion,
      policy_sha256: consent.policySha256,
      channel: consent.channel,
      given_at: consent.at,
      recorded_by: consent.recordedBy,
    })
    .onConflict((oc) =>
      oc
        .columns(['registration_id', 'purpose'])
        .doUpdateSet((eb) => ({
          policy_version: eb.ref('excluded.policy_version'),
          policy_sha256: eb.ref('excluded.policy_sha256'),
          channel: eb.ref('excluded.channel'),
          given_at: eb.ref('excluded.given_at'),
          recorded_by: eb.ref('excluded.recorded_by'),
          revoked_at: null,
        }))
        .where('registration_consent.revoked_at', 'is not', null),
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
