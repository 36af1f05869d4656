import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { giveRole, grantRole, revokeRole } from '#app/domains/accounts/grant-role.server.ts';
import { listGrants } from '#app/domains/accounts/list-grants.server.ts';
import { hashPassword } from '#app/domains/accounts/hash-password.server.ts';
import { signIn } from '#app/domains/accounts/sign-in.server.ts';
import { newActor, newPerson } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let coordinator: Actor & { personId: string };
let commitment: { id: string; slug: string };

beforeAll(async () => {
  coordinator = await newActor(database.db, { roles: ['coordinacion'] });
  await newPlan(database.owner);
  commitment = await database.db
    .selectFrom('commitment')
    .select(['id', 'slug'])
    .executeTakeFirstOrThrow();
});

describe('giving a role', () => {
  it('takes effect at the person’s next request, in its scope and dates', async () => {
    const person = await newPerson(database.db, {
      password: await hashPassword('cuatro caballos azules'),
    });
    const { token } = await signIn({ email: person.email, password: 'cuatro caballos azules' }, '');
    await grantRole(coordinator, {
      email: person.email,
      role: 'moderacion',
      scope: commitment.slug,
      from: undefined,
      until: undefined,
    });
    await grantRole(coordinator, {
      email: person.email,
      role: 'monitoreo',
      scope: undefined,
      from: '2099-01-01',
      until: undefined,
    });
    expect((await readSession(token))!.grants).toEqual([
      { role: 'moderacion', scopeKind: 'commitment', scopeId: commitment.id },
    ]);
    const grants = await listGrants(database.db, { personId: person.id });
    expect(grants.map((grant) => [grant.role, grant.scope, grant.state, grant.grantedBy])).toEqual([
      ['moderacion', commitment.slug, 'vigente', coordinator.name],
      ['monitoreo', null, 'futura', coordinator.name],
    ]);
    await revokeRole(coordinator, grants[0]!.id);
    expect((await readSession(token))!.grants).toEqual([]);
    await expect(revokeRole(coordinator, grants[0]!.id)).rejects.toMatchObject({
      reason: 'role_already_revoked',
    });
  });

  it.each([
    ['an unknown person', { email: 'nadie@prueba.convite' }, { correo: ['person_unknown'] }],
    ['a scope that does not exist', { scope: 'no-hay' }, { alcance: ['scope_unknown'] }],
    ['the Circle without sector', { role: 'circulo' as const }, { alcance: ['scope_required'] }],
    [
      'coordination with scope',
      { role: 'coordinacion' as const, scope: 'gobierno' },
      { alcance: ['scope_not_taken'] },
    ],
    ['a day that does not exist', { from: '2026-02-30' }, { desde: ['date_invalid'] }],
    [
      'an end before the start',
      { from: '2026-12-02', until: '2026-12-01' },
      { hasta: ['date_order'] },
    ],
  ])('to %s is refused by field', async (_case, over, errors) => {
    const person = await newPerson(database.db);
    await expect(
      grantRole(coordinator, {
        email: person.email,
        role: 'moderacion',
        scope: undefined,
        from: undefined,
        until: undefined,
        ...over,
      }),
    ).rejects.toMatchObject({ errors });
  });

  it('that sees contacts is given to a coordinator by another one alone', async () => {
    const [one, other] = await Promise.all([
      newActor(database.db, { roles: ['coordinacion'] }),
      newActor(database.db, { roles: ['coordinacion'] }),
    ]);
    const facilitation = {
      email: one.email!,
      role: 'facilitacion' as const,
      scope: undefined,
      from: undefined,
      until: undefined,
    };
    await expect(grantRole(one, facilitation)).rejects.toMatchObject({
      errors: { correo: ['role_to_oneself'] },
    });
    await expect(
      inTransaction(
        async (tx) =>
          await giveRole(tx, one, {
            personId: one.personId,
            role: 'facilitacion',
            scopeKind: 'meeting',
            scopeId: newId(),
            startsAt: now(),
            endsAt: null,
          }),
      ),
    ).rejects.toMatchObject({ kind: 'forbidden', reason: 'role_to_oneself' });
    expect(await listGrants(database.db, { personId: one.personId })).toHaveLength(1);
    await grantRole(other, facilitation);
    expect(await listGrants(database.db, { personId: one.personId })).toHaveLength(2);
    await database.owner
      .updateTable('role_grant')
      .set({ revoked_at: now() })
      .where('person_id', 'in', [one.personId, other.personId])
      .execute();
  });

  it('to somebody with an unconfirmed address is refused', async () => {
    const person = await newPerson(database.db, { verified: false });
    await expect(
      grantRole(coordinator, {
        email: person.email,
        role: 'monitoreo',
        scope: undefined,
        from: undefined,
        until: undefined,
      }),
    ).rejects.toMatchObject({ errors: { correo: ['person_unverified'] } });
  });

  it('the same one eight times at once gives it once', async () => {
    const person = await newPerson(database.db);
    const give = async (from?: string) =>
      await grantRole(coordinator, {
        email: person.email,
        role: 'circulo',
        scope: 'civil',
        from,
        until: undefined,
      });
    const answers = await Promise.all(Array.from({ length: 8 }, async () => await give()));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    await expect(give('2026-01-01')).rejects.toMatchObject({ reason: 'role_already_given' });
    expect(await listGrants(database.db, { personId: person.id })).toHaveLength(1);
    // Taken away, it may be given again at once.
    await revokeRole(coordinator, answers[0]!.id);
    expect((await give()).id).not.toBe(answers[0]!.id);
  });

  it('is refused to everybody but coordination', async () => {
    const moderator = await newActor(database.db, { roles: ['moderacion'] });
    await expect(
      grantRole(moderator, {
        email: moderator.email!,
        role: 'coordinacion',
        scope: undefined,
        from: undefined,
        until: undefined,
      }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(revokeRole(moderator, newId())).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('coordination', () => {
  it('is never left empty, also when two take each other’s role at once', async () => {
    const second = await newActor(database.db);
    const { id } = await grantRole(coordinator, {
      email: second.email!,
      role: 'coordinacion',
      scope: undefined,
      from: undefined,
      until: undefined,
    });
    const own = (await listGrants(database.db, { personId: coordinator.personId })).find(
      (grant) => grant.role === 'coordinacion',
    )!;
    const seated = {
      ...second,
      grants: [{ role: 'coordinacion' as const, scopeKind: null, scopeId: null }],
    };
    const answers = await Promise.allSettled([
      revokeRole(coordinator, id),
      revokeRole(seated, own.id),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = (await listGrants(database.db)).filter(
      (grant) => grant.role === 'coordinacion' && grant.state === 'vigente',
    );
    expect(left).toHaveLength(1);
    await expect(revokeRole(coordinator, left[0]!.id)).rejects.toMatchObject({
      reason: 'last_coordinator',
    });
  });
});
