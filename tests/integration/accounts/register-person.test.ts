import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { findPersonName } from '#app/domains/accounts/find-person.server.ts';
import { hashPolicy } from '#app/domains/accounts/hash-policy.server.ts';
import { countPasswordWork } from '#app/domains/accounts/hash-password.server.ts';
import { registerPerson } from '#app/domains/accounts/register-person.server.ts';
import { RegisterForm, type RegisterInput } from '#app/domains/accounts/schema.ts';
import { next } from '#tests/factories/people.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { mailLinks, mailsTo } from './mails.ts';

const database = freshDatabase();
const from = { locale: 'es' as const, returnTo: null };
const input = (over: Partial<RegisterInput> = {}): RegisterInput => ({
  name: 'Rosa Pinzón',
  email: `rosa-${next()}@prueba.convite`,
  password: 'cuatro caballos azules',
  guardian: null,
  ...over,
});
const peopleWith = async (email: string) =>
  await database.db.selectFrom('person').selectAll().where('email', '=', email).execute();

describe('registering', () => {
  it('keeps the proof of what was accepted and mails one link to confirm', async () => {
    const form = input();
    await registerPerson(form, { ...from, returnTo: '/ideas/nueva' });
    const [person] = await peopleWith(form.email);
    expect(person).toMatchObject({ name: 'Rosa Pinzón', email_verified_at: null, is_adult: true });
    const kept = await database.owner
      .selectFrom('credential')
      .select(['recipe', 'proof_key'])
      .where('person_id', '=', person!.id)
      .executeTakeFirstOrThrow();
    expect(kept.recipe).toMatch(/^argon2id\$19456\$2\$1\$[\w-]{22}$/);
    expect(kept.proof_key).toMatch(/^[\w-]{43}=?$/);
    await mailLinks(database);
    const consents = await database.db
      .selectFrom('consent')
      .selectAll()
      .where('person_id', '=', person!.id)
      .execute();
    expect(consents).toMatchObject([
      {
        policy_version: currentPolicy.version,
        policy_sha256: hashPolicy(currentPolicy),
        purpose: 'cuenta',
        channel: 'web',
        revoked_at: null,
      },
    ]);
    const mails = await mailsTo(database.owner, form.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.links).toHaveLength(1);
    expect(mails[0]!.body).not.toContain(form.password);
  });

  it('asks for no password: who gives none gets the mailed link all the same', async () => {
    const form = RegisterForm.parse({
      nombre: 'Rosa Pinzón',
      correo: `rosa-${next()}@prueba.convite`,
      clave: '',
      mayor_de_edad: 'si',
      acepta_datos: 'si',
    });
    expect(form.password).toBeUndefined();
    await registerPerson({ ...form, guardian: null }, from);
    const [person] = await peopleWith(form.email);
    expect(person).toMatchObject({ email_verified_at: null });
    await mailLinks(database);
    const [mail] = await mailsTo(database.owner, form.email);
    expect(mail!.links).toHaveLength(1);
  });

  it('stores no token that a leaked table could use', async () => {
    const form = input();
    await registerPerson(form, from);
    await mailLinks(database);
    const [mail] = await mailsTo(database.owner, form.email);
    const token = mail!.links[0]!.split('/enlace/')[1]!;
    const stored = await database.db.selectFrom('email_token').select('id').execute();
    expect(stored.map((row) => row.id)).not.toContain(token);
  });

  it.each([
    ['an adult', null],
    ['somebody under 18', { name: 'Carmenza Vela', contact: '300 123 4567' }],
  ])('with a taken address is the same work and the same answer: %s', async (_who, guardian) => {
    const form = input({ guardian });
    const work = async (email: string) => {
      const passwords = countPasswordWork();
      const sent = vi.spyOn(pg.Client.prototype, 'query');
      const answer = await registerPerson(
        { ...form, email, password: 'otra clave distinta' },
        from,
      );
      const statements = sent.mock.calls.map(([first]: unknown[]) =>
        typeof first === 'string' ? first : (first as { text: string }).text,
      );
      sent.mockRestore();
      const after = countPasswordWork();
      return {
        answer,
        statements,
        hashed: after.hashed - passwords.hashed,
        verified: after.verified - passwords.verified,
      };
    };
    await registerPerson(input(), from); // the queue is started
    const fresh = await work(form.email);
    expect(fresh.statements).toContainEqual(expect.stringContaining('enrol_person'));
    await mailLinks(database);
    const [unconfirmed] = await peopleWith(form.email);
    expect(await work(form.email)).toEqual(fresh);
    await database.db
      .updateTable('person')
      .set({ email_verified_at: new Date() })
      .where('email', '=', form.email)
      .execute();
    expect(await work(form.email)).toEqual(fresh);
    const [known] = await peopleWith(form.email);
    expect({ ...known, email_verified_at: null }).toEqual(unconfirmed);
    await mailLinks(database);
    expect((await mailsTo(database.owner, form.email)).map((mail) => mail.subject)).toEqual([
      'Confirma tu correo en Convite',
      'Ya tienes una cuenta en Convite',
      'Ya tienes una cuenta en Convite',
    ]);
  });

  it('eight times at once makes one person', async () => {
    const form = input();
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => registerPerson(form, from)),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill('fulfilled'));
    expect(await peopleWith(form.email)).toHaveLength(1);
    expect(await peopleWith(form.email.toUpperCase())).toHaveLength(1);
  });

  it('under 18 records who authorises and shows no name', async () => {
    const form = input({
      guardian: { name: 'Carmenza Vela', contact: '300 123 4567' },
    });
    await registerPerson(form, from);
    const [person] = await peopleWith(form.email);
    const [guardian] = await database.db
      .selectFrom('guardian_authorisation')
      .selectAll()
      .where('person_id', '=', person!.id)
      .execute();
    expect(guardian).toMatchObject({
      guardian_name: 'Carmenza Vela',
      guardian_contact: '300 123 4567',
      minor_heard: true,
      policy_version: currentPolicy.version,
    });
    expect(await findPersonName(database.db, person!.id)).toBeNull();
  });

  it('with a guessable password is refused before anything is written', async () => {
    const form = input({ password: '12345678' });
    await expect(registerPerson(form, from)).rejects.toBeInstanceOf(FormErrors);
    expect(await peopleWith(form.email)).toEqual([]);
  });
});
