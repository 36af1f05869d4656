import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { withdrawShown } from './photo.store.server.ts';

/**
 * Makes every photo private that shows people who no longer consent to it, at once, and leaves an
 * audit row for each.
 */
export async function unpublishPhotosOf(
  tx: Tx,
  who: Actor,
  registrationIds: string[],
  why: 'consent-withdrawn' | 'account-closed' | 'registration-annulled',
): Promise<void> {
  if (registrationIds.length === 0) return;
  for (const photo of await withdrawShown(tx, registrationIds, now())) {
    await recordAudit(tx, who, {
      action: 'registration.photo-unpublished',
      subjectKind: 'meeting',
      subjectId: photo.meetingId,
      data: { fileId: photo.id, why },
    });
  }
}
