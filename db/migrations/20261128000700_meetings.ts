import { sql, type Kysely } from 'kysely';

const meeting = sql`
  create table meeting (
    id uuid primary key,
    number integer generated always as identity constraint meeting_number_key unique,
    plan_id uuid not null references plan on delete restrict,
    kind text not null
      constraint meeting_kind check (
        kind in ('taller', 'feria', 'foro', 'control_social', 'datos_abiertos', 'sesion_circulo')
      ),
    -- What a person decided; full, closed to registration and held follow from counts and the
    -- clock.
    state text not null
      constraint meeting_state check (state in ('borrador', 'publicado', 'con_acta', 'cancelado')),
    title text not null constraint meeting_title check (char_length(title) between 4 and 120),
    purpose text not null,
    lang text not null default 'es',
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    modality text not null
      constraint meeting_modality check (modality in ('presencial', 'virtual', 'hibrida')),
    venue text not null default '',
    address text not null default '',
    locality_code text references locality,
    directions text not null default '',
    -- Told only to those who hold a place.
    online_url text not null default '',
    -- Places; none for a fair, which has no registration.
    capacity integer constraint meeting_capacity check (capacity between 1 and 5000),
    -- Places that the web form does not give: for the phone, paper and the door.
    reserved integer not null default 0 constraint meeting_reserved check (reserved >= 0),
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    languages text[] not null default '{es}'
      constraint meeting_languages check (
        languages <@ '{es,csn,en,qu,inb,emp}' and cardinality(languages) > 0
      ),
    -- Codes of the accessibility plan (question 'accesibilidad').
    access text[] not null default '{}',
    access_note text not null default '',
    materials text not null default '',
    -- How long somebody of the waiting list has to accept a freed place.
    offer_hours smallint not null default 24
      constraint meeting_offer_hours check (offer_hours between 1 and 168),
    -- How places are given, said before anybody registers: by arrival; by arrival, and freed ones
    -- by the goals; by a draw.
    allocation text not null default 'llegada'
      constraint meeting_allocation check (allocation in ('llegada', 'metas', 'sorteo')),
    -- When a meeting that draws its places gave them; until then everybody waits.
    allotted_at timestamptz,
    -- When who runs it was reminded of support requests without an answer; once a meeting.
    reminded_at timestamptz,
    -- A fair counts who came by; every other meeting counts its check-ins.
    counted integer constraint meeting_counted check (counted >= 0),
    version integer not null default 1,
    created_by uuid references person on delete set null,
    created_at timestamptz not null,
    published_at timestamptz,
    closed_at timestamptz,
    cancelled_at timestamptz,
    cancel_reason text not null default '',
    -- When names of groups were last gathered; again when who came or who consents changed after.
    mentions_at timestamptz,
    -- A draw publishes how many places it is for, and who takes part.
    constraint meeting_draw_places check (allocation <> 'sorteo' or capacity - reserved >= 5),
    constraint meeting_allotted check (allotted_at is null or allocation = 'sorteo'),
    constraint meeting_times check (starts_at < ends_at),
    constraint meeting_registration_times check (opens_at < closes_at and closes_at <= ends_at),
    constraint meeting_fair check ((kind = 'feria') = (capacity is null)),
    constraint meeting_counted_fair check (counted is null or kind = 'feria'),
    constraint meeting_reserved_places check (reserved = 0 or reserved <= capacity),
    constraint meeting_cancelled check ((state = 'cancelado') = (cancelled_at is not null))
  );
  create index meeting_coming on meeting (starts_at, id) where state <> 'borrador';
  create index meeting_plan on meeting (plan_id);
  create index meeting_locality on meeting (locality_code);
  create index meeting_created_by on meeting (created_by);
`;

const meetingCommitment = sql`
  create table meeting_commitment (
    meeting_id uuid not null references meeting on delete cascade,
    commitment_id uuid not null references commitment on delete restrict,
    primary key (meeting_id, commitment_id)
  );
  create index meeting_commitment_commitment on meeting_commitment (commitment_id);
`;

/**
 * A meeting that somebody writes and coordination has not called: what its form held, blanks too.
 */
const meetingProposal = sql`
  create table meeting_proposal (
    id uuid primary key,
    author_id uuid not null references person on delete cascade,
    content jsonb not null,
    state text not null
      constraint meeting_proposal_state check (
        state in ('guardada', 'enviada', 'devuelta', 'aceptada')
      ),
    -- Why coordination gave it back.
    note text not null default '',
    meeting_id uuid references meeting on delete set null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index meeting_proposal_author on meeting_proposal (author_id);
  create index meeting_proposal_meeting on meeting_proposal (meeting_id);
  create index meeting_proposal_sent on meeting_proposal (updated_at) where state = 'enviada';
`;

/** Workshops and other meetings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [meeting, meetingCommitment, meetingProposal])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table meeting_proposal, meeting_commitment, meeting`.execute(db);
}
