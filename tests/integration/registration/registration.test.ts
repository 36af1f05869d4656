import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Registration } from '#db/schema.d.ts';
import { systemActor } from '#app/kernel/actor.ts';
import { adoptRegistration } from '#app/domains/registration/adopt-registration.server.ts';
import {
  acceptOffer,
  cancelRegistration,
} from '#app/domains/registration/change-registration.server.ts';
import { correctPersonal } from '#app/domains/registration/correct-personal.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import {
  askForLink,
  closePersonal,
  mailKeyOf,
  mailPersonalLink,
  proveWord,
  readPersonal,
  spendLink,
} from '#app/domains/registration/open-personal.server.ts';
import { personalData } from '#app/domains/registration/personal-data.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { settleOwnDuplicate } from '#app/domains/registration/settle-own-duplicate.server.ts';
import { sweeps } from '#app/domains/registration/sweeps.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { mailedLink, openByMail, proofOf, sessionOf } from '#tests/factories/opened.ts';
import { asWorker, freshDatabase, queuedJobs } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  await database.owner.updateTable('plan').set({ state: 'archived' }).execute();
  plan = await newPlan(database.owner);
});

const web = { channel: 'web', locale: 'es' } as const;
const countOf = async (meetingId: string, state: Registration['state']) =>
  Number(
    (
      await database.owner
        .selectFrom('registration')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('meeting_id', '=', meetingId)
        .where('state', '=', state)
        .executeTakeFirstOrThrow()
    ).n,
  );
const mailsTo = async (email: string) =>
  await database.owner
    .selectFrom('mail')
    .select(['subject', 'body'])
    .where('recipient', '=', email)
    .orderBy('queued_at')
    .orderBy('id')
    .execute();

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
    await Promise.all(having.map((answer) => cancelRegistration(null, answer.code)));
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
    await cancelRegistration(null, first.code);
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

