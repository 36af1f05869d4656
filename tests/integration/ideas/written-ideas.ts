import { beforeAll } from 'vitest';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export let plan: TestPlan;
export let commitmentId: string;
export const text = (title = 'Una banca en el paradero') => ({
  commitment: plan.commitments[0]!.slug,
  title,
  description: 'La gente espera de pie al sol y al agua.',
});

beforeAll(async () => {
  plan = await newPlan(database.db);
  commitmentId = plan.commitments[0]!.id;
});
