import { describe, expect, it } from 'vitest';
import { closeMeeting } from '#app/domains/meetings/decide-meeting.server.ts';
import { receiveRecords } from '#app/domains/door/receive-records.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newForm } from '#tests/factories/meetings.ts';
import { readsOf } from '#tests/integration/registration/reads.ts';
import { database, newDoor, record, walkIn } from './devices.ts';

const { declaredOf, rowsOf } = readsOf(database);
const hour = 3_600_000;

const answersOf = (registrationId: string, said: Record<string, unknown>) =>
  record('respuestas', { inscripcion: registrationId, acepta_estadistica: 'si', ...said });

describe('who comes without having registered', () => {
  it('needs no contact, and answers about themselves in a record of its own', async () => {
    const { id, facilitator, device } = await newDoor({ startsIn: 1, closesIn: 0.5 });
    const person = walkIn('Señora Sin Teléfono', { telefono: '' });
    const said = answersOf(person.id, { genero: 'mujer', cuida: ['ninez'] });
    const send = async (records: unknown[]) =>
      (await receiveRecords(facilitator, id, device, records)).respuestas.map(
        ({ estado, razones }) => [estado, ...razones].join(' '),
      );
    expect(await send([person, said])).toEqual(['guardado', 'guardado']);
    expect(await send([said]), 'the same again').toEqual(['ya_estaba']);
    expect(await rowsOf(id)).toMatchObject([{ email: null, phone: null, channel: 'puerta' }]);
    expect(await declaredOf(person.id)).toEqual({
      genero: 'mujer',
      cuida: ['ninez'],
      canal: 'puerta',
    });
    const consent = await database.owner
      .selectFrom('registration_consent')
      .select(['channel', 'recorded_by as by'])
      .where('registration_id', '=', person.id)
      .where('purpose', '=', 'estadistica')
      .execute();
    expect(consent).toEqual([{ channel: 'puerta', by: facilitator.personId }]);
    // Neither without the permission, nor of who registered by themselves, nor of another meeting.
    const { id: other } = await registerPerson(null, id, newForm(), {
      channel: 'web',
      locale: 'es',
    });
    const elsewhere = await newDoor();
    const foreign = walkIn('De Otro Encuentro');
    await receiveRecords(elsewhere.facilitator, elsewhere.id, elsewhere.device, [foreign]);
    expect(
      await send([
        answersOf(person.id, { etnia: 'ninguno', acepta_estadistica: '' }),
        answersOf(person.id, {}),
        answersOf(other, { genero: 'mujer' }),
        answersOf(foreign.id, { genero: 'mujer' }),
      ]),
    ).toEqual([
      'rechazado accept_statistics',
      'rechazado answer_something',
      'rechazado answers_not_walk_in',
      'rechazado registration_unknown',
    ]);
    expect(await declaredOf(other)).toBeUndefined();
    // What comes from a device after the meeting was closed would never be counted.
    setClockOffset(5 * hour);
    await closeMeeting(facilitator, id);
    expect(await send([answersOf(person.id, { victima: 'no' })])).toEqual([
      'rechazado answers_counted',
    ]);
  });
});
