import { beforeAll } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export let plan: TestPlan;
export let moderator: Actor;

beforeAll(async () => {
  plan = await newPlan(database.db);
  moderator = await newActor(database.db, { roles: ['moderacion'] });
});

export const commitment = () => plan.commitments[0]!;
export const texts = {
  title: 'Citas de salud que se entienden',
  problem: 'Los mensajes de las citas no los entiende nadie.',
  body: 'Que lleguen en audio y en palabras sencillas.',
};
export const input = (ideas: string[], taken = 'Lo principal.') => ({
  commitment: commitment().slug,
  ...texts,
  ideas,
  version: undefined,
  taken: Object.fromEntries(ideas.map((id) => [id, taken])),
});
export const published = async () => await newIdea(database.db, { commitmentId: commitment().id });
