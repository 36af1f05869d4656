import { sql, type Kysely } from 'kysely';

const registration = sql`
  create table registration (
    id uuid primary key,
    meeting_id uuid not null references meeting on delete restrict,
    -- SHA-256 of the code: who reads the table can open nobody's page.
    code_key text not null constraint registration_code_key unique,
    -- SHA-256 of the code of the certificate, which proves attendance and opens nothing else.
    certificate_key text constraint registration_certificate_key unique,
    -- SHA-256 of the person's word as it is given: at rest it is sealed in \`declared.access\`.
    word_key text,
    -- The order of arrival, given under the meeting's lock.
    place integer not null,
    state text not null
      constraint registration_state check (
        state in ('inscrita', 'en_espera', 'ofrecida', 'cancelada', 'unida', 'solo_asistencia')
      ),
    channel text not null
      constraint registration_channel check (channel in ('web', 'papel', 'telefono', 'puerta')),
    name text not null,
    email citext,
    phone text,
    -- Keyed hashes: alike contacts and documents are found after the texts are gone.
    email_key text,
    phone_key text,
    document_key text,
    birth_key text,
    -- The row of a list that it came from (a keyed hash): the same list twice creates nothing
    -- twice.
    import_key text,
    person_id uuid references person on delete set null,
    -- The language in which the person is written to.
    lang text not null default 'es' constraint registration_lang check (lang in ('es', 'en')),
    is_minor boolean not null default false,
    guardian_name text not null default '',
    guardian_contact text not null default '',
    minor_heard boolean not null default false,
    -- Came in at the door although every place was taken: a person decided it.
    over_capacity boolean not null default false,
    -- Holds one of the places kept for the phone, paper and the door.
    on_reserved boolean not null default false,
    -- Since when mails to the address come back: the person is called.
    mail_returned_at timestamptz,
    -- The version of the meeting that the person was last told of.
    told_version integer not null default 1,
    -- When the person was told how places that are drawn were given; once.
    told_places_at timestamptz,
    -- When the person was thanked and sent the minutes; once.
    thanked_at timestamptz,
    merged_into uuid references registration on delete set null,
    recorded_by uuid references person on delete set null,
    created_at timestamptz not null,
    offered_until timestamptz,
    promoted_at timestamptz,
    cancelled_at timestamptz,
    purged_at timestamptz,
    constraint registration_place_key unique (meeting_id, place),
    constraint registration_offer check ((state = 'ofrecida') = (offered_until is not null)),
    constraint registration_on_reserved
      check (not on_reserved or state in ('inscrita', 'ofrecida')),
    constraint registration_guardian check (
      purged_at is not null
      or not is_minor
      or (guardian_name <> '' and guardian_contact <> '' and minor_heard)
    )
  );
  create index registration_state on registration (meeting_id, state, place);
  create index registration_email
    on registration (meeting_id, email_key)
    where email_key is not null;
  create index registration_phone
    on registration (meeting_id, phone_key)
    where phone_key is not null;
  create index registration_document
    on registration (meeting_id, document_key)
    where document_key is not null;
  create unique index registration_import_key
    on registration (meeting_id, import_key)
    where import_key is not null;
  create index registration_name_trgm on registration using gin (normalized(name) gin_trgm_ops);
  create index registration_offered on registration (offered_until) where offered_until is not null;
  create index registration_person on registration (person_id);
  create index registration_recorded_by on registration (recorded_by);
  create index registration_merged_into on registration (merged_into);
  create trigger registration_sealed
    before insert on registration
    for each row
    execute function seal_registration();
`;

const registrationConsent = sql`
  create table registration_consent (
    registration_id uuid not null references registration on delete cascade,
    purpose text not null
      constraint registration_consent_purpose check (
        purpose in ('inscripcion', 'estadistica', 'contacto', 'imagen')
      ),
    policy_version text not null,
    policy_sha256 text not null,
    channel text not null,
    given_at timestamptz not null,
    recorded_by uuid references person on delete set null,
    revoked_at timestamptz,
    primary key (registration_id, purpose)
  );
  create index registration_consent_recorded_by on registration_consent (recorded_by);
`;

/** Each support that a person asked for, and what they were answered. */
const registrationNeed = sql`
  create table registration_need (
    registration_id uuid not null references registration on delete cascade,
    need text not null,
    note text not null default '',
    state text not null default 'pedido'
      constraint registration_need_state check (
        state in ('pedido', 'previsto', 'confirmado', 'dado', 'no_posible')
      ),
    answer text not null default '',
    answered_by uuid references person on delete set null,
    answered_at timestamptz,
    primary key (registration_id, need),
    constraint registration_need_why check (state <> 'no_posible' or answer <> '')
  );
  create index registration_need_answered_by on registration_need (answered_by);
`;

/**
 * Two registrations that may be one person's: a person settles it, nothing merges by itself.
 */
const registrationDuplicate = sql`
  create table registration_duplicate (
    registration_id uuid not null references registration on delete cascade,
    other_id uuid not null references registration on delete cascade,
    why text not null
      constraint registration_duplicate_why check (why in ('contacto', 'documento', 'nombre')),
    score real not null,
    found_at timestamptz not null,
    outcome text
      constraint registration_duplicate_outcome check (outcome in ('unidas', 'distintas')),
    settled_by uuid references person on delete set null,
    settled_at timestamptz,
    primary key (registration_id, other_id),
    constraint registration_duplicate_order check (registration_id <> other_id)
  );
  create index registration_duplicate_other on registration_duplicate (other_id);
  create index registration_duplicate_settled_by on registration_duplicate (settled_by);
`;

