import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import {
  insertActCounts,
  insertBacked,
  insertBatch,
  selectBackers,
  selectBatches,
  selectNewActing,
  selectUnbacked,
} from './act.store.server.ts';
import { actCountsOf, leastBatch, type Batch } from './acts.ts';

/**
 * Counts in who began to write or to support, once they are enough for a batch: so that nobody's
 * arrival can be seen. Who was counted is not written down: a batch holds who came between its
 * moments.
 */
export async function countActs(planId: string): Promise<void> {
  for (const population of ['proponen', 'apoyan'] as const)
    await inTransaction(async (tx) => {
      const before = (await selectBatches(tx, planId)).filter(
        (batch) => batch.population === population,
      );
      const batch: Batch = { id: newId(), population, until: now() };
      const since = before.at(-1)?.until ?? null;
      const people = await selectNewActing(tx, { ...batch, planId, since });
      if (people.length < leastBatch) return;
      await insertBatch(tx, planId, batch);
      await insertActCounts(tx, actCountsOf(people, batch.id, null));
    });
}

/** Counts those behind each proposal once, as it reached the Circle. Returns how many were counted. */
export async function countBackers(planId: string): Promise<number> {
  return await inTransaction(async (tx) => {
    const proposals = await selectUnbacked(tx, planId);
    for (const proposal of proposals) {
      const backers = await selectBackers(tx, planId, proposal);
      await insertBacked(tx, planId, proposal.id, now());
      for (const batchId of new Set(backers.map((backer) => backer.batchId)))
        await insertActCounts(
          tx,
          actCountsOf(
            backers.filter((backer) => backer.batchId === batchId),
            batchId,
            proposal.id,
          ),
        );
    }
    return proposals.length;
  });
}
