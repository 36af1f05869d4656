import { sql, type Kysely } from 'kysely';
import { answerOptions } from './catalogues/answer-options.ts';

/**
 * Answers that forms offer, dated, with their source. What stops being valid stays readable in old
 * answers.
 */
const answerOption = sql`
  create table answer_option (
    question text not null,
    code text not null constraint answer_option_code check (code ~ '^[a-z0-9_]+$'),
    position smallint not null,
    label_es text not null,
    label_en text not null,
    source text not null,
    valid_from date not null,
    valid_to date,
    primary key (question, code),
    constraint answer_option_dates check (valid_to is null or valid_from <= valid_to)
  );
`;

/** The web role writes what people declare through functions, and selects nothing of it. */
const declared = sql`
  create schema declared;
  do $$ begin
    grant usage on schema declared to convite_worker;
  exception when undefined_object then
    null;
  end $$;
`;

/** What people declare of themselves, frozen at the act. */
const declaration = sql`
  create table declared.declaration (
    registration_id uuid primary key,
    meeting_id uuid not null,
    declared_at timestamptz not null,
    catalogue text not null,
    answers jsonb not null
      constraint declaration_answers check (
        jsonb_typeof(answers) = 'object'
        and answers - array[
          'genero', 'genero_otra', 'anio_nacimiento', 'localidad', 'wg_ver', 'wg_oir',
          'wg_caminar', 'wg_recordar', 'wg_cuidado', 'wg_comunicar', 'cuida', 'etnia', 'victima',
          'organizacion', 'organizacion_tipo', 'como_supo', 'canal'
        ] = '{}'
      )
  );
  create index declaration_meeting on declared.declaration (meeting_id);

  create function declare_answers(
    of_registration uuid,
    of_meeting uuid,
    at timestamptz,
    of_catalogue text,
    given jsonb
  )
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      insert into declared.declaration (
        registration_id, meeting_id, declared_at, catalogue, answers
      )
      values (of_registration, of_meeting, at, of_catalogue, given)
      on conflict (registration_id) do update
      set declared_at = excluded.declared_at,
        catalogue = excluded.catalogue,
        answers = excluded.answers
    $$;

  -- For the person who declared: the caller has checked who asks and leaves an audit row.
  create function own_declaration(of_registration uuid)
    returns jsonb
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      select answers
      from declared.declaration
      where registration_id = of_registration
    $$;

  create function erase_declarations(of_registrations uuid[])
    returns setof uuid
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      delete from declared.declaration
      where registration_id = any(of_registrations)
      returning registration_id
    $$;

  -- Two registrations are one person's: what was declared goes along unseen, unless the other has
  -- its own.
  create function move_declaration(from_registration uuid, to_registration uuid)
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        update declared.declaration
        set registration_id = to_registration
        where registration_id = from_registration
          and not exists (
            select
            from declared.declaration d
            where d.registration_id = to_registration
          );
        return found;
      end
    $$;

  revoke execute on function
    declare_answers(uuid, uuid, timestamptz, text, jsonb),
    own_declaration(uuid),
    erase_declarations(uuid[]),
    move_declaration(uuid, uuid)
    from public;
  do $$ begin
    grant execute on function
      declare_answers(uuid, uuid, timestamptz, text, jsonb),
      own_declaration(uuid),
      erase_declarations(uuid[]),
      move_declaration(uuid, uuid)
      to convite_web, convite_worker;
    grant select, delete on declared.declaration to convite_worker;
  exception when undefined_object then
    null;
  end $$;
`;

/**
 * What an account says of itself. A version is never changed:
 * an act counts under the version that held when it was done.
 */
const profile = sql`
  create table declared.profile (
    person_id uuid not null,
    declared_at timestamptz not null,
    answers jsonb not null
      constraint profile_answers check (
        jsonb_typeof(answers) = 'object'
        and answers - array['genero', 'anio_nacimiento', 'localidad'] = '{}'
      ),
    primary key (person_id, declared_at)
  );

  create function declare_profile(of_person uuid, at timestamptz, given jsonb)
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      insert into declared.profile (person_id, declared_at, answers)
      values (of_person, at, given)
      on conflict (person_id, declared_at) do update
      set answers = excluded.answers
    $$;

  -- For the person who declared: the caller has checked who asks and leaves an audit row.
  create function own_profile(of_person uuid)
    returns jsonb
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      select answers
      from declared.profile
      where person_id = of_person
      order by declared_at desc
      limit 1
    $$;

  create function erase_profile(of_person uuid)
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        delete from declared.profile
        where person_id = of_person;
        return found;
      end
    $$;

  revoke execute on function
    declare_profile(uuid, timestamptz, jsonb),
    own_profile(uuid),
    erase_profile(uuid)
    from public;
  do $$ begin
    grant execute on function
      declare_profile(uuid, timestamptz, jsonb),
      own_profile(uuid),
      erase_profile(uuid)
      to convite_web, convite_worker;
    grant select on declared.profile to convite_worker;
  exception when undefined_object then
    null;
  end $$;
`;

/** The answers to begin with; coordination dates what changes. */
const firstOptions = sql`
  insert into answer_option (question, code, position, label_es, label_en, source, valid_from)
  select question, code, position, label_es, label_en, source, date '2026-01-01'
  from jsonb_to_recordset(${JSON.stringify(answerOptions)}::jsonb) as o(
    question text, code text, position smallint, label_es text, label_en text, source text
  )
`;

/** What people declare of themselves, and the answers that forms offer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [answerOption, firstOptions, declared, declaration, profile])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function
      declare_profile(uuid, timestamptz, jsonb),
      own_profile(uuid),
      erase_profile(uuid),
      declare_answers(uuid, uuid, timestamptz, text, jsonb),
      own_declaration(uuid),
      erase_declarations(uuid[]),
      move_declaration(uuid, uuid);
    drop table declared.profile, declared.declaration, answer_option;
    drop schema declared;
  `.execute(db);
}
