import { sql, type Kysely } from 'kysely';

const draw = sql`
  create table draw (
    id uuid primary key,
    meeting_id uuid not null
      constraint draw_meeting_key unique references meeting on delete cascade,
    state text not null
      constraint draw_state check (
        state in (
          'preparada', 'calculando', 'detenida', 'lista', 'comprometida', 'sorteada'
        )
      ),
    -- Published, as who takes part is: of fewer than five it would be about them.
    size integer not null constraint draw_size check (size >= 5),
    people integer not null constraint draw_people check (people > size),
    -- How many types of people quotas tell apart, once the lottery is proven. Until it is
    -- committed to nothing is said of what the people of a draw answered.
    types integer,
    -- The quotas of ages and localities that gave way, since nobody could meet them all.
    yielded jsonb not null default '[]',
    failed boolean not null default false,
    prepared_by uuid references person on delete set null,
    prepared_at timestamptz not null,
    -- The worker that calculates holds it for some seconds of the database's own time, and renews
    -- it; after a crash another takes over.
    lease_by uuid,
    lease_until timestamptz,
    -- The lottery, exactly the bytes that the hash commits to, once its proof is complete.
    lottery text,
    lottery_sha256 text,
    panels integer,
    smallest double precision,
    rounding double precision,
    committed_by uuid references person on delete set null,
    committed_at timestamptz,
    -- The public source, exactly: which draw of which lottery and how many digits, or which round
    -- of which chain; and when it is known.
    source jsonb,
    source_at timestamptz,
    -- Where people of the Circle add secrets: until when they commit to them, which is when the
    -- lottery is shown; and until when they reveal them, before the source is known.
    shares_until timestamptz,
    reveal_until timestamptz,
    -- The signed round, where the source has one.
    source_proof jsonb,
    seed_text text,
    seed text,
    position integer,
    panel text[],
    waiting text[],
    drawn_by uuid references person on delete set null,
    drawn_at timestamptz,
    constraint draw_lottery check (
      (state in ('lista', 'comprometida', 'sorteada')) = (
        lottery is not null and lottery_sha256 is not null
      )
    ),
    constraint draw_committed check (
      (state in ('comprometida', 'sorteada')) = (
        committed_at is not null and source is not null and source_at is not null
      )
    ),
    constraint draw_before_source check (source_at > committed_at),
    constraint draw_shares_before_source check (
      (shares_until is null) = (reveal_until is null)
      and shares_until > committed_at
      and reveal_until > shares_until
      and source_at >= reveal_until
    ),
    constraint draw_drawn check (
      (state = 'sorteada') = (
        drawn_at is not null and seed is not null and panel is not null and waiting is not null
      )
    )
  );
  create index draw_running on draw (state) where state = 'calculando';
  create index draw_prepared_by on draw (prepared_by);
  create index draw_committed_by on draw (committed_by);
  create index draw_drawn_by on draw (drawn_by);
`;

const drawQuota = sql`
  create table draw_quota (
    draw_id uuid not null references draw on delete cascade,
    variable text not null,
    value text not null,
    min integer not null,
    max integer not null,
    primary key (draw_id, variable, value),
    constraint draw_quota_range check (0 <= min and min <= max)
  );
`;

/**
 * Who is who: the name that somebody has in the lottery, and the token that gives their turn in
 * the waiting list. The two are unrelated, since who is offered a place is seen by those who run
 * the meeting, and a name of the lottery has a probability.
 */
const drawEntry = sql`
  create table draw_entry (
    registration_id uuid primary key references registration on delete cascade,
    draw_id uuid not null references draw on delete cascade,
    pseudonym text not null,
    token text not null,
    constraint draw_entry_pseudonym unique (draw_id, pseudonym),
    constraint draw_entry_token unique (draw_id, token)
  );
`;

/**
 * The tokens alone, in their order: published, and kept when nobody is linked to them any more.
 */
const drawToken = sql`
  create table draw_token (
    draw_id uuid not null references draw on delete cascade,
    token text not null,
    primary key (draw_id, token)
  );
`;

/** What people of the Circle add to the seed: first the hash of a secret, later the secret. */
const drawShare = sql`
  create table draw_share (
    id uuid primary key,
    draw_id uuid not null references draw on delete cascade,
    person_id uuid references person on delete set null,
    name text not null,
    sector text not null constraint draw_share_sector check (sector in ('gobierno', 'civil')),
    commitment text not null constraint draw_share_commitment check (commitment ~ '^[0-9a-f]{64}$'),
    committed_at timestamptz not null,
    secret text,
    revealed_at timestamptz,
    constraint draw_share_once unique (draw_id, person_id),
    constraint draw_share_own unique (draw_id, commitment),
    constraint draw_share_revealed check ((secret is null) = (revealed_at is null))
  );
  create index draw_share_person on draw_share (person_id);
`;

/**
 * Where an unfinished proof stands. It speaks of types of people, which come from what they
 * declared: the worker's alone.
 */
const drawWork = sql`
  create table declared.draw_work (
    draw_id uuid primary key references draw on delete cascade,
    pool_sha256 text not null,
    state text not null,
    saved_at timestamptz not null
  );
  do $$ begin
    grant select, insert, update, delete on declared.draw_work to convite_worker;
  exception when undefined_object then
    null;
  end $$;
`;

/**
 * The draw of a meeting’s places: its lottery, the commitment, the seed; who is who in it, and
 * what the worker keeps of its work.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [draw, drawQuota, drawEntry, drawToken, drawShare, drawWork])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table declared.draw_work, draw_share, draw_token, draw_entry, draw_quota, draw
  `.execute(db);
}
