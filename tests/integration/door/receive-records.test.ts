import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { annulWalkIn } from '#app/domains/door/annul-walk-in.server.ts';
import { checkIn, undoCheckIn } from '#app/domains/door/check-in.server.ts';
import { cancelRegistration } from '#app/domains/registration/change-registration.server.ts';
import { enrolDevice } from '#app/domains/door/enrol-device.server.ts';
import { getMeetingFile, getMinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import { getDoorList } from '#app/domains/door/get-door.server.ts';
import { receivePhoto } from '#app/domains/minutes/receive-photo.server.ts';
import { receiveRecords } from '#app/domains/door/receive-records.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { revokeDevice } from '#app/domains/door/revoke-device.server.ts';
import { settleDuplicate } from '#app/domains/registration/settle-duplicate.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

type Made = { id: string; kind: string; made_at: string; payload: Record<string, unknown> };
const record = (kind: string, payload: Record<string, unknown>, id = newId()): Made => ({
  id,
  kind,
  made_at: new Date().toISOString(),
  payload,
});
const walkIn = (name: string, contact: Record<string, unknown> = {}) =>
  record('inscripcion', {
    nombre: name,
    telefono: `3${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`,
    acepta_inscripcion: 'si',
    ...contact,
  });
const arrivalOf = (registrationId: string) => record('llegada', { inscripcion: registrationId });

/** A meeting, its facilitator and a prepared device. */
async function newDoor(
  overrides: Parameters<typeof newMeeting>[2] = {},
): Promise<{ id: string; facilitator: Actor & { personId: string }; device: string }> {
  const { id } = await newMeeting(database.owner, plan, overrides);
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
  return { id, facilitator, device: (await enrolDevice(facilitator, id, 'Tableta')).equipo };
}

async function rows(meetingId: string) {
  const count = async (
    table: 'registration' | 'check_in' | 'table_idea' | 'meeting_note' | 'door_record',
  ) =>
    Number(
      (
        await database.owner
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('meeting_id', '=', meetingId)
          .executeTakeFirstOrThrow()
      ).n,
    );
  return {
    people: await count('registration'),
    arrivals: await count('check_in'),
    ideas: await count('table_idea'),
    notes: await count('meeting_note'),
    records: await count('door_record'),
  };
}

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
    await cancelRegistration(null, gone.code);
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
      walkIn('Ana', { telefono: undefined }),
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
      'rechazado contact_required',
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

describe('a photo of a device', () => {
  const photoOf = (descripcion = 'Cartelera de la mesa 3') => record('foto', { descripcion });
  const file = async (red: number) => ({ name: 'foto.jpg', bytes: await newPhoto({ red }) });

  it('becomes once one of the minutes that nobody else sees, also when it comes twice at once', async () => {
    const { id, facilitator, device } = await newDoor();
    const [photo, sent] = [photoOf(), await file(90)];
    const many = await Promise.all(
      Array.from({ length: 4 }, () => receivePhoto(facilitator, id, device, photo, sent)),
    );
    expect(many.map((reply) => reply.respuestas[0]!.estado).sort()).toEqual([
      'guardado',
      'ya_estaba',
      'ya_estaba',
      'ya_estaba',
    ]);
    const again = await receivePhoto(facilitator, id, device, photo, {
      name: 'foto.jpg',
      bytes: Buffer.alloc(0),
    });
    expect([again.respuestas[0]!.estado, again.recibidos.foto]).toEqual(['ya_estaba', 1]);
    const { files } = await getMinutesDesk(database.db, facilitator, id);
    expect(files).toMatchObject([
      { id: photo.id, kind: 'foto', clearedWhy: null, description: 'Cartelera de la mesa 3' },
    ]);
    await expect(getMeetingFile(database.db, null, id, photo.id)).rejects.toMatchObject({
      kind: 'not-found',
    });
    const audit = await database.owner
      .selectFrom('audit_entry')
      .select('action')
      .where('subject_id', '=', id)
      .where('action', '=', 'minutes.file-added')
      .execute();
    expect(audit).toHaveLength(1);
  });

  it('that is none, or came without words or bytes, is refused with its reason, and counted', async () => {
    const { id, facilitator, device } = await newDoor();
    const [text, silent, empty, huge, bare] = [
      photoOf(),
      photoOf('Ya'),
      photoOf(),
      photoOf(),
      photoOf(),
    ];
    const said = async (one: Made, bytes: Buffer) =>
      (await receivePhoto(facilitator, id, device, one, { name: 'foto.jpg', bytes }))
        .respuestas[0]!;
    expect(await said(text, Buffer.from('mesa;idea'))).toMatchObject({
      estado: 'rechazado',
      razones: ['photo_type'],
    });
    expect(await said(silent, (await file(10)).bytes)).toMatchObject({
      estado: 'rechazado',
      razones: ['too_short'],
    });
    expect(await said(empty, Buffer.alloc(0))).toMatchObject({
      estado: 'rechazado',
      razones: ['file_required'],
    });
    expect(await said(huge, Buffer.alloc(21 * 1024 * 1024))).toMatchObject({
      estado: 'rechazado',
      razones: ['file_too_large'],
    });
    // In a batch a photo has no bytes.
    expect((await receiveRecords(facilitator, id, device, [bare])).respuestas).toMatchObject([
      { estado: 'rechazado', razones: ['record_unreadable'] },
    ]);
    expect(await said(text, (await file(10)).bytes)).toMatchObject({
      estado: 'rechazado',
      razones: ['photo_type'],
    });
    const right = { ...photoOf(), reemplaza: text.id };
    const reply = await receivePhoto(facilitator, id, device, right, await file(11));
    expect([reply.respuestas[0]!.estado, reply.recibidos.foto]).toEqual(['guardado', 6]);
    expect(
      (await getMinutesDesk(database.db, facilitator, id)).files.map((each) => each.id),
    ).toEqual([right.id]);
    await expect(
      receivePhoto(facilitator, id, device, record('nota', { texto: 'x' }), await file(1)),
    ).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('comes from a device of this meeting that was not revoked, also after it was closed', async () => {
    const { id, facilitator, device } = await newDoor({
      startsIn: -5,
      lasts: 2,
      opensIn: -48,
      closesIn: -4,
    });
    const other = await newDoor();
    await expect(
      receivePhoto(other.facilitator, id, device, photoOf(), await file(20)),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await expect(
      receivePhoto(facilitator, id, other.device, photoOf(), await file(20)),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await database.owner
      .updateTable('meeting')
      .set({ closed_at: new Date() })
      .where('id', '=', id)
      .execute();
    expect(
      (await receivePhoto(facilitator, id, device, photoOf(), await file(21))).respuestas[0]!
        .estado,
    ).toBe('guardado');
    await revokeDevice(facilitator, id, device);
    await expect(
      receivePhoto(facilitator, id, device, photoOf(), await file(22)),
    ).rejects.toMatchObject({ reason: 'device_revoked' });
  });
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
