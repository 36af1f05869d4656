import { recordOf } from '#app/kernel/record.ts';
import { briefly } from '#app/platform/cache/briefly.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { countReached, countReachedByCommitment } from './count.store.server.ts';
import { ideaSteps, type IdeaStep } from './types.ts';

/** How many ideas of the active plan have reached each step; one idea counts in every step it walked. */
export async function countIdeasBySteps(db: Db): Promise<Record<IdeaStep, number>> {
  const reached = await countReached(db);
  return recordOf(ideaSteps, (step) => reached[step] ?? 0);
}

const counts = briefly<Record<IdeaStep, number>>(2000);

/** The same for the page that everybody opens first: at most two seconds old. */
export async function recallIdeasBySteps(db: Db): Promise<Record<IdeaStep, number>> {
  return await counts.get('', async () => await countIdeasBySteps(db));
}

/** How many by id of commitment; a step that none reached is missing. */
export async function countStepsByCommitment(
  db: Db,
): Promise<Map<string, Partial<Record<IdeaStep, number>>>> {
  const counts = new Map<string, Partial<Record<IdeaStep, number>>>();
  for (const row of await countReachedByCommitment(db))
    counts.set(row.commitmentId, { ...counts.get(row.commitmentId), [row.step]: row.count });
  return counts;
}
