import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { isAppError } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import {
  listDuplicates,
  listDuplicatesOf,
} from '#app/domains/registration/list-duplicates.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { printRoster } from '#app/domains/registration/print-roster.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { settleDuplicate } from '#app/domains/registration/settle-duplicate.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;

beforeEach(async () => {
  await database.owner.updateTable('plan').set({ state: 'archived' }).execute();
  plan = await newPlan(database.owner);
});

const web = { channel: 'web', locale: 'es' } as const;
const facilitatorOf = async (id: string) =>
  await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
const rowOf = async (id: string) =>
  await database.owner
    .selectFrom('registration')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
const declaredOf = async (id: string) =>
  (
    await sql<{
      answers: Record<string, unknown>;
    }>`select answers from declared.declaration where registration_id = ${id}`.execute(
      database.owner,
    )
  ).rows[0]?.answers;
const checkIn = async (meetingId: string, registrationId: string) =>
  await database.owner
    .insertInto('check_in')
    .values({ id: newId(), meeting_id: meetingId, registration_id: registrationId, at: new Date() })
    .execute();
const arrivals = async (meetingId: string) =>
  (
    await database.owner
      .selectFrom('check_in')
      .select('registration_id')
      .where('meeting_id', '=', meetingId)
      .where('undone_at', 'is', null)
      .execute()
  ).map((row) => row.registration_id);

/** Two registrations of one person, the second with more than the first, and somebody who waits. */
async function twice(capacity = 2) {
  const { id } = await newMeeting(database.owner, plan, { capacity });
  const first = await registerPerson(
    null,
    id,
    newForm({ nombre: 'Rosa Díaz Mora', correo: 'rosa-dos@prueba.convite', apoyo: ['lsc'] }),
    web,
  );
  const second = await registerPerson(
    null,
    id,
    newForm({
      nombre: 'Rosa Diaz',
      correo: 'rosa-dos@prueba.convite',
      telefono: '3001112233',
      apoyo: ['lsc', 'rampa'],
      acepta_estadistica: 'si',
      acepta_imagen: 'si',
      genero: 'mujer',
    }),
    web,
  );
  const waits = await registerPerson(null, id, newForm(), web);
  return { id, first, second, waits, facilitator: await facilitatorOf(id) };
}

