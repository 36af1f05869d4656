import { sql, type Kysely } from 'kysely';

/** Proposals built from ideas, and the Circle that answers them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
    create table proposal (
      id uuid primary key,
      number integer generated always as identity constraint proposal_number_key unique,
      commitment_id uuid not null references commitment on delete restrict,
      title text not null,
      problem text not null,
      body text not null,
      lang text not null default 'es',
      version integer not null default 1,
      state text not null constraint proposal_state check (state in ('borrador', 'lista', 'enviada', 'aplazada', 'decidida')),
      created_by uuid references person on delete set null,
      created_at timestamptz not null,
      readied_at timestamptz,
      sent_at timestamptz,
      due_at timestamptz,
      constraint proposal_sent check (state in ('borrador', 'lista') or (sent_at is not null and due_at is not null))
    );
    create index proposal_commitment on proposal (commitment_id, state);
    create index proposal_reached on proposal (sent_at desc, id desc) where sent_at is not null;
    create index proposal_due on proposal (due_at) where state = 'enviada';
    create index proposal_created_by on proposal (created_by);

    create table proposal_idea (
      proposal_id uuid not null references proposal on delete cascade,
      idea_id uuid not null references idea on delete restrict,
      position smallint not null,
      taken text not null default '',
      -- True from the moment the proposal is ready: an idea gets one answer, so one proposal carries it.
      is_live boolean not null default false,
      primary key (proposal_id, idea_id)
    );
    create index proposal_idea_idea on proposal_idea (idea_id);
    create unique index proposal_idea_live on proposal_idea (idea_id) where is_live;

    create table circle_member (
      id uuid primary key,
      person_id uuid not null constraint circle_member_person_key unique references person on delete restrict,
      sector text not null constraint circle_member_sector check (sector in ('gobierno', 'civil')),
      organisation text not null default '',
      starts_on date not null,
      ends_on date
    );

    create table commission_member (
      commitment_id uuid not null references commitment on delete cascade,
      member_id uuid not null references circle_member on delete cascade,
      primary key (commitment_id, member_id)
    );
    create index commission_member_member on commission_member (member_id);

    create table attendance (
      proposal_id uuid not null references proposal on delete cascade,
      member_id uuid not null references circle_member on delete cascade,
      present boolean not null,
      recorded_at timestamptz not null,
      primary key (proposal_id, member_id)
    );
    create index attendance_member on attendance (member_id);

    create table deliberation_note (
      id uuid primary key,
      proposal_id uuid not null references proposal on delete cascade,
      member_id uuid not null references circle_member on delete cascade,
      body text not null constraint deliberation_note_length check (char_length(body) between 1 and 5000),
      created_at timestamptz not null
    );
    create index deliberation_note_proposal on deliberation_note (proposal_id, created_at);
    create index deliberation_note_member on deliberation_note (member_id);

    create table circle_vote (
      proposal_id uuid not null references proposal on delete cascade,
      member_id uuid not null references circle_member on delete cascade,
      vote text not null constraint circle_vote_vote check (vote in ('a_favor', 'en_contra', 'abstencion', 'impedimento')),
      cast_at timestamptz not null,
      primary key (proposal_id, member_id)
    );
    create index circle_vote_member on circle_vote (member_id);

    create table circle_decision (
      id uuid primary key,
      proposal_id uuid not null references proposal on delete restrict,
      decision text not null constraint circle_decision_decision check (decision in ('adoptada', 'adoptada_en_parte', 'no_adoptada', 'aplazada')),
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
    create unique index circle_decision_final on circle_decision (proposal_id) where decision <> 'aplazada';
    create index circle_decision_recent on circle_decision (decided_at desc, id desc);
    create index circle_decision_decided_by on circle_decision (decided_by);

    create table circle_decision_idea (
      decision_id uuid not null references circle_decision on delete cascade,
      idea_id uuid not null references idea on delete restrict,
      taken text not null default '',
      not_taken text not null default '',
      primary key (decision_id, idea_id),
      constraint circle_decision_idea_reason check (taken <> '' or not_taken <> '')
    );
    create index circle_decision_idea_idea on circle_decision_idea (idea_id);
  `,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table circle_decision_idea, circle_decision, circle_vote, deliberation_note, attendance,
    commission_member, circle_member, proposal_idea, proposal
  `.execute(db);
}
