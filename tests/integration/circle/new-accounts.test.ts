import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveProfile } from '#app/domains/declarations/save-profile.server.ts';
import { batchRule, type BatchRule } from '#app/domains/figures/acts.ts';
import { auditDisclosure } from '#app/domains/figures/audit-disclosure.server.ts';
import { countActs, countBackers } from '#app/domains/figures/count-acts.server.ts';
import { releaseActs, releaseBackers } from '#app/domains/figures/release-acts.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { newProposal } from '#tests/factories/circle.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActors } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;
beforeEach(async () => {
  await database.owner.updateTable('plan').set({ state: 'archived' }).execute();
  plan = await newPlan(database.owner);
});

const support = async (ideaIds: readonly string[], count: number, genero: string) => {
  for (const person of await newActors(database.db, count)) {
    await saveProfile(person, {
      genero,
      anio_nacimiento: 1990,
      localidad: undefined,
      acepta_estadistica: 'si',
    });
    for (const ideaId of ideaIds) await castSupport(person, { ideaId, act: 'apoyar' });
  }
};
const aWeekPasses = async () =>
  await sql`
    update person set created_at = created_at - interval '8 days'
  `.execute(database.owner);
const publish = async () =>
  await asWorker(database, async () => [await releaseBackers(), await releaseActs()]);
const recovered = async () =>
  (await asWorker(database, async () => await auditDisclosure(getDb()))).recuperables;

/** How many of each gender are counted behind a proposal, or of all who support. */
async function behind(proposalId: string | null): Promise<Record<string, number>> {
  const { rows } = await sql<{ value: string; people: number }>`
    select value, sum(people)::int as people
    from declared.act_tally
      join declared.act_batch b on b.id = batch_id and b.plan_id = ${plan.id}::uuid
    where proposal_id is not distinct from ${proposalId}::uuid and measure = 'genero'
    group by value
  `.execute(database.owner);
  return Object.fromEntries(rows.map(({ value, people }) => [value, people]));
}

describe('new accounts that support a proposal', () => {
  it('move nothing that is counted or published, neither five of them nor five a week later', async () => {
    const commitmentId = plan.commitments[0]!.id;
    const idea = await newIdea(database.db, { commitmentId });
    const seen = async () =>
      await sql`
        select (select count(*) from declared.act_tally) as counts,
          (select count(*) from published_table) as tables
      `.execute(database.owner);
    await support([idea.id], 12, 'mujer');
    await support([idea.id], 8, 'hombre');
    await aWeekPasses();
    await newProposal(database.db, { commitmentId, ideaIds: [idea.id] });
    await publish();
    const before = await seen();
    expect(before.rows).not.toEqual([{ counts: '0', tables: '0' }]);
    await support([idea.id], 4, 'hombre');
    await support([idea.id], 1, 'mujer');
    expect(await publish()).toEqual([0, 0]);
    expect(await seen()).toEqual(before);
    await aWeekPasses();
    expect(await publish()).toEqual([0, 0]);
    expect(await seen()).toEqual(before);
    expect(await recovered()).toEqual([]);
  }, 60_000);

  it('would tell what one person said, counted at once and again: four invented ones and the target', async () => {
    const commitmentId = plan.commitments[0]!.id;
    const idea = await newIdea(database.db, { commitmentId });
    await support([idea.id], 20, 'mujer');
    await support([idea.id], 15, 'hombre');
    await aWeekPasses();
    const { id } = await newProposal(database.db, { commitmentId, ideaIds: [idea.id] });
    /** What the Circle's table counts, twenty seconds before and after five new accounts supported. */
    const difference = async (rule?: BatchRule) => {
      const count = async () => {
        await asWorker(database, async () => {
          await countActs(plan.id, rule);
          await countBackers(plan.id, rule);
        });
        return await behind(id);
      };
      const before = await count();
      await support([idea.id], 4, 'hombre');
      await support([idea.id], 1, 'no_binaria');
      await sql`update proposal set sent_at = now() + interval '1 hour'`.execute(database.owner);
      // Without the rule that a proposal is counted once.
      if (rule) await sql`delete from declared.backed`.execute(database.owner);
      const after = await count();
      return Object.entries(after).flatMap(([value, people]) =>
        people === before[value] ? [] : [[value, people - (before[value] ?? 0)]],
      );
    };
    expect(await difference()).toEqual([]);
    await sql`delete from declared.backed`.execute(database.owner);
    await sql`delete from declared.act_batch`.execute(database.owner);
    // The five of before are counted by now: five more, and the one that is no man is the target.
    expect(Object.fromEntries(await difference({ least: 1, days: 0, outside: 0 }))).toEqual({
      hombres: 4,
      otras: 1,
    });
  }, 60_000);
});

describe('proposals, added up and subtracted from all who support', () => {
  /** Two proposals with all ideas that anybody supports; three people stand behind both. */
  const newProposals = async () => {
    const commitmentId = plan.commitments[0]!.id;
    const ideas = [
      await newIdea(database.db, { commitmentId }),
      await newIdea(database.db, { commitmentId }),
      await newIdea(database.db, { commitmentId }),
    ] as const;
    await support([ideas[0].id], 20, 'mujer');
    await support([ideas[0].id], 15, 'hombre');
    await support([ideas[1].id], 14, 'mujer');
    await support([ideas[1].id], 12, 'hombre');
    await support([ideas[0].id, ideas[1].id], 2, 'mujer');
    await support([ideas[0].id, ideas[1].id], 1, 'hombre');
    await aWeekPasses();
    const carried = [
      await newProposal(database.db, { commitmentId, ideaIds: [ideas[0].id] }),
      await newProposal(database.db, { commitmentId, ideaIds: [ideas[1].id] }),
    ] as const;
    return { carried, alone: ideas[2].id };
  };
  /** What an attacker gets who takes all supporters from those behind both proposals. */
  const behindBoth = async ([one, two]: readonly [{ id: string }, { id: string }]) => {
    const [a, b, all] = [await behind(one.id), await behind(two.id), await behind(null)];
    return ['mujeres', 'hombres'].map(
      (value) => (a[value] ?? 0) + (b[value] ?? 0) - (all[value] ?? 0),
    );
  };

  it('would tell who stands behind both; so the second is not counted', async () => {
    const { carried } = await newProposals();
    const off = { ...batchRule, outside: 0 };
    await asWorker(database, async () => {
      await countActs(plan.id, off);
      await countBackers(plan.id, off);
    });
    expect(await behindBoth(carried)).toEqual([2, 1]);
    await sql`delete from declared.backed`.execute(database.owner);
    await publish();
    expect(await behind(carried[0].id)).toEqual({ mujeres: 22, hombres: 16 });
    expect(await behind(carried[1].id)).toEqual({});
    expect(await recovered()).toEqual([]);
  }, 60_000);

  it('tell nothing where ten people support besides: both are counted', async () => {
    const { carried, alone } = await newProposals();
    await support([alone], 10, 'mujer');
    await aWeekPasses();
    await publish();
    expect(await behind(carried[1].id)).toEqual({ mujeres: 16, hombres: 13 });
    expect(await behindBoth(carried)).not.toEqual([2, 1]);
    expect(await recovered()).toEqual([]);
  }, 60_000);
});
