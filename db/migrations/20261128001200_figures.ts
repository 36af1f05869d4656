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

/**
 * Counts of each meeting, made once and never changed, by the disjoint parts of its people; value
 * '' is who did not answer. Small counts stand here: never outside.
 */
const tally = sql`
  -- The scopes that a meeting counted for when it was; one of few people is here without counts.
  create table declared.tallied (
    meeting_id uuid primary key,
    plan_id uuid not null,
    scopes text[] not null,
    counted_at timestamptz not null
  );
  create table declared.tally (
    meeting_id uuid not null references declared.tallied on delete cascade,
    part text not null
      constraint tally_part
      check (part in ('solo_inscritas', 'vinieron', 'aportaron', 'aportaron_sin_venir')),
    measure text not null,
    value text not null,
    people integer not null constraint tally_people check (people > 0),
    primary key (meeting_id, part, measure, value)
  );
`;

/**
 * Counts of those who act on ideas, by batches of enough new people; and of those behind a proposal
 * as it reached the Circle, told apart by the batch that counted them. Nobody is named: whom a batch
 * counts follows from the moments between which it was made.
 */
const actTally = sql`
  create table declared.act_batch (
    id uuid primary key,
    plan_id uuid not null,
    population text not null
      constraint act_batch_population check (population in ('proponen', 'apoyan')),
    counted_until timestamptz not null
  );
  create table declared.backed (
    proposal_id uuid primary key,
    plan_id uuid not null,
    counted_at timestamptz not null
  );
  create table declared.act_tally (
    batch_id uuid not null references declared.act_batch on delete cascade,
    -- None of the whole batch.
    proposal_id uuid references declared.backed on delete cascade,
    measure text not null,
    value text not null,
    people integer not null constraint act_tally_people check (people > 0),
    constraint act_tally_once unique nulls not distinct (batch_id, proposal_id, measure, value)
  );
`;

/**
 * Every table that was ever published, kept as it was, with the meetings, batches or proposals
 * whose people it counts.
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
    counted uuid[] not null,
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

/**
 * Measures of which nothing new is published, since something that was published of them before can
 * no longer be proven to hide what it hides.
 */
const releaseStanding = sql`
  create table release_standing (
    plan_id uuid not null references plan on delete cascade,
    counts_of text not null
      constraint release_standing_counts_of check (counts_of in ('encuentros', 'ideas')),
    measure text not null,
    since timestamptz not null,
    primary key (plan_id, counts_of, measure)
  );
`;

const grants = sql`
  do $$ begin
    revoke insert, update, delete
      on published_table, published_cell, release_attempt, release_standing
      from convite_web;
    grant select, insert, update, delete
      on declared.tallied, declared.tally,
        declared.act_batch, declared.backed, declared.act_tally
      to convite_worker;
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
    tally,
    actTally,
    publishedTable,
    publishedCell,
    releaseAttempt,
    releaseStanding,
    grants,
  ])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table release_standing, release_attempt, published_cell, published_table,
      declared.act_tally, declared.backed, declared.act_batch, declared.tally, declared.tallied,
      baseline;
    drop function keep_published();
  `.execute(db);
}
