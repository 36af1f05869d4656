import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { holdingStates } from '#app/domains/meetings/types.ts';
import { listRoster } from '#app/domains/registration/list-registrations.server.ts';
import type { Channel, RegistrationState } from '#app/domains/registration/types.ts';
import type { DoorPerson, MeetingCounts } from './types.ts';

const holding = sql.join(holdingStates.map((state) => sql.lit(state)));

export async function countMeeting(db: Db, meetingId: string): Promise<MeetingCounts> {
  const { rows } = await sql<MeetingCounts>`
    select (
      select count(*)::int
      from registration r
      where r.meeting_id = ${meetingId}::uuid and r.state in (${holding})
    ) as inscritas,
      (
        select count(*)::int
        from check_in k
        where k.meeting_id = ${meetingId}::uuid and k.undone_at is null
      ) as llegaron,
      (
        select count(*)::int
        from table_idea i
        where i.meeting_id = ${meetingId}::uuid and i.dropped_at is null
      ) as ideas,
      (select count(*)::int from meeting_note n where n.meeting_id = ${meetingId}::uuid) as notas
  `.execute(db);
  return first(rows);
}

/** The day's list as a device takes it along: the roster, with the hash of each code. */
export async function selectDoorList(db: Db, meetingId: string): Promise<DoorPerson[]> {
  const keys = new Map(
    (
      await db
        .selectFrom('registration')
        .select(['id', 'code_key'])
        .where('meeting_id', '=', meetingId)
        .execute()
    ).map((row) => [row.id, row.code_key]),
  );
  return (await listRoster(db, meetingId)).map((row) => ({
    id: row.id,
    nombre: row.name,
    correo: row.email,
    telefono: row.phone,
    estado: row.state,
    codigo: keys.get(row.id) ?? '',
    llego: row.checkedInAt !== null,
    menor: row.isMinor,
    exceso: row.overCapacity,
    puerta: row.channel === 'puerta',
    apoyos: row.needs.map((need) => (need.note === '' ? need.need : `${need.need}: ${need.note}`)),
  }));
}

/** A registration as it is taken back: what it is, not what it was merged into. */
export async function selectWalkIn(
  tx: Tx,
  id: string,
  meetingId: string,
): Promise<{ id: string; state: RegistrationState; channel: Channel } | null> {
  const row = await tx
    .selectFrom('registration')
    .select(['id', 'state', 'channel'])
    .where('id', '=', id)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  return row ?? null;
}

/** Takes somebody off the ideas that they wanted to own. */
export async function deleteOwnership(tx: Tx, registrationId: string): Promise<void> {
  await tx.deleteFrom('table_idea_owner').where('registration_id', '=', registrationId).execute();
}

/** Registrations that may be the same person's and nobody settled yet. */
export async function selectOpenDuplicates(tx: Tx, registrationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case
      when registration_id = ${registrationId}::uuid then other_id
      else registration_id
      end as id
    from registration_duplicate
    where (registration_id = ${registrationId}::uuid or other_id = ${registrationId}::uuid)
      and outcome is null
    order by score desc
  `.execute(tx);
  return rows.map((row) => row.id);
}

/** An idea of a table as it is written down, with the registrations of who stands behind it. */
export type NewTableIdea = {
  id: string;
  meetingId: string;
  table: string;
  commitmentId: string | null;
  title: string;
  description: string;
  agreeing: number;
  owners: string[];
  at: Date;
  capturedBy: string | null;
};

/**
 * Keeps an idea of a table with those of this meeting who stand behind it; says how many of them
 * there are.
 */
export async function insertTableIdea(tx: Tx, idea: NewTableIdea): Promise<number> {
  await tx
    .insertInto('table_idea')
    .values({
      id: idea.id,
      meeting_id: idea.meetingId,
      table_name: idea.table,
      commitment_id: idea.commitmentId,
      title: idea.title,
      description: idea.description,
      agreeing: idea.agreeing,
      captured_at: idea.at,
      captured_by: idea.capturedBy,
    })
    .execute();
  if (idea.owners.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into table_idea_owner (table_idea_id, registration_id)
    select ${idea.id}::uuid, r.id
    from registration r
    where r.meeting_id = ${idea.meetingId}::uuid and r.id = any(${idea.owners}::uuid[])
    on conflict do nothing
  `.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export async function insertNote(
  tx: Tx,
  note: { id: string; meetingId: string; body: string; at: Date; writtenBy: string | null },
): Promise<void> {
  await tx
    .insertInto('meeting_note')
    .values({
      id: note.id,
      meeting_id: note.meetingId,
      body: note.body,
      written_at: note.at,
      written_by: note.writtenBy,
    })
    .execute();
}

/** A person's devices go; who checked in or wrote down at a door is no longer named there. */
export async function detachStaff(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('door_device').where('person_id', '=', personId).execute();
  await sql`
    with a as (update check_in set recorded_by = null where recorded_by = ${personId}),
    b as (update table_idea set captured_by = null where captured_by = ${personId})
    update meeting_note
    set written_by = null
    where written_by = ${personId}
  `.execute(tx);
}
