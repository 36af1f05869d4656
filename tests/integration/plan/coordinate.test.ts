import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { newId } from '#app/kernel/ids.ts';
import { listAudit } from '#app/platform/audit/record-audit.server.ts';
import { countQueries } from '#app/platform/db/db.server.ts';
import { addCommitment } from '#app/domains/plan/add-commitment.server.ts';
import { changeCommitment } from '#app/domains/plan/change-commitment.server.ts';
import { changePhase } from '#app/domains/plan/change-phase.server.ts';
import { changePlan } from '#app/domains/plan/change-plan.server.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { getArchivedPlans } from '#app/domains/plan/get-archived-plans.server.ts';
import { getCommitment } from '#app/domains/plan/get-commitment.server.ts';
import {
  getCommitmentDraft,
  getPhaseDraft,
  listInstitutionDrafts,
} from '#app/domains/plan/get-drafts.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { listMilestones } from '#app/domains/plan/list-milestones.server.ts';
import { openPlan } from '#app/domains/plan/open-plan.server.ts';
import { saveInstitution } from '#app/domains/plan/save-institution.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const texts = {
  title: { es: 'Título', en: 'Title' },
  shortTitle: { es: 'Corto', en: 'Short' },
  summary: { es: 'R', en: 'S' },
  challenge: { es: 'Reto', en: 'Challenge' },
  level: { es: 'N', en: 'L' },
  use: { es: 'U', en: 'U' },
};
let plan: TestPlan;
let coordinator: Actor & { personId: string };

const lastAudit = async (subjectId: string) =>
  (await listAudit(database.db, { subjectId, limit: 1 }))[0];

beforeEach(async () => {
  plan = await newPlan(database.db);
  coordinator = await newActor(database.db, { roles: ['coordinacion'] });
});

