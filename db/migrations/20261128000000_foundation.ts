import { sql, type Kysely } from 'kysely';
import { searchFunctions } from './parts/search.ts';

const extensions = sql`
  create extension if not exists unaccent;
  create extension if not exists pg_trgm;
  create extension if not exists citext;
`;

/**
 * Roles are made where the owner may; elsewhere (a managed server) doctor says that they are not
 * separate.
 */
const roles = sql`
  do $$ begin
    if not exists (select from pg_roles where rolname = 'convite_web') then
      create role convite_web nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'convite_worker') then
      create role convite_worker nologin;
    end if;
  exception when insufficient_privilege then
    raise notice 'roles were not made';
  end $$;
  do $$ begin
    grant usage on schema public to convite_web, convite_worker;
    alter default privileges in schema public
      grant select, insert, update, delete on tables to convite_web, convite_worker;
    alter default privileges in schema public
      grant usage on sequences to convite_web, convite_worker;
  exception when undefined_object then
    null;
  end $$;
`;

const appClock = sql`
  create table app_clock (
    only_row boolean primary key default true constraint app_clock_one_row check (only_row),
    offset_ms bigint not null default 0
  );
  insert into app_clock default values;
`;

/** What this database holds, and whether filling it came to its end. */
const appState = sql`
  create table app_state (
    key text primary key,
    value text not null
  );
`;

/** Append-only, whoever asks. */
const auditEntry = sql`
  create table audit_entry (
    id uuid primary key,
    at timestamptz not null,
    action text not null,
    actor_kind text not null,
    actor_id uuid,
    actor_name text not null,
    actor_roles text[] not null default '{}',
    subject_kind text not null,
    subject_id text not null,
    data jsonb not null default '{}',
    is_public boolean not null default false
  );
  create index audit_entry_subject on audit_entry (subject_kind, subject_id, at);
  create index audit_entry_at on audit_entry (at desc, id desc);
  create index audit_entry_public on audit_entry (at desc, id desc) where is_public;

  create function refuse_change()
    returns trigger
    language plpgsql
    as $$
      begin
        raise exception 'append-only table %', tg_table_name using errcode = '42501';
      end
    $$;
  create trigger audit_entry_append_only
    before update or delete on audit_entry
    for each statement
    execute function refuse_change();
  do $$ begin
    revoke update, delete, truncate on audit_entry from convite_web, convite_worker;
  exception when undefined_object then
    null;
  end $$;
`;

const mail = sql`
  create table mail (
    id uuid primary key,
    recipient text not null,
    person_id uuid,
    subject text not null,
    body text not null,
    links text[] not null default '{}',
    -- What it is about, where a corrected address takes along what was not sent.
    about_id uuid,
    queued_at timestamptz not null,
    -- Given to a mail server; without the next one nobody knows whether it took it.
    handed_over_at timestamptz,
    sent_at timestamptz,
    -- The server knows nobody of this address: it is not tried again.
    refused_at timestamptz
  );
  create index mail_refused on mail (refused_at) where refused_at is not null;
  create index mail_uncertain on mail (handed_over_at) where sent_at is null;
  create index mail_waiting on mail (queued_at) where sent_at is null and refused_at is null;
  create index mail_about on mail (about_id) where sent_at is null and about_id is not null;
  create index mail_recipient on mail (recipient, queued_at desc);
  create index mail_queued on mail (queued_at desc, id desc);

  -- The texts hold links: the worker alone reads them, and empties what it sent. What stays in the
  -- demonstration's mailbox is delivered there.
  create function kept_mail(wanted text, most integer)
    returns setof mail
    language sql
    stable
    security definer
    set search_path = pg_catalog, public, pg_temp
    as $$
      select *
      from public.mail
      where sent_at is not null and (wanted is null or recipient = wanted)
      order by queued_at desc, id desc
      limit most
    $$;
  revoke execute on function kept_mail(text, integer) from public;
  do $$ begin
    revoke select, update on mail from convite_web;
    grant select (
      id, recipient, person_id, subject, queued_at, handed_over_at, sent_at, refused_at
    )
      on mail to convite_web;
    grant execute on function kept_mail(text, integer) to convite_web, convite_worker;
  exception when undefined_object then
    null;
  end $$;
`;

const rateLimit = sql`
  create unlogged table rate_limit (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  );
`;

/** What was done in the last minutes, by a hash of who, what and its content: an accident repeats it. */
const recentAct = sql`
  create table recent_act (
    key text primary key,
    at timestamptz not null,
    -- Ids of what was made.
    result jsonb
  );
  create index recent_act_at on recent_act (at);
`;

/** Files by their content; one backup holds everything. */
const file = sql`
  create table file (
    sha256 text primary key,
    size integer not null constraint file_size check (size between 1 and 20971520),
    type text not null,
    created_at timestamptz not null
  );
`;

const fileChunk = sql`
  create table file_chunk (
    sha256 text not null references file on delete cascade,
    position integer not null,
    bytes bytea not null,
    primary key (sha256, position)
  );
`;

/**
 * Extensions, the three roles, and the tables of `platform`: clock, audit, mail, rate limits,
 * files.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    extensions,
    roles,
    searchFunctions,
    appClock,
    appState,
    auditEntry,
    mail,
    rateLimit,
    recentAct,
    file,
    fileChunk,
  ])
    await statement.execute(db);
}

/** Extensions and roles stay: they may have been here before, and other databases use the roles. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function kept_mail(text, integer);
    drop table file_chunk, file, recent_act, rate_limit, mail, audit_entry, app_state, app_clock;
    drop function refuse_change();
    drop function search_matches(tsvector, text), search_query(text), search_vector(text), search_words(text, boolean);
    drop function normalized(text);
    do $$ begin
      alter default privileges in schema public
        revoke all on tables from convite_web, convite_worker;
      alter default privileges in schema public
        revoke all on sequences from convite_web, convite_worker;
      revoke usage on schema public from convite_web, convite_worker;
    exception when undefined_object then
      null;
    end $$;
  `.execute(db);
}
