import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import {
  countBeside,
  insertActCounts,
  insertBacked,
  insertBatch,
  selectBackers,
  selectBatches,
  selectNewActing,
  selectUnbacked,
} from './act.store.server.ts';
import { actCountsOf, batchRule, type Batch, type BatchRule } from './acts.ts';

/**
 * Counts in who began to write or to support, once they are enough for a batch: so that nobody's
 * arrival can be seen. Who was counted is not written down: a batch holds who came between its
 * moments.
 */
export async function countActs(
  planId: string,
  { least, days }: BatchRule = batchRule,
): Promise<void> {
  for (const population of ['proponen', 'apoyan'] as const)
    await inTransaction(async (tx) => {
      const before = (await selectBatches(tx, planId)).filter(
        (batch) => batch.population === population,
      );
      const batch: Batch = { id: newId(), population, until: now() };
      const since = before.at(-1)?.until ?? null;
      const people = await selectNewActing(tx, { ...batch, planId, since }, days);
      if (people.length < least) return;
      await insertBatch(tx, planId, batch);
      await insertActCounts(tx, actCountsOf(people, batch.id, null));
    });
}

/**
 * Whether those behind a proposal may be counted beside those behind others. Where nearly everybody
 * who supports anything stands behind one of them, all of these less the plan's supporters are those
 * who stand behind several, or behind none.
 */
async function mayCount(
  tx: Tx,
  planId: string,
  proposalId: string,
  { days, outside: least }: BatchRule,
): Promise<boolean> {
  const { others, shared, outside } = await countBeside(tx, planId, proposalId, days);
  return others === 0 || outside >= least || (outside === 0 && shared === 0);
}

/**
 * Counts those behind each proposal once, as it reached the Circle; an idea is carried by one
 * proposal alone. Returns how many were looked at.
 */
export async function countBackers(planId: string, rule: BatchRule = batchRule): Promise<number> {
  return await inTransaction(async (tx) => {
    const proposals = await selectUnbacked(tx, planId);
    for (const proposal of proposals) {
      const backers = (await mayCount(tx, planId, proposal.id, rule))
        ? await selectBackers(tx, planId, proposal, rule.days)
        : [];
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
