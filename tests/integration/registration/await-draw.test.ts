import { beforeEach, describe, expect, it } from 'vitest';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { localMoment } from '#app/platform/city/local-time.ts';
import { jobs } from '#app/domains/registration/jobs.server.ts';
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
import { freshDatabase, queuedJobs } from '#tests/integration/database.ts';
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
const register = async (id: string, answers: Record<string, unknown> = {}) =>
  await registerPerson(null, id, newForm({ acepta_estadistica: 'si', ...answers }), web);
const stateOf = async ({ code }: { code: string }) =>
  (await getRegistration(database.db, code)).registration.state;
/** What the worker does once places were given; twice at once tells nobody twice. */
const tellPlaces = async (meetingId: string) => {
  const [payload, ...more] = (
    await queuedJobs<{ meetingId: string; drawn: boolean }>(database, 'registration.tell-allotted')
  ).filter((job) => job.meetingId === meetingId);
  expect(more).toEqual([]);
  const job = jobs.find(({ name }) => name === 'registration.tell-allotted')!;
  await Promise.all([job.run(payload), job.run(payload)]);
};

describe('by a draw', () => {
  it(
    'everybody waits, by whichever channel; with room for all everybody has a place once ' +
      'registration closed',
    async () => {
      const { id } = await newMeeting(database.owner, plan, {
        capacity: 5,
        allocation: 'sorteo',
        closesIn: 2,
        startsIn: 100,
      });
      const facilitator = await newActor(database.owner, {
        roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
      });
      const people = [
        await register(id, { correo: 'cabe@prueba.convite' }),
        await registerPerson(facilitator, id, newForm(), { channel: 'telefono', locale: 'es' }),
      ];
      expect(people.map(({ state }) => state)).toEqual(['en_espera', 'en_espera']);
      await sweeps['registration.undrawn']();
      expect(await stateOf(people[0]!)).toBe('en_espera');
      setClockOffset(3 * 3_600_000);
      await sweeps['registration.undrawn']();
      await sweeps['registration.undrawn']();
      expect(await Promise.all(people.map(stateOf))).toEqual(['inscrita', 'inscrita']);
      await tellPlaces(id);
      expect(await subjectsTo('cabe@prueba.convite')).toEqual([
        'Estás en el sorteo',
        'Tienes puesto',
      ]);
      expect(
        (await registerPerson(facilitator, id, newForm(), { channel: 'puerta', locale: 'es' }))
          .state,
      ).toBe('inscrita');
    },
  );

  it('keeps who takes part and the places announced once registration closed', async () => {
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const { id } = await newMeeting(database.owner, plan, {
      capacity: 6,
      allocation: 'sorteo',
      closesIn: 2,
      startsIn: 100,
      localityCode: '05',
    });
    for (let n = 0; n < 9; n += 1) await register(id);
    const values = async (more: Record<string, string>) =>
      MeetingForm.parse({ ...valuesOfMeeting(await getAnyMeeting(database.db, id), ''), ...more });
    const later = localMoment(new Date(now().getTime() + 50 * 3_600_000));
    await changeMeeting(
      coordinator,
      id,
      1,
      await values({ cierra: localMoment(new Date(now().getTime() + 3 * 3_600_000)), cupo: '7' }),
    );
    setClockOffset(4 * 3_600_000);
    await expect(
      changeMeeting(coordinator, id, 2, await values({ cierra: later })),
    ).rejects.toMatchObject({ errors: { cierra: ['draw_closed'] } });
    await expect(
      changeMeeting(coordinator, id, 2, await values({ reservados: '1' })),
    ).rejects.toMatchObject({ errors: { cupo: ['draw_fewer_places'] } });
    await changeMeeting(coordinator, id, 2, await values({ cupo: '8', reservados: '1' }));
    expect(
      (
        await database.owner
          .selectFrom('registration')
          .select('state')
          .where('meeting_id', '=', id)
          .execute()
      ).every(({ state }) => state === 'en_espera'),
    ).toBe(true);
  });

  it('with more people than places nobody has one before the draw, also when somebody cancels', async () => {
    const { id } = await newMeeting(database.owner, plan, {
      capacity: 5,
      allocation: 'sorteo',
      closesIn: 2,
      startsIn: 100,
    });
    const people = [];
    for (let each = 0; each < 7; each += 1) people.push(await register(id));
    await giveUp(people[0]!.code);
    setClockOffset(3 * 3_600_000);
    await sweeps['registration.undrawn']();
    expect(await Promise.all(people.map(stateOf))).toEqual([
      'cancelada',
      ...Array<string>(6).fill('en_espera'),
    ]);
  });
});
