import { sql, type Kysely } from 'kysely';
import { triageReasons } from './catalogues/triage-reasons.ts';

const triageReason = sql`
  create table triage_reason (
    code text primary key constraint triage_reason_code check (code ~ '^[a-z_]+$'),
    decision text not null
      constraint triage_reason_decision check (
        decision in ('devolver', 'rechazar', 'reasignar', 'duplicada', 'peticion')
      ),
    -- Also a reason to hide what is already public.
    hides boolean not null default false,
    -- Asks for the name of the body that can do it.
    asks_body boolean not null default false,
    label_es text not null,
    label_en text not null,
    explanation_es text not null,
    explanation_en text not null,
    valid_from date not null,
    valid_to date,
    constraint triage_reason_dates check (valid_to is null or valid_from <= valid_to)
  );
`;

/** The reasons to begin with; coordination edits them, with dates. */
const firstReasons = sql`
  insert into triage_reason (
    code, decision, hides, asks_body, label_es, label_en, explanation_es, explanation_en, valid_from
  )
  select code, decision, hides, asks_body, label_es, label_en, explanation_es, explanation_en,
    date '2026-01-01'
  from jsonb_to_recordset(${JSON.stringify(triageReasons)}::jsonb) as r(
    code text, decision text, hides boolean, asks_body boolean, label_es text, label_en text,
    explanation_es text, explanation_en text
  )
`;

/** One moderator at a time; a claim past its hour counts for nothing and is swept away. */
const triageClaim = sql`
  create table triage_claim (
    idea_id uuid primary key references idea on delete cascade,
    moderator_id uuid not null references person on delete cascade,
    claimed_at timestamptz not null,
    expires_at timestamptz not null
  );
  create index triage_claim_moderator on triage_claim (moderator_id);
  create index triage_claim_expires on triage_claim (expires_at);
`;

const triageDecision = sql`
  create table triage_decision (
    id uuid primary key,
    idea_id uuid not null references idea on delete cascade,
    version integer not null,
    decision text not null
      constraint triage_decision_decision check (
        decision in ('publicar', 'devolver', 'rechazar', 'reasignar', 'duplicada', 'peticion')
      ),
    -- Whether it is about a change of what was already public.
    of_edit boolean not null default false,
    reason_code text references triage_reason,
    explanation text not null default '',
    -- For the team alone; never published.
    note text not null default '',
    moderator_id uuid references person on delete set null,
    received_at timestamptz not null,
    due_at timestamptz not null,
    decided_at timestamptz not null,
    -- Working days that earlier ask-backs stopped the clock.
    paused_days integer not null default 0,
    from_commitment_id uuid references commitment,
    to_commitment_id uuid references commitment,
    duplicate_of uuid references idea,
    case_number text,
    competent_body text,
    petition_due_at timestamptz,
    answer text,
    answered_at timestamptz,
    answer_paused_days integer not null default 0,
    constraint triage_decision_reason check (
      decision = 'publicar' or (reason_code is not null and explanation <> '')
    )
  );
  create index triage_decision_idea on triage_decision (idea_id, decided_at desc);
  create index triage_decision_moderator on triage_decision (moderator_id);
  create index triage_decision_decided on triage_decision (decided_at);
`;

const report = sql`
  create table report (
    id uuid primary key,
    subject_kind text not null
      constraint report_subject_kind check (subject_kind in ('idea', 'comentario')),
    subject_id uuid not null,
    person_id uuid references person on delete set null,
    reason text not null,
    detail text not null default '',
    created_at timestamptz not null,
    due_at timestamptz not null,
    outcome text constraint report_outcome check (outcome in ('desestimado', 'oculto')),
    response text not null default '',
    closed_by uuid references person on delete set null,
    closed_at timestamptz,
    constraint report_once unique (subject_kind, subject_id, person_id),
    constraint report_closed check ((outcome is null) = (closed_at is null))
  );
  create index report_open on report (created_at) where closed_at is null;
  create index report_person on report (person_id);
  create index report_closed_by on report (closed_by);
`;

/** Hiding what is public takes two people: one proposes, another confirms or drops it. */
const hiding = sql`
  create table hiding (
    id uuid primary key,
    subject_kind text not null
      constraint hiding_subject_kind check (subject_kind in ('idea', 'comentario')),
    subject_id uuid not null,
    reason_code text not null references triage_reason,
    explanation text not null constraint hiding_explanation check (explanation <> ''),
    proposed_by uuid references person on delete set null,
    proposed_at timestamptz not null,
    outcome text constraint hiding_outcome check (outcome in ('confirmada', 'descartada')),
    settled_by uuid references person on delete set null,
    settled_at timestamptz,
    constraint hiding_settled check ((outcome is null) = (settled_at is null)),
    constraint hiding_two_people check (
      outcome is distinct from 'confirmada'
      or settled_by is distinct from proposed_by
      or settled_by is null
    )
  );
  create unique index hiding_one_open on hiding (subject_kind, subject_id) where settled_at is null;
  create index hiding_subject on hiding (subject_kind, subject_id, settled_at);
  create index hiding_proposed_by on hiding (proposed_by);
  create index hiding_settled_by on hiding (settled_by);
`;

const appeal = sql`
  create table appeal (
    id uuid primary key,
    idea_id uuid not null references idea on delete cascade,
    -- What it is about: a comment, or a part of the idea that was hidden; neither: the idea.
    comment_id uuid references idea_comment on delete cascade,
    seal_id uuid references idea_seal on delete cascade,
    person_id uuid references person on delete set null,
    body text not null,
    created_at timestamptz not null,
    due_at timestamptz not null,
    outcome text constraint appeal_outcome check (outcome in ('confirmada', 'revocada')),
    response text not null default '',
    closed_by uuid references person on delete set null,
    closed_at timestamptz,
    constraint appeal_once unique nulls not distinct (idea_id, comment_id, seal_id),
    constraint appeal_one_subject check (comment_id is null or seal_id is null),
    constraint appeal_closed check ((outcome is null) = (closed_at is null))
  );
  create index appeal_comment on appeal (comment_id);
  create index appeal_seal on appeal (seal_id);
  create index appeal_open on appeal (due_at) where closed_at is null;
  create index appeal_person on appeal (person_id);
  create index appeal_closed_by on appeal (closed_by);
`;

/** Triage: dated reasons, claims, decisions, ask-backs; reports, what was hidden, appeals. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    triageReason,
    firstReasons,
    triageClaim,
    triageDecision,
    report,
    hiding,
    appeal,
  ])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table appeal, hiding, report, triage_decision, triage_claim, triage_reason
  `.execute(db);
}
