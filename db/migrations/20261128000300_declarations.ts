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

/**
 * Who may read what they themselves declared. The web role neither reads nor writes these tables:
 * the functions below take a secret that only the person holds, and compare its hash here.
 */
const access = sql`
  -- Written once, by the insert of the registration itself.
  create table declared.access (
    registration_id uuid primary key,
    -- Of the word that was told once, to the person alone.
    word_key text,
    wrong_words smallint not null default 0,
    wrong_since timestamptz,
    -- Of the mail address whose links open the answers.
    mail_key text,
    -- The account that it is in.
    person_id uuid
  );

  -- Links on their way, and what was opened with one or with the word. Only the worker makes links,
  -- for the mail that it sends.
  create table declared.pass (
    id text primary key,
    registration_id uuid not null,
    kind text not null constraint pass_kind check (kind in ('enlace', 'abierta')),
    -- Of the mail address that received the link; null for the word.
    mail_key text,
    opens_answers boolean not null,
    expires_at timestamptz not null
  );
  create index pass_registration on declared.pass (registration_id);
  create index pass_expires on declared.pass (expires_at);

  -- A registration is sealed as it is made; a later change of its row opens nothing.
  create function seal_registration()
    returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        insert into declared.access (registration_id, word_key, mail_key, person_id)
        values (
          new.id, new.word_key, public.secret_key(lower(new.email::text)), new.person_id
        );
        new.word_key := null;
        return new;
      end
    $$;

  -- Ten wrong words close the way by the word for a day. Never raises, so that the count stays.
  create function open_by_word(
    of_registration uuid,
    word text,
    pass_key text,
    at timestamptz,
    until timestamptz
  )
    returns text
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      declare
        known declared.access;
      begin
        select * into known
        from declared.access
        where registration_id = of_registration
        for update;
        if not found or known.word_key is null then
          return 'wrong';
        end if;
        if known.wrong_since is null or known.wrong_since < at - interval '1 day' then
          known.wrong_words := 0;
          known.wrong_since := at;
        end if;
        if known.wrong_words >= 10 then
          return 'closed';
        end if;
        if known.word_key is distinct from public.secret_key(word) then
          update declared.access
          set wrong_words = known.wrong_words + 1, wrong_since = known.wrong_since
          where registration_id = of_registration;
          return 'wrong';
        end if;
        insert into declared.pass (id, registration_id, kind, opens_answers, expires_at)
        values (pass_key, of_registration, 'abierta', true, until);
        return 'open';
      end
    $$;

  -- A link opens the answers only when it went to the address that was given at first, or by who
  -- had proved to be the person.
  create function keep_link(
    link_key text,
    of_registration uuid,
    address text,
    until timestamptz
  )
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      insert into declared.pass (
        id, registration_id, kind, mail_key, opens_answers, expires_at
      )
      select link_key, of_registration, 'enlace', public.secret_key(lower(address)),
        coalesce(mail_key = public.secret_key(lower(address)), false), until
      from declared.access
      where registration_id = of_registration
    $$;

  create function open_by_link(
    of_registration uuid,
    link text,
    pass_key text,
    at timestamptz,
    until timestamptz
  )
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        with spent as (
          delete from declared.pass
          where id = public.secret_key(link)
            and registration_id = of_registration
            and kind = 'enlace'
            and expires_at > at
          returning *
        )
        insert into declared.pass (
          id, registration_id, kind, mail_key, opens_answers, expires_at
        )
        select pass_key, registration_id, 'abierta', mail_key, opens_answers, until
        from spent;
        return found;
      end
    $$;

  -- What a pass opens, for who holds its secret.
  create function read_pass(secret text, at timestamptz)
    returns table (registration_id uuid, mail_key text)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      select p.registration_id, p.mail_key
      from declared.pass p
      where p.id = public.secret_key(secret) and p.kind = 'abierta' and p.expires_at > at
    $$;

  create function close_pass(secret text)
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      delete from declared.pass
      where id = public.secret_key(secret)
    $$;

  create function forget_passes(before timestamptz)
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      delete from declared.pass
      where expires_at < before
    $$;

  -- Whether a secret is that of the person of a registration: of a pass that opens its answers, or
  -- of a session of the account that it is in.
  create function declared.is_person(of_registration uuid, proof text, at timestamptz)
    returns boolean
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        return exists (
          select
          from declared.pass p
          where p.id = public.secret_key(proof)
            and p.registration_id = of_registration
            and p.kind = 'abierta'
            and p.opens_answers
            and p.expires_at > at
        ) or exists (
          select
          from declared.access a
            join public.session s on s.person_id = a.person_id
          where a.registration_id = of_registration
            and s.id = public.secret_key(proof)
            and s.expires_at > at
        );
      end
    $$;

  -- The person takes their registration into the account of their session.
  create function claim_registration(
    of_registration uuid,
    pass text,
    session_token text,
    at timestamptz
  )
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        if not declared.is_person(of_registration, pass, at) then
          return false;
        end if;
        update declared.access a
        set person_id = s.person_id
        from public.session s
        where a.registration_id = of_registration
          and s.id = public.secret_key(session_token)
          and s.expires_at > at
          and (a.person_id is null or a.person_id = s.person_id);
        return found;
      end
    $$;

  -- The person gives another address: links that go there open their answers from now on.
  create function change_mail(
    of_registration uuid,
    proof text,
    address text,
    at timestamptz
  )
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      update declared.access
      set mail_key = public.secret_key(lower(address))
      where registration_id = of_registration
        and declared.is_person(of_registration, proof, at)
    $$;

  -- Somebody else corrects the address: what was opened by the one that was there ends, and no link
  -- opens the answers until the person themselves gives an address.
  create function forget_mail(of_registration uuid)
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      delete from declared.pass
      where registration_id = of_registration and mail_key is not null;
      update declared.access
      set mail_key = null
      where registration_id = of_registration
    $$;

  revoke execute on function
    seal_registration(),
    open_by_word(uuid, text, text, timestamptz, timestamptz),
    keep_link(text, uuid, text, timestamptz),
    open_by_link(uuid, text, text, timestamptz, timestamptz),
    read_pass(text, timestamptz),
    close_pass(text),
    forget_passes(timestamptz),
    claim_registration(uuid, text, text, timestamptz),
    change_mail(uuid, text, text, timestamptz),
    forget_mail(uuid)
    from public;
  do $$ begin
    grant execute on function
      open_by_word(uuid, text, text, timestamptz, timestamptz),
      open_by_link(uuid, text, text, timestamptz, timestamptz),
      read_pass(text, timestamptz),
      close_pass(text),
      forget_passes(timestamptz),
      claim_registration(uuid, text, text, timestamptz),
      change_mail(uuid, text, text, timestamptz),
      forget_mail(uuid)
      to convite_web, convite_worker;
    grant execute on function keep_link(text, uuid, text, timestamptz) to convite_worker;
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
      ),
    -- The registration that declared it, where two turned out to be one person's: its person alone
    -- reads it, since whoever joins them may be somebody else.
    moved_from uuid
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
    $$;

  -- Adds to a declaration what it left unsaid: what was said stays, and nothing is told of it.
  create function complete_answers(
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
      insert into declared.declaration as d (
        registration_id, meeting_id, declared_at, catalogue, answers
      )
      values (of_registration, of_meeting, at, of_catalogue, given)
      on conflict (registration_id) do update
      set answers = given || d.answers
    $$;

  -- For the person who declared, by a secret of theirs; the caller leaves an audit row. After two
  -- were joined, a link to the one address of both reads what either declared.
  create function own_declaration(of_registration uuid, proof text, at timestamptz)
    returns jsonb
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      select d.answers
      from declared.declaration d
        left join declared.access a on a.registration_id = d.moved_from
        left join declared.pass p on p.id = public.secret_key(proof)
      where of_registration in (d.registration_id, d.moved_from)
        and declared.is_person(of_registration, proof, at)
        and (coalesce(d.moved_from, d.registration_id) = of_registration or a.mail_key = p.mail_key)
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

  -- Nobody opens these any more, and nobody takes their place: the row stays, empty.
  create function erase_access(of_registrations uuid[])
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      delete from declared.pass
      where registration_id = any(of_registrations);
      update declared.access
      set word_key = null, mail_key = null, person_id = null
      where registration_id = any(of_registrations)
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
        set registration_id = to_registration,
          moved_from = coalesce(moved_from, registration_id)
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
    complete_answers(uuid, uuid, timestamptz, text, jsonb),
    own_declaration(uuid, text, timestamptz),
    erase_declarations(uuid[]),
    erase_access(uuid[]),
    move_declaration(uuid, uuid)
    from public;
  do $$ begin
    grant execute on function
      declare_answers(uuid, uuid, timestamptz, text, jsonb),
      complete_answers(uuid, uuid, timestamptz, text, jsonb),
      own_declaration(uuid, text, timestamptz),
      erase_declarations(uuid[]),
      erase_access(uuid[]),
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

  -- For the person of a session, by its token; the caller leaves an audit row.
  create function own_profile(session_token text, at timestamptz)
    returns jsonb
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        return (
          select p.answers
          from declared.profile p
            join public.session s on s.person_id = p.person_id
          where s.id = public.secret_key(session_token) and s.expires_at > at
          order by p.declared_at desc
          limit 1
        );
      end
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
    own_profile(text, timestamptz),
    erase_profile(uuid)
    from public;
  do $$ begin
    grant execute on function
      declare_profile(uuid, timestamptz, jsonb),
      own_profile(text, timestamptz),
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
  for (const statement of [answerOption, firstOptions, declared, access, declaration, profile])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function
      declare_profile(uuid, timestamptz, jsonb),
      own_profile(text, timestamptz),
      erase_profile(uuid),
      declare_answers(uuid, uuid, timestamptz, text, jsonb),
      complete_answers(uuid, uuid, timestamptz, text, jsonb),
      own_declaration(uuid, text, timestamptz),
      erase_declarations(uuid[]),
      erase_access(uuid[]),
      move_declaration(uuid, uuid),
      seal_registration(),
      open_by_word(uuid, text, text, timestamptz, timestamptz),
      keep_link(text, uuid, text, timestamptz),
      open_by_link(uuid, text, text, timestamptz, timestamptz),
      read_pass(text, timestamptz),
      close_pass(text),
      forget_passes(timestamptz),
      claim_registration(uuid, text, text, timestamptz),
      change_mail(uuid, text, text, timestamptz),
      forget_mail(uuid),
      declared.is_person(uuid, text, timestamptz);
    drop table declared.profile, declared.declaration, declared.pass, declared.access,
      answer_option;
    drop schema declared;
  `.execute(db);
}
