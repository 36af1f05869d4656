import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { grantRole, revokeRole } from '#app/domains/accounts/grant-role.server.ts';
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
      passwordHash: await hashPassword('cuatro caballos azules'),
    });
    const { token } = await signIn({ correo: person.email, clave: 'cuatro caballos azules' }, '');
    await grantRole(coordinator, {
      correo: person.email,
      rol: 'moderacion',
      alcance: commitment.slug,
      desde: undefined,
      hasta: undefined,
    });
    await grantRole(coordinator, {
      correo: person.email,
      rol: 'monitoreo',
      alcance: undefined,
      desde: '2099-01-01',
      hasta: undefined,
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
    ['an unknown person', { correo: 'nadie@prueba.convite' }, { correo: ['person_unknown'] }],
    ['a scope that does not exist', { alcance: 'no-hay' }, { alcance: ['scope_unknown'] }],
    ['the Circle without sector', { rol: 'circulo' as const }, { alcance: ['scope_required'] }],
    [
      'coordination with scope',
      { rol: 'coordinacion' as const, alcance: 'gobierno' },
      { alcance: ['scope_not_taken'] },
    ],
    ['a day that does not exist', { desde: '2026-02-30' }, { desde: ['date_invalid'] }],
    [
      'an end before the start',
      { desde: '2026-12-02', hasta: '2026-12-01' },
      { hasta: ['date_order'] },
    ],
  ])('to %s is refused by field', async (_case, over, errors) => {
    const person = await newPerson(database.db);
    await expect(
      grantRole(coordinator, {
        correo: person.email,
        rol: 'moderacion',
        alcance: undefined,
        desde: undefined,
        hasta: undefined,
        ...over,
      }),
    ).rejects.toMatchObject({ errors });
  });

  it('to somebody with an unconfirmed address is refused', async () => {
    const person = await newPerson(database.db, { verified: false });
    await expect(
      grantRole(coordinator, {
        correo: person.email,
        rol: 'monitoreo',
        alcance: undefined,
        desde: undefined,
        hasta: undefined,
      }),
    ).rejects.toMatchObject({ errors: { correo: ['person_unverified'] } });
  });

  it('the same one eight times at once gives it once', async () => {
    const person = await newPerson(database.db);
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        grantRole(coordinator, {
          correo: person.email,
          rol: 'circulo',
          alcance: 'civil',
          desde: undefined,
          hasta: undefined,
        }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    expect(await listGrants(database.db, { personId: person.id })).toHaveLength(1);
  });

  it('is refused to everybody but coordination', async () => {
    const moderator = await newActor(database.db, { roles: ['moderacion'] });
    await expect(
      grantRole(moderator, {
        correo: moderator.email!,
        rol: 'coordinacion',
        alcance: undefined,
        desde: undefined,
        hasta: undefined,
      }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(revokeRole(moderator, newId())).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('coordination', () => {
  it('is never left empty, also when two take each other’s role at once', async () => {
    const second = await newActor(database.db);
    const { id } = await grantRole(coordinator, {
      correo: second.email!,
      rol: 'coordinacion',
      alcance: undefined,
      desde: undefined,
      hasta: undefined,
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
