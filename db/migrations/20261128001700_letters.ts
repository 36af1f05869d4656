import { sql, type Kysely } from 'kysely';

/** The last number given in a year: one row, taken in the transaction that keeps the letter. */
const letterYear = sql`
  create table letter_year (
    year integer primary key,
    last integer not null constraint letter_year_last check (last > 0)
  );
`;

const letter = sql`
  create table letter (
    id uuid primary key,
    year integer not null,
    number integer not null,
    code_key text not null constraint letter_code_key unique,
    kind text not null constraint letter_kind check (kind in ('ayuda', 'barrera', 'datos')),
    -- Which right of the law on personal data it claims.
    claim text constraint letter_claim check (claim in ('consulta', 'reclamo')),
    person_id uuid references person on delete set null,
    name text not null,
    email text,
    phone text,
    body text not null,
    lang text not null,
    state text not null default 'recibida'
      constraint letter_state check (
        state in ('recibida', 'en_tramite', 'pedida', 'respondida', 'cerrada')
      ),
    sent_at timestamptz not null,
    due_at timestamptz not null,
    extended_at timestamptz,
    -- While who wrote is asked for more: since when, and until when they may say it.
    asked_at timestamptz,
    reply_until timestamptz,
    paused_days integer not null default 0,
    handler_id uuid references person on delete set null,
    settled_at timestamptz,
    -- Since when it is known that mails to this address come back.
    mail_returned_at timestamptz,
    -- Names, contacts and texts are gone; what remains says what happened and when.
    erased_at timestamptz,
    constraint letter_number unique (year, number),
    constraint letter_right check ((kind = 'datos') = (claim is not null)),
    constraint letter_contact check (
      erased_at is not null or email is not null or phone is not null
    ),
    constraint letter_settled check (
      (state in ('respondida', 'cerrada')) = (settled_at is not null)
    ),
    constraint letter_asked check (state <> 'pedida' or asked_at is not null)
  );
  create index letter_open on letter (due_at, id) where settled_at is null;
  create index letter_settled_at on letter (settled_at);
  create index letter_person on letter (person_id);
  create index letter_handler on letter (handler_id);
  create index letter_email on letter (email, sent_at);
`;

/** What happened with a letter, each step with its date; the text is what was asked, given or answered. */
const letterStep = sql`
  create table letter_step (
    id uuid primary key,
    letter_id uuid not null references letter on delete cascade,
    kind text not null
      constraint letter_step_kind check (
        kind in (
          'recibida', 'tomada', 'pedida', 'completada', 'prorrogada', 'cambiada', 'respondida',
          'cerrada'
        )
      ),
    body text not null default '',
    -- The term as this step left it.
    due_at timestamptz,
    by_id uuid references person on delete set null,
    at timestamptz not null
  );
  create index letter_step_letter on letter_step (letter_id, at);
  create index letter_step_by on letter_step (by_id);
`;

const letterCall = sql`
  create table letter_call (
    id uuid primary key,
    letter_id uuid not null references letter on delete cascade,
    about text not null
      constraint letter_call_about check (
        about in ('recibida', 'pedida', 'prorrogada', 'cambiada', 'respondida', 'cerrada')
      ),
    state text not null default 'abierta'
      constraint letter_call_state check (
        state in ('abierta', 'hablada', 'equivocada', 'reemplazada')
      ),
    due_at timestamptz not null,
    created_at timestamptz not null,
    tries smallint not null default 0,
    tried_at timestamptz,
    settled_at timestamptz,
    settled_by uuid references person on delete set null,
    constraint letter_call_settled check ((state = 'abierta') = (settled_at is null))
  );
  create unique index letter_call_open on letter_call (letter_id) where state = 'abierta';
  create index letter_call_settled_by on letter_call (settled_by);
`;

/** What people write to who runs the platform, what happened with it and whom to call about it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [letterYear, letter, letterStep, letterCall]) await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table letter_call, letter_step, letter, letter_year`.execute(db);
}
