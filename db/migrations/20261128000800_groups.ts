import { sql, type Kysely } from 'kysely';

/** Groups that can be invited, merged by a person when two are one. */
const organisation = sql`
  create table organisation (
    id uuid primary key,
    name text not null constraint organisation_name check (name <> ''),
    kind text not null,
    locality_code text references locality,
    contact text not null default '',
    created_by uuid references person on delete set null,
    created_at timestamptz not null,
    merged_into uuid references organisation on delete restrict
  );
  create unique index organisation_name_key
    on organisation (normalized(name), coalesce(locality_code, ''))
    where merged_into is null;
  create index organisation_locality on organisation (locality_code);
  create index organisation_created_by on organisation (created_by);
  create index organisation_merged_into on organisation (merged_into);
`;

const invitation = sql`
  create table invitation (
    meeting_id uuid not null references meeting on delete cascade,
    organisation_id uuid not null references organisation on delete cascade,
    channel text not null
      constraint invitation_channel check (
        channel in ('correo', 'telefono', 'mensaje', 'visita', 'afiche')
      ),
    invited_by uuid references person on delete set null,
    invited_at timestamptz not null,
    answer text constraint invitation_answer check (answer in ('viene', 'no_viene', 'tal_vez')),
    answered_at timestamptz,
    -- How many it announced and how many a person counted: who belongs to a group is never kept
    -- beside names.
    announced integer constraint invitation_announced check (announced >= 0),
    came integer constraint invitation_came check (came >= 0),
    primary key (meeting_id, organisation_id)
  );
  create index invitation_organisation on invitation (organisation_id);
  create index invitation_invited_by on invitation (invited_by);
`;

/**
 * Who a meeting, or the whole plan, wants to reach: a share of those who come, with its source and
 * what still counts as met.
 */
const participationGoal = sql`
  create table participation_goal (
    id uuid primary key,
    plan_id uuid not null references plan on delete cascade,
    meeting_id uuid references meeting on delete cascade,
    variable text not null
      constraint participation_goal_variable check (
        variable in ('genero', 'edad', 'discapacidad', 'cuida', 'localidad', 'organizacion_tipo')
      ),
    value text not null,
    share numeric(5, 4) not null
      constraint participation_goal_share check (share > 0 and share <= 1),
    tolerance numeric(5, 4) not null
      constraint participation_goal_tolerance check (tolerance >= 0 and tolerance < 1),
    source text not null constraint participation_goal_source check (source <> ''),
    created_by uuid references person on delete set null,
    created_at timestamptz not null,
    -- Sensitive answers are the plan's to aim at: what a meeting aims at moves with its few people.
    constraint participation_goal_of_meeting
      check (meeting_id is null or variable in ('edad', 'localidad')),
    constraint participation_goal_once
      unique nulls not distinct (plan_id, meeting_id, variable, value)
  );
  create index participation_goal_meeting on participation_goal (meeting_id);
  create index participation_goal_created_by on participation_goal (created_by);
`;

const organisationMention = sql`
  create table organisation_mention (
    id uuid primary key,
    meeting_id uuid not null references meeting on delete cascade,
    -- As it is compared, and as most of them wrote it. Never beside a person.
    name text not null,
    written text not null,
    people integer not null constraint organisation_mention_people check (people > 0),
    gathered_at timestamptz not null,
    organisation_id uuid references organisation on delete set null,
    discarded_at timestamptz,
    settled_by uuid references person on delete set null,
    settled_at timestamptz,
    constraint organisation_mention_once unique (meeting_id, name),
    constraint organisation_mention_outcome check (organisation_id is null or discarded_at is null)
  );
  create index organisation_mention_organisation on organisation_mention (organisation_id);
  create index organisation_mention_name on organisation_mention (name);
  create index organisation_mention_settled_by on organisation_mention (settled_by);
`;

/**
 * The call: groups, their invitations, the names people wrote of theirs, and who is to be reached.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [organisation, invitation, participationGoal, organisationMention])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table organisation_mention, participation_goal, invitation, organisation
  `.execute(db);
}
