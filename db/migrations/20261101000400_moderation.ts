import { sql, type Kysely } from 'kysely';

/** Triage: dated reasons, claims, decisions, ask-backs; reports, what was hidden, appeals. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
    create table triage_reason (
      code text primary key constraint triage_reason_code check (code ~ '^[a-z_]+$'),
      decision text not null constraint triage_reason_decision check (decision in ('devolver', 'rechazar', 'reasignar', 'duplicada', 'peticion')),
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

    -- One moderator at a time; a claim past its hour counts for nothing and is swept away.
    create table triage_claim (
      idea_id uuid primary key references idea on delete cascade,
      moderator_id uuid not null references person on delete cascade,
      claimed_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index triage_claim_moderator on triage_claim (moderator_id);
    create index triage_claim_expires on triage_claim (expires_at);

    create table triage_decision (
      id uuid primary key,
      idea_id uuid not null references idea on delete cascade,
      version integer not null,
      decision text not null constraint triage_decision_decision check (decision in ('publicar', 'devolver', 'rechazar', 'reasignar', 'duplicada', 'peticion')),
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
      constraint triage_decision_reason check (decision = 'publicar' or (reason_code is not null and explanation <> ''))
    );
    create index triage_decision_idea on triage_decision (idea_id, decided_at desc);
    create index triage_decision_moderator on triage_decision (moderator_id);
    create index triage_decision_decided on triage_decision (decided_at);

    create table report (
      id uuid primary key,
      subject_kind text not null constraint report_subject_kind check (subject_kind in ('idea', 'comentario')),
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

    -- Hiding what is public takes two people: one proposes, another confirms or drops it.
    create table hiding (
      id uuid primary key,
      subject_kind text not null constraint hiding_subject_kind check (subject_kind in ('idea', 'comentario')),
      subject_id uuid not null,
      reason_code text not null references triage_reason,
      explanation text not null constraint hiding_explanation check (explanation <> ''),
      proposed_by uuid references person on delete set null,
      proposed_at timestamptz not null,
      outcome text constraint hiding_outcome check (outcome in ('confirmada', 'descartada')),
      settled_by uuid references person on delete set null,
      settled_at timestamptz,
      constraint hiding_settled check ((outcome is null) = (settled_at is null)),
      constraint hiding_two_people check (outcome is distinct from 'confirmada' or settled_by is distinct from proposed_by or settled_by is null)
    );
    create unique index hiding_one_open on hiding (subject_kind, subject_id) where settled_at is null;
    create index hiding_subject on hiding (subject_kind, subject_id, settled_at);
    create index hiding_proposed_by on hiding (proposed_by);
    create index hiding_settled_by on hiding (settled_by);

    create table appeal (
      id uuid primary key,
      idea_id uuid not null constraint appeal_once unique references idea on delete cascade,
      person_id uuid references person on delete set null,
      body text not null,
      created_at timestamptz not null,
      due_at timestamptz not null,
      outcome text constraint appeal_outcome check (outcome in ('confirmada', 'revocada')),
      response text not null default '',
      closed_by uuid references person on delete set null,
      closed_at timestamptz,
      constraint appeal_closed check ((outcome is null) = (closed_at is null))
    );
    create index appeal_open on appeal (due_at) where closed_at is null;
    create index appeal_person on appeal (person_id);
    create index appeal_closed_by on appeal (closed_by);

    -- The catalogue to begin with; coordination edits it, with dates.
    insert into triage_reason (code, decision, hides, asks_body, label_es, label_en, explanation_es, explanation_en, valid_from) values
      ('ininteligible_incompleta', 'devolver', false, false, 'No se entiende o le falta algo', 'Unclear or incomplete',
        'Leímos tu idea y queremos publicarla, pero nos falta entender [qué parte]. Cuéntanos [qué dato falta] con tus palabras. Mientras respondes, el plazo se detiene y no pierdes tu turno.',
        'We read your idea and want to publish it, but we need to understand [which part]. Tell us [what is missing] in your own words. While you answer, the clock stops and you keep your place.', '2026-01-01'),
      ('datos_personales', 'devolver', true, false, 'Tiene datos personales de otra persona', 'Holds another person’s personal data',
        'Tu idea es bienvenida. Trae [un nombre, un teléfono, una dirección] de otra persona y no podemos mostrarlo sin su permiso. Quita ese dato y vuelve a enviarla: lo demás queda igual.',
        'Your idea is welcome. It shows [a name, a phone number, an address] of someone else, and we cannot publish that without their permission. Take it out and send the idea again: the rest stays as it is.', '2026-01-01'),
      ('fuera_de_competencia', 'rechazar', false, true, 'La ciudad no puede decidirlo', 'Not for the city to decide',
        'Lo que pides no lo puede decidir la ciudad. Le corresponde a [nombre de la entidad competente]. Allá puedes presentarlo así: [cómo]. Gracias por escribirlo: queda publicado aquí con esta razón.',
        'What you ask for is not for the city to decide. It belongs to [name of the competent body]. You can take it there like this: [how]. Thank you for writing it: it stays here with this reason.', '2026-01-01'),
      ('ya_existe', 'rechazar', false, false, 'Ya existe o se está haciendo', 'Already exists or is under way',
        'Buena noticia: esto ya se hace. Es [nombre del servicio o la obra] y lo lleva [entidad]. Si lo usaste y no te sirvió, cuéntanos qué le falta en una idea nueva.',
        'Good news: this already exists. It is [name of the service or work], run by [body]. If you tried it and it did not help, tell us what is missing in a new idea.', '2026-01-01'),
      ('inviable_tecnica', 'rechazar', false, false, 'Técnicamente no se puede', 'Not technically possible',
        'Consultamos si se puede hacer y hoy no se puede, porque [razón técnica en palabras sencillas]. Si se te ocurre otra forma de llegar a lo mismo, escríbela: la leemos como idea nueva.',
        'We asked whether it can be done and today it cannot, because [technical reason in plain words]. If you think of another way to get there, write it: we will read it as a new idea.', '2026-01-01'),
      ('inviable_juridica', 'rechazar', false, false, 'La ley no lo permite', 'Not allowed by law',
        'Entendemos lo que te preocupa. La ley no deja hacerlo de esta manera: [norma y qué protege]. Lo que sí se puede hacer es [alternativa].',
        'We understand what worries you. The law does not allow it this way: [rule and what it protects]. What can be done is [alternative].', '2026-01-01'),
      ('inviable_presupuestal', 'rechazar', false, false, 'No hay recursos para hacerlo', 'No budget for it',
        'La idea se entiende y se puede hacer, pero cuesta [valor aproximado y de dónde sale] y este plan no tiene esos recursos. Puedes llevarla a [otro camino: presupuestos participativos, otra vigencia].',
        'The idea is clear and could be done, but it costs [approximate figure and its source] and this plan does not have that money. You can take it to [another way: participatory budgets, another year].', '2026-01-01'),
      ('ofensiva', 'rechazar', true, false, 'Ofende o discrimina', 'Offensive or discriminatory',
        'No publicamos esta idea porque [qué frase] ofende a [personas o grupo]. Aquí se puede criticar con fuerza lo que se hace mal, sin atacar a nadie por quien es. Puedes escribirla de nuevo o apelar una vez.',
        'We do not publish this idea because [which sentence] offends [people or group]. You may criticise hard what is done badly, without attacking anyone for who they are. You can write it again or appeal once.', '2026-01-01'),
      ('publicidad_spam', 'rechazar', true, false, 'Es publicidad o un envío automático', 'Advertising, spam or automated',
        'Este texto ofrece un producto o servicio, o llegó por un programa automático. Aquí solo van ideas para mejorar los compromisos. Si nos equivocamos, apela: lo revisa otra persona.',
        'This text offers a product or a service, or came from an automated program. Only ideas to improve the commitments belong here. If we are wrong, appeal: someone else will look at it.', '2026-01-01'),
      ('propaganda_electoral', 'rechazar', true, false, 'Es propaganda electoral', 'Electoral propaganda',
        'Tu texto pide apoyar o rechazar a una candidatura o a un partido. Este espacio es de toda la ciudad y no hace campaña. Puedes enviar la misma idea sin esa parte.',
        'Your text asks people to back or reject a candidate or a party. This space belongs to the whole city and does not campaign. You can send the same idea without that part.', '2026-01-01'),
      ('otro_compromiso', 'reasignar', false, false, 'Va mejor en otro compromiso', 'Fits another commitment better',
        'Pasamos tu idea a [nombre del compromiso], porque allí responde la entidad que puede hacerla. No la rechazamos ni tienes que enviarla otra vez.',
        'We passed your idea to [name of the commitment], because the body that can do it answers there. It is not rejected and you need not send it again.', '2026-01-01'),
      ('duplicada', 'duplicada', false, false, 'Ya hay una idea igual', 'The same idea is already here',
        'Otra persona propuso lo mismo antes: [título]. Para que no se divida la fuerza, seguimos con esa. La tuya queda enlazada y los apoyos solo se mueven si cada persona acepta. Si la tuya pide algo distinto, dínoslo.',
        'Someone proposed the same before: [title]. So that support is not split, we go on with that one. Yours stays linked, and supports move only if each person agrees. If yours asks for something else, tell us.', '2026-01-01'),
      ('peticion_o_queja', 'peticion', false, false, 'Es una petición o una queja', 'A petition or a complaint',
        'Lo que cuentas es un problema puntual que alguien debe atender ya, así que lo radicamos por ti como petición con el número [radicado]. Te responde [entidad] en el plazo de ley, contado desde el día siguiente a tu envío. No pagas nada ni tienes que repetirlo.',
        'What you describe is a specific problem that someone must attend to now, so we filed it for you as a petition with number [case number]. [Body] will answer within the legal term, counted from the day after you sent it. It is free and you need not repeat it.', '2026-01-01');
  `,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table appeal, hiding, report, triage_decision, triage_claim, triage_reason
  `.execute(db);
}
