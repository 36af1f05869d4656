import { describe, expect, it } from 'vitest';
import { GoalForm, type GoalInput } from '#app/domains/groups/schema.ts';
import { getCall } from '#app/domains/groups/get-call.server.ts';
import { inviteGroup, noteInvitation } from '#app/domains/groups/invite-group.server.ts';
import { dropGoal, saveGoal } from '#app/domains/groups/save-goal.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { newGroup } from '#tests/factories/groups.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { database, plan, member } from './calls.ts';

const facilitator = async (meetingId: string) =>
  await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: meetingId }],
  });
const goal = (a_quien: string, proporcion = '50', more: Record<string, unknown> = {}): GoalInput =>
  GoalForm.parse({ a_quien, proporcion, tolerancia: '5', fuente: 'Censo 2018', ...more });

describe('invitations', () => {
  it(
    'are noted once by who runs the meeting or by the Circle, with who and how, and name no ' +
      'person invited',
    async () => {
      const { id } = await newMeeting(database.owner, plan);
      const invited = await newGroup(database.owner);
      const circle = await member();
      await inviteGroup(circle, id, { organisationId: invited.id, channel: 'telefono' });
      await expect(
        inviteGroup(await facilitator(id), id, { organisationId: invited.id, channel: 'visita' }),
      ).rejects.toMatchObject({ errors: { organizacion: ['organisation_invited'] } });
      const call = await getCall(database.db, circle, id);
      expect(call).toMatchObject({
        runs: false,
        invitations: [
          {
            channel: 'telefono',
            invitedBy: circle.name,
            answer: null,
            announced: null,
            came: null,
          },
        ],
      });
      expect(Object.keys(call)).toEqual([
        'meeting',
        'runs',
        'organisations',
        'invitations',
        'asks',
        'goals',
      ]);
      await expect(
        inviteGroup(await newActor(database.owner), id, {
          organisationId: invited.id,
          channel: 'visita',
        }),
      ).rejects.toMatchObject({ reason: 'role_missing' });
      expect((await getCall(database.db, await facilitator(id), id)).runs).toBe(true);
    },
  );

  it('of a draft are unknown to the Circle', async () => {
    const { id } = await newMeeting(database.owner, plan, { state: 'borrador' });
    await expect(getCall(database.db, await member(), id)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('say how many came only once the meeting began', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const invited = await newGroup(database.owner);
    await inviteGroup(coordinator, id, { organisationId: invited.id, channel: 'correo' });
    await expect(
      noteInvitation(coordinator, id, {
        organisationId: invited.id,
        answer: 'viene',
        announced: 4,
        came: 4,
      }),
    ).rejects.toMatchObject({ errors: { vinieron: ['came_too_early'] } });
    await noteInvitation(coordinator, id, {
      organisationId: invited.id,
      answer: 'tal_vez',
      announced: 4,
      came: null,
    });
    expect((await getCall(database.db, coordinator, id)).invitations).toMatchObject([
      { answer: 'tal_vez', announced: 4, came: null },
    ]);
    await expect(
      noteInvitation(coordinator, id, {
        organisationId: (await newGroup(database.owner)).id,
        answer: 'viene',
        announced: 1,
        came: null,
      }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('goals', () => {
  it('of a meeting come before those of the plan, and order whom to ask', async () => {
    const { id } = await newMeeting(database.owner, plan, { localityCode: '05', capacity: 40 });
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const [young, women, near] = [
      await newGroup(database.owner, { kind: 'juventud' }),
      await newGroup(database.owner, { kind: 'mujeres' }),
      await newGroup(database.owner, { kind: 'jac', localityCode: '05' }),
    ];
    await saveGoal(coordinator, null, goal('genero mujer', '52,2'));
    const asked = async () =>
      (await getCall(database.db, coordinator, id)).asks.map((ask) => [
        ask.why,
        ask.organisations.map((organisation) => organisation.id),
      ]);
    expect(await asked()).toEqual([
      ['goal', [women.id]],
      ['locality', [near.id]],
      ['kind', [young.id]],
    ]);
    await saveGoal(await facilitator(id), id, goal('edad jovenes_14_28', '30'));
    expect(await asked()).toEqual([
      ['goal', [young.id]],
      ['locality', [near.id]],
      ['kind', [women.id]],
    ]);
    await inviteGroup(coordinator, id, { organisationId: young.id, channel: 'mensaje' });
    expect(await asked()).toEqual([
      ['locality', [near.id]],
      ['kind', [women.id]],
    ]);
  });

  it('of the plan are set by coordination alone, take new numbers and go', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const { id } = await newMeeting(database.owner, plan);
    await expect(saveGoal(await facilitator(id), null, goal('cuida si'))).rejects.toMatchObject({
      reason: 'role_missing',
    });
    await saveGoal(coordinator, null, goal('localidad 05', '10'));
    await saveGoal(coordinator, null, goal('localidad 05', '12,5'));
    const { goals } = await getCall(database.db, coordinator, id);
    expect(goals.plan).toMatchObject([
      { variable: 'localidad', value: '05', share: 0.125, tolerance: 0.05, source: 'Censo 2018' },
    ]);
    await expect(saveGoal(coordinator, null, goal('localidad 99'))).rejects.toMatchObject({
      errors: { a_quien: ['choose_one'] },
    });
    // Not through a meeting: a facilitator cannot take a goal of the plan away.
    await dropGoal(await facilitator(id), id, goals.plan[0]!.id);
    expect((await getCall(database.db, coordinator, id)).goals.plan).toHaveLength(1);
    await dropGoal(coordinator, null, goals.plan[0]!.id);
    expect((await getCall(database.db, coordinator, id)).goals.plan).toEqual([]);
  });

  it('of a meeting touch nothing sensitive, whoever sets them, and none is about a few people', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const { id } = await newMeeting(database.owner, plan, { capacity: 40 });
    const own = await facilitator(id);
    for (const who of [
      'genero mujer_trans',
      'discapacidad si',
      'cuida si',
      'organizacion_tipo jac',
    ])
      for (const actor of [own, coordinator])
        await expect(saveGoal(actor, id, goal(who, '50'))).rejects.toMatchObject({
          errors: { a_quien: ['goal_of_plan_only'] },
        });
    // Nor past the command: the table refuses it too.
    await expect(
      database.db
        .insertInto('participation_goal')
        .values({
          id: newId(),
          plan_id: plan.id,
          meeting_id: id,
          variable: 'genero',
          value: 'mujer_trans',
          share: 0.5,
          tolerance: 0.05,
          source: 'prueba',
          created_at: now(),
        })
        .execute(),
    ).rejects.toMatchObject({ constraint: 'participation_goal_of_meeting' });
    const refused = { errors: { proporcion: ['goal_of_few|least=25'] } };
    await expect(saveGoal(own, id, goal('edad mayores_60', '24,9'))).rejects.toMatchObject(refused);
    await saveGoal(own, id, goal('edad mayores_60', '25'));
    const small = await newMeeting(database.owner, plan, { capacity: 9 });
    await expect(
      saveGoal(await facilitator(small.id), small.id, goal('edad mayores_60', '100')),
    ).rejects.toMatchObject({ errors: { proporcion: ['goal_without_room'] } });
    // Of a plan, of all places that it has, and of three hundred at least.
    await expect(
      saveGoal(coordinator, null, goal('genero mujer_trans', '0,01')),
    ).rejects.toMatchObject({ errors: { proporcion: ['goal_of_few|least=4'] } });
    await saveGoal(coordinator, null, goal('discapacidad si', '4'));
    await newMeeting(database.owner, plan, { capacity: 900 });
    await saveGoal(coordinator, null, goal('genero mujer_trans', '1,1'));
  });
});