describe('two registrations that are one person’s', () => {
  it('become the earlier one, with what the later has; the place that was held twice goes to who waits', async () => {
    const { id, first, second, waits, facilitator } = await twice();
    const idea = newId();
    await database.owner
      .insertInto('table_idea')
      .values({ id: idea, meeting_id: id, title: 'Más sombra', captured_at: new Date() })
      .execute();
    await database.owner
      .insertInto('table_idea_owner')
      .values({ table_idea_id: idea, registration_id: second.id })
      .execute();
    await checkIn(id, second.id);
    await settleDuplicate(facilitator, [second.id, first.id], 'unidas');
    expect(await rowOf(first.id)).toMatchObject({
      state: 'inscrita',
      place: 1,
      name: 'Rosa Díaz Mora',
      email: 'rosa-dos@prueba.convite',
      phone: '3001112233',
    });
    expect(await rowOf(second.id)).toMatchObject({
      state: 'unida',
      merged_into: first.id,
      name: '',
      email: null,
      phone_key: null,
    });
    expect((await rowOf(waits.id)).state).toBe('ofrecida');
    expect(
      await database.owner
        .selectFrom('registration_need')
        .select(['registration_id', 'need'])
        .where('registration_id', 'in', [first.id, second.id])
        .orderBy('need')
        .execute(),
    ).toEqual(['lsc', 'rampa'].map((need) => ({ registration_id: first.id, need })));
    expect(
      (
        await database.owner
          .selectFrom('registration_consent')
          .select('purpose')
          .where('registration_id', '=', first.id)
          .orderBy('purpose')
          .execute()
      ).map((row) => row.purpose),
    ).toEqual(['estadistica', 'imagen', 'inscripcion']);
    expect([await declaredOf(first.id), await declaredOf(second.id)]).toEqual([
      { genero: 'mujer', canal: 'web' },
      undefined,
    ]);
    expect(await arrivals(id)).toEqual([first.id]);
    expect(
      await database.owner
        .selectFrom('table_idea_owner')
        .select('registration_id')
        .where('table_idea_id', '=', idea)
        .execute(),
    ).toEqual([{ registration_id: first.id }]);
    const audit = await database.owner
      .selectFrom('audit_entry')
      .select(['action', 'actor_id', 'data'])
      .where('subject_id', '=', first.id)
      .where('action', '=', 'registration.duplicate-settled')
      .execute();
    expect(audit).toEqual([
      {
        action: 'registration.duplicate-settled',
        actor_id: facilitator.personId,
        data: { meetingId: id, otherId: second.id, outcome: 'unidas' },
      },
    ]);
    await expect(
      settleDuplicate(facilitator, [first.id, second.id], 'distintas'),
    ).rejects.toMatchObject({ reason: 'duplicate_settled' });
  });

  it('keep the place that the later one has when the earlier waits, and count one arrival', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 2, reserved: 1 });
    const facilitator = await facilitatorOf(id);
    await registerPerson(null, id, newForm(), web);
    const waiting = await registerPerson(
      null,
      id,
      newForm({
        nombre: 'Luz Peña Gil',
        telefono: '3005556677',
        acepta_estadistica: 'si',
        genero: 'mujer',
      }),
      web,
    );
    const atDoor = await registerPerson(
      facilitator,
      id,
      newForm({
        nombre: 'Luz Pena',
        correo: '',
        telefono: '3005556677',
        acepta_estadistica: 'si',
        genero: 'otra',
      }),
      { channel: 'puerta', locale: 'es' },
    );
    expect([waiting.state, atDoor.state]).toEqual(['en_espera', 'inscrita']);
    await checkIn(id, waiting.id);
    await checkIn(id, atDoor.id);
    await settleDuplicate(facilitator, [waiting.id, atDoor.id], 'unidas');
    expect(await rowOf(waiting.id)).toMatchObject({ state: 'inscrita', place: 2 });
    expect(await arrivals(id)).toEqual([waiting.id]);
    expect([await declaredOf(waiting.id), await declaredOf(atDoor.id)]).toEqual([
      { genero: 'mujer', canal: 'web' },
      undefined,
    ]);
  });

  it('keep a consent withdrawn that was withdrawn on either', async () => {
    const { first, second, facilitator } = await twice();
    await withdrawConsent(null, second.code, 'imagen');
    await withdrawConsent(null, second.code, 'estadistica');
    await settleDuplicate(facilitator, [second.id, first.id], 'unidas');
    const consents = await database.owner
      .selectFrom('registration_consent')
      .select(['purpose', 'revoked_at'])
      .where('registration_id', '=', first.id)
      .orderBy('purpose')
      .execute();
    expect(consents.map((row) => [row.purpose, row.revoked_at !== null])).toEqual([
      ['estadistica', true],
      ['imagen', true],
      ['inscripcion', false],
    ]);
    expect(await declaredOf(first.id)).toBeUndefined();
  });

  it('pass their pairs with a third on, once', async () => {
    const { id, first, second, facilitator } = await twice(5);
    const third = await registerPerson(
      null,
      id,
      newForm({ nombre: 'Rosa Dias', telefono: '3001112233' }),
      web,
    );
    expect((await listDuplicates(facilitator, id)).pairs).toHaveLength(2);
    await settleDuplicate(facilitator, [second.id, first.id], 'unidas');
    const { pairs } = await listDuplicates(facilitator, id);
    expect(pairs.map((pair) => pair.sides.map((side) => side.id))).toEqual([[first.id, third.id]]);
    await settleDuplicate(facilitator, [first.id, third.id], 'unidas');
    expect((await rowOf(third.id)).merged_into).toBe(first.id);
  });

  it('are settled once when two people do it at the same moment', async () => {
    const { first, second, facilitator } = await twice();
    const answers = await Promise.allSettled(
      ['unidas', 'distintas', 'unidas', 'unidas'].map((outcome) =>
        settleDuplicate(facilitator, [second.id, first.id], outcome as 'unidas'),
      ),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the person whose registrations were joined', () => {
  const mailsTo = async (address: string) =>
    (
      await database.owner
        .selectFrom('mail')
        .select(['subject', 'body'])
        .where('recipient', '=', address)
        .orderBy('id')
        .execute()
    ).filter((mail) => /^Unimos tu/.test(mail.subject));
  const form = (n: string, more: Record<string, unknown>) =>
    newForm({ nombre: 'Nidia Cárdenas', telefono: `30077700${n}`, ...more });

  it('is told once, with the code that stays, where both gave the same address or only one did', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const facilitator = await facilitatorOf(id);
    for (const [n, [first, second, told]] of [
      ['nidia-1@prueba.convite', 'nidia-1@prueba.convite', 'nidia-1@prueba.convite'],
      ['', 'nidia-2@prueba.convite', 'nidia-2@prueba.convite'],
      ['nidia-3@prueba.convite', '', 'nidia-3@prueba.convite'],
    ].entries()) {
      const [kept, merged] = [
        await registerPerson(null, id, form(`0${n}`, { correo: first }), web),
        await registerPerson(
          null,
          id,
          form(`0${n}`, { correo: second, telefono: '3001112233' }),
          web,
        ),
      ];
      await settleDuplicate(facilitator, [merged.id, kept.id], 'unidas');
      const mails = await mailsTo(told!);
      expect(mails).toHaveLength(1);
      expect(mails[0]!.body).toContain(`/inscripciones/${kept.code}`);
      expect(mails[0]!.body).not.toContain(merged.code);
    }
  });

  it('is told at the address of the joined one without any code, when the kept one has another', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const [kept, merged] = [
      await registerPerson(null, id, form('30', { correo: 'nidia-casa@prueba.convite' }), web),
      await registerPerson(null, id, form('30', { correo: 'nidia-trabajo@prueba.convite' }), web),
    ];
    await settleDuplicate(await facilitatorOf(id), [merged.id, kept.id], 'unidas');
    const [mail, ...more] = await mailsTo('nidia-trabajo@prueba.convite');
    expect([more, await mailsTo('nidia-casa@prueba.convite')]).toEqual([[], []]);
    expect(mail!.body).not.toMatch(new RegExp(`${kept.code}|${merged.code}|/inscripciones/`));
    expect(mail!.body).toContain('/ayuda');
  });

  it('is told nothing when they are two people’s', async () => {
    const { first, second, facilitator } = await twice();
    const before = await mailsTo('rosa-dos@prueba.convite');
    await settleDuplicate(facilitator, [first.id, second.id], 'distintas');
    expect(await mailsTo('rosa-dos@prueba.convite')).toEqual(before);
  });
});

