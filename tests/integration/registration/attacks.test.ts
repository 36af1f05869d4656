import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { newId, newSecret } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { openKysely, openPool, type Db } from '#app/platform/db/db.server.ts';
import { saveProfile } from '#app/domains/declarations/save-profile.server.ts';
import type { ProfileInput } from '#app/domains/declarations/schema.ts';
import { listRoster } from '#app/domains/registration/list-registrations.server.ts';
import { codeKey } from '#app/domains/registration/match-keys.server.ts';
import {
  findProof,
  proveWord,
  readPersonal,
} from '#app/domains/registration/open-personal.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { settleDuplicate } from '#app/domains/registration/settle-duplicate.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { openByMail, proofOf, sessionOf } from '#tests/factories/opened.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const web = { channel: 'web', locale: 'es' } as const;
const secret = { acepta_estadistica: 'si', genero: 'mujer_trans', victima: 'si' };
const mail = 'blanco@prueba.convite';
const phone = '311 222 33 44';
let meetingId: string;
let facilitator: Actor & { personId: string };
let target: { id: string; code: string };

beforeAll(async () => {
  const plan = await newPlan(database.owner);
  meetingId = (await newMeeting(database.owner, plan)).id;
  facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: meetingId }],
  });
  target = await registerPerson(
    null,
    meetingId,
    newForm({ nombre: 'Ana Blanco', correo: mail, telefono: phone, ...secret }),
    web,
  );
});

/** What an attacker reads of the target's answers; nothing when every way is refused. */
async function stolen(proof: string, of = target.id): Promise<string> {
  return JSON.stringify((await readPersonal(null, of, proof))?.answers ?? null);
}
const theSecret = /mujer_trans/;

describe('what a person declared, attacked', () => {
  it('as who has the code and the phone number: the contact opens nothing, a guessed word neither', async () => {
    for (const typed of [phone, mail, 'Ana Blanco', target.code])
      await expect(proveWord(null, target.code, typed)).rejects.toMatchObject({
        errors: { palabra: ['word_wrong'] },
      });
    expect(await proofOf(target.code, newSecret())).toBeNull();
    for (const proof of ['', newSecret(), target.id, target.code, codeKey(target.code)])
      expect(await stolen(proof)).not.toMatch(theSecret);
    // The test of the test: with the person's own proof the same reading gives the secret.
    expect(await stolen(await openByMail(database, target.id, mail))).toMatch(theSecret);
  });

  it('as her facilitator: with her pass she gets the public part, and joining a fake tells her nothing', async () => {
    expect(JSON.stringify(await listRoster(database.db, meetingId))).not.toMatch(theSecret);
    const pass = await openByMail(database, target.id, mail);
    const found = await getRegistration(database.db, target.code);
    expect(
      await findProof(database.db, found, { actor: facilitator, token: 'x', cookie: pass }),
    ).toBeNull();
    // She registers a second Ana with the target's contact first, whose word only she knows, …
    const fake = await registerPerson(
      null,
      meetingId,
      newForm({ nombre: 'Eva Negro', correo: '', telefono: phone, acepta_estadistica: 'si' }),
      web,
    );
    const victim = await registerPerson(
      null,
      meetingId,
      newForm({ nombre: 'Eva Negro', correo: 'eva@prueba.convite', telefono: phone, ...secret }),
      web,
    );
    // … and says that both are one person.
    await settleDuplicate(facilitator, [fake.id, victim.id], 'unidas');
    const { rows } = await sql<{ answers: object }>`
      select answers
      from declared.declaration
      where registration_id = ${fake.id}::uuid
    `.execute(database.owner);
    expect(JSON.stringify(rows), 'the answers went along').toMatch(theSecret);
    expect(await stolen(fake.opened!.pass, fake.id)).not.toMatch(theSecret);
    expect(await stolen(fake.opened!.pass, victim.id)).not.toMatch(theSecret);
    // Switched off: as if the one that is kept had declared it.
    await sql`
      update declared.declaration set moved_from = null where registration_id = ${fake.id}::uuid
    `.execute(database.owner);
    expect(await stolen(fake.opened!.pass, fake.id)).toMatch(theSecret);
  });

  it('as who corrects the contact without the proof: the link to it does not open the answers', async () => {
    const other = 'ladron@prueba.convite';
    await database.db
      .updateTable('registration')
      .set({ email: other })
      .where('id', '=', target.id)
      .execute();
    const pass = await openByMail(database, target.id, other);
    expect(await stolen(pass)).not.toMatch(theSecret);
    await sql`update declared.access set mail_key = secret_key(${other})`.execute(database.owner);
    expect(await stolen(await openByMail(database, target.id, other))).toMatch(theSecret);
    await sql`
      update declared.access set mail_key = secret_key(${mail}) where registration_id = ${target.id}::uuid
    `.execute(database.owner);
    await database.db
      .updateTable('registration')
      .set({ email: mail })
      .where('id', '=', target.id)
      .execute();
  });
});

