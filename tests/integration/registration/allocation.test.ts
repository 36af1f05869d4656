import { beforeEach, describe, expect, it } from 'vitest';
import type { ParticipationGoal } from '#db/schema.d.ts';
import { newId } from '#app/kernel/ids.ts';
import { acceptOffer } from '#app/domains/registration/change-registration.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { offerByGoals } from '#app/domains/registration/give-by-goals.server.ts';
import { valuesOfMeeting } from '#app/domains/meetings/meeting-values.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { changeMeeting } from '#app/domains/meetings/save-meeting.server.ts';
import { MeetingForm } from '#app/domains/meetings/schema.ts';
import { sweeps } from '#app/domains/registration/sweeps.server.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase, queuedJobs } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { subjectsTo } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
  await newLocality(database.owner, '05', 'Usme');
  await newLocality(database.owner, '07', 'Bosa');
});

const web = { channel: 'web', locale: 'es' } as const;
const goal = async (
  meetingId: string | null,
  variable: ParticipationGoal['variable'],
  value: string,
  share: number,
) =>
  await database.owner
    .insertInto('participation_goal')
    .values({
      id: newId(),
      plan_id: plan.id,
      meeting_id: meetingId,
      variable,
      value,
      share,
      tolerance: 0,
      source: 'prueba',
      created_at: now(),
    })
    .execute();
const register = async (id: string, answers: Record<string, unknown> = {}) =>
  await registerPerson(null, id, newForm({ acepta_estadistica: 'si', ...answers }), web);
const stateOf = async ({ code }: { code: string }) =>
  (await getRegistration(database.db, code)).registration.state;

describe('how places are given', () => {
  it('can be changed until somebody has registered, and then no more', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const { id } = await newMeeting(database.owner, plan, { localityCode: '05' });
    const values = async (reparto: string) =>
      MeetingForm.parse({ ...valuesOfMeeting(await getAnyMeeting(database.db, id), ''), reparto });
    await changeMeeting(coordinator, id, 1, await values('sorteo'));
    expect((await getAnyMeeting(database.db, id)).allocation).toBe('sorteo');
    const { code } = await register(id);
    await expect(changeMeeting(coordinator, id, 2, await values('metas'))).rejects.toMatchObject({
      errors: { reparto: ['allocation_frozen'] },
    });
    await giveUp(code);
    await expect(changeMeeting(coordinator, id, 2, await values('llegada'))).rejects.toMatchObject({
      errors: { reparto: ['allocation_frozen'] },
    });
    await changeMeeting(coordinator, id, 2, await values('sorteo'));
  });
});

describe('by the goals', () => {
  it(
    'a freed place is offered to who answers the goal that is farthest from being met, then ' +
      'in order of arrival',
    async () => {
      const { id } = await newMeeting(database.owner, plan, { capacity: 2, allocation: 'metas' });
      await goal(id, 'localidad', '05', 0.5);
      await goal(null, 'edad', 'mayores_60', 0.9);
      const [first, second] = [
        await register(id, { localidad: '07' }),
        await register(id, { localidad: '07' }),
      ];
      const silent = await register(id);
      const older = await register(id, { anio_nacimiento: '1950', localidad: '07' });
      const near = await register(id, { localidad: '05', correo: 'elegida@prueba.convite' });
      await giveUp(first.code);
      // The web role may not read what was said: nothing happens until the worker comes.
      expect(await stateOf(near)).toBe('en_espera');
      expect(
        (await queuedJobs<{ meetingId: string }>(database, 'registration.give-by-goals')).filter(
          (job) => job.meetingId === id,
        ),
      ).toHaveLength(1);
      await expect(offerByGoals(id)).rejects.toThrow(/permission denied/);
      await asWorker(database, async () => {
        await offerByGoals(id);
        await offerByGoals(id);
      });
      // The goals of the meeting stand before those of the plan.
      expect([await stateOf(silent), await stateOf(older), await stateOf(near)]).toEqual([
        'en_espera',
        'en_espera',
        'ofrecida',
      ]);
      expect(await subjectsTo('elegida@prueba.convite')).toEqual([
        'Estás en lista de espera',
        'Hay un puesto para ti',
      ]);
      const told = await database.owner
        .selectFrom('audit_entry')
        .select(['action', 'data'])
        .where('subject_id', '=', near.id)
        .orderBy('id')
        .execute();
      expect(told.at(-1)).toEqual({
        action: 'registration.place-offered',
        data: { meetingId: id },
      });

      // Half come from there now: nobody is passed for what they did not say.
      await acceptOffer(null, near.code);
      await giveUp(second.code);
      await asWorker(database, async () => await offerByGoals(id));
      expect([await stateOf(silent), await stateOf(older)]).toEqual(['ofrecida', 'en_espera']);
    },
  );

  it('who let an offer pass is not asked again before those who wait', async () => {
    const { id } = await newMeeting(database.owner, plan, {
      capacity: 1,
      allocation: 'metas',
      offerHours: 2,
    });
    await goal(id, 'localidad', '05', 0.5);
    const first = await register(id, { localidad: '07' });
    const other = await register(id, { localidad: '07' });
    const near = await register(id, { localidad: '05' });
    await giveUp(first.code);
    await asWorker(database, async () => await offerByGoals(id));
    expect(await stateOf(near)).toBe('ofrecida');
    setClockOffset(3 * 3_600_000);
    await asWorker(database, async () => {
      await sweeps['registration.offers']();
      await offerByGoals(id);
    });
    expect([await stateOf(other), await stateOf(near)]).toEqual(['ofrecida', 'en_espera']);
  });

  it('nothing sensitive decides who is offered a place: the list shows who was', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 1, allocation: 'metas' });
    await goal(null, 'genero', 'mujer', 0.9);
    await goal(null, 'cuida', 'si', 0.9);
    const first = await register(id, { genero: 'hombre' });
    const other = await register(id, { genero: 'hombre', cuida: ['no'] });
    const woman = await register(id, { genero: 'mujer', cuida: ['ninez'] });
    await giveUp(first.code);
    await asWorker(database, async () => await offerByGoals(id));
    expect([await stateOf(other), await stateOf(woman)]).toEqual(['ofrecida', 'en_espera']);
  });

  it('ten who cancel at once while the worker comes several times free exactly ten places', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 12, allocation: 'metas' });
    await goal(null, 'localidad', '05', 0.9);
    const having: { code: string }[] = [];
    for (let n = 0; n < 12; n += 1) having.push(await register(id, { localidad: '07' }));
    const four = [{ localidad: '07' }, { localidad: '07' }, {}, { localidad: '05' }];
    for (const said of [...four, ...four, ...four, ...four, ...four]) await register(id, said);
    await asWorker(database, async () => {
      await Promise.all([
        ...having.slice(0, 10).map(async ({ code }) => await giveUp(code)),
        offerByGoals(id),
        offerByGoals(id),
        offerByGoals(id),
      ]);
      await Promise.all([offerByGoals(id), offerByGoals(id), offerByGoals(id)]);
    });
    const rows = await database.owner
      .selectFrom('registration')
      .select(['state', 'place'])
      .where('meeting_id', '=', id)
      .orderBy('place')
      .execute();
    expect(rows.filter(({ state }) => state === 'ofrecida')).toHaveLength(10);
    expect(rows.filter(({ state }) => state === 'inscrita')).toHaveLength(2);
    // All five who live there are among them: the goal stays open until the last of them.
    expect(
      rows.filter(({ state, place }) => state === 'ofrecida' && (place - 13) % 4 === 3),
    ).toHaveLength(5);
  });
});
