import { describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { annulWalkIn } from '#app/domains/door/annul-walk-in.server.ts';
import { getDoorList } from '#app/domains/door/get-door.server.ts';
import { receiveRecords } from '#app/domains/door/receive-records.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { settleDuplicate } from '#app/domains/registration/settle-duplicate.server.ts';
import { newForm } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { record, walkIn, arrivalOf, newDoor, database } from './devices.ts';

describe('a registration made at the door by mistake', () => {
  const stateOf = async (id: string) =>
    (
      await database.owner
        .selectFrom('registration')
        .select('state')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).state;

  it('is taken back once, with its arrival and the ideas it stood behind, and its person told', async () => {
    const { id, facilitator, device } = await newDoor({ capacity: 2 });
    const wrong = walkIn('Ana Suárez', { correo: 'ana.error@prueba.convite' });
    const annul = record('anular', { inscripcion: wrong.id });
    const batch = [
      wrong,
      arrivalOf(wrong.id),
      record('idea', { titulo: 'Sombra en la parada', quienes: [wrong.id] }),
      annul,
    ];
    const many = await Promise.all(
      Array.from({ length: 4 }, () => receiveRecords(facilitator, id, device, batch)),
    );
    expect(many.map((reply) => reply.respuestas[3]!.estado).sort()).toEqual([
      'guardado',
      'ya_estaba',
      'ya_estaba',
      'ya_estaba',
    ]);
    const reply = await receiveRecords(
      facilitator,
      id,
      device,
      [record('anular', { inscripcion: wrong.id })],
      { list: true },
    );
    expect(reply.respuestas).toMatchObject([{ estado: 'ya_estaba' }]);
    expect([await stateOf(wrong.id), reply.encuentro, reply.recibidos.anular, reply.lista]).toEqual(
      ['cancelada', { inscritas: 0, llegaron: 0, ideas: 1, notas: 0 }, 2, []],
    );
    expect(
      await database.owner
        .selectFrom('table_idea_owner')
        .select('registration_id')
        .where('registration_id', '=', wrong.id)
        .execute(),
    ).toEqual([]);
    const audit = await database.owner
      .selectFrom('audit_entry')
      .select(['action', 'actor_id', 'data'])
      .where('subject_id', '=', wrong.id)
      .orderBy('id')
      .execute();
    expect(audit.map((row) => row.action)).toEqual([
      'registration.person-registered',
      'door.person-arrived',
      'door.arrival-undone',
      'registration.registration-cancelled',
    ]);
    expect(audit[3]).toMatchObject({ actor_id: facilitator.personId, data: { why: 'door' } });
    const mails = await database.owner
      .selectFrom('mail')
      .select('subject')
      .where('recipient', '=', 'ana.error@prueba.convite')
      .orderBy('id')
      .execute();
    expect(mails.map((mail) => mail.subject.split(':')[0])).toEqual([
      'Tienes puesto',
      'Corregimos tu inscripción',
    ]);
    // The place is free again.
    expect(
      (
        await receiveRecords(facilitator, id, device, [
          walkIn('Luis Cortés'),
          walkIn('Rosa Bernal'),
        ])
      ).respuestas.map((answer) => answer.estado),
    ).toEqual(['guardado', 'guardado']);
  });

  it('is one of the door: who registered by themselves, or was joined with another, stays', async () => {
    const { id, facilitator, device } = await newDoor();
    const own = await registerPerson(null, id, newForm({ telefono: '3005550001' }), {
      channel: 'web',
      locale: 'es',
    });
    const twice = walkIn('Marta Quintero', { telefono: '300 555 0001' });
    expect((await receiveRecords(facilitator, id, device, [twice])).respuestas).toMatchObject([
      { estado: 'conflicto', con: [own.id] },
    ]);
    await settleDuplicate(facilitator, [own.id, twice.id], 'unidas');
    const reply = await receiveRecords(
      facilitator,
      id,
      device,
      [own.id, twice.id, newId()].map((inscripcion) => record('anular', { inscripcion })),
    );
    expect(reply.respuestas.map((answer) => answer.razones)).toEqual([
      ['walk_in_only'],
      ['walk_in_merged'],
      ['registration_unknown'],
    ]);
    expect(await stateOf(own.id)).toBe('inscrita');
  });

  it('is taken back until the meeting is closed, also by a device without connection then', async () => {
    const { id, facilitator, device } = await newDoor({
      startsIn: -5,
      lasts: 2,
      opensIn: -48,
      closesIn: -4,
    });
    const [first, second] = [walkIn('Ana Suárez'), walkIn('Luis Cortés')];
    await receiveRecords(facilitator, id, device, [first, second]);
    const before = record('anular', { inscripcion: first.id });
    await database.owner
      .updateTable('meeting')
      .set({ closed_at: new Date(Date.now() + 1) })
      .where('id', '=', id)
      .execute();
    await new Promise((done) => setTimeout(done, 5));
    const reply = await receiveRecords(facilitator, id, device, [
      before,
      record('anular', { inscripcion: second.id }),
    ]);
    expect(reply.respuestas.map((answer) => [answer.estado, ...answer.razones])).toEqual([
      ['guardado'],
      ['rechazado', 'walk_in_closed'],
    ]);
    expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['cancelada', 'inscrita']);
    await expect(annulWalkIn(facilitator, id, second.id)).rejects.toMatchObject({
      reason: 'meeting_closed_roster',
    });
  });

  it('is taken back without script too, by who facilitates the meeting', async () => {
    const { id, facilitator, device } = await newDoor();
    const wrong = walkIn('Ana Suárez');
    await receiveRecords(facilitator, id, device, [wrong, arrivalOf(wrong.id)]);
    await expect(
      annulWalkIn(await newActor(database.owner, { roles: ['coordinacion'] }), id, wrong.id),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await annulWalkIn(facilitator, id, wrong.id);
    await annulWalkIn(facilitator, id, wrong.id);
    expect([await stateOf(wrong.id), (await getDoorList(facilitator, id)).counts.llegaron]).toEqual(
      ['cancelada', 0],
    );
    // Who comes all the same is let in, and a person is told.
    expect(
      (await receiveRecords(facilitator, id, device, [arrivalOf(wrong.id)])).respuestas,
    ).toMatchObject([{ estado: 'conflicto', razones: ['was_cancelled'] }]);
  });
});