describe('what people declare', () => {
  it('is frozen at the act, apart from the registration, and no web request can select it', async () => {
    const { id } = await newMeeting(database.owner, plan);
    await newLocality(database.owner, '05', 'Usme');
    const form = newForm({
      acepta_estadistica: 'si',
      genero: 'mujer',
      anio_nacimiento: '1980',
      localidad: '05',
      wg_ver: 'mucha',
      cuida: ['ninez', 'persona_mayor'],
      etnia: 'prefiero_no_responder',
    });
    const { id: registrationId } = await registerPerson(null, id, form, web);
    await expect(sql`select * from declared.declaration`.execute(database.db)).rejects.toThrow(
      /permission denied/,
    );
    const { rows } = await sql<{
      answers: Record<string, unknown>;
    }>`select answers from declared.declaration where registration_id = ${registrationId}`.execute(
      database.owner,
    );
    expect(rows[0]!.answers).toEqual({
      genero: 'mujer',
      anio_nacimiento: 1980,
      localidad: '05',
      wg_ver: 'mucha',
      cuida: ['ninez', 'persona_mayor'],
      etnia: 'prefiero_no_responder',
      canal: 'web',
    });
    const audit = await database.owner
      .selectFrom('audit_entry')
      .select(['action', 'data'])
      .where('subject_id', '=', registrationId)
      .execute();
    expect(JSON.stringify(audit)).not.toMatch(/mujer|1980|mucha/);
  });

  it('is not kept without that consent, nor when nothing was said', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const silent = await registerPerson(null, id, newForm({ acepta_estadistica: 'si' }), web);
    const without = await registerPerson(null, id, newForm({ genero: 'hombre' }), web);
    const { rows } = await sql`
      select
      from declared.declaration
      where registration_id in (${silent.id}, ${without.id})
    `.execute(database.owner);
    expect(rows).toHaveLength(0);
  });

  it('must be in the catalogue of the day', async () => {
    const { id } = await newMeeting(database.owner, plan);
    await expect(
      registerPerson(null, id, newForm({ acepta_estadistica: 'si', genero: 'marciana' }), web),
    ).rejects.toMatchObject({ errors: { genero: ['choose_one'] } });
    await expect(
      registerPerson(null, id, newForm({ apoyo: ['cohete'] }), web),
    ).rejects.toMatchObject({ errors: { apoyo: ['choose_one'] } });
  });

  it('of somebody under 18 needs a guardian and that the minor was heard', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const year = String(new Date().getUTCFullYear() - 15);
    await expect(
      registerPerson(null, id, newForm({ anio_nacimiento: year }), web),
    ).rejects.toMatchObject({
      errors: {
        acudiente_nombre: ['required'],
        acudiente_contacto: ['required'],
        menor_oido: ['minor_heard_required'],
      },
    });
    const { id: registrationId } = await registerPerson(
      null,
      id,
      newForm({
        anio_nacimiento: year,
        acudiente_nombre: 'Rosa',
        acudiente_contacto: '3001234567',
        menor_oido: 'si',
      }),
      web,
    );
    expect(
      await database.owner
        .selectFrom('registration')
        .select(['is_minor', 'minor_heard'])
        .where('id', '=', registrationId)
        .executeTakeFirst(),
    ).toEqual({ is_minor: true, minor_heard: true });
  });

  it('goes when its consent is withdrawn, and with retention', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const { code, id: registrationId } = await registerPerson(
      null,
      id,
      newForm({ acepta_estadistica: 'si', genero: 'mujer', apoyo: ['lsc'] }),
      web,
    );
    await withdrawConsent(null, code, 'estadistica');
    expect(
      (
        await sql`
          select from declared.declaration where registration_id = ${registrationId}
        `.execute(database.owner)
      ).rows,
    ).toHaveLength(0);
    const kept = await registerPerson(
      null,
      id,
      newForm({ acepta_estadistica: 'si', genero: 'mujer' }),
      web,
    );
    setClockOffset(200 * 86_400_000);
    await sweeps['registration.retention']();
    const row = await database.owner
      .selectFrom('registration')
      .select(['name', 'email', 'email_key', 'purged_at'])
      .where('id', '=', kept.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ name: '', email: null, email_key: null });
    expect(row.purged_at).not.toBeNull();
    expect(
      (
        await sql`select from declared.declaration where registration_id = ${kept.id}`.execute(
          database.owner,
        )
      ).rows,
    ).toHaveLength(0);
    expect(
      await database.owner
        .selectFrom('audit_entry')
        .select('data')
        .where('action', '=', 'registration.registrations-purged')
        .where('subject_id', '=', id)
        .execute(),
    ).toEqual([{ data: { count: 2, declarations: 1, days: 183 } }]);
  });
});

