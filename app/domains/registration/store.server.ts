import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type {
  Channel,
  Purpose,
  RegistrationFile,
  RegistrationState,
  RegistrationView,
  RosterRow,
  Need,
} from './types.ts';

export type NewRegistration = {
  id: string;
  meetingId: string;
  codeKey: string;
  state: RegistrationState;
  channel: Channel;
  name: string;
  email: string | null;
  phone: string | null;
  emailKey: string | null;
  phoneKey: string | null;
  documentKey: string | null;
  birthKey: string | null;
  personId: string | null;
  lang: 'es' | 'en';
  guardian: { name: string; contact: string } | null;
  overCapacity: boolean;
  recordedBy: string | null;
  at: Date;
  importKey?: string | null;
};

/** Writes a registration behind all others of its meeting, whose lock the caller holds. */
export async function insertRegistration(tx: Tx, row: NewRegistration): Promise<void> {
  await tx
    .insertInto('registration')
    .values((eb) => ({
      id: row.id,
      meeting_id: row.meetingId,
      code_key: row.codeKey,
      state: row.state,
      channel: row.channel,
      name: row.name,
      email: row.email,
      phone: row.phone,
      email_key: row.emailKey,
      phone_key: row.phoneKey,
      document_key: row.documentKey,
      birth_key: row.birthKey,
      person_id: row.personId,
      lang: row.lang,
      is_minor: row.guardian !== null,
      guardian_name: row.guardian?.name ?? '',
      guardian_contact: row.guardian?.contact ?? '',
      minor_heard: row.guardian !== null,
      over_capacity: row.overCapacity,
      recorded_by: row.recordedBy,
      created_at: row.at,
      import_key: row.importKey ?? null,
      place: eb
        .selectFrom('registration as r')
        .select((e) => sql<number>`coalesce(${e.fn.max('r.place')}, 0) + 1`.as('next'))
        .where('r.meeting_id', '=', row.meetingId),
    }))
    .execute();
}

export async function insertConsents(
  tx: Tx,
  registrationId: string,
  consents: {
    purpose: Purpose;
    policyVersion: string;
    policySha256: string;
    channel: Channel;
    at: Date;
    recordedBy: string | null;
  }[],
): Promise<void> {
  if (consents.length === 0) return;
  await tx
    .insertInto('registration_consent')
    .values(
      consents.map((consent) => ({
        registration_id: registrationId,
        purpose: consent.purpose,
        policy_version: consent.policyVersion,
        policy_sha256: consent.policySha256,
        channel: consent.channel,
        given_at: consent.at,
        recorded_by: consent.recordedBy,
      })),
    )
    .onConflict((oc) =>
      oc.columns(['registration_id', 'purpose']).doUpdateSet({ revoked_at: null }),
    )
    .execute();
}

