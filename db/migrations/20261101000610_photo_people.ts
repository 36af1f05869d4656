import { sql, type Kysely } from 'kysely';

/** Who can be seen in a photo of a meeting: it is public only while all of them consent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
    create table meeting_file_person (
      file_id uuid not null references meeting_file on delete cascade,
      registration_id uuid not null references registration on delete cascade,
      primary key (file_id, registration_id)
    );
    create index meeting_file_person_registration on meeting_file_person (registration_id);

    -- When somebody shown withdrew their consent: the picture as it is cannot be cleared again, only one in which they are covered.
    alter table meeting_file add column withdrawn_at timestamptz;
    alter table meeting_file add constraint meeting_file_withdrawn check (withdrawn_at is null or cleared_at is null);
  `,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('drop table meeting_file_person; alter table meeting_file drop column withdrawn_at;')
    .execute(db);
}
