import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveProfile } from '#app/domains/declarations/save-profile.server.ts';
import { auditDisclosure } from '#app/domains/figures/audit-disclosure.server.ts';
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
beforeAll(async () => {
  plan = await newPlan(database.db);
});

describe('new accounts that support a proposal', () => {
  it('move nothing that is counted or published, neither five of them nor five a week later', async () => {
    const commitmentId = plan.commitments[0]!.id;
    const idea = await newIdea(database.db, { commitmentId });
    const support = async (count: number, genero: string) => {
      for (const person of await newActors(database.db, count)) {
        await saveProfile(person, {
          genero,
          anio_nacimiento: 1990,
          localidad: undefined,
          acepta_estadistica: 'si',
        });
        await castSupport(person, { ideaId: idea.id, act: 'apoyar' });
      }
    };
    const aWeekPasses = async () =>
      await sql`
        update person set created_at = created_at - interval '8 days'
      `.execute(database.owner);
    const publish = async () =>
      await asWorker(database, async () => [await releaseBackers(), await releaseActs()]);
    const seen = async () =>
      await sql`
        select (select count(*) from declared.act_tally) as counts,
          (select count(*) from published_table) as tables
      `.execute(database.owner);
    await support(12, 'mujer');
    await support(8, 'hombre');
    await aWeekPasses();
    await newProposal(database.db, { commitmentId, ideaIds: [idea.id] });
    await publish();
    const before = await seen();
    expect(before.rows).not.toEqual([{ counts: '0', tables: '0' }]);
    await support(4, 'hombre');
    await support(1, 'mujer');
    expect(await publish()).toEqual([0, 0]);
    expect(await seen()).toEqual(before);
    await aWeekPasses();
    expect(await publish()).toEqual([0, 0]);
    expect(await seen()).toEqual(before);
    const { recuperables } = await asWorker(database, async () => await auditDisclosure(getDb()));
    expect(recuperables).toEqual([]);
  }, 60_000);
});
