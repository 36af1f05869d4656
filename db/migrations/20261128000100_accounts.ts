import { sql, type Kysely } from 'kysely';

const person = sql`
  create table person (
    id uuid primary key,
    email citext constraint person_email_key unique,
    email_verified_at timestamptz,
    name text not null constraint person_name_length check (char_length(name) between 1 and 120),
    password_hash text,
    locale text not null default 'es' constraint person_locale check (locale in ('es', 'en')),
    is_adult boolean not null default true,
    created_at timestamptz not null,
    erased_at timestamptz
  );
  create index person_address_hash on person (md5(lower(email::text)));
`;

const session = sql`
  create table session (
    id text primary key,
    person_id uuid not null references person on delete cascade,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    device text not null default ''
  );
  create index session_person on session (person_id);
  create index session_expires on session (expires_at);
`;

const emailToken = sql`
  create table email_token (
    id text primary key,
    person_id uuid not null references person on delete cascade,
    purpose text not null
      constraint email_token_purpose check (
        purpose in ('verify', 'recover', 'sign_in', 'first_coordinator', 'email_change')
      ),
    -- Only for a change of address: the new one, which this link confirms.
    new_email citext,
    -- Where the person was when they asked for the link.
    return_to text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint email_token_new_email check ((purpose = 'email_change') = (new_email is not null))
  );
  create index email_token_person on email_token (person_id);
  create index email_token_expires on email_token (expires_at);
`;

const roleGrant = sql`
  create table role_grant (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    role text not null
      constraint role_grant_role check (
        role in ('facilitacion', 'moderacion', 'circulo', 'entidad', 'monitoreo', 'coordinacion')
      ),
    scope_kind text
      constraint role_grant_scope_kind check (
        scope_kind in ('commitment', 'meeting', 'institution', 'sector')
      ),
    scope_id text,
    starts_at timestamptz not null,
    ends_at timestamptz,
    granted_by uuid references person on delete set null,
    granted_at timestamptz not null,
    revoked_by uuid references person on delete set null,
    revoked_at timestamptz,
    constraint role_grant_scope check ((scope_kind is null) = (scope_id is null))
  );
  create index role_grant_person on role_grant (person_id) where revoked_at is null;
  create index role_grant_granted_by on role_grant (granted_by);
  create index role_grant_revoked_by on role_grant (revoked_by);
`;

const consent = sql`
  create table consent (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    policy_version text not null,
    policy_sha256 text not null,
    purpose text not null,
    channel text not null
      constraint consent_channel check (channel in ('web', 'papel', 'telefono', 'puerta')),
    given_at timestamptz not null,
    recorded_by uuid references person on delete set null,
    revoked_at timestamptz
  );
  create index consent_person on consent (person_id);
  create index consent_recorded_by on consent (recorded_by);
`;

/** Under 18: who authorises, and that the minor was heard (Ley 1581 and Decreto 1377). */
const guardianAuthorisation = sql`
  create table guardian_authorisation (
    person_id uuid primary key references person on delete cascade,
    guardian_name text not null constraint guardian_authorisation_name check (guardian_name <> ''),
    guardian_contact text not null
      constraint guardian_authorisation_contact check (guardian_contact <> ''),
    minor_heard boolean not null constraint guardian_authorisation_heard check (minor_heard),
    policy_version text not null,
    authorised_at timestamptz not null
  );
`;

/** People, sessions, links in mails, roles, consent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [person, session, emailToken, roleGrant, consent, guardianAuthorisation])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table guardian_authorisation, consent, role_grant, email_token, session, person
  `.execute(db);
}
