import { describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { checkIn, undoCheckIn } from '#app/domains/door/check-in.server.ts';
import { enrolDevice } from '#app/domains/door/enrol-device.server.ts';
import { getDoorList } from '#app/domains/door/get-door.server.ts';
import { receiveRecords } from '#app/domains/door/receive-records.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newForm } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { record, walkIn, arrivalOf, newDoor, rows, database } from './devices.ts';

describe('records of a device', () => {
  it('are kept once, however often and however many at a time they are sent', async () => {
    const { id, facilitator, device } = await newDoor();
    const people = Array.from({ length: 8 }, (_, index) =>
      walkIn(`Persona ${'ABCDEFGH'[index]}${index} ${newId().slice(-6)}`),
    );
    const batch = [
      ...people,
      ...people.slice(0, 6).map((person) => arrivalOf(person.id)),
      record('idea', {
        titulo: 'Sombra en la parada',
        mesa: '2',
        apoyan: 5,
        quienes: [people[0]!.id],
      }),
      record('nota', { texto: 'Se acordó volver en mayo.' }),
    ];
    const many = await Promise.all(
      Array.from({ length: 6 }, () => receiveRecords(facilitator, id, device, batch)),
    );
    expect(await rows(id)).toEqual({ people: 8, arrivals: 6, ideas: 1, notes: 1, records: 16 });
    // Each record was kept by one of them, and was there already for the others.
    for (const one of batch) {
      const said = many
        .map((reply) => reply.respuestas.find((answer) => answer.id === one.id)!.estado)
        .sort();
      expect(said, one.kind).toEqual(['guardado', ...Array.from({ length: 5 }, () => 'ya_estaba')]);
    }
    const again = await receiveRecords(facilitator, id, device, batch, { list: true });
    expect(again.respuestas.map((answer) => answer.estado)).toEqual(batch.map(() => 'ya_estaba'));
    expect(again.recibidos).toEqual({
      inscripcion: 8,
      llegada: 6,
      deshacer: 0,
      anular: 0,
      idea: 1,
      nota: 1,
      foto: 0,
      respuestas: 0,
    });
    expect(again.encuentro).toEqual({ inscritas: 8, llegaron: 6, ideas: 1, notas: 1 });
    expect(again.lista!.filter((person) => person.llego)).toHaveLength(6);
    const owners = await database.owner
      .selectFrom('table_idea_owner')
      .select('registration_id')
      .execute();
    expect(owners.map((owner) => owner.registration_id)).toEqual([people[0]!.id]);
    const consent = await database.owner
      .selectFrom('registration_consent')
      .select(['purpose', 'channel', 'recorded_by'])
      .where('registration_id', '=', people[0]!.id)
      .execute();
    expect(consent).toEqual([
      { purpose: 'inscripcion', channel: 'puerta', recorded_by: facilitator.personId },
    ]);
  }, 60_000);

  it('of two devices at one door merge: one person checked in at both is in once', async () => {
    const { id, facilitator, device } = await newDoor();
    const other = await newActor(database.owner, {
      roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
    });
    const second = (await enrolDevice(other, id, 'Teléfono')).equipo;
    const known = await Promise.all(
      Array.from({ length: 10 }, () =>
        registerPerson(null, id, newForm(), { channel: 'web', locale: 'es' }),
      ),
    );
    const [here, there] = await Promise.all([
      receiveRecords(facilitator, id, device, [
        walkIn('Ana Ramírez'),
        ...known.slice(0, 7).map((person) => arrivalOf(person.id)),
      ]),
      receiveRecords(other, id, second, [
        walkIn('Luis Cortés'),
        ...known.slice(3).map((person) => arrivalOf(person.id)),
      ]),
    ]);
    expect(await rows(id)).toMatchObject({ people: 12, arrivals: 10, records: 16 });
    expect(
      [...here.respuestas, ...there.respuestas].filter((answer) => answer.estado === 'ya_estaba'),
    ).toHaveLength(4);
    expect(here.recibidos.llegada + there.recibidos.llegada).toBe(14);
  });

  it('over capacity, twice the same person or a place given up: kept, and said to a person', async () => {
    const { id, facilitator, device } = await newDoor({ capacity: 2 });
    const gone = await registerPerson(null, id, newForm(), { channel: 'web', locale: 'es' });
    await giveUp(gone.code);
    const first = walkIn('Marta Quintero', { telefono: '3001112233' });
    const twice = walkIn('Marta Quintero', { telefono: '300 111 22 33' });
    const third = walkIn('Óscar Peña');
    const batch = [first, twice, third, arrivalOf(gone.id)];
    const reply = await receiveRecords(facilitator, id, device, batch);
    const wanted = [
      { estado: 'guardado', razones: [], con: [] },
      { estado: 'conflicto', razones: ['same_person'], con: [first.id] },
      { estado: 'conflicto', razones: ['over_capacity'], con: [] },
      { estado: 'conflicto', razones: ['was_cancelled', 'over_capacity'], con: [] },
    ];
    expect(reply.respuestas).toMatchObject(wanted);
    expect(
      await database.owner
        .selectFrom('registration')
        .select(['state', 'over_capacity'])
        .where('id', 'in', [third.id, gone.id])
        .execute(),
    ).toEqual([
      { state: 'inscrita', over_capacity: true },
      { state: 'inscrita', over_capacity: true },
    ]);
    // A device whose answer was lost still learns of the conflict.
    const again = await receiveRecords(facilitator, id, device, batch);
    expect(again.respuestas.slice(1)).toMatchObject(wanted.slice(1));
    expect(again.respuestas[0]).toMatchObject({ estado: 'ya_estaba' });
  });

  it('that are bad are refused with their reason and spoil no other', async () => {
    const { id, facilitator, device } = await newDoor();
    const good = walkIn('Rosa Bernal');
    const bad = [
      null,
      'texto',
      { id: 'x' },
      { ...walkIn('Ana'), kind: 'voto' },
      { ...walkIn('Ana'), made_at: 'ayer' },
      walkIn('Ana', { telefono: 'no' }),
      walkIn('Ana', { acepta_inscripcion: 'no' }),
      walkIn('Ana', { apoyo: ['cohete'] }),
      arrivalOf(newId()),
      record('idea', { titulo: 'x' }),
      record('nota', { texto: '   ' }),
      record('deshacer', {}),
    ];
    const reply = await receiveRecords(facilitator, id, device, [...bad, good, arrivalOf(good.id)]);
    expect(reply.respuestas.map((answer) => `${answer.estado} ${answer.razones.join()}`)).toEqual([
      ...Array.from({ length: 5 }, () => 'rechazado record_unreadable'),
      'rechazado phone_invalid',
      'rechazado consent_required',
      'rechazado choose_one',
      'rechazado registration_unknown',
      'rechazado too_short',
      'rechazado required',
      expect.stringMatching(/^rechazado /),
      'guardado ',
      'guardado ',
    ]);
    expect(await rows(id)).toMatchObject({ people: 1, arrivals: 1, ideas: 0, notes: 0 });
    expect((await receiveRecords(facilitator, id, device, [bad[5]])).respuestas).toMatchObject([
      { estado: 'rechazado', razones: ['phone_invalid'] },
    ]);
  });

  it('keep nothing that a person declares of themselves', async () => {
    const { id, facilitator, device } = await newDoor();
    const person = walkIn('Pedro Gil', {
      genero: 'hombre',
      acepta_estadistica: 'si',
      documento: '123456',
    });
    await receiveRecords(facilitator, id, device, [person]);
    const consents = await database.owner
      .selectFrom('registration_consent')
      .select('purpose')
      .where('registration_id', '=', person.id)
      .execute();
    expect(consents).toEqual([{ purpose: 'inscripcion' }]);
    expect(
      await database.owner
        .selectFrom('registration')
        .select('document_key')
        .where('id', '=', person.id)
        .executeTakeFirst(),
    ).toEqual({ document_key: null });
  });

  it('undo what the device did, and nothing that another door did', async () => {
    const { id, facilitator, device } = await newDoor();
    const known = await registerPerson(null, id, newForm(), { channel: 'web', locale: 'es' });
    const mine = arrivalOf(known.id);
    await receiveRecords(facilitator, id, device, [
      mine,
      record('deshacer', { inscripcion: known.id, llegada: mine.id }),
    ]);
    expect((await getDoorList(facilitator, id)).counts.llegaron).toBe(0);
    await checkIn(facilitator, id, known.id);
    const late = arrivalOf(known.id);
    const reply = await receiveRecords(facilitator, id, device, [
      late,
      record('deshacer', { inscripcion: known.id, llegada: late.id }),
    ]);
    expect(reply.encuentro.llegaron).toBe(1);
    await undoCheckIn(facilitator, id, known.id);
    expect((await getDoorList(facilitator, id)).counts.llegaron).toBe(0);
  });

  it('are dated by the device, but not before it was prepared nor after they came', async () => {
    const { id, facilitator, device } = await newDoor();
    const known = await registerPerson(null, id, newForm(), { channel: 'web', locale: 'es' });
    await receiveRecords(facilitator, id, device, [
      { ...arrivalOf(known.id), made_at: '1999-01-01T00:00:00Z' },
    ]);
    const made = await database.owner
      .selectFrom('check_in')
      .innerJoin('door_device', 'door_device.meeting_id', 'check_in.meeting_id')
      .select(['check_in.at', 'door_device.created_at'])
      .where('check_in.meeting_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(made.at).toEqual(made.created_at);
  });
});
