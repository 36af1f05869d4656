import { describe, expect, it } from 'vitest';
import {
  endSession,
  endSessionsOf,
  listSessions,
  readSession,
  sessionKey,
} from '#app/platform/session/session.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { changePassword } from '#app/domains/accounts/change-account.server.ts';
import { closeOtherSessions, closeSession } from '#app/domains/accounts/close-session.server.ts';
import { countPasswordWork, hashPassword } from '#app/domains/accounts/hash-password.server.ts';
import { signIn } from '#app/domains/accounts/sign-in.server.ts';
import { newPerson } from '#tests/factories/people.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const password = 'cuatro caballos azules';
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const somebody = async () =>
  await newPerson(database.db, { password: await hashPassword(password) });
const errorsOf = async (attempt: Promise<unknown>) =>
  await attempt.then(
    () => null,
    (error: unknown) => (error instanceof FormErrors ? error.errors : error),
  );

describe('signing in', () => {
  it('opens a session that knows who it is', async () => {
    const person = await somebody();
    const { token } = await signIn({ email: person.email, password }, browser);
    expect(await readSession(token)).toMatchObject({
      personId: person.id,
      name: person.name,
      emailVerified: true,
      sessionId: sessionKey(token),
    });
    expect(await listSessions(database.db, person.id)).toMatchObject([
      { device: 'Firefox · Linux' },
    ]);
  });

  it('gives one answer to every mistake, each after verifying one hash', async () => {
    const person = await somebody();
    const withoutPassword = await newPerson(database.db);
    const attempts = [
      { email: person.email, password: 'otra clave' },
      { email: 'nadie@prueba.convite', password },
      { email: withoutPassword.email, password },
      { email: 'no es un correo', password: '' },
      { email: '', password: '' },
    ];
    for (const attempt of attempts) {
      const before = countPasswordWork();
      expect(await errorsOf(signIn(attempt, browser))).toEqual({ correo: ['sign_in_wrong'] });
      const after = countPasswordWork();
      expect({
        hashed: after.hashed - before.hashed,
        verified: after.verified - before.verified,
      }).toEqual({ hashed: 0, verified: 1 });
    }
    const before = countPasswordWork();
    await signIn({ email: person.email, password }, browser);
    expect(countPasswordWork().verified - before.verified).toBe(1);
  });

  it('takes the address in any case', async () => {
    const person = await somebody();
    const { token } = await signIn({ email: person.email.toUpperCase(), password }, browser);
    expect(await readSession(token)).toMatchObject({ personId: person.id });
  });
});

describe('a session', () => {
  it('is not opened by anything in a leaked table', async () => {
    const person = await somebody();
    await signIn({ email: person.email, password }, browser);
    const leaked = await database.db.selectFrom('session').selectAll().execute();
    for (const row of leaked) {
      for (const value of Object.values(row)) expect(await readSession(String(value))).toBeNull();
    }
  });

  it('ends with signing out', async () => {
    const person = await somebody();
    const { token } = await signIn({ email: person.email, password }, browser);
    await endSession(token);
    expect(await readSession(token)).toBeNull();
  });

  it('is closed from another one, singly or all at once, and never by somebody else', async () => {
    const person = await somebody();
    const stranger = await somebody();
    const tokens = await Promise.all(
      [1, 2, 3, 4].map(
        async () => (await signIn({ email: person.email, password }, browser)).token,
      ),
    );
    const actor = (await readSession(tokens[0]!))!;
    const other = (await readSession(
      (await signIn({ email: stranger.email, password }, browser)).token,
    ))!;
    await expect(closeSession(other, sessionKey(tokens[1]!))).rejects.toMatchObject({
      kind: 'not-found',
    });
    await closeSession(actor, sessionKey(tokens[1]!));
    expect(await readSession(tokens[1]!)).toBeNull();
    await closeOtherSessions(actor);
    expect(
      await Promise.all(tokens.map(async (token) => (await readSession(token)) !== null)),
    ).toEqual([true, false, false, false]);
  });

  it('ends elsewhere when the password changes', async () => {
    const person = await somebody();
    const [kept, other] = await Promise.all(
      [1, 2].map(async () => (await signIn({ email: person.email, password }, browser)).token),
    );
    const actor = (await readSession(kept!))!;
    expect(
      await errorsOf(
        changePassword(actor, { password: 'no es esta', newPassword: 'cinco perros verdes' }),
      ),
    ).toEqual({ clave: ['password_wrong'] });
    await changePassword(actor, { password, newPassword: 'cinco perros verdes' });
    expect(await readSession(other!)).toBeNull();
    expect(await readSession(kept!)).not.toBeNull();
    expect(await errorsOf(signIn({ email: person.email, password }, browser))).toEqual({
      correo: ['sign_in_wrong'],
    });
    const again = await signIn({ email: person.email, password: 'cinco perros verdes' }, browser);
    expect(await readSession(again.token)).toMatchObject({ personId: person.id });
    await inTransaction(async (tx) => expect(await endSessionsOf(tx, person.id)).toBe(2));
  });
});
