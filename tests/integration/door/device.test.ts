import { describe, expect, it } from 'vitest';
import { enrolDevice } from '#app/domains/door/enrol-device.server.ts';
import { getDoorList } from '#app/domains/door/get-door.server.ts';
import { receiveRecords } from '#app/domains/door/receive-records.server.ts';
import { revokeDevice } from '#app/domains/door/revoke-device.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { record, walkIn, arrivalOf, newDoor, rows, database, plan } from './devices.ts';

it('an idea whose owner’s registration was refused is kept, and a person is told that one is missing', async () => {
  const { id, facilitator, device } = await newDoor();
  const [good, bad] = [walkIn('Rosa Bernal'), walkIn('Ana Suárez', { telefono: 'no' })];
  const idea = record('idea', {
    titulo: 'Sombra en la parada',
    quienes: [good.id, bad.id, good.id],
  });
  expect(
    (await receiveRecords(facilitator, id, device, [good, bad, idea])).respuestas.map((answer) => [
      answer.estado,
      ...answer.razones,
    ]),
  ).toEqual([['guardado'], ['rechazado', 'phone_invalid'], ['conflicto', 'owner_unknown']]);
  expect(
    await database.owner
      .selectFrom('table_idea_owner')
      .select('registration_id')
      .where('table_idea_id', '=', idea.id)
      .execute(),
  ).toEqual([{ registration_id: good.id }]);
});

it('a refused record is put right by another that names it; both stay', async () => {
  const { id, facilitator, device } = await newDoor();
  const bad = walkIn('Ana Suárez', { telefono: 'no' });
  const lost = arrivalOf(bad.id);
  expect(
    (await receiveRecords(facilitator, id, device, [bad, lost])).respuestas.map(
      (answer) => answer.razones,
    ),
  ).toEqual([['phone_invalid'], ['registration_unknown']]);
  const right = { ...walkIn('Ana Suárez'), reemplaza: bad.id };
  const reply = await receiveRecords(facilitator, id, device, [
    right,
    { ...arrivalOf(right.id), reemplaza: lost.id },
  ]);
  expect(reply.respuestas.map((answer) => answer.estado)).toEqual(['guardado', 'guardado']);
  expect(reply.recibidos).toMatchObject({ inscripcion: 2, llegada: 2 });
  const kept = await database.owner
    .selectFrom('door_record')
    .select(['id', 'outcome', 'replaces'])
    .where('meeting_id', '=', id)
    .where('kind', '=', 'inscripcion')
    .orderBy('received_at')
    .execute();
  expect(kept).toEqual([
    { id: bad.id, outcome: 'rechazado:phone_invalid', replaces: null },
    { id: right.id, outcome: 'guardado', replaces: bad.id },
  ]);
});

it('an idea of a table has the commitment chosen at the door, or the only one of the meeting', async () => {
  const { id, facilitator, device } = await newDoor();
  const other = plan.commitments[1]!;
  const alone = record('idea', { titulo: 'Sombra en la parada' });
  await receiveRecords(facilitator, id, device, [alone]);
  await database.owner
    .insertInto('meeting_commitment')
    .values({ meeting_id: id, commitment_id: other.id })
    .execute();
  const [chosen, open, foreign] = [
    record('idea', { titulo: 'Cruce con semáforo', compromiso: other.slug }),
    record('idea', { titulo: 'Bancas con espaldar', compromiso: '' }),
    record('idea', { titulo: 'Otra cosa', compromiso: 'no-existe' }),
  ];
  expect(
    (await receiveRecords(facilitator, id, device, [chosen, open, foreign])).respuestas.map(
      (answer) => [answer.estado, ...answer.razones],
    ),
  ).toEqual([['guardado'], ['guardado'], ['rechazado', 'choose_one']]);
  const ideas = new Map(
    (
      await database.owner
        .selectFrom('table_idea')
        .select(['id', 'commitment_id'])
        .where('meeting_id', '=', id)
        .execute()
    ).map((row) => [row.id, row.commitment_id]),
  );
  expect([alone, chosen, open].map((one) => ideas.get(one.id))).toEqual([
    plan.commitments[0]!.id,
    other.id,
    null,
  ]);
});

describe('a device', () => {
  it('that was revoked hands over nothing and gets nothing more', async () => {
    const { id, facilitator, device } = await newDoor();
    await revokeDevice(facilitator, id, device);
    await expect(
      receiveRecords(facilitator, id, device, [walkIn('Ana')], { list: true }),
    ).rejects.toMatchObject({ kind: 'forbidden', reason: 'device_revoked' });
    expect(await rows(id)).toMatchObject({ people: 0, records: 0 });
  });

  it('is of one meeting, prepared by who facilitates it', async () => {
    const { id, facilitator, device } = await newDoor();
    const other = await newDoor();
    await expect(receiveRecords(other.facilitator, other.id, device, [])).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(receiveRecords(other.facilitator, id, device, [])).rejects.toMatchObject({
      kind: 'not-found',
    });
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    await expect(enrolDevice(coordinator, id, 'Portátil')).rejects.toMatchObject({
      kind: 'forbidden',
    });
    // The id of a record that another meeting has says nothing about it.
    const person = walkIn('Ana Suárez');
    await receiveRecords(facilitator, id, device, [person]);
    expect(
      (await receiveRecords(other.facilitator, other.id, other.device, [person])).respuestas,
    ).toMatchObject([{ estado: 'rechazado', razones: ['record_foreign'] }]);
  });

  it('still hands over what it has after the meeting was closed, and gets no list', async () => {
    const { id, facilitator, device } = await newDoor({
      startsIn: -5,
      lasts: 2,
      opensIn: -48,
      closesIn: -4,
    });
    await database.owner
      .updateTable('meeting')
      .set({ closed_at: new Date() })
      .where('id', '=', id)
      .execute();
    const reply = await receiveRecords(facilitator, id, device, [walkIn('Ana Suárez')], {
      list: true,
    });
    expect(reply).toMatchObject({
      lista: null,
      cerrado: true,
      respuestas: [{ estado: 'guardado' }],
    });
    await expect(getDoorList(facilitator, id)).rejects.toMatchObject({
      reason: 'meeting_closed_roster',
    });
    await expect(enrolDevice(facilitator, id, 'Otro')).rejects.toMatchObject({
      reason: 'meeting_closed_roster',
    });
  });

  it('leaves an audit row for every list it takes', async () => {
    const { id, facilitator, device } = await newDoor();
    await receiveRecords(facilitator, id, device, [], { list: true });
    await getDoorList(facilitator, id);
    const read = await database.owner
      .selectFrom('audit_entry')
      .select('data')
      .where('action', '=', 'registration.roster-read')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    expect(read.map((row) => (row.data as { how: string }).how)).toEqual([
      'device',
      'device',
      'page',
    ]);
  });
});
