import { sql, type Kysely } from 'kysely';

/** The population that participation is compared with: dated, sourced, replaced by a file. */
const baseline = sql`
  create table baseline (
    measure text not null,
    value text not null,
    share numeric(9, 8) not null constraint baseline_share check (share >= 0 and share <= 1),
    -- How many the source counts; none where it gives a share only.
    persons integer constraint baseline_persons check (persons >= 0),
    definition text not null,
    as_of date not null,
    source text not null constraint baseline_source check (source <> ''),
    -- Whose population it is.
    territory text not null
      constraint baseline_territory check (territory in ('ciudad', 'pais')),
    loaded_at timestamptz not null,
    primary key (measure, value)
  );
`;

/** Meetings whose counts changed since they were last counted. */
const recount = sql`
  create table declared.recount (
    meeting_id uuid primary key,
    marks integer not null default 1
  );
`;

/**
 * Counts of each meeting, kept up to date; value '' is who did not answer. Small counts stand
 * here: never outside.
 */
const tally = sql`
  create table declared.tally (
    meeting_id uuid not null,
    population text not null
      constraint tally_population check (population in ('inscritas', 'asistieron', 'aportaron')),
    measure text not null,
    value text not null,
    people integer not null constraint tally_people check (people > 0),
    primary key (meeting_id, population, measure, value)
  );
`;

/**
 * How often the counts of a meeting came out different: two releases with the same number saw the
 * same people.
 */
const tallied = sql`
  create table declared.tallied (
    meeting_id uuid primary key,
    version integer not null
  );
`;

/** Marks a meeting to be counted again when something that counts changes. */
const marks = sql`
  create function mark_recount(of_meeting uuid)
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      insert into declared.recount as r (meeting_id)
      values (of_meeting)
      on conflict (meeting_id) do update
      set marks = r.marks + 1
    $$;
  create function mark_recount_row()
    returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        if tg_op <> 'INSERT' then
          perform public.mark_recount(old.meeting_id);
        end if;
        if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.meeting_id <> old.meeting_id) then
          perform public.mark_recount(new.meeting_id);
        end if;
        return null;
      end
    $$;
  create function mark_recount_owner()
    returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        perform public.mark_recount(t.meeting_id)
        from public.table_idea t
        where t.id = coalesce(new.table_idea_id, old.table_idea_id);
        return null;
      end
    $$;
  revoke execute on function
    mark_recount(uuid),
    mark_recount_row(),
    mark_recount_owner()
    from public;
`;

/** What counts: declarations, registrations, arrivals, who owns an idea of a table. */
const whatCounts = sql`
  create trigger declaration_recount
    after insert or update or delete on declared.declaration
    for each row
    execute function mark_recount_row();
  create trigger registration_recount
    after insert or update of state or delete on registration
    for each row
    execute function mark_recount_row();
  create trigger check_in_recount
    after insert or update of undone_at or delete on check_in
    for each row
    execute function mark_recount_row();
  create trigger table_idea_recount
    after update of dropped_at on table_idea
    for each row
    execute function mark_recount_row();
  create trigger table_idea_owner_recount
    after insert or delete on table_idea_owner
    for each row
    execute function mark_recount_owner();
`;

/**
 * Every table that was ever published, kept as it was. The meetings that it counts, each with the
 * version of its counts.
 */
const publishedTable = sql`
  create table published_table (
    id uuid primary key,
    plan_id uuid not null references plan on delete cascade,
    scope text not null,
    population text not null,
    measure text not null,
    released_at timestamptz not null,
    threshold smallint not null,
    people integer not null constraint published_table_people check (people >= 0),
    meetings jsonb not null,
    is_current boolean not null default true
  );
  create unique index published_table_current
    on published_table (plan_id, scope, population, measure)
    where is_current;
  create index published_table_scope
    on published_table (plan_id, scope, population, measure, released_at);

  create function keep_published()
    returns trigger
    language plpgsql
    as $$
      begin
        if tg_table_name = 'published_table' then
          if old.is_current
            and not new.is_current
            and (to_jsonb(old) - 'is_current') = (to_jsonb(new) - 'is_current')
          then
            return new;
          end if;
        end if;
        raise exception 'what was published is kept';
      end
    $$;
  create trigger published_table_kept
    before update on published_table
    for each row
    execute function keep_published();
`;

const publishedCell = sql`
  create table published_cell (
    table_id uuid not null references published_table on delete cascade,
    position smallint not null,
    -- '' is who did not answer.
    value text not null,
    -- None where it is protected, whatever the reason.
    people integer constraint published_cell_people check (people >= 0),
    primary key (table_id, value)
  );
  create trigger published_cell_kept
    before update or delete on published_cell
    for each row
    execute function keep_published();
`;

/**
 * The last state of the counts from which a release was tried, so that one that had to wait is not
 * tried each minute.
 */
const releaseAttempt = sql`
  create table release_attempt (
    plan_id uuid primary key references plan on delete cascade,
    signature text not null,
    tried_at timestamptz not null
  );
`;

const grants = sql`
  do $$ begin
    revoke insert, update, delete
      on published_table, published_cell, release_attempt
      from convite_web;
    grant select, insert, update, delete
      on declared.recount, declared.tally, declared.tallied
      to convite_worker;
    grant execute on function mark_recount(uuid) to convite_worker;
  exception when undefined_object then
    null;
  end $$;
`;

/**
 * Who takes part: the population it is compared with, protected counts, what was published of
 * them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    baseline,
    recount,
    tally,
    tallied,
    marks,
    whatCounts,
    publishedTable,
    publishedCell,
    releaseAttempt,
    grants,
  ])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger table_idea_owner_recount on table_idea_owner;
    drop trigger table_idea_recount on table_idea;
    drop trigger check_in_recount on check_in;
    drop trigger registration_recount on registration;
    drop trigger declaration_recount on declared.declaration;
    drop table release_attempt, published_cell, published_table,
      declared.tallied, declared.tally, declared.recount, baseline;
    drop function
      keep_published(),
      mark_recount_owner(),
      mark_recount_row(),
      mark_recount(uuid);
  `.execute(db);
}
