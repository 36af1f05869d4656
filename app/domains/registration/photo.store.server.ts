import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { gone } from './place.store.server.ts';
import type { PhotoCandidate } from './types.ts';

/**
 * People of a meeting who agreed to be in its photos and did not take it back: those who came
 * first, then by name.
 */
export async function selectConsenting(db: Db, meetingId: string): Promise<PhotoCandidate[]> {
  const { rows } = await sql<PhotoCandidate>`
    select r.id, r.name, r.is_minor as "isMinor",
      exists (select from check_in k where k.registration_id = r.id and k.undone_at is null) as came
    from registration r
      join registration_consent c on c.registration_id = r.id
        and c.purpose = 'imagen'
        and c.revoked_at is null
    where r.meeting_id = ${meetingId}::uuid
      and r.state not in (${gone})
      and r.purged_at is null
    order by came desc, normalized(r.name), r.id
  `.execute(db);
  return rows;
}

/** Every name that somebody gave at a meeting and that is still kept, those of guardians too. */
export async function selectNames(db: Db, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct given.name
    from registration r
      cross join lateral (values (r.name), (r.guardian_name)) as given (name)
    where r.meeting_id = ${meetingId}::uuid and r.purged_at is null and given.name <> ''
  `.execute(db);
  return rows.map(({ name }) => name);
}

/** Who was said to be in a photo. */
export async function selectShown(db: Db, fileId: string): Promise<string[]> {
  return (
    await db
      .selectFrom('meeting_file_person')
      .select('registration_id')
      .where('file_id', '=', fileId)
      .execute()
  ).map((row) => row.registration_id);
}

/** Says who is in a photo, instead of what was said before. */
export async function replaceShown(
  tx: Tx,
  fileId: string,
  registrationIds: string[],
): Promise<void> {
  await tx.deleteFrom('meeting_file_person').where('file_id', '=', fileId).execute();
  if (registrationIds.length > 0)
    await tx
      .insertInto('meeting_file_person')
      .values(registrationIds.map((registration_id) => ({ file_id: fileId, registration_id })))
      .execute();
}

/** Takes people out of the photos that show them and makes those private; says which. */
export async function withdrawShown(
  tx: Tx,
  registrationIds: string[],
  at: Date,
): Promise<{ id: string; meetingId: string }[]> {
  const { rows } = await sql<{ id: string; meetingId: string }>`
    with gone as (
      delete from meeting_file_person
      where registration_id = any(${registrationIds}::uuid[])
      returning file_id
    )
    update meeting_file
    set cleared_why = null, cleared_by = null, cleared_at = null, withdrawn_at = ${at}
    where id in (select file_id from gone)
    returning id, meeting_id as "meetingId"
  `.execute(tx);
  return rows;
}

/** Two registrations were one person's: the kept one is in the photos of the other. */
export async function moveShown(tx: Tx, keptId: string, mergedId: string): Promise<void> {
  await sql`
    insert into meeting_file_person (file_id, registration_id)
    select file_id, ${keptId}::uuid
    from meeting_file_person
    where registration_id = ${mergedId}::uuid
    on conflict do nothing
  `.execute(tx);
  await tx.deleteFrom('meeting_file_person').where('registration_id', '=', mergedId).execute();
}
