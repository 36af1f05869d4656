import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import type { ScopeKind } from '#app/kernel/actor.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { grantState } from './rules.ts';
import type { GrantedRole, GrantView } from './types.ts';

/**
 * Whether a coordinator counts as a second person beside somebody: named by command, or so long ago,
 * and neither by that person nor through others whom that person named.
 */
export async function isSecondPerson(
  db: Db,
  coordinatorId: string,
  beside: string,
  namedBefore: Date,
): Promise<boolean> {
  const { rows } = await sql<{ counts: boolean }>`
    with recursive named as (
      select person_id, granted_by
      from role_grant
      where person_id = ${coordinatorId}::uuid and role = 'coordinacion' and revoked_at is null
      union
      select g.person_id, g.granted_by
      from role_grant g
        join named on named.granted_by = g.person_id
      where g.role = 'coordinacion'
    )
    select exists (
      select
      from role_grant
      where person_id = ${coordinatorId}::uuid
        and role = 'coordinacion'
        and revoked_at is null
        and (granted_by is null or granted_at <= ${namedBefore})
    )
    and not exists (select from named where granted_by = ${beside}::uuid) as counts
  `.execute(db);
  return first(rows).counts;
}

/** One at a time changes who coordinates, so that two cannot take away each other's role. */
export async function lockCoordination(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('accounts.coordination'))`.execute(tx);
}

/** People who coordinate at this moment, but for the one grant, if any. */
export async function countCoordinators(
  db: Db,
  at: Date,
  except: { grantId?: string; personId?: string } = {},
): Promise<number> {
  let query = db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select((eb) => eb.fn.count<number>('role_grant.person_id').distinct().as('n'))
    .where('role', '=', 'coordinacion')
    .where('revoked_at', 'is', null)
    .where('starts_at', '<=', at)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .where('person.erased_at', 'is', null);
  if (except.grantId) query = query.where('role_grant.id', '!=', except.grantId);
  if (except.personId) query = query.where('role_grant.person_id', '!=', except.personId);
  return Number((await query.executeTakeFirstOrThrow()).n);
}

export type NewGrant = {
  id: string;
  personId: string;
  role: GrantedRole;
  scopeKind: ScopeKind | null;
  scopeId: string | null;
  startsAt: Date;
  endsAt: Date | null;
  grantedBy: string | null;
  at: Date;
};

export async function insertGrant(tx: Tx, grant: NewGrant): Promise<void> {
  await tx
    .insertInto('role_grant')
    .values({
      id: grant.id,
      person_id: grant.personId,
      role: grant.role,
      scope_kind: grant.scopeKind,
      scope_id: grant.scopeId,
      starts_at: grant.startsAt,
      ends_at: grant.endsAt,
      granted_by: grant.grantedBy,
      granted_at: grant.at,
    })
    .execute();
}

/** Whether the person holds the same role in the same scope at some moment of the new grant. */
export async function hasSameGrant(
  db: Db,
  grant: Pick<NewGrant, 'personId' | 'role' | 'scopeId' | 'startsAt' | 'endsAt'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', grant.personId)
    .where('role', '=', grant.role)
    .where(sql<boolean>`scope_id is not distinct from ${grant.scopeId}`)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', grant.startsAt)]))
    .where(sql<boolean>`(${grant.endsAt}::timestamptz is null or starts_at < ${grant.endsAt})`)
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockGrant(
  tx: Tx,
  id: string,
): Promise<{ personId: string; role: GrantedRole; revokedAt: Date | null } | null> {
  const row = await tx
    .selectFrom('role_grant')
    .select(['person_id', 'role', 'revoked_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? { personId: row.person_id, role: row.role, revokedAt: row.revoked_at } : null;
}

/** False when it was revoked before. */
export async function markRevoked(
  tx: Tx,
  id: string,
  by: string | null,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('role_grant')
    .set({ revoked_by: by, revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** The grants of somebody who leaves end; that they were held stays on record. */
export async function revokeGrantsOf(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx
    .updateTable('role_grant')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
}

/**
 * What a scope's public name stands for. Commitments and institutions are the plan's; this slice,
 * which comes before, only asks for their ids.
 */
export async function selectScopeId(
  db: Db,
  kind: 'commitment' | 'institution',
  slug: string,
): Promise<string | null> {
  const row = await db.selectFrom(kind).select('id').where('slug', '=', slug).executeTakeFirst();
  return row?.id ?? null;
}

/** Grants with their people, those in force first and then the newest; of one person or of all. */
export async function selectGrants(
  db: Db,
  at: Date,
  filter: { personId?: string } = {},
): Promise<GrantView[]> {
  let query = db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .leftJoin('person as giver', 'giver.id', 'role_grant.granted_by')
    .leftJoin('commitment', (join) =>
      join.on(
        sql<boolean>`
          role_grant.scope_kind = 'commitment' and commitment.id::text = role_grant.scope_id
        `,
      ),
    )
    .leftJoin('institution', (join) =>
      join.on(
        sql<boolean>`
          role_grant.scope_kind = 'institution' and institution.id::text = role_grant.scope_id
        `,
      ),
    )
    .selectAll('role_grant')
    .select([
      'person.name',
      'person.email',
      'giver.name as giver_name',
      'commitment.slug as commitment_slug',
      'institution.slug as institution_slug',
    ])
    .orderBy('role_grant.granted_at', 'desc')
    .orderBy('role_grant.id', 'desc');
  if (filter.personId) query = query.where('role_grant.person_id', '=', filter.personId);
  const rows = await query.execute();
  const views = rows.map((row): GrantView => {
    const dates = { startsAt: row.starts_at, endsAt: row.ends_at, revokedAt: row.revoked_at };
    return {
      id: row.id,
      personId: row.person_id,
      name: row.name,
      email: row.email,
      role: row.role,
      scopeKind: row.scope_kind,
      scopeId: row.scope_id,
      scope: row.commitment_slug ?? row.institution_slug ?? row.scope_id,
      ...dates,
      grantedBy: row.giver_name,
      grantedAt: row.granted_at,
      state: grantState(dates, at),
    };
  });
  const order = ['vigente', 'futura', 'vencida', 'quitada'];
  return views.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
