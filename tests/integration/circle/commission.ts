import { beforeAll } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { castVote } from '#app/domains/circle/cast-vote.server.ts';
import { recordAttendance } from '#app/domains/circle/record-attendance.server.ts';
import type { DecisionInput } from '#app/domains/circle/schema.ts';
import type { DecisionCode } from '#app/domains/circle/types.ts';
import { newMember, newProposal } from '#tests/factories/circle.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export const day = 86_400_000;
type Person = Actor & { personId: string };
export let plan: TestPlan;
/** Two members of each sector on the first commission, one member of the second. */
export let gov: Person[];
export let civil: Person[];
export let outsider: Person;

beforeAll(async () => {
  plan = await newPlan(database.db);
  const here = [plan.commitments[0]!.id];
  gov = [
    (await newMember(database.db, { sector: 'gobierno', commitmentIds: here })).actor,
    (await newMember(database.db, { sector: 'gobierno', commitmentIds: here })).actor,
  ];
  civil = [
    (await newMember(database.db, { sector: 'civil', commitmentIds: here })).actor,
    (await newMember(database.db, { sector: 'civil', commitmentIds: here })).actor,
  ];
  outsider = (
    await newMember(database.db, { sector: 'civil', commitmentIds: [plan.commitments[1]!.id] })
  ).actor;
});

/** A proposal that the Circle has received, made of so many ideas. */
export async function received(count = 2): Promise<{ id: string; ideaIds: string[] }> {
  const commitmentId = plan.commitments[0]!.id;
  const ideaIds: string[] = [];
  for (let n = 0; n < count; n += 1)
    ideaIds.push(
      (await newIdea(database.db, { commitmentId, row: { step: 'ante_el_circulo' } })).id,
    );
  const { id } = await newProposal(database.db, { commitmentId, ideaIds });
  return { id, ideaIds };
}

/** One of each sector sits down and votes. */
export async function sit(
  id: string,
  votes: [
    'a_favor' | 'en_contra' | 'abstencion' | null,
    'a_favor' | 'en_contra' | 'abstencion' | null,
  ] = ['a_favor', 'a_favor'],
): Promise<void> {
  for (const [index, member] of [gov[0]!, civil[0]!].entries()) {
    await recordAttendance(member, id, true);
    const vote = votes[index];
    if (vote) await castVote(member, id, vote);
  }
}

/** What a member answers, idea by idea. */
export const answer = (
  decision: DecisionCode,
  ideaIds: string[],
  more: Partial<DecisionInput> = {},
): DecisionInput => ({
  decision,
  reasons: 'Porque así lo permite el presupuesto.',
  until: undefined,
  taken: Object.fromEntries(
    ideaIds.map((id) => [id, decision === 'no_adoptada' ? '' : 'Entra en el hito 2.']),
  ),
  notTaken: Object.fromEntries(
    ideaIds.map((id) => [id, decision === 'adoptada' ? '' : 'La hora exacta no se publica.']),
  ),
  ...more,
});
