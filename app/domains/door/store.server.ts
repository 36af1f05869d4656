import { sql } from 'kysely';
import type { DoorRecord } from '#db/schema.d.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { recordKinds, type DeviceCounts, type DoorPerson, type MeetingCounts } from './types.ts';
import { listRoster } from '#app/domains/registration/list-registrations.server.ts';
import type { Channel, RegistrationState } from '#app/domains/registration/types.ts';

export type Device = {
  id: string;
  meetingId: string;
  personId: string;
  name: string;
  createdAt: Date;
  lastSeenAt: Date;
  revokedAt: Date | null;
};

const deviceColumns = [
  'id',
  'meeting_id as meetingId',
  'person_id as personId',
  'name',
  'created_at as createdAt',
  'last_seen_at as lastSeenAt',
  'revoked_at as revokedAt',
] as const;

export async function insertDevice(
  tx: Tx,
  device: { id: string; meetingId: string; personId: string; name: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('door_device')
    .values({
      id: device.id,
      meeting_id: device.meetingId,
      person_id: device.personId,
      name: device.name,
      created_at: device.at,
      last_seen_at: device.at,
    })
    .execute();
}

/** A device of this meeting; another meeting's is unknown. */
export async function selectDevice(db: Db, id: string, meetingId: string): Promise<Device | null> {
  return (
    (await db
      .selectFrom('door_device')
      .select(deviceColumns)
      .where('id', '=', id)
      .where('meeting_id', '=', meetingId)
      .executeTakeFirst()) ?? null
  );
}

export async function selectDevices(db: Db, meetingId: string): Promise<Device[]> {
  return await db
    .selectFrom('door_device')
    .select(deviceColumns)
    .where('meeting_id', '=', meetingId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function touchDevice(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('door_device').set({ last_seen_at: at }).where('id', '=', id).execute();
}

/** False when it was revoked before. */
export async function markRevoked(tx: Tx, id: string, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('door_device')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

export async function selectRecord(
  tx: Tx,
  id: string,
): Promise<{ meetingId: string; outcome: string } | null> {
  return (
    (await tx
      .selectFrom('door_record')
      .select(['meeting_id as meetingId', 'outcome'])
      .where('id', '=', id)
      .executeTakeFirst()) ?? null
  );
}

export async function insertRecord(
  tx: Tx,
  record: {
    id: string;
    meetingId: string;
    deviceId: string;
    kind: DoorRecord['kind'];
    outcome: string;
    madeAt: Date;
    at: Date;
    replaces: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('door_record')
    .values({
      id: record.id,
      meeting_id: record.meetingId,
      device_id: record.deviceId,
      kind: record.kind,
      outcome: record.outcome,
      made_at: record.madeAt,
      received_at: record.at,
      replaces: record.replaces,
    })
    .execute();
}

/** How many records of each kind came from a device, the refused ones too: each was heard. */
export async function countRecords(db: Db, deviceId: string): Promise<DeviceCounts> {
  const rows = await db
    .selectFrom('door_record')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('n')])
    .where('device_id', '=', deviceId)
    .groupBy('kind')
    .execute();
  return Object.fromEntries(
    recordKinds.map((kind) => [kind, Number(rows.find((row) => row.kind === kind)?.n ?? 0)]),
  ) as DeviceCounts;
}

export async function countMeeting(db: Db, meetingId: string): Promise<MeetingCounts> {
  const { rows } = await sql<MeetingCounts>`
    select (
      select count(*)::int
      from registration r
      where r.meeting_id = ${meetingId}::uuid and r.state in ('inscrita', 'ofrecida')
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
  return rows[0]!;
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

/** A registration that somebody wants to check in; one that was merged stands for the one it went into. */
export async function selectArriving(
  tx: Tx,
  id: string,
  meetingId: string,
): Promise<{ id: string; state: RegistrationState } | null> {
  const { rows } = await sql<{ id: string; state: RegistrationState }>`
    select coalesce(m.id, r.id) as id, coalesce(m.state, r.state) as state
    from registration r
      left join registration m on m.id = r.merged_into and r.state = 'unida'
    where r.id = ${id}::uuid and r.meeting_id = ${meetingId}::uuid
  `.execute(tx);
  return rows[0] ?? null;
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
  return row
    ? { id: row.id, state: row.state as RegistrationState, channel: row.channel as Channel }
    : null;
}

/** Takes somebody off the ideas that they wanted to own. */
export async function deleteOwnership(tx: Tx, registrationId: string): Promise<void> {
  await tx.deleteFrom('table_idea_owner').where('registration_id', '=', registrationId).execute();
}

/** Gives a place to who came without having one; true when it is one more than there are. */
export async function seatAtDoor(tx: Tx, id: string, overCapacity: boolean): Promise<void> {
  await tx
    .updateTable('registration')
    .set({
      state: 'inscrita',
      offered_until: null,
      cancelled_at: null,
      ...(overCapacity ? { over_capacity: true } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Checks somebody in; false when they were in already, whoever did it. */
export async function insertCheckIn(
  tx: Tx,
  row: {
    id: string;
    meetingId: string;
    registrationId: string;
    at: Date;
    recordedBy: string | null;
  },
): Promise<boolean> {
  const result = await tx
    .insertInto('check_in')
    .values({
      id: row.id,
      meeting_id: row.meetingId,
      registration_id: row.registrationId,
      at: row.at,
      recorded_by: row.recordedBy,
    })
    .onConflict((oc) => oc.column('registration_id').where('undone_at', 'is', null).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows) > 0;
}

/** Takes a check-in back: this one, or whichever holds for the registration. False when none holds. */
export async function undoCheckIns(
  tx: Tx,
  of: { registrationId: string; id?: string | undefined },
  at: Date,
): Promise<boolean> {
  let query = tx
    .updateTable('check_in')
    .set({ undone_at: at })
    .where('registration_id', '=', of.registrationId)
    .where('undone_at', 'is', null);
  if (of.id) query = query.where('id', '=', of.id);
  return Number((await query.executeTakeFirst()).numUpdatedRows) > 0;
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

/** Keeps an idea of a table with those of this meeting who stand behind it; says how many of them there are. */
export async function insertTableIdea(
  tx: Tx,
  idea: {
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
  },
): Promise<number> {
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
