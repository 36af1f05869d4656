import { afterEach, describe, expect, it } from 'vitest';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { countQueries } from '#app/platform/db/db.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { changeEmail } from '#app/domains/accounts/change-account.server.ts';
import { findLink } from '#app/domains/accounts/find-link.server.ts';
import {
  createFirstCoordinator,
  hasCoordinator,
} from '#app/domains/accounts/first-coordinator.server.ts';
import { countPasswordWork, hashPassword } from '#app/domains/accounts/hash-password.server.ts';
import {
  requestLink as askForLink,
  resendVerification,
} from '#app/domains/accounts/request-link.server.ts';
import { signIn } from '#app/domains/accounts/sign-in.server.ts';
import { spendLink } from '#app/domains/accounts/spend-link.server.ts';
import { sweeps } from '#app/domains/accounts/sweeps.server.ts';
import { newActor, newPerson, next } from '#tests/factories/people.ts';
import { asWorker, freshDatabase, queuedJobs } from '#tests/integration/database.ts';
import { lastToken, mailLinks, mailsTo } from './mails.ts';

const database = freshDatabase();
const password = 'cuatro caballos azules';
afterEach(() => setClockOffset(0));

/** Asks for a link, and does what the worker does then. */
async function requestLink(
  email: string,
  purpose: 'recover' | 'sign_in',
  returnTo: string | null,
): Promise<void> {
  await askForLink(email, purpose, returnTo);
  await mailLinks(database);
}

