import { sql, type Kysely } from 'kysely';

const idea = sql`
  create table idea (
    id uuid primary key,
    number integer generated always as identity constraint idea_number_key unique,
    commitment_id uuid not null references commitment on delete restrict,
    author_id uuid references person on delete set null,
    origin text not null constraint idea_origin check (origin in ('web', 'importada', 'taller')),
    state text not null
      constraint idea_state check (
        state in (
          'borrador', 'enviada', 'devuelta', 'publicada', 'rechazada', 'duplicada', 'peticion',
          'retirada', 'oculta', 'cuarentena'
        )
      ),
    step text not null default 'idea'
      constraint idea_step check (
        step in (
          'idea', 'revisada', 'en_propuesta', 'ante_el_circulo', 'decidida', 'en_el_compromiso',
          'cumplida'
        )
      ),
    title text not null,
    description text not null,
    lang text not null default 'es',
    locality_code text references locality,
    external_id text,
    import_key text constraint idea_import_key unique,
    prior_supports integer not null default 0,
    version integer not null default 1,
    created_at timestamptz not null,
    submitted_at timestamptz,
    reviewed_at timestamptz,
    published_at timestamptz,
    edited_at timestamptz,
    withdrawn_at timestamptz,
    state_reason text not null default '',
    -- What the automatic checks found (codes of ideas/checks.ts); moderators see it.
    findings text[] not null default '{}',
    -- Set while a change made after publication waits for a moderator's look.
    edit_review_at timestamptz,
    reviewed_version integer not null default 0,
    duplicate_of uuid references idea,
    -- The fair order hashes this number with the seed of the visit.
    lot integer not null,
    search tsvector generated always as (
      setweight(search_vector(title), 'A')
      || setweight(search_vector(left(description, 20000)), 'B')
    ) stored,
    constraint idea_published check (state <> 'publicada' or published_at is not null)
  );
  create index idea_recent on idea (published_at desc, id desc) where state = 'publicada';
  create index idea_recent_by_commitment
    on idea (commitment_id, published_at desc, id desc)
    where state = 'publicada';
  create index idea_author on idea (author_id, created_at desc);
  create index idea_queue
    on idea (submitted_at, id)
    where state in ('enviada', 'devuelta', 'cuarentena');
  create index idea_edit_review on idea (edit_review_at, id) where edit_review_at is not null;
  create index idea_search on idea using gin (search);
  create index idea_title_trgm on idea using gin (normalized(title) gin_trgm_ops);
  create index idea_locality
    on idea (locality_code, published_at desc, id desc)
    where state = 'publicada';
  create index idea_step on idea (step, published_at desc, id desc) where state = 'publicada';
  create index idea_duplicate_of on idea (duplicate_of) where duplicate_of is not null;
`;

/**
 * What was ever sent. A draft, also one withdrawn before it was sent, is its author's alone: every
 * other reader asks this.
 */
const sentIdea = sql`
  create view sent_idea as
  select *
  from idea
  where submitted_at is not null
`;

const ideaStats = sql`
  create table idea_stats (
    idea_id uuid primary key references idea on delete cascade,
    commitment_id uuid not null references commitment,
    support_count integer not null default 0
      constraint idea_stats_supports check (support_count >= 0),
    comment_count integer not null default 0
      constraint idea_stats_comments check (comment_count >= 0)
  ) with (fillfactor = 70);
  create index idea_stats_supported on idea_stats (support_count desc, idea_id desc);
  create index idea_stats_supported_by_commitment
    on idea_stats (commitment_id, support_count desc, idea_id desc);
`;

const ideaRevision = sql`
  create table idea_revision (
    idea_id uuid not null references idea on delete cascade,
    version integer not null,
    commitment_id uuid not null references commitment,
    title text not null,
    description text not null,
    locality_code text references locality,
    author_id uuid references person on delete set null,
    status text not null default 'publica'
      constraint idea_revision_status check (status in ('publica', 'pendiente', 'descartada')),
    created_at timestamptz not null,
    primary key (idea_id, version)
  );
  create index idea_revision_author on idea_revision (author_id);
`;

