import { sql, type Kysely } from 'kysely';

const territory = sql`
  create table territory (
    only_one boolean primary key default true constraint territory_only_one check (only_one),
    undivided boolean not null default false,
    one_es text not null,
    many_es text not null,
    one_en text not null,
    many_en text not null,
    map_width smallint not null,
    map_height smallint not null,
    map_inset smallint[]
  );
`;

const territoryDraft = sql`
  create table territory_draft (
    only_one boolean primary key default true constraint territory_draft_only_one check (only_one),
    content jsonb not null,
    kept_at timestamptz not null
  );
`;

const locality = sql`
  create table locality (
    code text primary key
      constraint locality_code check (code ~ '^[0-9A-Za-z][0-9A-Za-z_-]{0,15}$'),
    name text not null,
    other_names text[] not null default '{}',
    position smallint not null,
    persons integer constraint locality_persons check (persons >= 0),
    persons_on date,
    source text not null,
    shape text constraint locality_shape check (length(shape) <= 6000)
  );
`;

const institution = sql`
  create table institution (
    id uuid primary key,
    slug text not null constraint institution_slug_key unique,
    name_es text not null,
    name_en text not null
  );
`;

const plan = sql`
  create table plan (
    id uuid primary key,
    slug text not null constraint plan_slug_key unique,
    title_es text not null,
    title_en text not null,
    summary_es text not null,
    summary_en text not null,
    state text not null constraint plan_state check (state in ('active', 'archived')),
    publishes_first boolean not null default false,
    created_at timestamptz not null
  );
  create unique index plan_one_active on plan (state) where state = 'active';
`;

const phase = sql`
  create table phase (
    id uuid primary key,
    plan_id uuid not null references plan on delete cascade,
    kind text not null
      constraint phase_kind check (
        kind in ('ideas', 'apoyos', 'talleres', 'deliberacion', 'seguimiento')
      ),
    position smallint not null,
    name_es text not null,
    name_en text not null,
    decides_es text not null,
    decides_en text not null,
    outcome_es text not null default '',
    outcome_en text not null default '',
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    constraint phase_kind_key unique (plan_id, kind),
    constraint phase_order check (opens_at < closes_at)
  );
`;

const commitment = sql`
  create table commitment (
    id uuid primary key,
    plan_id uuid not null references plan on delete cascade,
    number smallint not null,
    slug text not null constraint commitment_slug_key unique,
    title_es text not null,
    title_en text not null,
    short_title_es text not null,
    short_title_en text not null,
    summary_es text not null,
    summary_en text not null,
    challenge_es text not null,
    challenge_en text not null,
    level_es text not null,
    level_en text not null,
    use_es text not null,
    use_en text not null,
    milestones_es text[] not null default '{}',
    milestones_en text[] not null default '{}',
    constraint commitment_number_key unique (plan_id, number)
  );
`;

const commitmentInstitution = sql`
  create table commitment_institution (
    commitment_id uuid not null references commitment on delete cascade,
    institution_id uuid not null references institution on delete restrict,
    is_lead boolean not null default true,
    primary key (commitment_id, institution_id)
  );
  create index commitment_institution_institution on commitment_institution (institution_id);
`;

/** Action plans, phases, commitments, institutions, localities. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    territory,
    territoryDraft,
    locality,
    institution,
    plan,
    phase,
    commitment,
    commitmentInstitution,
  ])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table
      commitment_institution, commitment, phase, plan, institution, locality, territory,
      territory_draft
  `.execute(db);
}