describe('two registrations that are two people’s', () => {
  it('stay, and are not offered again', async () => {
    const { id, first, second, facilitator } = await twice();
    await settleDuplicate(facilitator, [first.id, second.id], 'distintas');
    expect([(await rowOf(first.id)).state, (await rowOf(second.id)).state]).toEqual([
      'inscrita',
      'inscrita',
    ]);
    expect((await listDuplicates(facilitator, id)).pairs).toEqual([]);
    expect(await listDuplicatesOf(database.db, first.id, null)).toEqual([]);
  });
});

describe('who sees them', () => {
  it(
    'facilitators of that meeting see names and contacts side by side until it is closed, ' +
      'and leave a trace',
    async () => {
      const { id, first, second, facilitator } = await twice();
      const { pairs } = await listDuplicates(facilitator, id);
      expect(pairs).toMatchObject([
        {
          why: 'contacto',
          sides: [
            {
              id: first.id,
              name: 'Rosa Díaz Mora',
              email: 'rosa-dos@prueba.convite',
              channel: 'web',
            },
            { id: second.id, phone: '3001112233' },
          ],
        },
      ]);
      expect(JSON.stringify(pairs)).not.toContain('mujer');
      const { people } = await printRoster(facilitator, id);
      expect(people).toHaveLength(3);
      const traces = await database.owner
        .selectFrom('audit_entry')
        .select('data')
        .where('action', '=', 'registration.roster-read')
        .where('subject_id', '=', id)
        .orderBy('at')
        .execute();
      expect(traces.map((row) => row.data)).toEqual([
        { as: 'repetidas', pairs: 1 },
        { as: 'papel', people: 3 },
      ]);
      const others = [
        await facilitatorOf(newId()),
        await newActor(database.owner, { roles: ['coordinacion'] }),
        await newActor(database.owner),
      ];
      for (const other of others) {
        for (const act of [
          () => listDuplicates(other, id),
          () => printRoster(other, id),
          () => settleDuplicate(other, [first.id, second.id], 'distintas'),
        ])
          await expect(act()).rejects.toSatisfy(
            (error) => isAppError(error) && ['forbidden', 'not-found'].includes(error.kind),
          );
      }
      await database.owner
        .updateTable('meeting')
        .set({ closed_at: new Date() })
        .where('id', '=', id)
        .execute();
      for (const act of [
        () => listDuplicates(facilitator, id),
        () => printRoster(facilitator, id),
        () => settleDuplicate(facilitator, [first.id, second.id], 'unidas'),
      ])
        await expect(act()).rejects.toMatchObject({ reason: 'meeting_closed_roster' });
    },
  );

  it('the person is told of others by channel and time alone', async () => {
    const { first, second } = await twice();
    const own = await listDuplicatesOf(database.db, first.id, null);
    expect(own).toMatchObject([
      { otherId: second.id, why: 'contacto', channel: 'web', sameContact: false },
    ]);
    expect(JSON.stringify(own)).not.toMatch(/Rosa|prueba/);
  });
});