export async function revokeConsent(
  tx: Tx,
  registrationId: string,
  purpose: Purpose,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('registration_consent')
    .set({ revoked_at: at })
    .where('registration_id', '=', registrationId)
    .where('purpose', '=', purpose)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

export async function insertNeeds(
  tx: Tx,
  registrationId: string,
  needs: { need: string; note: string }[],
): Promise<void> {
  if (needs.length === 0) return;
  await tx
    .insertInto('registration_need')
    .values(needs.map(({ need, note }) => ({ registration_id: registrationId, need, note })))
    .onConflict((oc) =>
      oc
        .columns(['registration_id', 'need'])
        .doUpdateSet((eb) => ({ note: eb.ref('excluded.note') })),
    )
    .execute();
}

/** Takes back requests that were not answered yet and are no longer made. */
export async function deleteOpenNeeds(
  tx: Tx,
  registrationId: string,
  keep: string[],
): Promise<void> {
  let query = tx
    .deleteFrom('registration_need')
    .where('registration_id', '=', registrationId)
    .where('state', '=', 'pedido');
  if (keep.length > 0) query = query.where('need', 'not in', keep);
  await query.execute();
}

const viewColumns = sql`
  r.id, r.meeting_id as "meetingId", r.state, r.channel, r.offered_until as "offeredUntil",
  r.created_at as "createdAt", r.person_id as "personId",
  case
    when r.state = 'en_espera' then (
      select count(*)::int
      from registration w
      where w.meeting_id = r.meeting_id and w.state = 'en_espera' and w.place <= r.place
    )
    end as turn,
  (
    select count(*)::int
    from registration_duplicate d
    where (d.registration_id = r.id or d.other_id = r.id) and d.outcome is null
  ) as duplicates
`;

/** A registration by the hash of its code, or by its id. */
export async function selectRegistration(
  db: Db,
  by: { codeKey: string } | { id: string },
): Promise<RegistrationView | null> {
  const where = 'codeKey' in by ? sql`r.code_key = ${by.codeKey}` : sql`r.id = ${by.id}::uuid`;
  const { rows } =
    await sql<RegistrationView>`select ${viewColumns} from registration r where ${where}`.execute(
      db,
    );
  return rows[0] ?? null;
}

export async function selectNeeds(db: Db, registrationIds: string[]): Promise<Map<string, Need[]>> {
  const found = new Map<string, Need[]>();
  if (registrationIds.length === 0) return found;
  const rows = await db
    .selectFrom('registration_need')
    .select(['registration_id', 'need', 'note', 'state', 'answer'])
    .where(sql<boolean>`registration_id = any(${registrationIds}::uuid[])`)
    .orderBy('need')
    .execute();
  for (const row of rows)
    found.set(row.registration_id, [
      ...(found.get(row.registration_id) ?? []),
      {
        need: row.need,
        note: row.note,
        state: row.state as Need['state'],
        answer: row.answer,
      },
    ]);
  return found;
}

/** The personal part of a registration. */
export async function selectFile(db: Db, id: string): Promise<RegistrationFile | null> {
  const row = await db
    .selectFrom('registration')
    .select(['id', 'name', 'email', 'phone', 'is_minor', 'guardian_name', 'guardian_contact'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const consents = await db
    .selectFrom('registration_consent')
    .select(['purpose', 'given_at', 'revoked_at', 'policy_version'])
    .where('registration_id', '=', id)
    .orderBy('purpose')
    .execute();
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    isMinor: row.is_minor,
    guardianName: row.guardian_name,
    guardianContact: row.guardian_contact,
    needs: (await selectNeeds(db, [id])).get(id) ?? [],
    consents: consents.map((consent) => ({
      purpose: consent.purpose as Purpose,
      givenAt: consent.given_at,
      revokedAt: consent.revoked_at,
      policyVersion: consent.policy_version,
    })),
  };
}

/** How a person of a registration can be written to. */
export type Reachable = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  lang: 'es' | 'en';
  personId: string | null;
};
const reachable = ['id', 'name', 'email', 'phone', 'lang', 'person_id as personId'] as const;

export async function selectReachable(db: Db, id: string): Promise<Reachable | null> {
  return (
    ((await db
      .selectFrom('registration')
      .select(reachable)
      .where('id', '=', id)
      .executeTakeFirst()) as Reachable | undefined) ?? null
  );
}

/** Who holds a place and who waits, in the order of the list, and who of these let an offer pass. */
export async function selectStanding(
  db: Db,
  meetingId: string,
): Promise<{ holding: string[]; waiting: string[]; passed: ReadonlySet<string> }> {
  const rows = await db
    .selectFrom('registration')
    .select(['id', 'state', 'promoted_at'])
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', ['inscrita', 'ofrecida', 'en_espera'])
    .orderBy('place')
    .execute();
  const waiting = rows.filter((row) => row.state === 'en_espera');
  return {
    holding: rows.filter((row) => row.state !== 'en_espera').map((row) => row.id),
    waiting: waiting.map((row) => row.id),
    passed: new Set(waiting.filter((row) => row.promoted_at !== null).map((row) => row.id)),
  };
}

/** Offers a place, until a moment, to somebody who waits (the first, unless one is named); nobody when nobody waits. The caller holds the meeting's lock. */
export async function offerNext(
  tx: Tx,
  meetingId: string,
  until: Date,
  at: Date,
  chosen?: string,
): Promise<Reachable | null> {
  const row = await tx
    .updateTable('registration')
    .set({ state: 'ofrecida', offered_until: until, promoted_at: at })
    .where('id', '=', (eb) => {
      const waiting = eb
        .selectFrom('registration')
        .select('id')
        .where('meeting_id', '=', meetingId)
        .where('state', '=', 'en_espera')
        .orderBy('place')
        .limit(1);
      return chosen === undefined ? waiting : waiting.where('id', '=', chosen);
    })
    .returning(reachable)
    .executeTakeFirst();
  return (row as Reachable | undefined) ?? null;
}

/** Gives places to some who wait, without an offer that runs out. */
export async function seatWaiting(
  tx: Tx,
  meetingId: string,
  ids: string[],
  at: Date,
): Promise<void> {
  await sql`
    update registration
    set state = 'inscrita', promoted_at = ${at}
    where meeting_id = ${meetingId}::uuid and id = any(${ids}::uuid[]) and state = 'en_espera'
  `.execute(tx);
}

/** Puts who waits into this order, behind everybody who has a place. */
export async function orderWaiting(tx: Tx, meetingId: string, ids: string[]): Promise<void> {
  await sql`
    with turn as (
      select id, ordinality
      from unnest(${ids}::uuid[]) with ordinality as t(id, ordinality)
    ),
    last as (select max(place) as place from registration where meeting_id = ${meetingId}::uuid)
    update registration r
    set place = last.place + turn.ordinality
    from turn, last
    where r.id = turn.id and r.meeting_id = ${meetingId}::uuid and r.state = 'en_espera'
  `.execute(tx);
}

/** Moves a registration from one of some states to another; false when it was not there. */
export async function moveRegistration(
  tx: Tx,
  id: string,
  from: RegistrationState[],
  to: RegistrationState,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('registration')
    .set({ state: to, offered_until: null, ...(to === 'cancelada' ? { cancelled_at: at } : {}) })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** Meetings with offers whose time is over. */
export async function selectMeetingsWithLateOffers(db: Db, at: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('registration')
    .select('meeting_id')
    .distinct()
    .where('offered_until', '<=', at)
    .execute();
  return rows.map((row) => row.meeting_id);
}

/** Sends whose offers ran out to the end of the list, in their order, and says who they are. */
export async function expireOffers(tx: Tx, meetingId: string, at: Date): Promise<Reachable[]> {
  const { rows } = await sql<Reachable>`
    with late as (
      select id, row_number() over (order by place) as turn
      from registration
      where meeting_id = ${meetingId}::uuid and state = 'ofrecida' and offered_until <= ${at}
    )
    update registration r
    set state = 'en_espera', offered_until = null,
      place = late.turn + (
        select max(place) from registration where meeting_id = ${meetingId}::uuid
      )
    from late
    where r.id = late.id
    returning r.id, r.name, r.email, r.phone, r.lang, r.person_id as "personId"
  `.execute(tx);
  return rows;
}

/** Cancels whoever still has or awaits a place, and says who they are. */
export async function cancelAll(tx: Tx, meetingId: string, at: Date): Promise<Reachable[]> {
  const rows = await tx
    .updateTable('registration')
    .set({ state: 'cancelada', offered_until: null, cancelled_at: at })
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', ['inscrita', 'ofrecida', 'en_espera'])
    .returning(reachable)
    .execute();
  return rows as Reachable[];
}

/** Takes some of those who have or await a place and were not yet told of this version of the meeting, and marks them as told. */
export async function selectUntold(
  tx: Tx,
  meetingId: string,
  version: number,
  limit: number,
): Promise<Reachable[]> {
  const rows = await tx
    .updateTable('registration')
    .set({ told_version: version })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('registration')
        .select('id')
        .where('meeting_id', '=', meetingId)
        .where('state', 'in', ['inscrita', 'ofrecida', 'en_espera'])
        .where('told_version', '<', version)
        .orderBy('place')
        .limit(limit),
    )
    .returning(reachable)
    .execute();
  return rows as Reachable[];
}

/** Takes some of those who were in a draw and were not told of its places, and marks them as told; who was offered a place meanwhile knows. */
export async function takeUntoldOfPlaces(
  tx: Tx,
  meetingId: string,
  limit: number,
  when: { before: Date; at: Date },
): Promise<(Reachable & { state: RegistrationState })[]> {
  const rows = await tx
    .updateTable('registration')
    .set({ told_places_at: when.at })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('registration')
        .select('id')
        .where('meeting_id', '=', meetingId)
        .where('state', 'in', ['inscrita', 'ofrecida', 'en_espera'])
        .where('told_places_at', 'is', null)
        .where('created_at', '<=', when.before)
        .orderBy('place')
        .limit(limit),
    )
    .returning([...reachable, 'state'])
    .execute();
  return rows as (Reachable & { state: RegistrationState })[];
}