describe('the personal part', () => {
  it('opens to the word that only the person was told, however it is typed, and not to the contact', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const { code, opened } = await registerPerson(
      null,
      id,
      newForm({ correo: '', telefono: '+57 300 123 45 67' }),
      web,
    );
    const word = opened!.word!;
    expect(word).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
    for (const wrong of ['300 123 45 67', code, word.split(' ').slice(0, 2).join(' ')])
      await expect(proveWord(null, code, wrong)).rejects.toMatchObject({
        errors: { palabra: ['word_wrong'] },
      });
    const pass = await proveWord(null, code, `  ${word.toUpperCase().replaceAll(' ', '-')}.`);
    expect(await proofOf(code, pass)).toEqual({ secret: pass, mailKey: null });
    expect(await proofOf(code, `${pass}x`)).toBeNull();
    setClockOffset(16 * 60_000);
    expect(await proofOf(code, pass)).toBeNull();
  });

  it('closes the way by the word for a day after ten wrong ones, the right one too', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const { code, opened } = await registerPerson(
      null,
      id,
      newForm({ correo: '', telefono: '300 123 45 68' }),
      web,
    );
    const tries = await Promise.allSettled(
      Array.from({ length: 16 }, () => proveWord(null, code, 'una dos tres')),
    );
    const kinds = tries.map(
      (one) => ((one as PromiseRejectedResult).reason as { kind?: string }).kind ?? 'wrong',
    );
    expect(kinds.filter((kind) => kind === 'rate-limited')).toHaveLength(6);
    await expect(proveWord(null, code, opened!.word!)).rejects.toMatchObject({
      kind: 'rate-limited',
    });
    setClockOffset(25 * 3_600_000);
    await expect(proveWord(null, code, opened!.word!)).resolves.toMatch(/^[\w-]{22}$/);
  });

  it('opens once by a mailed link, which the web process can neither make nor use twice', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const { code, id: registrationId } = await registerPerson(
      null,
      id,
      newForm({ correo: 'enlace@prueba.convite' }),
      web,
    );
    await askForLink(code);
    expect(await queuedJobs(database, 'registration.mail-link')).toContainEqual({ registrationId });
    await expect(mailPersonalLink(registrationId)).rejects.toMatchObject({ code: '42501' });
    await asWorker(database, async () => await mailPersonalLink(registrationId));
    const link = await mailedLink(database, 'enlace@prueba.convite');
    const other = await registerPerson(null, id, newForm(), web);
    await expect(spendLink(null, other.code, link)).rejects.toMatchObject({
      reason: 'personal_link_over',
    });
    const pass = await spendLink(null, code, link);
    expect(await proofOf(code, pass)).toEqual({
      secret: pass,
      mailKey: mailKeyOf('enlace@prueba.convite'),
    });
    await expect(spendLink(null, code, link)).rejects.toMatchObject({
      reason: 'personal_link_over',
    });
    await closePersonal(pass);
    expect(await proofOf(code, pass)).toBeNull();
  });

  it('shows the person what they declared, can be corrected and taken into an account', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const {
      code,
      id: registrationId,
      opened,
    } = await registerPerson(
      null,
      id,
      newForm({ acepta_estadistica: 'si', genero: 'mujer', apoyo: ['lsc', 'rampa'] }),
      web,
    );
    const { pass } = opened!;
    const corrected = {
      name: 'Rosa Elena',
      email: 'rosa@prueba.convite',
      phone: undefined,
      needs: [
        { need: 'lsc', note: '' },
        { need: 'otro', note: 'Silla con brazos' },
      ],
    };
    await correctPersonal(null, code, corrected, pass);
    const seen = await readPersonal(null, registrationId, pass);
    expect(seen!.answers).toMatchObject({ genero: 'mujer' });
    expect(seen!.file).toMatchObject({
      name: 'Rosa Elena',
      email: 'rosa@prueba.convite',
      needs: [{ need: 'lsc' }, { need: 'otro', note: 'Silla con brazos' }],
    });
    // Whoever corrected it with the proof is written to there, and the link opens the answers.
    const mailed = await openByMail(database, registrationId, 'rosa@prueba.convite');
    expect((await readPersonal(null, registrationId, mailed))!.answers).toMatchObject({
      genero: 'mujer',
    });
    const person = await newActor(database.owner);
    const session = await sessionOf(person);
    await adoptRegistration(person, code, { pass, session });
    expect((await getRegistration(database.db, code)).registration.personId).toBe(person.personId);
    expect((await readPersonal(person, registrationId, session))!.answers).toMatchObject({
      genero: 'mujer',
    });
    await expect(
      adoptRegistration(await newActor(database.owner), code, { pass, session: '' }),
    ).rejects.toMatchObject({ kind: 'conflict', reason: 'registration_of_another' });
    await expect(adoptRegistration(systemActor, code, { pass, session })).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
  });
});

