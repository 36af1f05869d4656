import { sql, type Kysely } from 'kysely';

/** The hash under which a secret is kept: base64url of its SHA-256, as the app makes it. */
const secretKey = sql`
  create function secret_key(secret text)
    returns text
    language sql
    immutable
    strict
    parallel safe
    set search_path = pg_catalog, pg_temp
    as $$
      select translate(encode(sha256(convert_to(secret, 'UTF8')), 'base64'), '+/=', '-_')
    $$;
`;

const person = sql`
  create table person (
    id uuid primary key,
    email citext constraint person_email_key unique,
    email_verified_at timestamptz,
    name text not null constraint person_name_length check (char_length(name) between 1 and 120),
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

/**
 * What opens an account is written only by functions that ask for a proof: what argon2 makes of the
 * password, or the token of a mailed link. The web role has neither for anybody who has not just given
 * it, so it opens no session in somebody's name and sends nobody's links elsewhere.
 */
const credential = sql`
  create table credential (
    person_id uuid primary key references person on delete cascade,
    -- Costs and salt with which argon2 makes the proof.
    recipe text not null,
    -- Its hash: the proof itself is kept nowhere.
    proof_key text not null
  );

  -- The address that somebody who gave their password wants to have; the worker mails it a link.
  create table asked_address (
    person_id uuid primary key references person on delete cascade,
    email citext not null,
    asked_at timestamptz not null
  );

  -- A person with their password, if they have one; false where somebody has the address.
  create function enrol_person(
    new_id uuid,
    new_name text,
    address text,
    of_locale text,
    adult boolean,
    at timestamptz,
    new_recipe text,
    new_proof_key text
  )
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
    as $$
      begin
        insert into public.person (id, name, email, locale, is_adult, created_at)
        values (new_id, new_name, address, of_locale, adult, at)
        on conflict on constraint person_email_key do nothing;
        if not found then
          return false;
        end if;
        insert into public.credential (person_id, recipe, proof_key)
        select new_id, new_recipe, new_proof_key
        where new_recipe is not null;
        return true;
      end
    $$;

  create function is_password(of_person uuid, proof text)
    returns boolean
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      select exists (
        select
        from public.credential c
          join public.person p on p.id = c.person_id
        where c.person_id = of_person
          and c.proof_key = public.secret_key(proof)
          and p.erased_at is null
      )
    $$;

  create function open_session(
    of_person uuid,
    proof text,
    session_key text,
    at timestamptz,
    until timestamptz,
    of_device text
  )
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        insert into public.session (
          id, person_id, created_at, last_used_at, expires_at, device
        )
        select session_key, of_person, at, at, until, of_device
        where public.is_password(of_person, proof);
        return found;
      end
    $$;

  create function change_password(
    of_person uuid,
    proof text,
    new_recipe text,
    new_proof_key text
  )
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        update public.credential
        set recipe = new_recipe, proof_key = new_proof_key
        where person_id = of_person and public.is_password(of_person, proof);
        return found;
      end
    $$;

  create function ask_address(of_person uuid, proof text, address text, at timestamptz)
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
    as $$
      begin
        insert into public.asked_address (person_id, email, asked_at)
        select of_person, address, at
        where public.is_password(of_person, proof)
        on conflict (person_id) do update
        set email = excluded.email, asked_at = excluded.asked_at;
        return found;
      end
    $$;

  -- Spends a mailed link and does what its purpose says to what opens the account. Of two at once the
  -- second waits for the first and finds nothing.
  create function spend_account_link(
    token text,
    at timestamptz,
    session_key text,
    until timestamptz,
    of_device text,
    new_recipe text,
    new_proof_key text
  )
    returns table (person_id uuid, purpose text, return_to text)
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
    as $$
      declare
        link public.email_token;
      begin
        update public.email_token t
        set used_at = at
        where t.id = public.secret_key(token) and t.used_at is null and t.expires_at > at
        returning t.* into link;
        perform from public.person p
        where p.id = link.person_id and p.erased_at is null
        for update;
        if not found then
          return;
        end if;
        -- Whoever opens a link has the mailbox: the address counts as confirmed.
        update public.person p
        set email = coalesce(link.new_email, p.email),
          email_verified_at = case
            when link.purpose = 'email_change' then at
            else coalesce(p.email_verified_at, at)
          end
        where p.id = link.person_id;
        if link.purpose in ('recover', 'first_coordinator') then
          insert into public.credential as c (person_id, recipe, proof_key)
          values (link.person_id, new_recipe, new_proof_key)
          on conflict on constraint credential_pkey do update
          set recipe = excluded.recipe, proof_key = excluded.proof_key;
        end if;
        if link.purpose in ('recover', 'first_coordinator', 'email_change') then
          delete from public.email_token t
          where t.person_id = link.person_id;
        end if;
        if link.purpose = 'recover' then
          delete from public.session s
          where s.person_id = link.person_id;
        end if;
        if link.purpose in ('recover', 'first_coordinator', 'sign_in') then
          insert into public.session (
            id, person_id, created_at, last_used_at, expires_at, device
          )
          values (session_key, link.person_id, at, at, until, of_device);
        end if;
        return query
        select link.person_id, link.purpose, link.return_to;
      end
    $$;

  -- What stays of somebody who left: a number without name, so that what they contributed keeps an
  -- author.
  create function forget_person(of_person uuid, at timestamptz)
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      delete from public.credential
      where person_id = of_person;
      delete from public.asked_address
      where person_id = of_person;
      update public.person
      set name = 'Persona retirada',
        email = null,
        email_verified_at = null,
        locale = 'es',
        is_adult = true,
        erased_at = at
      where id = of_person
    $$;

  revoke execute on function
    enrol_person(uuid, text, text, text, boolean, timestamptz, text, text),
    is_password(uuid, text),
    open_session(uuid, text, text, timestamptz, timestamptz, text),
    change_password(uuid, text, text, text),
    ask_address(uuid, text, text, timestamptz),
    spend_account_link(text, timestamptz, text, timestamptz, text, text, text),
    forget_person(uuid, timestamptz)
    from public;
  do $$ begin
    grant execute on function
      enrol_person(uuid, text, text, text, boolean, timestamptz, text, text),
      is_password(uuid, text),
      open_session(uuid, text, text, timestamptz, timestamptz, text),
      change_password(uuid, text, text, text),
      ask_address(uuid, text, text, timestamptz),
      spend_account_link(text, timestamptz, text, timestamptz, text, text, text),
      forget_person(uuid, timestamptz)
      to convite_web, convite_worker;
    revoke all on credential, asked_address from convite_web;
    revoke all on credential from convite_worker;
    grant select (person_id, recipe) on credential to convite_web;
    revoke insert, update on session, email_token from convite_web;
    grant update (last_used_at, expires_at) on session to convite_web;
    revoke update, delete on person from convite_web;
    grant update (name, locale, email_verified_at) on person to convite_web;
  exception when undefined_object then
    null;
  end $$;
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
  for (const statement of [
    secretKey,
    person,
    session,
    emailToken,
    credential,
    roleGrant,
    consent,
    guardianAuthorisation,
  ])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function
      enrol_person(uuid, text, text, text, boolean, timestamptz, text, text),
      is_password(uuid, text),
      open_session(uuid, text, text, timestamptz, timestamptz, text),
      change_password(uuid, text, text, text),
      ask_address(uuid, text, text, timestamptz),
      spend_account_link(text, timestamptz, text, timestamptz, text, text, text),
      forget_person(uuid, timestamptz);
    drop table guardian_authorisation, consent, role_grant, asked_address, credential, email_token,
      session, person;
    drop function secret_key(text);
  `.execute(db);
}
