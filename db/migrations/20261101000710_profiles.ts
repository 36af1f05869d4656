import { sql, type Kysely } from 'kysely';

/** What an account says of itself, in versions; and what the Circle asks for when somebody is missing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
    -- A version is never changed: an act counts under the version that held when it was done.
    create table declared.profile (
      person_id uuid not null,
      declared_at timestamptz not null,
      answers jsonb not null constraint profile_answers check (jsonb_typeof(answers) = 'object' and answers - array['genero', 'anio_nacimiento', 'localidad'] = '{}'),
      primary key (person_id, declared_at)
    );
    create function declare_profile(of_person uuid, at timestamptz, given jsonb) returns void
      language sql security definer set search_path = pg_catalog, pg_temp as $$
        insert into declared.profile (person_id, declared_at, answers) values (of_person, at, given) on conflict (person_id, declared_at) do update set answers = excluded.answers $$;
    -- For the person who declared: the caller has checked who asks and leaves an audit row.
    create function own_profile(of_person uuid) returns jsonb
      language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select answers from declared.profile where person_id = of_person order by declared_at desc limit 1 $$;
    create function erase_profile(of_person uuid) returns boolean
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin delete from declared.profile where person_id = of_person; return found; end $$;
    revoke execute on function declare_profile(uuid, timestamptz, jsonb), own_profile(uuid), erase_profile(uuid) from public;

    create table circle_request (
      id uuid primary key,
      proposal_id uuid not null references proposal on delete cascade,
      member_id uuid references circle_member on delete set null,
      locality_code text references locality,
      reason text not null constraint circle_request_reason check (reason <> ''),
      requested_at timestamptz not null,
      -- What was done about it: a meeting, or why not.
      meeting_id uuid references meeting on delete set null,
      answer text not null default '',
      answered_at timestamptz
    );
    create index circle_request_proposal on circle_request (proposal_id);
    create index circle_request_member on circle_request (member_id);
    create index circle_request_locality on circle_request (locality_code);
    create index circle_request_meeting on circle_request (meeting_id);
    create index circle_request_open on circle_request (requested_at) where answered_at is null;

    do $$ begin
      grant execute on function declare_profile(uuid, timestamptz, jsonb), own_profile(uuid), erase_profile(uuid) to convite_web, convite_worker;
      grant select on declared.profile to convite_worker;
    exception when undefined_object then null;
    end $$;
  `,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
    drop table circle_request;
    drop function declare_profile(uuid, timestamptz, jsonb), own_profile(uuid), erase_profile(uuid);
    drop table declared.profile;
  `,
    )
    .execute(db);
}
