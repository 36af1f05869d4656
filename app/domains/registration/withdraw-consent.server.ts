import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { eraseAnswers } from '#app/domains/declarations/freeze-answers.server.ts';
import { lockByCode } from './lock-by-code.server.ts';
import { revokeConsent } from './consent.store.server.ts';
import type { Purpose } from './types.ts';
import { unpublishPhotosOf } from './unpublish-photos.server.ts';

/**
 * Withdraws one purpose; that of the statistics deletes what was declared at once, that of the
 * image makes the photos private that show them.
 */
export async function withdrawConsent(
  actor: Actor | null,
  code: string,
  purpose: Exclude<Purpose, 'inscripcion'>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration } = await lockByCode(tx, code);
    if (!(await revokeConsent(tx, registration.id, purpose, now()))) return;
    const who = actor ?? visitorActor;
    await recordAudit(tx, who, {
      action: 'registration.consent-withdrawn',
      subjectKind: 'registration',
      subjectId: registration.id,
      data: { purpose },
    });
    if (purpose === 'estadistica') await eraseAnswers(tx, who, [registration.id], 'withdrawn');
    if (purpose === 'imagen')
      await unpublishPhotosOf(tx, who, [registration.id], 'consent-withdrawn');
  });
}
