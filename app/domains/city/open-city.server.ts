import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { refreshCity } from '#app/platform/city/read-city.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { canPrepareCity } from './policy.ts';
import { lockCity, updateCity } from './store.server.ts';

/**
 * Shows the city to everybody from now on. What must be there first is not this slice's to know:
 * `requireReady` refuses while anything of it is missing.
 */
export async function openCity(
  actor: Actor,
  requireReady: (tx: Tx) => Promise<void>,
): Promise<void> {
  await inTransaction(async (tx) => {
    authorize(canPrepareCity(actor));
    const city = await lockCity(tx);
    if (city.opened_at) return;
    await requireReady(tx);
    const openedAt = now();
    await updateCity(tx, { opened_at: openedAt });
    await recordAudit(tx, actor, {
      action: 'city.city-opened',
      subjectKind: 'ciudad',
      subjectId: 'ciudad',
      data: { name: city.name },
    });
  });
  await refreshCity();
}
