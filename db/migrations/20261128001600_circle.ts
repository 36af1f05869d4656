import { sql, type Kysely } from 'kysely';

const circleMember = sql`
  create table circle_member (
    id uuid primary key,
    person_id uuid not null
      constraint circle_member_person_key unique references person on delete restrict,
    sector text not null constraint circle_member_sector check (sector in ('gobierno', 'civil')),
    organisation text not null default '',
    starts_on date not null,
    ends_on date
  );
`;

const commissionMember = sql`
  create table commission_member (
    commitment_id uuid not null references commitment on delete cascade,
    member_id uuid not null references circle_member on delete cascade,
    primary key (commitment_id, member_id)
  );
  create index commission_member_member on commission_member (member_id);
`;

const attendance = sql`
  create table attendance (
    proposal_id uuid not null references proposal on delete cascade,
    member_id uuid not null references circle_member on delete cascade,
    present boolean not null,
    recorded_at timestamptz not null,
    primary key (proposal_id, member_id)
  );
  create index attendance_member on attendance (member_id);
`;

const deliberationNote = sql`
  create table deliberation_note (
    id uuid primary key,
    proposal_id uuid not null references proposal on delete cascade,
    member_id uuid not null references circle_member on delete cascade,
    body text not null
      constraint deliberation_note_length check (char_length(body) between 1 and 5000),
    created_at timestamptz not null
  );
  create index deliberation_note_proposal on deliberation_note (proposal_id, created_at);
  create index deliberation_note_member on deliberation_note (member_id);
`;

const circleVote = sql`
  create table circle_vote (
    proposal_id uuid not null references proposal on delete cascade,
    member_id uuid not null references circle_member on delete cascade,
    vote text not null
      constraint circle_vote_vote check (
        vote in ('a_favor', 'en_contra', 'abstencion', 'impedimento')
      ),
    cast_at timestamptz not null,
    primary key (proposal_id, member_id)
  );
  create index circle_vote_member on circle_vote (member_id);
`;

const circleDecision = sql`
  create table circle_decision (
    id uuid primary key,
    proposal_id uuid not null references proposal on delete restrict,
    decision text not null
      constraint circle_decision_decision check (
        decision in ('adoptada', 'adoptada_en_parte', 'no_adoptada', 'aplazada')
      ),
    reasons text not null constraint circle_decision_reasons check (reasons <> ''),
    lang text not null default 'es',
    until_on date,
    decided_at timestamptz not null,
    decided_by uuid references circle_member on delete set null,
    -- Who was there and how each voted, frozen; names are read from the person.
    votes jsonb not null,
    constraint circle_decision_until check ((decision = 'aplazada') = (until_on is not null))
  );
  create index circle_decision_proposal on circle_decision (proposal_id, decided_at desc);
  create unique index circle_decision_final
    on circle_decision (proposal_id)
    where decision <> 'aplazada';
  create index circle_decision_recent on circle_decision (decided_at desc, id desc);
  create index circle_decision_decided_by on circle_decision (decided_by);
`;

const circleDecisionIdea = sql`
  create table circle_decision_idea (
    decision_id uuid not null references circle_decision on delete cascade,
    idea_id uuid not null references idea on delete restrict,
    taken text not null default '',
    not_taken text not null default '',
    primary key (decision_id, idea_id),
    constraint circle_decision_idea_reason check (taken <> '' or not_taken <> '')
  );
  create index circle_decision_idea_idea on circle_decision_idea (idea_id);
`;

const circleRequest = sql`
  create table circle_request (
    id uuid primary key,
    proposal_id uuid not null references proposal on delete cascade,
    member_id uuid references circle_member on delete set null,
    locality_code text references locality,
    reason text not null constraint circle_request_reason check (reason <> ''),
    requested_at timestamptz not null,
    -- What was done about it: a meeting, or why not.
    meeting_id uuid references meeting on delete set null,
    answer text not null default '',
    answered_at timestamptz
  );
  create index circle_request_proposal on circle_request (proposal_id);
  create index circle_request_member on circle_request (member_id);
  create index circle_request_locality on circle_request (locality_code);
  create index circle_request_meeting on circle_request (meeting_id);
  create index circle_request_open on circle_request (requested_at) where answered_at is null;
`;

/**
 * The Circle: members, commissions, sessions, votes, decisions; what it asks for when somebody is
 * missing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    circleMember,
    commissionMember,
    attendance,
    deliberationNote,
    circleVote,
    circleDecision,
    circleDecisionIdea,
    circleRequest,
  ])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table circle_request, circle_decision_idea, circle_decision, circle_vote,
      deliberation_note, attendance, commission_member, circle_member
  `.execute(db);
}
