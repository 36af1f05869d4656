import { beforeEach, describe, expect, it } from 'vitest';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor, newActors } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;
let ideaId: string;

beforeEach(async () => {
  plan ??= await newPlan(database.db);
  ideaId = (await newIdea(database.db, { commitmentId: plan.commitments[0]!.id })).id;
});

async function counts(): Promise<{ rows: number; counter: number; audit: number }> {
  const rows = await database.db
    .selectFrom('support')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('idea_id', '=', ideaId)
    .executeTakeFirstOrThrow();
  const stats = await database.db
    .selectFrom('idea_stats')
    .select('support_count')
    .where('idea_id', '=', ideaId)
    .executeTakeFirstOrThrow();
  const audit = await database.owner
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('subject_id', '=', ideaId)
    .where('action', '=', 'votes.support-cast')
    .executeTakeFirstOrThrow();
  return { rows: Number(rows.n), counter: stats.support_count, audit: Number(audit.n) };
}

describe('supporting an idea', () => {
  it('sixteen posts of one person at once count one and get sixteen polite answers', async () => {
    const actor = await newActor(database.db);
    const answers = await Promise.allSettled(
      Array.from({ length: 16 }, () => castSupport(actor, { ideaId, act: 'apoyar' })),
    );
    expect(answers.every((answer) => answer.status === 'fulfilled')).toBe(true);
    expect(
      answers.filter((answer) => answer.status === 'fulfilled' && answer.value.changed),
    ).toHaveLength(1);
    expect(await counts()).toEqual({ rows: 1, counter: 1, audit: 1 });
  });

  it('forty people at once count forty', async () => {
    const actors = await newActors(database.db, 40);
    await Promise.all(actors.map((actor) => castSupport(actor, { ideaId, act: 'apoyar' })));
    expect(await counts()).toEqual({ rows: 40, counter: 40, audit: 40 });
  });

  it('taking it back at once with giving it leaves row and counter alike', async () => {
    const actor = await newActor(database.db);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        castSupport(actor, { ideaId, act: n % 2 ? 'retirar' : 'apoyar' }),
      ),
    );
    const { rows, counter } = await counts();
    expect(counter).toBe(rows);
  });

  it('is refused while the phase is closed, and what was given stays', async () => {
    const actor = await newActor(database.db);
    await castSupport(actor, { ideaId, act: 'apoyar' });
    const { id, closesAt } = plan.phases.apoyos;
    await database.owner
      .updateTable('phase')
      .set({ closes_at: new Date(Date.now() - 1000) })
      .where('id', '=', id)
      .execute();
    await expect(castSupport(actor, { ideaId, act: 'retirar' })).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'phase_closed_apoyos',
    });
    await database.owner
      .updateTable('phase')
      .set({ closes_at: closesAt })
      .where('id', '=', id)
      .execute();
    expect((await counts()).counter).toBe(1);
  });

  it('needs a verified address, a public idea and an id', async () => {
    const actor = await newActor(database.db, { verified: false });
    await expect(castSupport(actor, { ideaId, act: 'apoyar' })).rejects.toMatchObject({
      reason: 'email_unverified',
    });
    const hidden = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      state: 'enviada',
    });
    await expect(
      castSupport(await newActor(database.db), { ideaId: hidden.id, act: 'apoyar' }),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await expect(castSupport(actor, { ideaId: "1' or 1=1", act: 'apoyar' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