describe('what a person declared, attacked as the web role in SQL', () => {
  /** What the web role gets by each statement: rows, or the code of the refusal. */
  async function tries(db: Db, statements: string[]): Promise<string[]> {
    return await Promise.all(
      statements.map(async (statement) => {
        try {
          return JSON.stringify((await sql.raw(statement).execute(db)).rows);
        } catch (error) {
          return String((error as { code?: string }).code);
        }
      }),
    );
  }

  it('reads no account’s words of itself by what it finds in the table of sessions', async () => {
    const person = await newActor(database.owner);
    const token = await sessionOf(database, person);
    await saveProfile(person, {
      genero: 'mujer_trans',
      anio_nacimiento: undefined,
      localidad: undefined,
    } as ProfileInput);
    const { rows } = await sql<{ id: string }>`select id from session`.execute(database.db);
    expect(rows.length).toBeGreaterThan(0);
    const asked = (secret: string) => `select own_profile('${secret}', now())`;
    expect(
      (
        await tries(
          database.db,
          rows.map(({ id }) => asked(id)),
        )
      ).filter((got) => theSecret.test(got)),
    ).toEqual([]);
    // The test of the test: the token itself, which only the cookie holds, gives it.
    expect((await tries(database.db, [asked(token)]))[0]).toMatch(theSecret);
  });

  it('neither reads the tables, nor asks by an id, nor makes a link, a word or an owner for others', async () => {
    const { db } = database;
    const mine = newSecret();
    const id = newId();
    const read = `select own_declaration('${target.id}', '${mine}', now())`;
    const got = await tries(db, [
      'select * from declared.declaration',
      'select * from declared.pass',
      'select * from declared.access',
      `select declared.is_person('${target.id}', '${mine}', now())`,
      `select own_declaration('${target.id}')`,
      `select own_profile('${facilitator.personId}')`,
      `select keep_link('${codeKey(mine)}', '${target.id}', 'x@prueba.convite', now() + interval '1 h')`,
      `insert into declared.pass values ('${codeKey(mine)}', '${target.id}', 'abierta', null, true, now())`,
    ]);
    expect(got).toEqual([
      ...Array<string>(4).fill('42501'),
      '42883',
      '42883',
      ...Array<string>(2).fill('42501'),
    ]);
    // What it may write of the row opens nothing: the seal was made with the registration.
    await tries(db, [
      `update registration set word_key = '${codeKey(mine)}' where id = '${target.id}'`,
      `update registration set person_id = '${facilitator.personId}' where id = '${target.id}'`,
    ]);
    expect(
      await tries(db, [
        `select open_by_word('${target.id}', '${mine}', '${codeKey(mine)}', now(), now() + interval '1 h')`,
        read,
        ...(await sql<{ id: string }>`select id from session`.execute(db)).rows.map(
          ({ id: key }) => `select own_declaration('${target.id}', '${key}', now())`,
        ),
      ]),
    ).toEqual([
      '[{"open_by_word":"wrong"}]',
      '[{"own_declaration":null}]',
      ...Array<string>(
        (await sql<{ id: string }>`select id from session`.execute(db)).rows.length,
      ).fill('[{"own_declaration":null}]'),
    ]);
    // A row made again under a known id, with a word of its own, is refused by the seal.
    expect(
      await tries(db, [
        `insert into registration (id, meeting_id, code_key, place, state, channel, name, word_key, created_at)
         values ('${target.id}', '${meetingId}', '${id}', 9999, 'inscrita', 'web', 'x', '${codeKey(mine)}', now())`,
      ]),
    ).toEqual(['23505']);
    await database.owner
      .updateTable('registration')
      .set({ person_id: null })
      .where('id', '=', target.id)
      .execute();
    // Switched off: a role that may make a pass reads the secret.
    const owner = openKysely(openPool(database.url('owner'), 1));
    await sql`
      insert into declared.pass (id, registration_id, kind, opens_answers, expires_at)
      values (${codeKey(mine)}, ${target.id}::uuid, 'abierta', true, ${new Date(now().getTime() + 60_000)})
    `.execute(owner);
    await owner.destroy();
    expect((await tries(db, [read]))[0]).toMatch(theSecret);
  });
});
