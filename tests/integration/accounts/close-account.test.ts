import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { closeAccount, sweepUnverified } from '#app/domains/accounts/close-account.server.ts';
import { exportOwnData } from '#app/domains/accounts/export-own-data.server.ts';
import { hashPassword } from '#app/domains/accounts/hash-password.server.ts';
import { registerPerson } from '#app/domains/accounts/register-person.server.ts';
import { signIn } from '#app/domains/accounts/sign-in.server.ts';
import { spendLink } from '#app/domains/accounts/spend-link.server.ts';
import { publishComment } from '#app/domains/ideas/publish-comment.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { personalData } from '#app/subjects.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { sessionOf } from '#tests/factories/opened.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { lastToken, mailLinks, mailsTo } from './mails.ts';

const database = freshDatabase();
const password = 'cuatro caballos azules';
afterEach(() => setClockOffset(0));

/** Where a text still stands, as `table`: every column of every table, the queue's too. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await database.owner.introspection.getTables();
  const found: string[] = [];
  for (const { name, schema } of tables) {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(`${schema}.${name}`)} t where t::text ilike ${`%${text}%`}`.execute(
      database.owner,
    );
    if (rows[0]!.n > 0) found.push(name);
  }
  return found;
}

async function citizen(name: string, email: string) {
  await registerPerson(
    {
      name,
      email,
      password,
      guardian: { name: `Acudiente de ${name}`, contact: '300 000 0000' },
    },
    { locale: 'es', returnTo: null },
  );
  await mailLinks(database);
  await spendLink(await lastToken(database.owner, email), {}, '');
  const { token } = await signIn({ email, password }, '');
  return { token, actor: (await readSession(token))! };
}

describe('closing an account', () => {
  it('leaves no personal data, and what was contributed', async () => {
    const { commitments } = await newPlan(database.owner);
    const { token, actor } = await citizen('Griselda Quimbaya', 'griselda.q@prueba.convite');
    const idea = await newIdea(database.db, {
      commitmentId: commitments[0]!.id,
      authorId: actor.personId,
    });
    await publishComment(actor, idea.id, {
      text: 'Me parece bien.',
      answers: undefined,
      stance: undefined,
    });
    await inTransaction(
      async (tx) =>
        await notify(tx, {
          personIds: [actor.personId!],
          kind: 'idea_published',
          subject: { kind: 'idea', id: idea.id },
          params: { title: idea.title },
        }),
    );
    await expect(closeAccount(actor, { password: 'otra' }, personalData)).rejects.toMatchObject({
      errors: { clave: ['password_wrong'] },
    });
    expect(await tablesWith('griselda')).toContain('person');

    await closeAccount(actor, { password }, personalData);
    expect(await readSession(token)).toBeNull();
    expect(await tablesWith('griselda')).toEqual([]);
    expect(await tablesWith('Acudiente de')).toEqual([]);
    const row = await database.db
      .selectFrom('idea')
      .select(['title', 'state'])
      .where('id', '=', idea.id)
      .executeTakeFirst();
    expect(row).toEqual({ title: idea.title, state: 'publicada' });
    const consents = await database.db
      .selectFrom('consent')
      .select('revoked_at')
      .where('person_id', '=', actor.personId!)
      .execute();
    expect(consents.map((consent) => consent.revoked_at !== null)).toEqual([true]);
    await expect(
      signIn({ email: 'griselda.q@prueba.convite', password }, ''),
    ).rejects.toMatchObject({ errors: { correo: ['sign_in_wrong'] } });
  });

  it('frees the address for a new account', async () => {
    const { actor } = await citizen('Otra Persona', 'otra.vez@prueba.convite');
    await closeAccount(actor, { password }, personalData);
    const again = await citizen('Otra Persona', 'otra.vez@prueba.convite');
    expect(again.actor.personId).not.toBe(actor.personId);
  });

  it('is refused to the only coordinator', async () => {
    const only = await newActor(database.db, {
      roles: ['coordinacion'],
      password: await hashPassword(password),
    });
    await expect(closeAccount(only, { password }, personalData)).rejects.toMatchObject({
      reason: 'last_coordinator',
    });
    await newActor(database.db, { roles: ['coordinacion'] });
    await expect(closeAccount(only, { password }, personalData)).resolves.toBeUndefined();
  });
});

describe('downloading the own data', () => {
  it('gives what every slice keeps, without secrets, and leaves an audit row', async () => {
    const { actor } = await citizen('Abelardo Sarmiento', 'abelardo@prueba.convite');
    const file = await exportOwnData(
      actor,
      await sessionOf(database, { personId: actor.personId! }),
      personalData,
    );
    expect(file).toMatchObject({
      perfil: {
        nombre: 'Abelardo Sarmiento',
        correo: 'abelardo@prueba.convite',
        mayor_de_edad: false,
      },
      permisos: [{ finalidad: 'cuenta', canal: 'web' }],
      acudiente: { nombre: 'Acudiente de Abelardo Sarmiento' },
      avisos: [],
    });
    expect(JSON.stringify(file)).not.toMatch(/argon2|enlace\//);
    const trail = await database.db
      .selectFrom('audit_entry')
      .select('action')
      .where('actor_id', '=', actor.personId!)
      .where('action', '=', 'accounts.data-exported')
      .execute();
    expect(trail).toHaveLength(1);
  });
});

describe('an address that nobody confirms', () => {
  it('leaves no account after 30 days', async () => {
    const email = 'sin-confirmar@prueba.convite';
    await registerPerson(
      {
        name: 'Nadie',
        email,
        password,
        guardian: null,
      },
      { locale: 'es', returnTo: null },
    );
    await mailLinks(database);
    setClockOffset(29 * 86_400_000);
    await sweepUnverified(personalData);
    expect(await mailsTo(database.owner, email)).toHaveLength(1);
    setClockOffset(31 * 86_400_000);
    await sweepUnverified(personalData);
    expect(await tablesWith('sin-confirmar')).toEqual([]);
  });
});
