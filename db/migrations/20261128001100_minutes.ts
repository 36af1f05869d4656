import { sql, type Kysely } from 'kysely';

/** Ideas of the tables; each becomes an idea of the platform when the minutes are published. */
const tableIdea = sql`
  create table table_idea (
    id uuid primary key,
    meeting_id uuid not null references meeting on delete cascade,
    table_name text not null default '',
    commitment_id uuid references commitment on delete restrict,
    title text not null,
    description text not null default '',
    agreeing integer not null default 0 constraint table_idea_agreeing check (agreeing >= 0),
    captured_at timestamptz not null,
    captured_by uuid references person on delete set null,
    idea_id uuid constraint table_idea_idea_key unique references idea on delete set null,
    dropped_at timestamptz
  );
  create index table_idea_meeting on table_idea (meeting_id, captured_at);
  create index table_idea_commitment on table_idea (commitment_id);
  create index table_idea_captured_by on table_idea (captured_by);
`;

/** People who want to own an idea of a table. */
const tableIdeaOwner = sql`
  create table table_idea_owner (
    table_idea_id uuid not null references table_idea on delete cascade,
    registration_id uuid not null references registration on delete cascade,
    primary key (table_idea_id, registration_id)
  );
  create index table_idea_owner_registration on table_idea_owner (registration_id);
`;

const meetingNote = sql`
  create table meeting_note (
    id uuid primary key,
    meeting_id uuid not null references meeting on delete cascade,
    body text not null,
    written_at timestamptz not null,
    written_by uuid references person on delete set null
  );
  create index meeting_note_meeting on meeting_note (meeting_id, written_at);
  create index meeting_note_written_by on meeting_note (written_by);
`;

const meetingMinutes = sql`
  create table meeting_minutes (
    meeting_id uuid not null references meeting on delete cascade,
    version integer not null,
    agenda text not null default '',
    topics text not null default '',
    agreements text not null default '',
    closing text not null default '',
    attended integer,
    state text not null constraint meeting_minutes_state check (state in ('borrador', 'publicada')),
    written_by uuid references person on delete set null,
    written_at timestamptz not null,
    published_at timestamptz,
    primary key (meeting_id, version),
    constraint meeting_minutes_published check (
      (state = 'publicada') = (published_at is not null and attended is not null)
    )
  );
  create unique index meeting_minutes_draft
    on meeting_minutes (meeting_id)
    where state = 'borrador';
  create index meeting_minutes_written_by on meeting_minutes (written_by);
`;

const meetingFile = sql`
  create table meeting_file (
    id uuid primary key,
    meeting_id uuid not null references meeting on delete cascade,
    sha256 text not null references file on delete restrict,
    kind text not null constraint meeting_file_kind check (kind in ('foto', 'adjunto')),
    name text not null,
    description text not null default '',
    added_by uuid references person on delete set null,
    added_at timestamptz not null,
    -- A photo is public only after a person marked that nobody can be recognised, or that who is
    -- shown consented.
    cleared_why text
      constraint meeting_file_cleared_why check (
        cleared_why in ('nadie_reconocible', 'con_permiso')
      ),
    cleared_by uuid references person on delete set null,
    cleared_at timestamptz,
    -- When somebody shown withdrew their consent: the picture as it is cannot be cleared again,
    -- only one in which they are covered.
    withdrawn_at timestamptz,
    constraint meeting_file_cleared check ((cleared_why is null) = (cleared_at is null)),
    constraint meeting_file_withdrawn check (withdrawn_at is null or cleared_at is null)
  );
  create index meeting_file_meeting on meeting_file (meeting_id, added_at);
  create index meeting_file_sha256 on meeting_file (sha256);
  create index meeting_file_added_by on meeting_file (added_by);
  create index meeting_file_cleared_by on meeting_file (cleared_by);
`;

/** Who can be seen in a photo: it is public only while all of them consent. */
const meetingFilePerson = sql`
  create table meeting_file_person (
    file_id uuid not null references meeting_file on delete cascade,
    registration_id uuid not null references registration on delete cascade,
    primary key (file_id, registration_id)
  );
  create index meeting_file_person_registration on meeting_file_person (registration_id);
`;

/**
 * What a meeting leaves: ideas of its tables, notes, minutes, files and who can be seen in them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    tableIdea,
    tableIdeaOwner,
    meetingNote,
    meetingMinutes,
    meetingFile,
    meetingFilePerson,
  ])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table meeting_file_person, meeting_file, meeting_minutes, meeting_note,
      table_idea_owner, table_idea
  `.execute(db);
}
