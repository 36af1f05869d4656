import { afterEach, beforeAll } from 'vitest';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export let plan: TestPlan;
beforeAll(async () => void (plan = await newPlan(database.db)));
afterEach(() => setClockOffset(0));

export const sent = async (more: Partial<Parameters<typeof newIdea>[1]> = {}) =>
  await newIdea(database.db, { commitmentId: plan.commitments[0]!.id, state: 'enviada', ...more });
export const decisionsOf = async (ideaId: string) =>
  await database.db
    .selectFrom('triage_decision')
    .selectAll()
    .where('idea_id', '=', ideaId)
    .orderBy('decided_at')
    .execute();
