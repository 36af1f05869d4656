import { sql, type Kysely } from 'kysely';

/** Workshops and other meetings, the call, registration, the door, the minutes; and what people declare of themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
    -- Answers that forms offer, dated, with their source. What stops being valid stays readable in old answers.
    create table answer_option (
      question text not null,
      code text not null constraint answer_option_code check (code ~ '^[a-z0-9_]+$'),
      position smallint not null,
      label_es text not null,
      label_en text not null,
      source text not null,
      valid_from date not null,
      valid_to date,
      primary key (question, code),
      constraint answer_option_dates check (valid_to is null or valid_from <= valid_to)
    );

    create table meeting (
      id uuid primary key,
      number integer generated always as identity constraint meeting_number_key unique,
      plan_id uuid not null references plan on delete restrict,
      kind text not null constraint meeting_kind check (kind in ('taller', 'feria', 'foro', 'control_social', 'datos_abiertos', 'sesion_circulo')),
      -- What a person decided; full, closed to registration and held follow from counts and the clock.
      state text not null constraint meeting_state check (state in ('borrador', 'publicado', 'con_acta', 'cancelado')),
      title text not null constraint meeting_title check (char_length(title) between 4 and 120),
      purpose text not null,
      lang text not null default 'es',
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      modality text not null constraint meeting_modality check (modality in ('presencial', 'virtual', 'hibrida')),
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
      languages text[] not null default '{es}' constraint meeting_languages check (languages <@ '{es,csn,en,qu,inb,emp}' and cardinality(languages) > 0),
      -- Codes of the accessibility plan (question 'accesibilidad').
      access text[] not null default '{}',
      access_note text not null default '',
      materials text not null default '',
      -- How long somebody of the waiting list has to accept a freed place.
      offer_hours smallint not null default 24 constraint meeting_offer_hours check (offer_hours between 1 and 168),
      -- How places are given, said before anybody registers: by arrival; by arrival, and freed ones by the goals; by a draw.
      allocation text not null default 'llegada' constraint meeting_allocation check (allocation in ('llegada', 'metas', 'sorteo')),
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

    create table meeting_commitment (
      meeting_id uuid not null references meeting on delete cascade,
      commitment_id uuid not null references commitment on delete restrict,
      primary key (meeting_id, commitment_id)
    );
    create index meeting_commitment_commitment on meeting_commitment (commitment_id);

    create table registration (
      id uuid primary key,
      meeting_id uuid not null references meeting on delete restrict,
      -- SHA-256 of the code: who reads the table can open nobody's page.
      code_key text not null constraint registration_code_key unique,
      -- The order of arrival, given under the meeting's lock.
      place integer not null,
      state text not null constraint registration_state check (state in ('inscrita', 'en_espera', 'ofrecida', 'cancelada', 'unida', 'solo_asistencia')),
      channel text not null constraint registration_channel check (channel in ('web', 'papel', 'telefono', 'puerta')),
      name text not null,
      email citext,
      phone text,
      -- Keyed hashes: alike contacts and documents are found after the texts are gone.
      email_key text,
      phone_key text,
      document_key text,
      birth_key text,
      -- The row of a list that it came from (a keyed hash): the same list twice creates nothing twice.
      import_key text,
      person_id uuid references person on delete set null,
      lang text not null default 'es',
      is_minor boolean not null default false,
      guardian_name text not null default '',
      guardian_contact text not null default '',
      minor_heard boolean not null default false,
      -- Came in at the door although every place was taken: a person decided it.
      over_capacity boolean not null default false,
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
      constraint registration_guardian check (purged_at is not null or not is_minor or (guardian_name <> '' and guardian_contact <> '' and minor_heard))
    );
    create index registration_state on registration (meeting_id, state, place);
    create index registration_email on registration (meeting_id, email_key) where email_key is not null;
    create index registration_phone on registration (meeting_id, phone_key) where phone_key is not null;
    create index registration_document on registration (meeting_id, document_key) where document_key is not null;
    create unique index registration_import_key on registration (meeting_id, import_key) where import_key is not null;
    create index registration_name_trgm on registration using gin (normalized(name) gin_trgm_ops);
    create index registration_offered on registration (offered_until) where offered_until is not null;
    create index registration_person on registration (person_id);
    create index registration_recorded_by on registration (recorded_by);
    create index registration_merged_into on registration (merged_into);

    create table registration_consent (
      registration_id uuid not null references registration on delete cascade,
      purpose text not null constraint registration_consent_purpose check (purpose in ('inscripcion', 'estadistica', 'contacto', 'imagen')),
      policy_version text not null,
      policy_sha256 text not null,
      channel text not null,
      given_at timestamptz not null,
      recorded_by uuid references person on delete set null,
      revoked_at timestamptz,
      primary key (registration_id, purpose)
    );
    create index registration_consent_recorded_by on registration_consent (recorded_by);

    -- Each support that a person asked for, and what they were answered.
    create table registration_need (
      registration_id uuid not null references registration on delete cascade,
      need text not null,
      note text not null default '',
      state text not null default 'pedido' constraint registration_need_state check (state in ('pedido', 'previsto', 'confirmado', 'dado', 'no_posible')),
      answer text not null default '',
      answered_by uuid references person on delete set null,
      answered_at timestamptz,
      primary key (registration_id, need),
      constraint registration_need_why check (state <> 'no_posible' or answer <> '')
    );
    create index registration_need_answered_by on registration_need (answered_by);

    -- Two registrations that may be one person's: a person settles it, nothing merges by itself.
    create table registration_duplicate (
      registration_id uuid not null references registration on delete cascade,
      other_id uuid not null references registration on delete cascade,
      why text not null constraint registration_duplicate_why check (why in ('contacto', 'documento', 'nombre')),
      score real not null,
      found_at timestamptz not null,
      outcome text constraint registration_duplicate_outcome check (outcome in ('unidas', 'distintas')),
      settled_by uuid references person on delete set null,
      settled_at timestamptz,
      primary key (registration_id, other_id),
      constraint registration_duplicate_order check (registration_id <> other_id)
    );
    create index registration_duplicate_other on registration_duplicate (other_id);
    create index registration_duplicate_settled_by on registration_duplicate (settled_by);

    create table registration_link (
      id text primary key,
      registration_id uuid not null references registration on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index registration_link_registration on registration_link (registration_id);
    create index registration_link_expires on registration_link (expires_at);

    -- A device that works at a door, also without connection; one that is lost is revoked and gets nothing more.
    create table door_device (
      id uuid primary key,
      meeting_id uuid not null references meeting on delete cascade,
      person_id uuid not null references person on delete cascade,
      name text not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      revoked_at timestamptz
    );
    create index door_device_meeting on door_device (meeting_id);
    create index door_device_person on door_device (person_id);

    -- What devices sent: a record comes once, however often it is sent. No personal data here.
    create table door_record (
      id uuid primary key,
      meeting_id uuid not null references meeting on delete cascade,
      device_id uuid not null references door_device on delete cascade,
      kind text not null constraint door_record_kind check (kind in ('inscripcion', 'llegada', 'deshacer', 'anular', 'idea', 'nota', 'foto')),
      outcome text not null,
      made_at timestamptz not null,
      received_at timestamptz not null,
      -- The refused record that a person put right with this one; the refused one stays as it was.
      replaces uuid
    );
    create index door_record_device on door_record (device_id, received_at);
    create index door_record_meeting on door_record (meeting_id, kind);

    create table check_in (
      id uuid primary key,
      meeting_id uuid not null references meeting on delete cascade,
      registration_id uuid not null references registration on delete cascade,
      at timestamptz not null,
      recorded_by uuid references person on delete set null,
      undone_at timestamptz
    );
    create unique index check_in_once on check_in (registration_id) where undone_at is null;
    create index check_in_meeting on check_in (meeting_id) where undone_at is null;
    create index check_in_recorded_by on check_in (recorded_by);

    -- Ideas of the tables; each becomes an idea of the platform when the minutes are published.
    create table table_idea (
      id uuid primary key,
      meeting_id uuid not null references meeting on delete cascade,
      table_name text not null default '',
      commitment_id uuid references commitment on delete restrict,
      title text not null,
      description text not null default '',
      agreeing integer not null default 0 constraint table_idea_agreeing check (agreeing >= 0),
      captured_at timestamptz not null,
      captured_by uuid references person on delete set null,
      idea_id uuid constraint table_idea_idea_key unique references idea on delete set null,
      dropped_at timestamptz
    );
    create index table_idea_meeting on table_idea (meeting_id, captured_at);
    create index table_idea_commitment on table_idea (commitment_id);
    create index table_idea_captured_by on table_idea (captured_by);

    -- People who want to own an idea of a table.
    create table table_idea_owner (
      table_idea_id uuid not null references table_idea on delete cascade,
      registration_id uuid not null references registration on delete cascade,
      primary key (table_idea_id, registration_id)
    );
    create index table_idea_owner_registration on table_idea_owner (registration_id);

    create table meeting_note (
      id uuid primary key,
      meeting_id uuid not null references meeting on delete cascade,
      body text not null,
      written_at timestamptz not null,
      written_by uuid references person on delete set null
    );
    create index meeting_note_meeting on meeting_note (meeting_id, written_at);
    create index meeting_note_written_by on meeting_note (written_by);

    create table meeting_minutes (
      meeting_id uuid not null references meeting on delete cascade,
      version integer not null,
      agenda text not null default '',
      topics text not null default '',
      agreements text not null default '',
      closing text not null default '',
      attended integer,
      state text not null constraint meeting_minutes_state check (state in ('borrador', 'publicada')),
      written_by uuid references person on delete set null,
      written_at timestamptz not null,
      published_at timestamptz,
      primary key (meeting_id, version),
      constraint meeting_minutes_published check ((state = 'publicada') = (published_at is not null and attended is not null))
    );
    create unique index meeting_minutes_draft on meeting_minutes (meeting_id) where state = 'borrador';
    create index meeting_minutes_written_by on meeting_minutes (written_by);

    -- Files by their content; one backup holds everything.
    create table file (
      sha256 text primary key,
      size integer not null constraint file_size check (size between 1 and 20971520),
      type text not null,
      created_at timestamptz not null
    );
    create table file_chunk (
      sha256 text not null references file on delete cascade,
      position integer not null,
      bytes bytea not null,
      primary key (sha256, position)
    );

    create table meeting_file (
      id uuid primary key,
      meeting_id uuid not null references meeting on delete cascade,
      sha256 text not null references file on delete restrict,
      kind text not null constraint meeting_file_kind check (kind in ('foto', 'adjunto')),
      name text not null,
      description text not null default '',
      added_by uuid references person on delete set null,
      added_at timestamptz not null,
      -- A photo is public only after a person marked that nobody can be recognised, or that who is shown consented.
      cleared_why text constraint meeting_file_cleared_why check (cleared_why in ('nadie_reconocible', 'con_permiso')),
      cleared_by uuid references person on delete set null,
      cleared_at timestamptz,
      constraint meeting_file_cleared check ((cleared_why is null) = (cleared_at is null))
    );
    create index meeting_file_meeting on meeting_file (meeting_id, added_at);
    create index meeting_file_sha256 on meeting_file (sha256);
    create index meeting_file_added_by on meeting_file (added_by);
    create index meeting_file_cleared_by on meeting_file (cleared_by);

    -- Groups that can be invited, merged by a person when two are one.
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
    create unique index organisation_name_key on organisation (normalized(name), coalesce(locality_code, '')) where merged_into is null;
    create index organisation_locality on organisation (locality_code);
    create index organisation_created_by on organisation (created_by);
    create index organisation_merged_into on organisation (merged_into);

    create table invitation (
      meeting_id uuid not null references meeting on delete cascade,
      organisation_id uuid not null references organisation on delete cascade,
      channel text not null constraint invitation_channel check (channel in ('correo', 'telefono', 'mensaje', 'visita', 'afiche')),
      invited_by uuid references person on delete set null,
      invited_at timestamptz not null,
      answer text constraint invitation_answer check (answer in ('viene', 'no_viene', 'tal_vez')),
      answered_at timestamptz,
      -- How many it announced and how many a person counted: who belongs to a group is never kept beside names.
      announced integer constraint invitation_announced check (announced >= 0),
      came integer constraint invitation_came check (came >= 0),
      primary key (meeting_id, organisation_id)
    );
    create index invitation_organisation on invitation (organisation_id);
    create index invitation_invited_by on invitation (invited_by);

    -- Who a meeting, or the whole plan, wants to reach: a share of those who come, with its source and what still counts as met.
    create table participation_goal (
      id uuid primary key,
      plan_id uuid not null references plan on delete cascade,
      meeting_id uuid references meeting on delete cascade,
      variable text not null constraint participation_goal_variable check (variable in ('genero', 'edad', 'discapacidad', 'cuida', 'localidad', 'organizacion_tipo')),
      value text not null,
      share numeric(5, 4) not null constraint participation_goal_share check (share > 0 and share <= 1),
      tolerance numeric(5, 4) not null constraint participation_goal_tolerance check (tolerance >= 0 and tolerance < 1),
      source text not null constraint participation_goal_source check (source <> ''),
      created_by uuid references person on delete set null,
      created_at timestamptz not null,
      constraint participation_goal_once unique nulls not distinct (plan_id, meeting_id, variable, value)
    );
    create index participation_goal_meeting on participation_goal (meeting_id);
    create index participation_goal_created_by on participation_goal (created_by);

    -- What people declare of themselves, frozen at the act. The web role writes it through functions and selects nothing.
    create schema declared;
    create table declared.declaration (
      registration_id uuid primary key,
      meeting_id uuid not null,
      declared_at timestamptz not null,
      catalogue text not null,
      answers jsonb not null constraint declaration_answers check (jsonb_typeof(answers) = 'object' and answers - array['genero', 'genero_otra', 'anio_nacimiento', 'localidad', 'wg_ver', 'wg_oir',
        'wg_caminar', 'wg_recordar', 'wg_cuidado', 'wg_comunicar', 'cuida', 'etnia', 'victima', 'organizacion', 'organizacion_tipo', 'como_supo', 'canal'] = '{}')
    );
    create index declaration_meeting on declared.declaration (meeting_id);

    create function declare_answers(of_registration uuid, of_meeting uuid, at timestamptz, of_catalogue text, given jsonb) returns void
      language sql security definer set search_path = pg_catalog, pg_temp as $$
        insert into declared.declaration (registration_id, meeting_id, declared_at, catalogue, answers) values (of_registration, of_meeting, at, of_catalogue, given)
        on conflict (registration_id) do update set declared_at = excluded.declared_at, catalogue = excluded.catalogue, answers = excluded.answers $$;
    -- For the person who declared: the caller has checked who asks and leaves an audit row.
    create function own_declaration(of_registration uuid) returns jsonb
      language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select answers from declared.declaration where registration_id = of_registration $$;
    create function erase_declarations(of_registrations uuid[]) returns setof uuid
      language sql security definer set search_path = pg_catalog, pg_temp as $$
        delete from declared.declaration where registration_id = any(of_registrations) returning registration_id $$;
    -- Two registrations are one person's: what was declared goes along unseen, unless the other has its own.
    create function move_declaration(from_registration uuid, to_registration uuid) returns boolean
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          update declared.declaration set registration_id = to_registration
            where registration_id = from_registration and not exists (select from declared.declaration d where d.registration_id = to_registration);
          return found;
        end $$;
    revoke execute on function declare_answers(uuid, uuid, timestamptz, text, jsonb), own_declaration(uuid), erase_declarations(uuid[]), move_declaration(uuid, uuid) from public;
    do $$ begin
      grant execute on function declare_answers(uuid, uuid, timestamptz, text, jsonb), own_declaration(uuid), erase_declarations(uuid[]), move_declaration(uuid, uuid) to convite_web, convite_worker;
      grant usage on schema declared to convite_worker;
      grant select, delete on declared.declaration to convite_worker;
    exception when undefined_object then null;
    end $$;
  `,
    )
    .execute(db);
  await sql`
    insert into answer_option (question, code, position, label_es, label_en, source, valid_from)
    select question, code, position::smallint, label_es, label_en, source, valid_from::date
    from jsonb_to_recordset(${JSON.stringify(options())}::jsonb) as o(
      question text, code text, position int, label_es text, label_en text, source text,
      valid_from text
    )
  `.execute(db);
}

type Labels = readonly (readonly [code: string, es: string, en: string])[];

const unanswered = [
  'prefiero_no_responder',
  'Prefiero no responder',
  'I prefer not to answer',
] as const;

/** The catalogue as it begins; coordination dates what changes. */
const catalogue: Record<string, { source: string; options: Labels }> = {
  genero: {
    source: 'Identidad de género: lista de la ciudad, 2026',
    options: [
      ['mujer', 'Mujer', 'Woman'],
      ['hombre', 'Hombre', 'Man'],
      ['mujer_trans', 'Mujer trans', 'Trans woman'],
      ['hombre_trans', 'Hombre trans', 'Trans man'],
      ['no_binaria', 'Persona no binaria', 'Non-binary person'],
      ['otra', 'Otra, ¿cuál?', 'Another, which?'],
      unanswered,
    ],
  },
  wg: {
    source: 'Washington Group on Disability Statistics, grupo corto de preguntas',
    options: [
      ['ninguna', 'No, ninguna dificultad', 'No, no difficulty'],
      ['cierta', 'Sí, cierta dificultad', 'Yes, some difficulty'],
      ['mucha', 'Sí, mucha dificultad', 'Yes, a lot of difficulty'],
      ['no_puede', 'No puede hacerlo', 'Cannot do it at all'],
      unanswered,
    ],
  },
  cuida: {
    source: 'Cuidado no pagado: lista de la ciudad, 2026',
    options: [
      ['no', 'No', 'No'],
      ['ninez', 'A niñas o niños', 'Children'],
      ['persona_mayor', 'A una persona mayor', 'An older person'],
      ['discapacidad', 'A una persona con discapacidad', 'A person with a disability'],
      ['otra_persona', 'A otra persona', 'Someone else'],
      unanswered,
    ],
  },
  etnia: {
    source: 'Pertenencia étnica, DANE, Censo 2018',
    options: [
      ['indigena', 'Indígena', 'Indigenous'],
      ['rrom', 'Gitano o Rrom', 'Rrom'],
      ['raizal', 'Raizal', 'Raizal'],
      ['palenquero', 'Palenquero', 'Palenquero'],
      [
        'afro',
        'Negro, afrodescendiente o afrocolombiano',
        'Black, Afro-descendant or Afro-Colombian',
      ],
      ['ninguno', 'Ninguno', 'None'],
      unanswered,
    ],
  },
  victima: {
    source: 'Registro Único de Víctimas, Ley 1448 de 2011',
    options: [
      [
        'si_ruv',
        'Sí, incluida en el Registro Único de Víctimas',
        'Yes, in the Register of Victims',
      ],
      ['si', 'Sí, no incluida', 'Yes, not in the register'],
      ['no', 'No', 'No'],
      unanswered,
    ],
  },
  organizacion_tipo: {
    source: 'Instancias y organizaciones de Bogotá, 2026',
    options: [
      ['jac', 'Junta de Acción Comunal', 'Community Action Board'],
      ['jal', 'Junta Administradora Local', 'Local Administrative Board'],
      ['cpl', 'Consejo de Planeación Local', 'Local Planning Council'],
      ['ctpd', 'Consejo Territorial de Planeación Distrital', 'District Planning Council'],
      [
        'copacos',
        'Comité de participación en salud (COPACOS)',
        'Community health committee (COPACOS)',
      ],
      ['discapacidad', 'Consejo Local de Discapacidad', 'Local Disability Council'],
      ['biciusuarios', 'Biciusuarios', 'Cyclists'],
      ['mujeres', 'Organización de mujeres', 'Women’s organisation'],
      ['juventud', 'Organización juvenil', 'Youth organisation'],
      ['observatorio', 'Observatorio', 'Observatory'],
      ['veeduria', 'Veeduría ciudadana', 'Citizen oversight body'],
      ['ong', 'ONG o fundación', 'NGO or foundation'],
      ['gremio', 'Gremio o empresa', 'Trade body or company'],
      ['academia', 'Academia', 'Academia'],
      ['etnica', 'Organización étnica', 'Ethnic organisation'],
      ['lgbti', 'Organización LGBTI', 'LGBTI organisation'],
      ['ambiental', 'Organización ambiental', 'Environmental organisation'],
      ['entidad_publica', 'Entidad pública', 'Public body'],
      ['ninguna', 'Ninguna', 'None'],
      unanswered,
    ],
  },
  apoyo: {
    source: 'Apoyos que se pueden pedir, 2026',
    options: [
      ['lsc', 'Intérprete de lengua de señas colombiana', 'Colombian Sign Language interpreter'],
      ['rampa', 'Entrada sin escalones', 'Step-free entrance'],
      ['letra_grande', 'Letra grande o braille', 'Large print or braille'],
      ['guia', 'Acompañante o guía', 'Companion or guide'],
      ['lectura_facil', 'Lectura fácil', 'Easy reading'],
      ['cuidado_ninez', 'Cuidado de niñas y niños', 'Child care'],
      ['transporte', 'Ayuda para el transporte', 'Help with transport'],
      ['otro', 'Otra cosa', 'Something else'],
    ],
  },
  accesibilidad: {
    source: 'Plan de accesibilidad de un encuentro, 2026',
    options: [
      ['lsc', 'Intérprete de lengua de señas', 'Sign language interpreter'],
      ['sin_escalones', 'Entrada sin escalones', 'Step-free entrance'],
      ['bano', 'Baño accesible', 'Accessible toilet'],
      ['bucle', 'Sonido amplificado', 'Amplified sound'],
      ['letra_grande', 'Materiales en letra grande', 'Large-print materials'],
      ['lectura_facil', 'Materiales en lectura fácil', 'Easy-reading materials'],
      ['cuidado_ninez', 'Cuidado de niñas y niños', 'Child care'],
      ['transporte', 'Cerca del transporte público', 'Close to public transport'],
      ['subtitulos', 'Subtítulos en vivo', 'Live captions'],
      ['refrigerio', 'Refrigerio', 'Refreshments'],
    ],
  },
  como_supo: {
    source: 'Cómo se enteró, 2026',
    options: [
      [
        'invitacion',
        'Me invitó mi organización o alguien',
        'My organisation or somebody invited me',
      ],
      ['afiche', 'Un afiche o volante', 'A poster or leaflet'],
      ['redes', 'Redes o mensajería', 'Social media or messages'],
      ['sitio', 'Este sitio', 'This site'],
      ['medios', 'Radio, prensa o televisión', 'Radio, press or television'],
      ['entidad', 'Una entidad pública', 'A public body'],
      ['otro', 'Otra forma', 'Another way'],
    ],
  },
  documento_tipo: {
    source: 'Tipos de documento, Registraduría y Migración Colombia, 2026',
    options: [
      ['cc', 'Cédula de ciudadanía', 'Citizen’s card'],
      ['ti', 'Tarjeta de identidad', 'Identity card of minors'],
      ['rc', 'Registro civil', 'Birth record'],
      ['ce', 'Cédula de extranjería', 'Foreigner’s card'],
      ['ppt', 'Permiso por Protección Temporal', 'Temporary Protection Permit'],
      ['pasaporte', 'Pasaporte', 'Passport'],
      ['pep', 'Permiso Especial de Permanencia (vencido)', 'Special Stay Permit (expired)'],
      ['sin_documento', 'Sin documento', 'No document'],
    ],
  },
};

function options(): {
  question: string;
  code: string;
  position: number;
  label_es: string;
  label_en: string;
  source: string;
  valid_from: string;
}[] {
  return Object.entries(catalogue).flatMap(([question, { source, options: labels }]) =>
    labels.map(([code, es, en], position) => ({
      question,
      code,
      position,
      label_es: es,
      label_en: en,
      source,
      valid_from: '2026-01-01',
    })),
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
    drop function declare_answers(uuid, uuid, timestamptz, text, jsonb), own_declaration(uuid), erase_declarations(uuid[]), move_declaration(uuid, uuid);
    drop schema declared cascade;
    drop table participation_goal, invitation, organisation, meeting_file, file_chunk, file, meeting_minutes, meeting_note, table_idea_owner, table_idea, check_in, door_record, door_device,
      registration_link, registration_duplicate, registration_need, registration_consent, registration, meeting_commitment, meeting, answer_option;
  `,
    )
    .execute(db);
}
