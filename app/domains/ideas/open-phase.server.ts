import { conflict } from '#app/kernel/errors.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { isOpen } from '#app/domains/plan/rules.ts';
import { selectPhaseOf } from './store.server.ts';

/** Refuses an act whose phase is not open at this moment; the clock of the request decides, not the page's. */
export async function requireOpenPhase(
  db: Db,
  commitmentId: string,
  kind: 'ideas' | 'apoyos',
): Promise<void> {
  const phase = await selectPhaseOf(db, commitmentId, kind);
  if (!phase || !isOpen(phase, now())) throw conflict(`phase_closed_${kind}`);
}
