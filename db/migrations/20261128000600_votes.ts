import { sql, type Kysely } from 'kysely';

const support = sql`
  create table support (
    idea_id uuid not null references idea on delete cascade,
    person_id uuid not null references person on delete cascade,
    created_at timestamptz not null,
    constraint support_once primary key (idea_id, person_id)
  );
  create index support_person on support (person_id, created_at desc);
`;

/** Supports. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [support]) await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table support`.execute(db);
}