describe('a mailed link', () => {
  it('confirms the address, once', async () => {
    const actor = await newActor(database.db, { verified: false });
    await resendVerification(actor);
    await mailLinks(database);
    const token = await lastToken(database.owner, actor.email!);
    expect(await spendLink(token, {}, '')).toMatchObject({ purpose: 'verify', session: null });
    await expect(spendLink(token, {}, '')).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'link_spent',
    });
    await expect(resendVerification(actor)).rejects.toMatchObject({
      reason: 'email_already_verified',
    });
  });

  it('is not spent by looking at it', async () => {
    const actor = await newActor(database.db, { verified: false });
    await resendVerification(actor);
    await mailLinks(database);
    const token = await lastToken(database.owner, actor.email!);
    expect(await findLink(database.db, token)).toEqual({ purpose: 'verify' });
    expect(await findLink(database.db, token)).toEqual({ purpose: 'verify' });
    expect(await findLink(database.db, 'inventado')).toBeNull();
  });

  it('used by eight posts at once works for one', async () => {
    const person = await newPerson(database.db);
    await requestLink(person.email, 'sign_in', '/ideas/nueva');
    const token = await lastToken(database.owner, person.email);
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => spendLink(token, {}, '')),
    );
    const done = answers.filter((answer) => answer.status === 'fulfilled');
    expect(done).toHaveLength(1);
    expect(done[0]!.value).toMatchObject({ purpose: 'sign_in', returnTo: '/ideas/nueva' });
    expect(await readSession(done[0]!.value.session!.token)).toMatchObject({ personId: person.id });
    expect(
      await database.db
        .selectFrom('session')
        .select('id')
        .where('person_id', '=', person.id)
        .execute(),
    ).toHaveLength(1);
  });

  it('stops working with time, and is then forgotten', async () => {
    const person = await newPerson(database.db);
    await requestLink(person.email, 'recover', null);
    const token = await lastToken(database.owner, person.email);
    setClockOffset(61 * 60_000);
    expect(await findLink(database.db, token)).toBeNull();
    await expect(spendLink(token, { password }, '')).rejects.toMatchObject({
      reason: 'link_spent',
    });
    await sweeps['accounts.links']();
    expect(
      await database.db
        .selectFrom('email_token')
        .select('id')
        .where('person_id', '=', person.id)
        .execute(),
    ).toEqual([]);
  });

  it('asked for is the same work for an address that nobody has; the job that waits holds no address', async () => {
    const { email } = await newPerson(database.db, { email: 'Mayus.Cula@prueba.convite' });
    await askForLink('nadie@prueba.convite', 'recover', null);
    const workOf = async (address: string) => {
      const [queries, passwords] = [countQueries(), countPasswordWork()];
      await askForLink(address, 'recover', null);
      const after = countPasswordWork();
      return {
        queries: countQueries() - queries,
        hashed: after.hashed - passwords.hashed,
        verified: after.verified - passwords.verified,
      };
    };
    expect(await workOf(email)).toEqual(await workOf('nadie@prueba.convite'));
    const jobs = await queuedJobs<object>(database, 'accounts.mail-link');
    expect(JSON.stringify(jobs)).not.toContain('@');
    await mailLinks(database);
    expect(await mailsTo(database.owner, email)).toHaveLength(1);
    expect(await mailsTo(database.owner, 'nadie@prueba.convite')).toEqual([]);
  });

  it('to an unknown address is not sent, and nothing tells', async () => {
    const before = await database.db.selectFrom('mail').select('id').execute();
    await expect(requestLink('nadie@prueba.convite', 'recover', null)).resolves.toBeUndefined();
    expect(await database.db.selectFrom('mail').select('id').execute()).toHaveLength(before.length);
  });

  it('to recover changes the password, ends every session and every other link', async () => {
    const person = await newPerson(database.db, { password: await hashPassword(password) });
    const { token: stolen } = await signIn({ email: person.email, password }, '');
    await requestLink(person.email, 'sign_in', null);
    const other = await lastToken(database.owner, person.email);
    await requestLink(person.email, 'recover', null);
    const spent = await spendLink(
      await lastToken(database.owner, person.email),
      { password: 'cinco perros verdes' },
      '',
    );
    expect(await readSession(stolen)).toBeNull();
    expect(await readSession(spent.session!.token)).toMatchObject({ personId: person.id });
    expect(await findLink(database.db, other)).toBeNull();
    await expect(signIn({ email: person.email, password }, '')).rejects.toMatchObject({
      errors: { correo: ['sign_in_wrong'] },
    });
    const { token } = await signIn({ email: person.email, password: 'cinco perros verdes' }, '');
    expect(await readSession(token)).toMatchObject({ personId: person.id });
  });

  it('refused for a guessable password is not spent', async () => {
    const person = await newPerson(database.db);
    await requestLink(person.email, 'recover', null);
    const token = await lastToken(database.owner, person.email);
    await expect(spendLink(token, { password: '12345678' }, '')).rejects.toMatchObject({
      errors: { clave: ['password_guessable'] },
    });
    const spent = await spendLink(token, { password }, '');
    expect(spent).toMatchObject({ purpose: 'recover', returnTo: null });
    expect(await readSession(spent.session!.token)).toMatchObject({ personId: person.id });
  });

  it('changes the address only once the new one answered, and never to one that is taken', async () => {
    const person = await newPerson(database.db, { password: await hashPassword(password) });
    const actor = (await readSession((await signIn({ email: person.email, password }, '')).token))!;
    const fresh = `nueva-${next()}@prueba.convite`;
    await changeEmail(actor, { email: fresh, password });
    await mailLinks(database);
    await expect(signIn({ email: fresh, password }, '')).rejects.toMatchObject({
      errors: { correo: ['sign_in_wrong'] },
    });
    const token = await lastToken(database.owner, fresh);
    const late = `tarde-${next()}@prueba.convite`;
    await changeEmail(actor, { email: late, password });
    await mailLinks(database);
    await newPerson(database.db, { email: late });
    await expect(spendLink(await lastToken(database.owner, late), {}, '')).rejects.toMatchObject({
      reason: 'email_taken',
    });
    await spendLink(token, {}, '');
    const { token: opened } = await signIn({ email: fresh, password }, '');
    expect(await readSession(opened)).toMatchObject({ personId: person.id, email: fresh });
    expect((await mailsTo(database.owner, person.email)).at(-1)!.subject).toBe(
      'Cambió el correo de tu cuenta en Convite',
    );
    const taken = await newPerson(database.db);
    await changeEmail({ ...actor, email: fresh }, { email: taken.email, password });
    await mailLinks(database);
    expect(await mailsTo(database.owner, taken.email)).toEqual([]);
  });
});

describe('the first coordinator', () => {
  it('is made by a link, and only one', async () => {
    expect(await hasCoordinator()).toBe(false);
    const links = await asWorker(
      database,
      async () =>
        await Promise.all(
          ['una@prueba.convite', 'otra@prueba.convite'].map(
            async (email) => (await createFirstCoordinator(email)).enlace.split('/enlace/')[1]!,
          ),
        ),
    );
    const answers = await Promise.allSettled(
      links.map((token) => spendLink(token, { password, name: 'Martha Rengifo' }, '')),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await hasCoordinator()).toBe(true);
    await expect(createFirstCoordinator('tercera@prueba.convite')).rejects.toMatchObject({
      reason: 'coordinator_exists',
    });
    const done = answers.find((answer) => answer.status === 'fulfilled')!;
    const actor = await readSession(done.value.session!.token);
    expect(actor).toMatchObject({
      name: 'Martha Rengifo',
      emailVerified: true,
      grants: [{ role: 'coordinacion', scopeId: null }],
    });
  });
});