/**
 * Lists that are about to be loaded. They hold what people say of themselves, so the web role neither reads nor writes
 * them: the functions take the token of the session of who brought the list.
 */
const listUpload = sql`
  create table declared.list_upload (
    id uuid primary key,
    meeting_id uuid not null references meeting on delete cascade,
    person_id uuid not null,
    content bytea not null,
    -- Which column is which, what was said of the whole list, localities that were chosen.
    choices jsonb not null default '{}',
    expires_at timestamptz not null,
    constraint list_upload_key unique (meeting_id, person_id)
  );
  create index list_upload_person on declared.list_upload (person_id);
  create index list_upload_expires on declared.list_upload (expires_at);

  -- One list a person and meeting: another takes its place.
  create function keep_list(
    list uuid,
    of_meeting uuid,
    session_token text,
    content bytea,
    at timestamptz,
    until timestamptz
  )
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        insert into declared.list_upload as l (id, meeting_id, person_id, content, expires_at)
        select list, of_meeting, s.person_id, content, until
        from public.session s
        where s.id = public.secret_key(session_token) and s.expires_at > at
        on conflict (meeting_id, person_id) do update
        set id = excluded.id, content = excluded.content, choices = '{}', expires_at = until;
        return found;
      end
    $$;

  create function read_list(
    list uuid,
    of_meeting uuid,
    session_token text,
    at timestamptz
  )
    returns table (content bytea, choices jsonb)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      select l.content, l.choices
      from declared.list_upload l
        join public.session s on s.person_id = l.person_id
      where l.id = list
        and l.meeting_id = of_meeting
        and l.expires_at > at
        and s.id = public.secret_key(session_token)
        and s.expires_at > at
    $$;

  create function choose_for_list(
    list uuid,
    of_meeting uuid,
    session_token text,
    at timestamptz,
    chosen jsonb
  )
    returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      begin
        update declared.list_upload l
        set choices = chosen
        from public.session s
        where s.person_id = l.person_id
          and s.id = public.secret_key(session_token)
          and s.expires_at > at
          and l.id = list
          and l.meeting_id = of_meeting
          and l.expires_at > at;
        return found;
      end
    $$;

  -- Those of a person, of one meeting or of all, and those whose time is over.
  create function forget_lists(of_person uuid, of_meeting uuid, before timestamptz)
    returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
    as $$
      delete from declared.list_upload
      where expires_at <= before
        or (person_id = of_person and meeting_id = coalesce(of_meeting, meeting_id))
    $$;

  revoke execute on function
    keep_list(uuid, uuid, text, bytea, timestamptz, timestamptz),
    read_list(uuid, uuid, text, timestamptz),
    choose_for_list(uuid, uuid, text, timestamptz, jsonb),
    forget_lists(uuid, uuid, timestamptz)
    from public;
  do $$ begin
    grant execute on function
      keep_list(uuid, uuid, text, bytea, timestamptz, timestamptz),
      read_list(uuid, uuid, text, timestamptz),
      choose_for_list(uuid, uuid, text, timestamptz, jsonb)
      to convite_web;
    grant execute on function forget_lists(uuid, uuid, timestamptz) to convite_web, convite_worker;
  exception when undefined_object then
    null;
  end $$;
`;

/**
 * What somebody who gave no mail address, or one that does not work, is to be told by telephone. One
 * open call a person and subject: a newer word takes the place of an older one.
 */
const registrationCall = sql`
  create table registration_call (
    id uuid primary key,
    registration_id uuid not null references registration on delete cascade,
    about text not null
      constraint registration_call_about check (
        about in (
          'registered', 'waiting', 'waiting_goals', 'in_draw', 'drawn', 'not_drawn',
          'still_waiting', 'offered', 'offer_expired', 'meeting_cancelled', 'meeting_changed',
          'need_answered', 'merged', 'mail_returned', 'cancelled_for'
        )
      ),
    subject text not null
      constraint registration_call_subject check (
        subject in ('place', 'meeting', 'need', 'contact', 'merged')
      ),
    -- Words of a person that are to be passed on.
    note text not null default '',
    state text not null default 'abierta'
      constraint registration_call_state check (
        state in ('abierta', 'hablada', 'equivocada', 'reemplazada')
      ),
    due_at timestamptz not null,
    created_at timestamptz not null,
    tries smallint not null default 0,
    tried_at timestamptz,
    settled_at timestamptz,
    settled_by uuid references person on delete set null,
    constraint registration_call_settled check ((state = 'abierta') = (settled_at is null))
  );
  create unique index registration_call_open on registration_call (registration_id, subject)
    where state = 'abierta';
  create index registration_call_registration on registration_call (registration_id);
  create index registration_call_settled_by on registration_call (settled_by);
`;

/** Registrations with their consents, needs, duplicates and calls. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    registration,
    registrationConsent,
    registrationNeed,
    registrationDuplicate,
    listUpload,
    registrationCall,
  ])
    await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function
      keep_list(uuid, uuid, text, bytea, timestamptz, timestamptz),
      read_list(uuid, uuid, text, timestamptz),
      choose_for_list(uuid, uuid, text, timestamptz, jsonb),
      forget_lists(uuid, uuid, timestamptz);
    drop table declared.list_upload;
    drop table registration_call, registration_duplicate, registration_need,
      registration_consent, registration
  `.execute(db);
}
