import { sql } from 'kysely';
import type { Grant } from '#app/kernel/actor.ts';
import type { Db } from '#app/platform/db/db.server.ts';

export type PersonOfSession = {
  name: string;
  email: string | null;
  emailVerified: boolean;
  locale: 'es' | 'en';
  grants: Grant[];
};

type SessionRow = { personId: string; expiresAt: Date; device: string; person: PersonOfSession };

/** The session with this key, its person and the grants in force at this moment, in one query. */
export async function findSessionAndPerson(
  db: Db,
  key: string,
  at: Date,
): Promise<SessionRow | null> {
  const { rows } = await sql<SessionRow>`
    select s.person_id as "personId", s.expires_at as "expiresAt", s.device,
      json_build_object(
        'name', p.name, 'email', p.email, 'emailVerified', p.email_verified_at is not null,
        'locale', p.locale, 'grants',
        coalesce(
          (
            select json_agg(
              json_build_object('role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id)
            )
            from role_grant g
            where g.person_id = p.id
              and g.revoked_at is null
              and g.starts_at <= ${at}
              and (g.ends_at is null or g.ends_at > ${at})
          ),
          '[]'
        )
      ) as person
    from session s
      join person p on p.id = s.person_id
    where s.id = ${key} and p.erased_at is null
  `.execute(db);
  return rows[0] ?? null;
}

/** The sessions of a person, last used first; `id` is the stored hash. */
export async function sessionsOf(
  db: Db,
  personId: string,
): Promise<{ id: string; createdAt: Date; lastUsedAt: Date; expiresAt: Date; device: string }[]> {
  return await db
    .selectFrom('session')
    .select([
      'id',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'expires_at as expiresAt',
      'device',
    ])
    .where('person_id', '=', personId)
    .orderBy('last_used_at', 'desc')
    .execute();
}

/** Only the owner may: the web role opens sessions by functions that ask for a proof. */
export async function insertSession(
  owner: Db,
  personId: string,
  session: { key: string; expiresAt: Date; device: string; at: Date },
): Promise<void> {
  await owner
    .insertInto('session')
    .values({
      id: session.key,
      person_id: personId,
      created_at: session.at,
      last_used_at: session.at,
      expires_at: session.expiresAt,
      device: session.device,
    })
    .execute();
}

export async function touchSession(db: Db, key: string, expiresAt: Date, at: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ expires_at: expiresAt, last_used_at: at })
    .where('id', '=', key)
    .execute();
}

export async function removeSession(db: Db, key: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', key).execute();
}

/** Ends sessions of a person: all, all but one, or one; returns how many. */
export async function removeSessionsOf(
  db: Db,
  personId: string,
  which: { except?: string | null; only?: string } = {},
): Promise<number> {
  let query = db.deleteFrom('session').where('person_id', '=', personId);
  if (which.except) query = query.where('id', '!=', which.except);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  const result = await query.executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function removeExpired(db: Db, at: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', at).execute();
}