describe('reading the plan', () => {
  it('takes one statement for the phases that every page shows', async () => {
    const before = countQueries();
    const phases = await getPhases(database.db);
    expect(countQueries() - before).toBe(1);
    expect(phases.map((phase) => [phase.kind, phase.position])).toEqual([
      ['ideas', 1],
      ['apoyos', 2],
      ['talleres', 3],
      ['deliberacion', 4],
      ['seguimiento', 5],
    ]);
  });

  it('gives phases, commitments and who answers, in the language asked for', async () => {
    const spanish = certain(await findActivePlan(database.db));
    expect(spanish).toMatchObject({ id: plan.id, title: 'Plan de prueba', state: 'active' });
    expect(spanish.commitments.map((each) => [each.number, each.institutions[0]?.name])).toEqual([
      [1, 'Entidad de prueba'],
      [2, 'Entidad de prueba'],
    ]);
    expect((await findActivePlan(database.db, 'en'))?.commitments[0]?.institutions[0]?.name).toBe(
      'Test body',
    );
    expect((await listCommitments(database.db, 'en')).map((each) => each.title)).toEqual([
      'Commitment 1',
      'Commitment 2',
    ]);
    expect([...(await listMilestones(database.db)).keys()].sort()).toEqual(
      plan.commitments.map((each) => each.id).sort(),
    );
  });

  it('finds nothing where nothing is, and keeps archived plans apart', async () => {
    await database.owner.updateTable('plan').set({ state: 'archived' }).execute();
    expect(await findActivePlan(database.db)).toBeNull();
    expect(await getPhases(database.db)).toEqual([]);
    expect(
      (await getArchivedPlans(database.db)).some(
        (each) => each.id === plan.id && each.phases.length === 5 && each.commitments.length === 2,
      ),
    ).toBe(true);
    expect((await getCommitment(database.db, plan.commitments[0]!.slug)).plan.state).toBe(
      'archived',
    );
    await expect(getCommitment(database.db, 'ninguno')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('coordination', () => {
  it('changes the dates of a phase, with before and after in the trail', async () => {
    const { id, opensAt } = plan.phases.ideas;
    const closes = new Date('2030-01-01T05:00:00Z');
    expect(await changePhase(coordinator, id, { opensAt, closesAt: closes })).toEqual({
      changed: true,
    });
    expect((await getPhases(database.db)).find((phase) => phase.id === id)?.closesAt).toEqual(
      closes,
    );
    const entry = await lastAudit(id);
    expect(entry).toMatchObject({
      action: 'plan.phase-changed',
      actorName: coordinator.name,
      data: { phase: 'ideas', after: { closes_at: closes.toISOString() } },
    });
    expect(Object.keys((entry!.data as { before: object }).before)).toEqual(['closes_at']);
    expect(await changePhase(coordinator, id, { opensAt, closesAt: closes })).toEqual({
      changed: false,
    });
  });

  it('changes what a phase says without touching the seconds of its dates', async () => {
    const draft = await getPhaseDraft(database.db, coordinator, plan.phases.apoyos.id);
    const minute = (date: Date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000);
    await changePhase(coordinator, draft.id, {
      opensAt: minute(draft.opensAt),
      closesAt: minute(draft.closesAt),
      outcome: { es: 'Salió esto.', en: 'This came out.' },
    });
    expect(await getPhaseDraft(database.db, coordinator, draft.id)).toMatchObject({
      opensAt: draft.opensAt,
      closesAt: draft.closesAt,
      outcome: { es: 'Salió esto.', en: 'This came out.' },
    });
  });

  it('changes the plan, a commitment and who answers for it', async () => {
    expect(
      await changePlan(coordinator, plan.id, {
        title: { es: 'Otro', en: 'Another' },
        summary: { es: 'R', en: 'S' },
        publishesFirst: true,
      }),
    ).toEqual({ changed: true });
    expect(await findActivePlan(database.db, 'en')).toMatchObject({
      title: 'Another',
      publishesFirst: true,
    });

    const { institutionId } = await saveInstitution(coordinator, {
      name: { es: `Secretaría ${newId()}`, en: 'Secretariat' },
    });
    const id = plan.commitments[0]!.id;
    const input = {
      ...texts,
      milestones: { es: ['uno', 'dos'], en: ['one', 'two'] },
      institutionIds: [institutionId],
    };
    expect(await changeCommitment(coordinator, id, input)).toMatchObject({ changed: true });
    expect(await changeCommitment(coordinator, id, input)).toMatchObject({ changed: false });
    const seen = await getCommitment(database.db, plan.commitments[0]!.slug, 'en');
    expect(seen).toMatchObject({
      title: 'Title',
      challenge: 'Challenge',
      milestones: ['one', 'two'],
      institutions: [{ id: institutionId, name: 'Secretariat' }],
    });
    expect(await lastAudit(id)).toMatchObject({
      action: 'plan.commitment-changed',
      data: { number: 1, after: { title_es: 'Título', institutions: [institutionId] } },
    });
    await expect(
      changeCommitment(coordinator, id, { ...input, institutionIds: [newId()] }),
    ).rejects.toMatchObject({ reason: 'value_unknown' });
  });

  it('adds a commitment with a number of its own', async () => {
    const { commitmentId } = await addCommitment(coordinator, plan.id, {
      number: 3,
      title: { es: 'Agua y ríos', en: 'Water and rivers' },
    });
    expect(await getCommitmentDraft(database.db, coordinator, commitmentId)).toMatchObject({
      number: 3,
      slug: 'agua-y-rios-3',
      milestones: { es: [], en: [] },
    });
    await expect(
      addCommitment(coordinator, plan.id, { number: 3, title: { es: 'Otra', en: 'Other' } }),
    ).rejects.toMatchObject({ reason: 'commitment_number_taken' });
  });

  it('adds and renames institutions; a name stands once', async () => {
    const name = `Entidad ${newId()}`;
    const { institutionId } = await saveInstitution(coordinator, {
      name: { es: name, en: 'Body' },
    });
    await expect(
      saveInstitution(coordinator, { name: { es: name, en: 'Other body' } }),
    ).rejects.toMatchObject({ reason: 'institution_exists' });
    expect(
      await saveInstitution(coordinator, {
        id: institutionId,
        name: { es: name, en: 'Renamed' },
      }),
    ).toEqual({ institutionId, changed: true });
    expect(
      (await listInstitutionDrafts(database.db, coordinator)).find(
        (each) => each.id === institutionId,
      )?.name.en,
    ).toBe('Renamed');
    expect(await lastAudit(institutionId)).toMatchObject({
      data: { before: { name_en: 'Body' }, after: { name_en: 'Renamed' } },
    });
    await expect(
      saveInstitution(coordinator, { id: newId(), name: { es: 'X', en: 'X' } }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('opens a plan with its five phases, one active at a time', async () => {
    const input = {
      title: { es: 'Plan nuevo', en: 'New plan' },
      summary: { es: 'R', en: 'S' },
      publishesFirst: false,
    };
    await expect(openPlan(coordinator, input)).rejects.toMatchObject({
      reason: 'plan_active_exists',
    });
    await database.owner.updateTable('plan').set({ state: 'archived' }).execute();
    const { planId } = await openPlan(coordinator, input);
    const opened = certain(await findActivePlan(database.db));
    expect(opened.id).toBe(planId);
    expect(opened.phases.map((phase) => phase.kind)).toEqual([
      'ideas',
      'apoyos',
      'talleres',
      'deliberacion',
      'seguimiento',
    ]);
    for (const [index, phase] of opened.phases.entries())
      if (index > 0) expect(phase.opensAt).toEqual(opened.phases[index - 1]!.closesAt);
  });

  it('cannot change an archived plan', async () => {
    await database.owner.updateTable('plan').set({ state: 'archived' }).execute();
    const { id, opensAt, closesAt } = plan.phases.ideas;
    await expect(
      changePhase(coordinator, id, {
        opensAt,
        closesAt: new Date(closesAt.getTime() + 60_000),
      }),
    ).rejects.toMatchObject({ kind: 'conflict', reason: 'plan_archived' });
    await expect(
      addCommitment(coordinator, plan.id, { number: 9, title: { es: 'X', en: 'X' } }),
    ).rejects.toMatchObject({ reason: 'plan_archived' });
  });

  it('is nobody else, and unknown things are not found', async () => {
    const moderator = await newActor(database.db, { roles: ['moderacion', 'monitoreo'] });
    const { id, opensAt, closesAt } = plan.phases.ideas;
    const refused = { kind: 'forbidden', reason: 'role_missing' };
    await expect(changePhase(moderator, id, { opensAt, closesAt })).rejects.toMatchObject(refused);
    await expect(saveInstitution(moderator, { name: { es: 'X', en: 'X' } })).rejects.toMatchObject(
      refused,
    );
    await expect(getPhaseDraft(database.db, moderator, id)).rejects.toMatchObject(refused);
    await expect(changePhase(coordinator, newId(), { opensAt, closesAt })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(changePhase(coordinator, 'x', { opensAt, closesAt })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await listAudit(database.db, { subjectId: id, limit: 1 })).toEqual([]);
  });
});