it('offers to merge what may be one person twice, and merges nothing', async () => {
  const { id } = await newMeeting(database.owner, plan);
  await registerPerson(
    null,
    id,
    newForm({
      nombre: 'María Fernanda López',
      correo: 'mafe@prueba.convite',
      anio_nacimiento: '1990',
    }),
    web,
  );
  const phone = await registerPerson(
    null,
    id,
    newForm({ nombre: 'Juan Pérez', correo: 'mafe@prueba.convite' }),
    web,
  );
  const typo = await registerPerson(
    null,
    id,
    newForm({ nombre: 'Maria Fernada Lopez', anio_nacimiento: '1990' }),
    web,
  );
  const other = await registerPerson(
    null,
    id,
    newForm({ nombre: 'María Fernanda López', anio_nacimiento: '1955' }),
    web,
  );
  const found = await database.owner
    .selectFrom('registration_duplicate')
    .select(['registration_id', 'why', 'outcome'])
    .where('registration_id', 'in', [phone.id, typo.id, other.id])
    .execute();
  expect(found.filter((row) => row.registration_id === phone.id)).toMatchObject([
    { why: 'contacto', outcome: null },
  ]);
  expect(found.filter((row) => row.registration_id === typo.id)).toMatchObject([
    { why: 'nombre', outcome: null },
  ]);
  expect(found.filter((row) => row.registration_id === other.id)).toEqual([]);
  expect(await countOf(id, 'inscrita')).toBe(4);
});

it('goes with the account of its person: the place passes on, and nothing says who it was', async () => {
  const { id } = await newMeeting(database.owner, plan, { capacity: 1 });
  const person = await newActor(database.owner);
  const own = await registerPerson(
    person,
    id,
    newForm({ acepta_estadistica: 'si', genero: 'mujer', apoyo: ['lsc'] }),
    web,
  );
  const waiting = await registerPerson(null, id, newForm(), web);
  const { inscripciones } = (await personalData.collect(
    database.db,
    person.personId,
    await sessionOf(person),
  )) as {
    inscripciones: Record<string, unknown>[];
  };
  expect(inscripciones).toMatchObject([
    {
      estado: 'inscrita',
      respuestas: { genero: 'mujer' },
      apoyos: [{ apoyo: 'lsc' }],
      permisos: [{ finalidad: 'estadistica' }, { finalidad: 'inscripcion' }],
    },
  ]);
  await inTransaction(async (tx) => await personalData.erase(tx, person.personId));
  expect((await getRegistration(database.db, waiting.code)).registration.state).toBe('ofrecida');
  expect(
    await database.owner
      .selectFrom('registration')
      .select(['name', 'email', 'person_id', 'state'])
      .where('id', '=', own.id)
      .executeTakeFirst(),
  ).toEqual({ name: '', email: null, person_id: null, state: 'cancelada' });
  expect(
    (
      await sql`select from declared.declaration where registration_id = ${own.id}`.execute(
        database.owner,
      )
    ).rows,
  ).toHaveLength(0);
});

it('lets a person join what they sent twice, but only what has the contact that they proved', async () => {
  const mailKey = mailKeyOf('lucia@prueba.convite');
  const { id } = await newMeeting(database.owner, plan, { capacity: 2 });
  const first = await registerPerson(
    null,
    id,
    newForm({ nombre: 'Lucía Páez', correo: 'lucia@prueba.convite' }),
    web,
  );
  const again = await registerPerson(
    null,
    id,
    newForm({ nombre: 'Lucia Páez Mora', correo: 'lucia@prueba.convite' }),
    web,
  );
  const waiting = await registerPerson(null, id, newForm(), web);
  const alike = await registerPerson(null, id, newForm({ nombre: 'Lucía Páez' }), web);
  await expect(
    settleOwnDuplicate(null, again.code, { otherId: alike.id, outcome: 'unidas', mailKey }),
  ).rejects.toMatchObject({
    reason: 'duplicate_settled',
  });
  // Who merely typed the same address proved nothing.
  await expect(
    settleOwnDuplicate(null, again.code, { otherId: first.id, outcome: 'unidas', mailKey: null }),
  ).rejects.toMatchObject({ reason: 'duplicate_settled' });
  await settleOwnDuplicate(null, again.code, { otherId: first.id, outcome: 'unidas', mailKey });
  const states = await Promise.all(
    [first, again, waiting].map(
      async ({ code }) => (await getRegistration(database.db, code)).registration.state,
    ),
  );
  expect(states).toEqual(['inscrita', 'unida', 'ofrecida']);
  await expect(
    settleOwnDuplicate(null, first.code, { otherId: again.id, outcome: 'distintas', mailKey }),
  ).rejects.toMatchObject({
    kind: 'conflict',
  });
});
