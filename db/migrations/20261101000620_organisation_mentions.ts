import { sql, type Kysely } from 'kysely';

/** Names of groups that people of a closed meeting wrote, without the people: somebody says which group of the catalogue each is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
    create table organisation_mention (
      id uuid primary key,
      meeting_id uuid not null references meeting on delete cascade,
      -- As it is compared, and as most of them wrote it. Never beside a person.
      name text not null,
      written text not null,
      people integer not null constraint organisation_mention_people check (people > 0),
      gathered_at timestamptz not null,
      organisation_id uuid references organisation on delete set null,
      discarded_at timestamptz,
      settled_by uuid references person on delete set null,
      settled_at timestamptz,
      constraint organisation_mention_once unique (meeting_id, name),
      constraint organisation_mention_outcome check (organisation_id is null or discarded_at is null)
    );
    create index organisation_mention_organisation on organisation_mention (organisation_id);
    create index organisation_mention_name on organisation_mention (name);
    create index organisation_mention_settled_by on organisation_mention (settled_by);

    -- When the names were last gathered; again when who came or who consents changed after that.
    alter table meeting add column mentions_at timestamptz;
  `,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('drop table organisation_mention; alter table meeting drop column mentions_at;')
    .execute(db);
}
