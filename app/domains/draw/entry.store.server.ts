import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

export type Entry = { registrationId: string; pseudonym: string; token: string };

/** Who is who in a draw: those whose link still stands. */
export async function selectEntries(db: Db, drawId: string): Promise<Entry[]> {
  return await db
    .selectFrom('draw_entry')
    .select(['registration_id as registrationId', 'pseudonym', 'token'])
    .where('draw_id', '=', drawId)
    .orderBy('pseudonym')
    .execute();
}

export async function selectTokens(db: Db, drawId: string): Promise<string[]> {
  return (
    await db.selectFrom('draw_token').select('token').where('draw_id', '=', drawId).execute()
  ).map((row) => row.token);
}

/**
 * The names of one registration in a draw whose lottery is public: while secrets are committed to,
 * nobody knows what they are called.
 */
export async function selectNames(
  db: Db,
  registrationId: string,
  now: Date,
): Promise<{ pseudonym: string; token: string } | null> {
  const row = await db
    .selectFrom('draw_entry as e')
    .innerJoin('draw as d', 'd.id', 'e.draw_id')
    .select(['e.pseudonym', 'e.token'])
    .where('e.registration_id', '=', registrationId)
    .where('d.state', 'in', ['comprometida', 'sorteada'])
    .where((eb) => eb.or([eb('d.shares_until', 'is', null), eb('d.shares_until', '<=', now)]))
    .executeTakeFirst();
  return row ?? null;
}

/** Names of a person with an account, for their file. */
export async function selectNamesOf(
  db: Db,
  personId: string,
): Promise<{ title: string; pseudonym: string; token: string }[]> {
  return await db
    .selectFrom('draw_entry as e')
    .innerJoin('registration as r', 'r.id', 'e.registration_id')
    .innerJoin('meeting as m', 'm.id', 'r.meeting_id')
    .select(['m.title', 'e.pseudonym', 'e.token'])
    .where('r.person_id', '=', personId)
    .orderBy('m.starts_at')
    .execute();
}

/** A person who leaves: their name in the seed of a draw goes, what it is made of stays. */
export async function detachPerson(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('draw_share')
    .set({ person_id: null, name: '' })
    .where('person_id', '=', personId)
    .execute();
  await tx
    .updateTable('draw')
    .set({ prepared_by: null })
    .where('prepared_by', '=', personId)
    .execute();
  await tx
    .updateTable('draw')
    .set({ committed_by: null })
    .where('committed_by', '=', personId)
    .execute();
  await tx.updateTable('draw').set({ drawn_by: null }).where('drawn_by', '=', personId).execute();
  await sql`
    delete from draw_entry e using registration r
    where r.id = e.registration_id and r.person_id = ${personId}::uuid
  `.execute(tx);
}

/**
 * Takes away who was who where the registration itself was emptied; says how many of which meeting.
 */
export async function deletePurgedEntries(tx: Tx): Promise<{ meetingId: string; count: number }[]> {
  const { rows } = await sql<{ meetingId: string; count: number }>`
    with gone as (
      delete from draw_entry e using registration r
      where r.id = e.registration_id and r.purged_at is not null
      returning r.meeting_id
    )
    select meeting_id as "meetingId", count(*)::int as count
    from gone
    group by 1
    order by 1
  `.execute(tx);
  return rows;
}
