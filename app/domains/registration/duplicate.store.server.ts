import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { live } from './place.store.server.ts';
import { liveStates } from '#app/domains/meetings/types.ts';
import type { Likeness, Traits } from './likeness.ts';
import {
  goneStates,
  type DuplicatePair,
  type DuplicateSide,
  type RegistrationState,
} from './types.ts';

/** Which two registrations may be one person's, and how that showed. */
export type Found = Likeness & { id: string; otherId: string };

type TraitRow = {
  id: string;
  name: string;
  birth_key: string | null;
  document_key: string | null;
  email_key: string | null;
  phone_key: string | null;
};

/** A registration as it is compared: what is kept of it are keys. */
const traitsOf = (row: TraitRow): Traits & { id: string } => ({
  id: row.id,
  name: row.name,
  birthYear: row.birth_key,
  birthDate: null,
  document: row.document_key,
  documentText: null,
  contacts: [row.email_key, row.phone_key].filter((key) => key !== null),
});

/**
 * Active registrations of the same meeting worth comparing with one: a key in common, or a name
 * that is not far.
 */
export async function selectCandidates(
  tx: Tx,
  of: {
    id: string;
    meetingId: string;
    name: string;
    emailKey: string | null;
    phoneKey: string | null;
    documentKey: string | null;
    birthKey: string | null;
  },
): Promise<(Traits & { id: string })[]> {
  const { rows } = await sql<TraitRow>`
    select r.id, r.name, r.birth_key, r.document_key, r.email_key, r.phone_key
    from registration r
    where r.meeting_id = ${of.meetingId}::uuid
      and r.id <> ${of.id}::uuid
      and r.state in (${live})
      and (
        r.email_key = ${of.emailKey}
        or r.phone_key = ${of.phoneKey}
        or r.document_key = ${of.documentKey}
        or similarity(normalized(r.name), normalized(${of.name})) >= case
          when r.birth_key = ${of.birthKey} then 0.2
          else 0.4
          end
      )
    order by (r.document_key = ${of.documentKey}) desc nulls last,
      similarity(normalized(r.name), normalized(${of.name})) desc
    limit 50
  `.execute(tx);
  return rows.map(traitsOf);
}

/** Everybody who has or awaits a place at a meeting, as they are compared. */
export async function selectTraits(
  db: Db,
  meetingId: string,
): Promise<(Traits & { id: string })[]> {
  const rows = await db
    .selectFrom('registration')
    .select(['id', 'name', 'birth_key', 'document_key', 'email_key', 'phone_key'])
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', liveStates)
    .where('purged_at', 'is', null)
    .orderBy('place')
    .execute();
  return rows.map(traitsOf);
}

/** Notes pairs, each once whichever stands first; what a person settled stays settled. */
export async function insertDuplicates(tx: Tx, found: Found[], at: Date): Promise<void> {
  if (found.length === 0) return;
  await sql`
    insert into registration_duplicate (registration_id, other_id, why, score, found_at)
    select f.id, f.other, f.why, f.score, ${at}
    from jsonb_to_recordset(
      ${JSON.stringify(found.map(({ id, otherId, why, score }) => ({ id, other: otherId, why, score })))}::jsonb
    ) as f(id uuid, other uuid, why text, score real)
    where not exists (
      select
      from registration_duplicate d
      where d.registration_id = f.other and d.other_id = f.id
    )
    on conflict do nothing
  `.execute(tx);
}

/** Pairs of a meeting that a person already settled, as `id id` in both orders. */
export async function selectSettled(db: Db, meetingId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('registration_duplicate as d')
    .innerJoin('registration as r', 'r.id', 'd.registration_id')
    .select(['d.registration_id', 'd.other_id'])
    .where('r.meeting_id', '=', meetingId)
    .where('d.outcome', 'is not', null)
    .execute();
  return new Set(
    rows.flatMap((row) => [
      `${row.registration_id} ${row.other_id}`,
      `${row.other_id} ${row.registration_id}`,
    ]),
  );
}

/**
 * Open pairs of a meeting whose two sides still have or await a place, the likeliest first; each
 * side's name and contact, nothing declared.
 */
export async function selectOpenPairs(
  db: Db,
  meetingId: string,
  limit: number,
): Promise<DuplicatePair[]> {
  const side = (alias: string) => sql`
    jsonb_build_object(
      'id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}, 'email',
      ${sql.ref(`${alias}.email`)}, 'phone', ${sql.ref(`${alias}.phone`)}, 'channel',
      ${sql.ref(`${alias}.channel`)}, 'state', ${sql.ref(`${alias}.state`)}, 'createdAt',
      ${sql.ref(`${alias}.created_at`)}, 'place', ${sql.ref(`${alias}.place`)}, 'checkedIn',
      exists (
        select
        from check_in k
        where k.registration_id = ${sql.ref(`${alias}.id`)} and k.undone_at is null
      )
    )
  `;
  type Side = Omit<DuplicateSide, 'createdAt'> & { createdAt: string };
  const { rows } = await sql<{
    id: string;
    otherId: string;
    why: DuplicatePair['why'];
    score: number;
    a: Side;
    b: Side;
  }>`
    select d.registration_id as id, d.other_id as "otherId", d.why, d.score, ${side('a')} as a,
      ${side('b')} as b
    from registration_duplicate d
      join registration a on a.id = d.registration_id
      join registration b on b.id = d.other_id
    where a.meeting_id = ${meetingId}::uuid
      and d.outcome is null
      and a.state in (${live})
      and b.state in (${live})
    order by d.score desc, d.found_at, d.registration_id, d.other_id
    limit ${sql.lit(limit)}
  `.execute(db);
  const read = (given: Side): DuplicateSide => ({ ...given, createdAt: new Date(given.createdAt) });
  return rows.map(({ a, b, ...pair }) => {
    const [first, second] = [read(a), read(b)];
    return {
      ...pair,
      sides:
        (first.createdAt.getTime() - second.createdAt.getTime() || first.place - second.place) <= 0
          ? [first, second]
          : [second, first],
    };
  });
}

/**
 * The registration of a meeting that stands under this name and this contact: made since a moment by
 * whoever, or at any time by this account. The caller holds the meeting's lock.
 */
export async function selectSame(
  tx: Tx,
  meetingId: string,
  of: {
    name: string;
    emailKey: string | null;
    phoneKey: string | null;
    personId: string | null;
    since: Date;
  },
): Promise<{ id: string; state: RegistrationState } | null> {
  const { rows } = await sql<{ id: string; state: RegistrationState }>`
    select id, state
    from registration
    where meeting_id = ${meetingId}::uuid
      and state not in (${sql.join(goneStates.map((state) => sql.lit(state)))})
      and normalized(name) = normalized(${of.name})
      and email_key is not distinct from ${of.emailKey}
      and phone_key is not distinct from ${of.phoneKey}
      and (created_at > ${of.since} or person_id = ${of.personId}::uuid)
    order by place
    limit 1
  `.execute(tx);
  return rows[0] ?? null;
}
