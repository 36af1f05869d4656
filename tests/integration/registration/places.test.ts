import { beforeEach, describe, expect, it } from 'vitest';
import { acceptOffer } from '#app/domains/registration/change-registration.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { sweeps } from '#app/domains/registration/sweeps.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { countOf, mailsTo } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

const web = { channel: 'web', locale: 'es' } as const;

describe('places', () => {
  it('of two hundred people at once for thirty places: thirty have one, the others wait in order', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 30 });
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => registerPerson(null, id, newForm(), web)),
    );
    expect(answers.filter((answer) => answer.state === 'inscrita')).toHaveLength(30);
    expect(answers.filter((answer) => answer.state === 'en_espera')).toHaveLength(170);
    expect([await countOf(id, 'inscrita'), await countOf(id, 'en_espera')]).toEqual([30, 170]);
    const rows = await database.owner
      .selectFrom('registration')
      .select(['id', 'place', 'state'])
      .where('meeting_id', '=', id)
      .orderBy('place')
      .execute();
    expect(rows.map((row) => row.place)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
    expect(rows.slice(0, 30).every((row) => row.state === 'inscrita')).toBe(true);

    // Ten give their place up, all at once: exactly the ten first who wait are offered one.
    const having = answers.filter((answer) => answer.state === 'inscrita').slice(0, 10);
    await Promise.all(having.map((answer) => giveUp(answer.code)));
    const offered = await database.owner
      .selectFrom('registration')
      .select(['id', 'place'])
      .where('meeting_id', '=', id)
      .where('state', '=', 'ofrecida')
      .orderBy('place')
      .execute();
    expect(offered.map((row) => row.place)).toEqual(
      Array.from({ length: 10 }, (_, index) => index + 31),
    );
    expect([
      await countOf(id, 'inscrita'),
      await countOf(id, 'en_espera'),
      await countOf(id, 'cancelada'),
    ]).toEqual([20, 160, 10]);
  }, 60_000);

  it('kept for the door are not given by the web form', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 3, reserved: 2 });
    expect((await registerPerson(null, id, newForm(), web)).state).toBe('inscrita');
    expect((await registerPerson(null, id, newForm(), web)).state).toBe('en_espera');
    const facilitator = await newActor(database.owner, {
      roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
    });
    expect(
      (await registerPerson(facilitator, id, newForm(), { channel: 'puerta', locale: 'es' })).state,
    ).toBe('inscrita');
  });

  it('offered and not taken in time go to the next; who let one pass waits at the end', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 1, offerHours: 2 });
    const [first, second, third] = [
      await registerPerson(null, id, newForm(), web),
      await registerPerson(null, id, newForm({ correo: 'segunda@prueba.convite' }), web),
      await registerPerson(null, id, newForm(), web),
    ];
    await giveUp(first.code);
    expect((await getRegistration(database.db, second.code)).registration.state).toBe('ofrecida');
    setClockOffset(3 * 3_600_000);
    await sweeps['registration.offers']();
    await expect(acceptOffer(null, second.code)).rejects.toMatchObject({ reason: 'offer_over' });
    expect((await getRegistration(database.db, third.code)).registration.state).toBe('ofrecida');
    expect((await getRegistration(database.db, second.code)).registration).toMatchObject({
      state: 'en_espera',
      turn: 1,
    });
    await acceptOffer(null, third.code);
    expect((await getRegistration(database.db, third.code)).registration.state).toBe('inscrita');
    expect(
      (await mailsTo('segunda@prueba.convite')).map((mail) => mail.subject.split(':')[0]),
    ).toEqual(['Estás en lista de espera', 'Hay un puesto para ti', 'Pasó el plazo de tu puesto']);
  });

  it('are refused with the reason when registration is not open', async () => {
    const cases = [
      [await newMeeting(database.owner, plan, { opensIn: 2 }), 'registration_not_open'],
      [
        await newMeeting(database.owner, plan, { closesIn: -1, opensIn: -2 }),
        'registration_closed',
      ],
      [await newMeeting(database.owner, plan, { state: 'cancelado' }), 'meeting_cancelled'],
      [await newMeeting(database.owner, plan, { kind: 'feria' }), 'meeting_without_registration'],
      [
        await newMeeting(database.owner, plan, { startsIn: -5, closesIn: -4, opensIn: -48 }),
        'meeting_over',
      ],
    ] as const;
    for (const [meeting, reason] of cases)
      await expect(registerPerson(null, meeting.id, newForm(), web)).rejects.toMatchObject({
        kind: 'conflict',
        reason,
      });
    await expect(
      registerPerson(
        null,
        (await newMeeting(database.owner, plan, { state: 'borrador' })).id,
        newForm(),
        web,
      ),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});
