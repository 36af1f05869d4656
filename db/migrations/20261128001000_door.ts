import { sql, type Kysely } from 'kysely';

/**
 * A device that works at a door, also without connection; one that is lost is revoked and gets
 * nothing more.
 */
const doorDevice = sql`
  create table door_device (
    id uuid primary key,
    meeting_id uuid not null references meeting on delete cascade,
    person_id uuid not null references person on delete cascade,
    name text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    revoked_at timestamptz
  );
  create index door_device_meeting on door_device (meeting_id);
  create index door_device_person on door_device (person_id);
`;

/** What devices sent: a record comes once, however often it is sent. No personal data here. */
const doorRecord = sql`
  create table door_record (
    id uuid primary key,
    meeting_id uuid not null references meeting on delete cascade,
    device_id uuid not null references door_device on delete cascade,
    kind text not null
      constraint door_record_kind check (
        kind in ('inscripcion', 'llegada', 'deshacer', 'anular', 'idea', 'nota', 'foto', 'respuestas')
      ),
    outcome text not null,
    made_at timestamptz not null,
    received_at timestamptz not null,
    -- The refused record that a person put right with this one; the refused one stays as it was.
    replaces uuid
  );
  create index door_record_device on door_record (device_id, received_at);
  create index door_record_meeting on door_record (meeting_id, kind);
`;

const checkIn = sql`
  create table check_in (
    id uuid primary key,
    meeting_id uuid not null references meeting on delete cascade,
    registration_id uuid not null references registration on delete cascade,
    at timestamptz not null,
    recorded_by uuid references person on delete set null,
    undone_at timestamptz
  );
  create unique index check_in_once on check_in (registration_id) where undone_at is null;
  create index check_in_meeting on check_in (meeting_id) where undone_at is null;
  create index check_in_recorded_by on check_in (recorded_by);
`;

/** The door of a meeting: devices, what they sent, arrivals. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [doorDevice, doorRecord, checkIn]) await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table check_in, door_record, door_device`.execute(db);
}