/** The road: when an idea reached each step and why. */
const ideaStepEntry = sql`
  create table idea_step_entry (
    idea_id uuid not null references idea on delete cascade,
    step text not null
      constraint idea_step_entry_step check (
        step in (
          'idea', 'revisada', 'en_propuesta', 'ante_el_circulo', 'decidida', 'en_el_compromiso',
          'cumplida'
        )
      ),
    reached_at timestamptz not null,
    note text not null default '',
    primary key (idea_id, step)
  );
  create index idea_step_entry_recent on idea_step_entry (step, reached_at desc);
`;

/** What an author adds once others support the idea and its text no longer changes. */
const ideaNote = sql`
  create table idea_note (
    id uuid primary key,
    idea_id uuid not null references idea on delete cascade,
    author_id uuid references person on delete set null,
    -- 2000 as it is written; a mark may be longer than what it hides.
    body text not null constraint idea_note_length check (char_length(body) between 1 and 10000),
    created_at timestamptz not null
  );
  create index idea_note_idea on idea_note (idea_id, created_at);
  create index idea_note_author on idea_note (author_id);
`;

/** What a moderator hid in the texts of an idea, each time: as their author wrote them, and as they stand since. */
const ideaSeal = sql`
  create table idea_seal (
    id uuid primary key,
    idea_id uuid not null references idea on delete cascade,
    words jsonb not null,
    -- Pairs {was, now}; these and the words are empty once the texts were given back or their author is gone.
    texts jsonb not null,
    explanation text not null constraint idea_seal_explanation check (explanation <> ''),
    sealed_by uuid references person on delete set null,
    sealed_at timestamptz not null,
    opened_at timestamptz
  );
  create index idea_seal_idea on idea_seal (idea_id, sealed_at);
  create index idea_seal_sealed_by on idea_seal (sealed_by);
`;

/**
 * What somebody typed before signing in, kept for a week under the hash of their browser's name.
 */
const pendingIdea = sql`
  create table pending_idea (
    device_key text primary key,
    fields jsonb not null,
    created_at timestamptz not null
  );
  create index pending_idea_created on pending_idea (created_at);
`;

const ideaComment = sql`
  create table idea_comment (
    id uuid primary key,
    idea_id uuid not null references idea on delete cascade,
    parent_id uuid references idea_comment on delete cascade,
    author_id uuid references person on delete set null,
    -- 2000 as it is written; a mark may be longer than what it hides.
    body text not null constraint idea_comment_length check (char_length(body) between 1 and 10000),
    stance text
      constraint idea_comment_stance check (stance in ('a_favor', 'en_contra', 'pregunta')),
    lang text not null default 'es',
    state text not null default 'publicado'
      constraint idea_comment_state check (state in ('publicado', 'oculto', 'retenido', 'rechazado')),
    -- The text as its author wrote it, where a moderator hid part of it.
    sealed_body text not null default '',
    hidden_reason text not null default '',
    -- Who decided on it while it waited: an appeal is settled by somebody else.
    decided_by uuid references person on delete set null,
    created_at timestamptz not null
  );
  create index idea_comment_decided_by on idea_comment (decided_by);
  create index idea_comment_idea on idea_comment (idea_id, created_at);
  create index idea_comment_held on idea_comment (created_at, id) where state = 'retenido';
  create index idea_comment_parent on idea_comment (parent_id);
  create index idea_comment_author on idea_comment (author_id, created_at desc);
`;

/**
 * The words of published ideas, to offer one in place of a mistyped one; such as stand in two ideas or more.
 */
const ideaWord = sql`
  create table idea_word (
    word text primary key,
    ideas integer not null constraint idea_word_ideas check (ideas > 1)
  );
  create index idea_word_trgm on idea_word using gin (normalized(word) gin_trgm_ops);
`;

/** Ideas with their counters, revisions, road and comments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    idea,
    sentIdea,
    ideaStats,
    ideaRevision,
    ideaStepEntry,
    ideaNote,
    ideaSeal,
    pendingIdea,
    ideaComment,
    ideaWord,
  ])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop view sent_idea;
    drop table idea_word, idea_comment, pending_idea, idea_seal, idea_note, idea_step_entry, idea_revision,
      idea_stats, idea
  `.execute(db);
}
