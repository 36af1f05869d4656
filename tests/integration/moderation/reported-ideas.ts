import { beforeAll } from 'vitest';
import { newIdea } from '#tests/factories/ideas.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export let plan: TestPlan;
beforeAll(async () => void (plan = await newPlan(database.db)));

export const published = async () =>
  await newIdea(database.db, { commitmentId: plan.commitments[0]!.id });
export const report = (id: string) => ({
  kind: 'idea' as const,
  id,
  reason: 'ofensiva' as const,
  detail: 'Mira el segundo párrafo',
});
export const hiding = {
  reasonCode: 'ofensiva',
  explanation: 'Ofende a quienes venden en la calle.',
};
