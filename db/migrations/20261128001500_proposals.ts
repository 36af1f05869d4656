import { sql, type Kysely } from 'kysely';

const proposal = sql`
  create table proposal (
    id uuid primary key,
    number integer generated always as identity constraint proposal_number_key unique,
    commitment_id uuid not null references commitment on delete restrict,
    title text not null,
    problem text not null,
    body text not null,
    lang text not null default 'es',
    version integer not null default 1,
    state text not null
      constraint proposal_state check (
        state in ('borrador', 'lista', 'enviada', 'aplazada', 'decidida')
      ),
    created_by uuid references person on delete set null,
    created_at timestamptz not null,
    readied_at timestamptz,
    sent_at timestamptz,
    due_at timestamptz,
    constraint proposal_sent check (
      state in ('borrador', 'lista') or (sent_at is not null and due_at is not null)
    )
  );
  create index proposal_commitment on proposal (commitment_id, state);
  create index proposal_reached on proposal (sent_at desc, id desc) where sent_at is not null;
  create index proposal_due on proposal (due_at) where state = 'enviada';
  create index proposal_created_by on proposal (created_by);
`;

const proposalIdea = sql`
  create table proposal_idea (
    proposal_id uuid not null references proposal on delete cascade,
    idea_id uuid not null references idea on delete restrict,
    position smallint not null,
    taken text not null default '',
    -- True from the moment the proposal is ready: an idea gets one answer, so one proposal carries
    -- it.
    is_live boolean not null default false,
    primary key (proposal_id, idea_id)
  );
  create index proposal_idea_idea on proposal_idea (idea_id);
  create unique index proposal_idea_live on proposal_idea (idea_id) where is_live;
`;

/**
 * Why ideas that nobody answered ended with their plan: one row for those of a commitment that stood
 * equally far, with the reason that is published.
 */
const ideaEnding = sql`
  create table idea_ending (
    id uuid primary key,
    plan_id uuid not null references plan on delete cascade,
    commitment_id uuid not null references commitment on delete cascade,
    stage text not null
      constraint idea_ending_stage check (
        stage in ('por_revisar', 'revisada', 'en_propuesta', 'ante_el_circulo')
      ),
    reason text not null constraint idea_ending_reason check (reason <> ''),
    ideas integer not null,
    ended_at timestamptz not null,
    constraint idea_ending_once unique (commitment_id, stage)
  );
  create index idea_ending_plan on idea_ending (plan_id);
`;

const endedIdea = sql`
  create table ended_idea (
    idea_id uuid primary key references idea on delete cascade,
    ending_id uuid not null references idea_ending on delete cascade,
    -- When its author and its supporters had been told.
    told_at timestamptz
  );
  create index ended_idea_ending on ended_idea (ending_id);
  create index ended_idea_untold on ended_idea (ending_id, idea_id) where told_at is null;
`;

/** Dossiers built from ideas and sent to the Circle. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [proposal, proposalIdea, ideaEnding, endedIdea])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table ended_idea, idea_ending, proposal_idea, proposal`.execute(db);
}
