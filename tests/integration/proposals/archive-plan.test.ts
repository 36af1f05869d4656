import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { canSeeIdea } from '#app/domains/ideas/policy.ts';
import { submitIdea } from '#app/domains/ideas/save-idea.server.ts';
import { addCommitment } from '#app/domains/plan/add-commitment.server.ts';
import { getCommitment } from '#app/domains/plan/get-commitment.server.ts';
import { openPlan } from '#app/domains/plan/open-plan.server.ts';
import {
  archivePlan,
  findEnding,
  listEndings,
  listUnanswered,
} from '#app/domains/proposals/archive-plan.server.ts';
import { tellEnded } from '#app/domains/proposals/tell-ended.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { endings, noticesOf } from '#tests/integration/moderation/fixtures.ts';

const database = freshDatabase();
const why = 'El plan terminó y el equipo no alcanzó a estudiarlas.';
let plan: TestPlan;
let coordinator: Actor;

beforeEach(async () => {
  plan = await newPlan(database.owner);
  coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
});

const ideaAt = async (step: 'revisada' | 'en_propuesta' | 'ante_el_circulo' | 'decidida', at = 0) =>
  await newIdea(database.owner, { commitmentId: plan.commitments[at]!.id, row: { step } });
const groupsOf = async () =>
  (await listUnanswered(database.db, plan.id, 'es')).map(({ number, stage, ideas }) => [
    number,
    stage,
    ideas,
  ]);
const tellAll = async () => {
  const rows = await database.owner.selectFrom('idea_ending').select('id').execute();
  for (const { id } of rows) await tellEnded(id);
};

describe('a plan', () => {
  it('is not archived while a group of ideas has neither an answer nor a reason', async () => {
    const [first, second] = plan.commitments;
    await ideaAt('revisada');
    await ideaAt('revisada');
    await ideaAt('ante_el_circulo', 1);
    await ideaAt('decidida');
    await newIdea(database.owner, { commitmentId: first!.id, state: 'enviada' });
    await newIdea(database.owner, { commitmentId: first!.id, state: 'borrador' });
    expect(await groupsOf()).toEqual([
      [first!.number, 'por_revisar', 1],
      [first!.number, 'revisada', 2],
      [second!.number, 'ante_el_circulo', 1],
    ]);
    const given = {
      [`razon.${first!.number}.revisada`]: why,
      [`razon.${first!.number}.por_revisar`]: why,
    };
    await expect(archivePlan(coordinator, plan.id, given)).rejects.toMatchObject({
      errors: { [`razon.${second!.number}.ante_el_circulo`]: ['ending_reason_missing'] },
    });
    expect(await listEndings(database.db, first!.id)).toEqual([]);
    expect(await archivePlan(coordinator, plan.id, { ...given, razon: why })).toEqual({ ideas: 4 });
  });

  it('ends each idea with the published reason, which its author and its supporters are told', async () => {
    const [author, supporter] = [await newActor(database.owner), await newActor(database.owner)];
    const { id } = await newIdea(database.owner, {
      commitmentId: plan.commitments[0]!.id,
      authorId: author.personId,
    });
    await castSupport(supporter, { ideaId: id, act: 'apoyar' });
    const held = await newIdea(database.owner, {
      commitmentId: plan.commitments[0]!.id,
      state: 'enviada',
    });
    const answered = await ideaAt('decidida');
    await archivePlan(coordinator, plan.id, { razon: why });
    await tellAll();
    await tellAll();

    const idea = await getIdea(database.db, id);
    expect(idea.state).toBe('publicada');
    expect(canSeeIdea(null, idea).allowed).toBe(true);
    expect(await findEnding(database.db, id)).toMatchObject({ reason: why });
    expect(await findEnding(database.db, answered.id)).toBeNull();
    expect(await getIdea(database.db, held.id)).toMatchObject({
      state: 'rechazada',
      stateReason: why,
    });
    for (const person of [author, supporter])
      expect(await noticesOf(database.owner, person.personId!)).toEqual(['idea_ended']);
    expect(await noticesOf(database.owner, held.authorId!)).toEqual(['idea_ended']);
    expect(await listEndings(database.db, plan.commitments[0]!.id)).toMatchObject([
      { stage: 'por_revisar', ideas: 1 },
      { stage: 'revisada', ideas: 1, reason: why },
    ]);
  });

  it('that ended takes nothing more; an idea sent at that moment ends too', async () => {
    const citizen = await newActor(database.owner);
    const { id } = await ideaAt('decidida');
    const write = async () =>
      await submitIdea(citizen, {
        commitment: plan.commitments[0]!.slug,
        title: `Árboles en la ronda ${Math.random()}`,
        description: 'Sembrar árboles nativos en la ronda del río, con los vecinos.',
        locality: undefined,
      });
    const all = await endings([
      ...Array.from({ length: 6 }, write),
      archivePlan(coordinator, plan.id, { razon: why }),
    ]);
    expect(all).toContain('done');
    const open = await database.owner
      .selectFrom('idea')
      .select('id')
      .where('commitment_id', '=', plan.commitments[0]!.id)
      .where('state', '=', 'enviada')
      .execute();
    expect(open).toEqual([]);
    await expect(write()).rejects.toThrow();
    await expect(castSupport(citizen, { ideaId: id, act: 'apoyar' })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  it('is archived once, and the next one begins beside it with addresses of its own', async () => {
    const old = plan.commitments[0]!;
    const two = await newActor(database.owner, { roles: ['coordinacion'] });
    expect(
      await endings([archivePlan(coordinator, plan.id, {}), archivePlan(two, plan.id, {})]),
    ).toEqual(['done', 'plan_archived']);
    const both = (text: string) => ({ es: text, en: text });
    const { planId } = await openPlan(coordinator, {
      title: both('El plan siguiente'),
      summary: both('Lo que sigue.'),
      publishesFirst: false,
    });
    const named = { number: 1, title: both('Datos de salud que se entienden') };
    await addCommitment(coordinator, planId, named);
    await archivePlan(coordinator, planId, {});
    const third = await openPlan(coordinator, {
      title: both('Otro más'),
      summary: both('Después.'),
      publishesFirst: false,
    });
    const { commitmentId } = await addCommitment(coordinator, third.planId, named);
    const { slug } = await database.owner
      .selectFrom('commitment')
      .select('slug')
      .where('id', '=', commitmentId)
      .executeTakeFirstOrThrow();
    expect(slug).not.toBe('datos-de-salud-que-se-entienden-1');
    for (const each of [old.slug, 'datos-de-salud-que-se-entienden-1', slug])
      expect((await getCommitment(database.db, each, 'es')).slug).toBe(each);
  });
});
