import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { moveRegistration } from './store.server.ts';

/**
 * Cancels a registration that holds or awaits a place; false when it had none. The caller holds the
 * meeting's lock.
 */
export async function giveUpPlace(tx: Tx, registrationId: string): Promise<boolean> {
  const from = ['inscrita', 'ofrecida', 'en_espera'] as const;
  return await moveRegistration(tx, registrationId, [...from], 'cancelada', now());
}
