import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId, newSecret } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { hashPassword, provePassword } from '#app/domains/accounts/hash-password.server.ts';
import { mailOwnLink } from '#app/domains/accounts/jobs.ts';
import { linkKey } from '#app/domains/accounts/mail-person.server.ts';
import { requestLink } from '#app/domains/accounts/request-link.server.ts';
import { signIn } from '#app/domains/accounts/sign-in.server.ts';
import { spendLink } from '#app/domains/accounts/spend-link.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { freshDatabase, type TestDatabase } from '#tests/integration/database.ts';
import { lastToken, mailLinks } from './mails.ts';

const password = 'cuatro caballos azules';
const hour = 3_600_000;
const key = (secret: string) => createHash('sha256').update(secret).digest('base64url');

type Target = { id: string; email: string };
/** Somebody with an account of their own, who may run any statement as the web role. */
type Attack = (target: Target, database: TestDatabase) => Promise<string>;

const ownAddress = () => `ajena-${newSecret()}@prueba.convite`;
const inAnHour = () => new Date(now().getTime() + hour);
const spent = async (token: string) =>
  (await spendLink(token, { password }, '')).session?.token ?? '';

/** Each takes another way to a session of the target. */
const attacks: Record<string, Attack> = {
  'writes a session': async ({ id }) => {
    const token = newSecret();
    await getDb()
      .insertInto('session')
      .values({
        id: key(token),
        person_id: id,
        created_at: now(),
        last_used_at: now(),
        expires_at: inAnHour(),
      })
      .execute();
    return token;
  },
  'turns their own session into the target’s': async ({ id }) => {
    const own = await newActor(getDb(), { password: await hashPassword(password) });
    const { token } = await signIn({ email: own.email ?? '', password }, '');
    await getDb()
      .updateTable('session')
      .set({ person_id: id })
      .where('person_id', '=', own.personId)
      .execute();
    return token;
  },
  'writes a link': async ({ id }) => {
    const token = newSecret();
    await getDb()
      .insertInto('email_token')
      .values({
        id: linkKey(token),
        person_id: id,
        purpose: 'sign_in',
        created_at: now(),
        expires_at: inAnHour(),
      })
      .execute();
    return await spent(token);
  },
  'turns a link of theirs into the target’s': async ({ id }, database) => {
    const own = await newActor(getDb());
    await requestLink(own.email ?? '', 'sign_in', null);
    await mailLinks(database);
    const token = await lastToken(database.owner, own.email ?? '');
    await getDb()
      .updateTable('email_token')
      .set({ person_id: id })
      .where('person_id', '=', own.personId)
      .execute();
    return await spent(token);
  },
  'gives the account another address and asks for a link': async ({ id }, database) => {
    const email = ownAddress();
    await getDb().updateTable('person').set({ email }).where('id', '=', id).execute();
    await requestLink(email, 'sign_in', null);
    await mailLinks(database);
    return await spent(await lastToken(database.owner, email));
  },
  'says that the target asked for another address': async ({ id }, database) => {
    const email = ownAddress();
    await getDb()
      .insertInto('asked_address')
      .values({ person_id: id, email, asked_at: now() })
      .execute();
    await inTransaction(
      async (tx) =>
        await enqueue(tx, mailOwnLink, { personId: id, purpose: 'email_change', returnTo: null }),
    );
    await mailLinks(database);
    await spendLink(await lastToken(database.owner, email), {}, '');
    await requestLink(email, 'sign_in', null);
    await mailLinks(database);
    return await spent(await lastToken(database.owner, email));
  },
  'reads the mail that waits with the target’s link': async ({ email }, database) => {
    await requestLink(email, 'sign_in', null);
    await mailLinks(database);
    const { links } = await getDb()
      .selectFrom('mail')
      .select('links')
      .where('recipient', '=', email)
      .orderBy('queued_at', 'desc')
      .executeTakeFirstOrThrow();
    return await spent(links[0]?.split('/enlace/')[1] ?? '');
  },
  'writes another password': async ({ id, email }) => {
    const { recipe, proofKey } = await hashPassword(password);
    await getDb()
      .updateTable('credential')
      .set({ recipe, proof_key: proofKey })
      .where('person_id', '=', id)
      .execute();
    return (await signIn({ email, password }, '')).token;
  },
  'deletes the account and makes it anew': async ({ id }) => {
    await getDb().deleteFrom('person').where('id', '=', id).execute();
    const { recipe, proofKey } = await hashPassword(password);
    const email = ownAddress();
    await sql`
      select enrol_person(${id}, 'Otra', ${email}, 'es', true, ${now()}, ${recipe}, ${proofKey})
    `.execute(getDb());
    return (await signIn({ email, password }, '')).token;
  },
};

/** What the target says of themselves, read with a session's token. */
async function declaredOf(token: string): Promise<unknown> {
  const { rows } = await sql<{ answers: unknown }>`
    select own_profile(${token}, ${now()}) as answers
  `.execute(getDb());
  return rows[0]?.answers;
}

const secret = { genero: 'mujer_trans', localidad: '05' };
async function newTarget(): Promise<Target> {
  const actor = await newActor(getDb(), { password: await hashPassword('nadie lo sabe') });
  await sql`
    select declare_profile(${actor.personId}, ${now()}, ${JSON.stringify(secret)}::jsonb)
  `.execute(getDb());
  return { id: actor.personId, email: actor.email ?? '' };
}

describe('whoever runs statements as the web role', () => {
  describe('with the rights that the protection takes away', () => {
    const database = freshDatabase();
    beforeAll(async () => {
      await sql`
        grant all on session, email_token, credential, asked_address, person, mail to convite_web
      `.execute(database.owner);
    });

    it.each(Object.entries(attacks))('reads what somebody declared: %s', async (_how, attack) => {
      expect(await declaredOf(await attack(await newTarget(), database))).toEqual(secret);
    });
  });

  describe('as the database is', () => {
    const database = freshDatabase();

    it.each(Object.entries(attacks))('is refused: %s', async (_how, attack) => {
      await expect(attack(await newTarget(), database)).rejects.toMatchObject({ code: '42501' });
    });

    it('proves nothing with what is kept, nor takes an id that somebody has', async () => {
      const { id, email } = await newTarget();
      const recipe = await getDb()
        .selectFrom('credential')
        .select('recipe')
        .where('person_id', '=', id)
        .executeTakeFirstOrThrow();
      const kept = await database.owner
        .selectFrom('credential')
        .select('proof_key')
        .where('person_id', '=', id)
        .executeTakeFirstOrThrow();
      const opens = async (proof: string) =>
        (
          await sql<{ opened: boolean }>`
            select open_session(${id}, ${proof}, ${newSecret()}, ${now()}, ${inAnHour()}, '')
              as opened
          `.execute(getDb())
        ).rows[0]?.opened;
      for (const proof of ['', id, email, recipe.recipe, kept.proof_key])
        expect(await opens(proof)).toBe(false);
      expect(await opens(await provePassword(recipe.recipe, 'nadie lo sabe'))).toBe(true);
      await expect(
        sql`
          select enrol_person(${id}, 'Otra', ${newId()}, 'es', true, ${now()}, 'x', 'y')
        `.execute(getDb()),
      ).rejects.toMatchObject({ constraint: 'person_pkey' });
    });
  });
});
