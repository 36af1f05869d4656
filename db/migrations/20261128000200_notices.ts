import { sql, type Kysely } from 'kysely';

const follow = sql`
  create table follow (
    person_id uuid not null references person on delete cascade,
    subject_kind text not null,
    subject_id uuid not null,
    created_at timestamptz not null,
    primary key (subject_kind, subject_id, person_id)
  );
  create index follow_person on follow (person_id);
`;

const notice = sql`
  create table notice (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    kind text not null,
    subject_kind text not null,
    subject_id uuid not null,
    params jsonb not null default '{}',
    created_at timestamptz not null,
    read_at timestamptz,
    mailed_at timestamptz,
    constraint notice_once unique (person_id, kind, subject_id, created_at)
  );
  create index notice_person on notice (person_id, created_at desc, id desc);
  create index notice_unmailed on notice (person_id, created_at) where mailed_at is null;
`;

/** What people follow and are told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [follow, notice]) await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table notice, follow`.execute(db);
}
