import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import {
  listDuplicates,
  listDuplicatesOf,
} from '#app/domains/registration/list-duplicates.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { settleDuplicate } from '#app/domains/registration/settle-duplicate.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';
import { facilitatorOf, registerTwice } from './register-twice.ts';

const database = freshDatabase();
const { declaredOf, arrivalsOf, mailsTo } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  plan = await newPlan(database.owner);
});

const web = { channel: 'web', locale: 'es' } as const;
const rowOf = async (id: string) =>
  await database.owner
    .selectFrom('registration')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
const checkIn = async (meetingId: string, registrationId: string) =>
  await database.owner
    .insertInto('check_in')
    .values({ id: newId(), meeting_id: meetingId, registration_id: registrationId, at: new Date() })
    .execute();

describe('two registrations that are one person’s', () => {
  it('become the earlier one, with what the later has; the place that was held twice goes to who waits', async () => {
    const { id, first, second, waits, facilitator } = await registerTwice(database, plan);
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
    expect(await arrivalsOf(id)).toEqual([first.id]);
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
    const facilitator = await facilitatorOf(database, id);
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
    expect(await arrivalsOf(id)).toEqual([waiting.id]);
    expect([await declaredOf(waiting.id), await declaredOf(atDoor.id)]).toEqual([
      { genero: 'mujer', canal: 'web' },
      undefined,
    ]);
  });

  it('keep a consent withdrawn that was withdrawn on either', async () => {
    const { first, second, facilitator } = await registerTwice(database, plan);
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
    const { id, first, second, facilitator } = await registerTwice(database, plan, 5);
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
    const { first, second, facilitator } = await registerTwice(database, plan);
    const answers = await Promise.allSettled(
      ['unidas', 'distintas', 'unidas', 'unidas'].map((outcome) =>
        settleDuplicate(facilitator, [second.id, first.id], outcome as 'unidas'),
      ),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the person whose registrations were joined', () => {
  const joinedMailsTo = async (address: string) =>
    (await mailsTo(address)).filter((mail) => /^Unimos tu/.test(mail.subject));
  const form = (n: string, more: Record<string, unknown>) =>
    newForm({ nombre: 'Nidia Cárdenas', telefono: `30077700${n}`, ...more });

  it('is told once, with the code that stays, where both gave the same address or only one did', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const facilitator = await facilitatorOf(database, id);
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
      const mails = await joinedMailsTo(told!);
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
    await settleDuplicate(await facilitatorOf(database, id), [merged.id, kept.id], 'unidas');
    const [mail, ...more] = await joinedMailsTo('nidia-trabajo@prueba.convite');
    expect([more, await joinedMailsTo('nidia-casa@prueba.convite')]).toEqual([[], []]);
    expect(mail!.body).not.toMatch(new RegExp(`${kept.code}|${merged.code}|/inscripciones/`));
    expect(mail!.body).toContain('/ayuda');
  });

  it('is told nothing when they are two people’s', async () => {
    const { first, second, facilitator } = await registerTwice(database, plan);
    const before = await joinedMailsTo('rosa-dos@prueba.convite');
    await settleDuplicate(facilitator, [first.id, second.id], 'distintas');
    expect(await joinedMailsTo('rosa-dos@prueba.convite')).toEqual(before);
  });
});

describe('two registrations that are two people’s', () => {
  it('stay, and are not offered again', async () => {
    const { id, first, second, facilitator } = await registerTwice(database, plan);
    await settleDuplicate(facilitator, [first.id, second.id], 'distintas');
    expect([(await rowOf(first.id)).state, (await rowOf(second.id)).state]).toEqual([
      'inscrita',
      'inscrita',
    ]);
    expect((await listDuplicates(facilitator, id)).pairs).toEqual([]);
    expect(await listDuplicatesOf(database.db, first.id, null)).toEqual([]);
  });
});