/** The roster: name, contact, needs, in the order of arrival. */
export async function selectRoster(db: Db, meetingId: string): Promise<RosterRow[]> {
  const rows = await db
    .selectFrom('registration as r')
    .leftJoin('check_in as k', (join) =>
      join.onRef('k.registration_id', '=', 'r.id').on('k.undone_at', 'is', null),
    )
    .select([
      'r.id',
      'r.place',
      'r.state',
      'r.channel',
      'r.name',
      'r.email',
      'r.phone',
      'r.is_minor',
      'r.over_capacity',
      'r.created_at',
      'k.at as checked_in_at',
    ])
    .where('r.meeting_id', '=', meetingId)
    .where('r.state', 'not in', ['cancelada', 'unida'])
    .orderBy('r.place')
    .execute();
  const needs = await selectNeeds(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    place: row.place,
    state: row.state as RegistrationState,
    channel: row.channel as Channel,
    name: row.name,
    email: row.email,
    phone: row.phone,
    isMinor: row.is_minor,
    overCapacity: row.over_capacity,
    needs: needs.get(row.id) ?? [],
    checkedInAt: row.checked_in_at,
    createdAt: row.created_at,
  }));
}

/** Keys of the contact given, to be compared with what somebody types. */
export async function selectContactKeys(
  db: Db,
  id: string,
): Promise<{ emailKey: string | null; phoneKey: string | null } | null> {
  const row = await db
    .selectFrom('registration')
    .select(['email_key as emailKey', 'phone_key as phoneKey'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function updatePersonal(
  tx: Tx,
  id: string,
  fields: {
    name: string;
    email: string | null;
    phone: string | null;
    emailKey: string | null;
    phoneKey: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('registration')
    .set({
      name: fields.name,
      email: fields.email,
      phone: fields.phone,
      email_key: fields.emailKey,
      phone_key: fields.phoneKey,
    })
    .where('id', '=', id)
    .execute();
}

export async function claimRegistration(tx: Tx, id: string, personId: string): Promise<void> {
  await tx.updateTable('registration').set({ person_id: personId }).where('id', '=', id).execute();
}

export async function insertPersonalLink(
  tx: Tx,
  link: { key: string; registrationId: string; at: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('registration_link')
    .values({
      id: link.key,
      registration_id: link.registrationId,
      created_at: link.at,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** Uses a link once; null when it is unknown, used or over. */
export async function spendPersonalLink(tx: Tx, key: string, at: Date): Promise<string | null> {
  const row = await tx
    .updateTable('registration_link')
    .set({ used_at: at })
    .where('id', '=', key)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('registration_id')
    .executeTakeFirst();
  return row?.registration_id ?? null;
}

export async function deleteOldLinks(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('registration_link').where('expires_at', '<', before).execute();
}

/** Takes names and contacts out of registrations of meetings that ended before a moment; returns which. */
export async function purgeEnded(
  tx: Tx,
  endedBefore: Date,
  at: Date,
): Promise<{ id: string; meetingId: string }[]> {
  const rows = await tx
    .updateTable('registration')
    .set({ ...emptied, purged_at: at })
    .where('purged_at', 'is', null)
    .where('meeting_id', 'in', (eb) =>
      eb.selectFrom('meeting').select('id').where('ends_at', '<', endedBefore),
    )
    .returning(['id', 'meeting_id as meetingId'])
    .execute();
  if (rows.length > 0)
    await tx
      .deleteFrom('registration_need')
      .where(
        'registration_id',
        'in',
        rows.map((row) => row.id),
      )
      .execute();
  return rows;
}

const emptied = {
  name: '',
  email: null,
  phone: null,
  email_key: null,
  phone_key: null,
  document_key: null,
  birth_key: null,
  import_key: null,
  guardian_name: '',
  guardian_contact: '',
} as const;

/** What this slice keeps of a person with an account, as their file names it. */
export async function selectOwnRegistrations(
  db: Db,
  personId: string,
): Promise<{ id: string; meetingId: string; title: string; startsAt: Date; state: string }[]> {
  return await db
    .selectFrom('registration as r')
    .innerJoin('meeting as m', 'm.id', 'r.meeting_id')
    .select(['r.id', 'r.meeting_id as meetingId', 'm.title', 'm.starts_at as startsAt', 'r.state'])
    .where('r.person_id', '=', personId)
    .orderBy('m.starts_at', 'desc')
    .execute();
}

/** A person who leaves: what they hold is given up, and what says who they are goes. */
export async function eraseRegistrationsOf(
  tx: Tx,
  personId: string,
  at: Date,
): Promise<{ id: string; meetingId: string; heldPlace: boolean }[]> {
  const rows = await tx
    .selectFrom('registration')
    .select(['id', 'meeting_id as meetingId', 'state'])
    .where('person_id', '=', personId)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  await tx.deleteFrom('registration_need').where('registration_id', 'in', ids).execute();
  await tx
    .updateTable('registration')
    .set({ ...emptied, person_id: null, purged_at: at, offered_until: null })
    .where('id', 'in', ids)
    .execute();
  await tx
    .updateTable('registration')
    .set({ state: 'cancelada', cancelled_at: at })
    .where('id', 'in', ids)
    .where('state', 'in', ['inscrita', 'ofrecida', 'en_espera'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meetingId,
    heldPlace: row.state === 'inscrita' || row.state === 'ofrecida',
  }));
}

/** Who recorded or answered something at registrations is no longer named there. */
export async function detachStaff(tx: Tx, personId: string): Promise<void> {
  await sql`
    with a as (update registration set recorded_by = null where recorded_by = ${personId}),
    b as (update registration_consent set recorded_by = null where recorded_by = ${personId}),
    c as (update registration_need set answered_by = null where answered_by = ${personId})
    update registration_duplicate
    set settled_by = null
    where settled_by = ${personId}
  `.execute(tx);
}

/** Meetings that draw their places, whose registration closed, and that have room for all who wait: nobody need be drawn. */
export async function selectUndrawnWithRoom(db: Db, at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id
    from meeting m
      cross join lateral (
        select count(*) filter (where r.state in ('inscrita', 'ofrecida')) as held,
          count(*) filter (where r.state = 'en_espera') as waiting
        from registration r
        where r.meeting_id = m.id
      ) n
    where m.allocation = 'sorteo'
      and m.allotted_at is null
      and m.state = 'publicado'
      and m.closes_at <= ${at}
      and m.starts_at > ${at}
      and n.waiting > 0
      and n.waiting <= m.capacity - m.reserved - n.held
  `.execute(db);
  return rows.map((row) => row.id);
}

/** Takes some of those who came, may be written to and were not thanked yet, and marks them as thanked. */
export async function takeUnthanked(
  tx: Tx,
  meetingId: string,
  limit: number,
  at: Date,
): Promise<Reachable[]> {
  const rows = await tx
    .updateTable('registration')
    .set({ thanked_at: at })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('registration as r')
        .innerJoin('check_in as k', (join) =>
          join.onRef('k.registration_id', '=', 'r.id').on('k.undone_at', 'is', null),
        )
        .select('r.id')
        .where('r.meeting_id', '=', meetingId)
        .where('r.thanked_at', 'is', null)
        .where('r.email', 'is not', null)
        .where('r.state', '<>', 'unida')
        .where((e) =>
          e.exists(
            e
              .selectFrom('registration_consent as c')
              .select('c.purpose')
              .whereRef('c.registration_id', '=', 'r.id')
              .where('c.purpose', 'in', ['inscripcion', 'contacto'])
              .where('c.revoked_at', 'is', null),
          ),
        )
        .orderBy('r.place')
        .limit(limit),
    )
    .returning(['id', 'name', 'email', 'phone', 'lang', 'person_id as personId'])
    .execute();
  return rows as Reachable[];
}
