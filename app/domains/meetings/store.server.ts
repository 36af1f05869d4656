import { sql, type RawBuilder } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type {
  Allocation,
  Meeting,
  MeetingKind,
  MeetingLanguage,
  MeetingState,
  Modality,
} from './types.ts';

type Row = {
  id: string;
  number: number;
  plan_id: string;
  kind: string;
  state: string;
  title: string;
  purpose: string;
  lang: string;
  starts_at: Date;
  ends_at: Date;
  modality: string;
  venue: string;
  address: string;
  locality_code: string | null;
  locality_name: string | null;
  directions: string;
  capacity: number | null;
  reserved: number;
  opens_at: Date;
  closes_at: Date;
  languages: string[];
  access: string[];
  access_note: string;
  materials: string;
  offer_hours: number;
  allocation: string;
  allotted_at: Date | null;
  counted: number | null;
  version: number;
  published_at: Date | null;
  closed_at: Date | null;
  cancelled_at: Date | null;
  cancel_reason: string;
  commitments: Meeting['commitments'];
  held: number;
  waiting: number;
  attended: number;
};

const columns = sql`
  m.id, m.number, m.plan_id, m.kind, m.state, m.title, m.purpose, m.lang, m.starts_at, m.ends_at,
  m.modality, m.venue, m.address, m.locality_code, l.name as locality_name, m.directions,
  m.capacity, m.reserved, m.opens_at, m.closes_at, m.languages, m.access, m.access_note,
  m.materials, m.offer_hours, m.allocation, m.allotted_at, m.counted, m.version, m.published_at,
  m.closed_at, m.cancelled_at, m.cancel_reason,
  coalesce(
    (
      select json_agg(
        json_build_object(
          'id', c.id, 'slug', c.slug, 'number', c.number, 'titleEs', c.short_title_es, 'titleEn',
          c.short_title_en
        ) order by c.number
      )
      from meeting_commitment mc
        join commitment c on c.id = mc.commitment_id
      where mc.meeting_id = m.id
    ),
    '[]'
  ) as commitments,
  (
    select count(*)::int
    from registration r
    where r.meeting_id = m.id and r.state in ('inscrita', 'ofrecida')
  ) as held,
  (
    select count(*)::int
    from registration r
    where r.meeting_id = m.id and r.state = 'en_espera'
  ) as waiting,
  coalesce(
    m.counted,
    (select count(*)::int from check_in k where k.meeting_id = m.id and k.undone_at is null)
  ) as attended
`;
const from = sql`meeting m left join locality l on l.code = m.locality_code`;

function meetingOf(row: Row): Meeting {
  return {
    id: row.id,
    number: row.number,
    planId: row.plan_id,
    kind: row.kind as MeetingKind,
    state: row.state as MeetingState,
    title: row.title,
    purpose: row.purpose,
    lang: row.lang,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    modality: row.modality as Modality,
    venue: row.venue,
    address: row.address,
    locality: row.locality_code
      ? { code: row.locality_code, name: row.locality_name ?? row.locality_code }
      : null,
    directions: row.directions,
    capacity: row.capacity,
    reserved: row.reserved,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    languages: row.languages as MeetingLanguage[],
    access: row.access,
    accessNote: row.access_note,
    materials: row.materials,
    offerHours: row.offer_hours,
    allocation: row.allocation as Allocation,
    allottedAt: row.allotted_at,
    counted: row.counted,
    version: row.version,
    publishedAt: row.published_at,
    closedAt: row.closed_at,
    cancelledAt: row.cancelled_at,
    cancelReason: row.cancel_reason,
    commitments: row.commitments,
    held: row.held,
    waiting: row.waiting,
    attended: row.attended,
  };
}

export async function selectMeeting(db: Db, id: string): Promise<Meeting | null> {
  const { rows } = await sql<Row>`select ${columns} from ${from} where m.id = ${id}::uuid`.execute(
    db,
  );
  return rows[0] ? meetingOf(rows[0]) : null;
}

/** Holds a meeting until the transaction ends: its places are given one after the other. */
export async function selectForUpdate(tx: Tx, id: string): Promise<Meeting | null> {
  await sql`select 1 from meeting where id = ${id}::uuid for update`.execute(tx);
  return await selectMeeting(tx, id);
}

export type MeetingQuery = {
  commitmentSlug?: string | undefined;
  localityCode?: string | undefined;
  access?: string | undefined;
  kind?: string | undefined;
  /** Meetings that begin in this span. */
  from?: Date | undefined;
  until?: Date | undefined;
  /** Coming ones from the soonest; past ones, or all, from the latest. */
  order: 'coming' | 'past' | 'all';
  at: Date;
  after?: { startsAt: Date; id: string } | undefined;
  limit: number;
};

/** Published meetings, cancelled ones among them, one more than asked when there are more. */
export async function selectMeetings(db: Db, query: MeetingQuery): Promise<Meeting[]> {
  const where: RawBuilder<unknown>[] = [
    sql`m.state <> 'borrador'`,
    sql`exists (select from plan where plan.id = m.plan_id and plan.state = 'active')`,
  ];
  if (query.order !== 'all')
    where.push(
      query.order === 'coming' ? sql`m.ends_at > ${query.at}` : sql`m.ends_at <= ${query.at}`,
    );
  if (query.commitmentSlug)
    where.push(
      sql`
        exists (
          select
          from meeting_commitment mc
            join commitment c on c.id = mc.commitment_id
          where mc.meeting_id = m.id and c.slug = ${query.commitmentSlug}
        )
      `,
    );
  if (query.localityCode) where.push(sql`m.locality_code = ${query.localityCode}`);
  if (query.access) where.push(sql`${query.access} = any(m.access)`);
  if (query.kind) where.push(sql`m.kind = ${query.kind}`);
  if (query.from) where.push(sql`m.starts_at >= ${query.from}`);
  if (query.until) where.push(sql`m.starts_at < ${query.until}`);
  if (query.after)
    where.push(
      query.order === 'coming'
        ? sql`(m.starts_at, m.id) > (${query.after.startsAt}, ${query.after.id}::uuid)`
        : sql`(m.starts_at, m.id) < (${query.after.startsAt}, ${query.after.id}::uuid)`,
    );
  const order =
    query.order === 'coming' ? sql`m.starts_at, m.id` : sql`m.starts_at desc, m.id desc`;
  const { rows } = await sql<Row>`
    select ${columns}
    from ${from}
    where ${sql.join(where, sql` and `)}
    order by ${order}
    limit ${sql.lit(query.limit + 1)}
  `.execute(db);
  return rows.map(meetingOf);
}

/** Meetings in any state that a person prepares: all, or those given by themselves or by a commitment. */
export async function selectRunMeetings(db: Db, scopes: 'all' | string[]): Promise<Meeting[]> {
  const mine =
    scopes === 'all'
      ? sql`true`
      : sql`
        (
          m.id::text = any(${scopes})
          or exists (
            select
            from meeting_commitment mc
            where mc.meeting_id = m.id and mc.commitment_id::text = any(${scopes})
          )
        )
      `;
  const { rows } = await sql<Row>`
    select ${columns}
    from ${from}
    where ${mine} and exists (select from plan where plan.id = m.plan_id and plan.state = 'active')
    order by m.starts_at, m.id
    limit 500
  `.execute(db);
  return rows.map(meetingOf);
}

/** How many published meetings each locality has, coming and past. */
export async function countMeetingsByLocality(
  db: Db,
  at: Date,
): Promise<{ code: string; coming: number; past: number }[]> {
  const { rows } = await sql<{ code: string; coming: number; past: number }>`
    select m.locality_code as code, count(*) filter (where m.ends_at > ${at})::int as coming,
      count(*) filter (where m.ends_at <= ${at})::int as past
    from meeting m
      join plan on plan.id = m.plan_id and plan.state = 'active'
    where m.state in ('publicado', 'con_acta') and m.locality_code is not null
    group by 1
    order by 1
  `.execute(db);
  return rows;
}

export type MeetingFields = {
  kind: MeetingKind;
  title: string;
  purpose: string;
  startsAt: Date;
  endsAt: Date;
  modality: Modality;
  venue: string;
  address: string;
  localityCode: string | null;
  directions: string;
  onlineUrl: string;
  capacity: number | null;
  reserved: number;
  opensAt: Date;
  closesAt: Date;
  languages: MeetingLanguage[];
  access: string[];
  accessNote: string;
  materials: string;
  offerHours: number;
  allocation: Allocation;
  commitmentIds: string[];
};

const columnsOf = (fields: MeetingFields) => ({
  kind: fields.kind,
  title: fields.title,
  purpose: fields.purpose,
  starts_at: fields.startsAt,
  ends_at: fields.endsAt,
  modality: fields.modality,
  venue: fields.venue,
  address: fields.address,
  locality_code: fields.localityCode,
  directions: fields.directions,
  online_url: fields.onlineUrl,
  capacity: fields.capacity,
  reserved: fields.reserved,
  opens_at: fields.opensAt,
  closes_at: fields.closesAt,
  languages: fields.languages,
  access: fields.access,
  access_note: fields.accessNote,
  materials: fields.materials,
  offer_hours: fields.offerHours,
  allocation: fields.allocation,
});

export async function insertMeeting(
  tx: Tx,
  meeting: MeetingFields & {
    id: string;
    planId: string;
    createdBy: string | null;
    lang: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('meeting')
    .values({
      id: meeting.id,
      plan_id: meeting.planId,
      state: 'borrador',
      lang: meeting.lang,
      created_by: meeting.createdBy,
      created_at: meeting.at,
      ...columnsOf(meeting),
    })
    .execute();
  await replaceCommitments(tx, meeting.id, meeting.commitmentIds);
}

/** Changes a meeting that still has the version that its editor saw; false when somebody was faster. */
export async function updateMeeting(
  tx: Tx,
  id: string,
  version: number,
  fields: MeetingFields,
): Promise<boolean> {
  const result = await tx
    .updateTable('meeting')
    .set((eb) => ({ ...columnsOf(fields), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === 0) return false;
  await replaceCommitments(tx, id, fields.commitmentIds);
  return true;
}

async function replaceCommitments(
  tx: Tx,
  meetingId: string,
  commitmentIds: string[],
): Promise<void> {
  await tx.deleteFrom('meeting_commitment').where('meeting_id', '=', meetingId).execute();
  if (commitmentIds.length > 0)
    await tx
      .insertInto('meeting_commitment')
      .values(commitmentIds.map((commitment_id) => ({ meeting_id: meetingId, commitment_id })))
      .execute();
}

export async function markPublished(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('meeting')
    .set({ state: 'publicado', published_at: at })
    .where('id', '=', id)
    .execute();
}

export async function markCancelled(tx: Tx, id: string, at: Date, reason: string): Promise<void> {
  await tx
    .updateTable('meeting')
    .set({ state: 'cancelado', cancelled_at: at, cancel_reason: reason })
    .where('id', '=', id)
    .execute();
}

export async function markClosed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('meeting').set({ closed_at: at }).where('id', '=', id).execute();
}

/** Marks of what later rooms did with a meeting. */
export async function updateMarks(
  tx: Tx,
  id: string,
  marks: { allotted_at?: Date; counted?: number; state?: 'con_acta'; mentions_at?: Date },
): Promise<void> {
  await tx.updateTable('meeting').set(marks).where('id', '=', id).execute();
}

/** What only those with a place are told, and what only editors see. */
export async function selectOnlineUrl(db: Db, id: string): Promise<string> {
  const row = await db
    .selectFrom('meeting')
    .select('online_url')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.online_url ?? '';
}

/** Meetings that took place, by kind: how many, how many people came, and in which localities. */
export async function countHeld(
  db: Db,
  at: Date,
): Promise<{ kind: MeetingKind; meetings: number; attended: number; localities: string[] }[]> {
  const { rows } = await sql<{
    kind: MeetingKind;
    meetings: number;
    attended: number;
    localities: string[];
  }>`
    select m.kind, count(*)::int as meetings,
      coalesce(sum(coalesce(m.counted, k.n)), 0)::int as attended,
      coalesce(
        array_agg(distinct m.locality_code) filter (where m.locality_code is not null), '{}'
      ) as localities
    from meeting m
      join plan on plan.id = m.plan_id and plan.state = 'active'
      left join lateral (
        select count(*) as n
        from check_in
        where check_in.meeting_id = m.id and undone_at is null
      ) k on true
    where m.state in ('publicado', 'con_acta') and m.ends_at <= ${at}
    group by m.kind
    order by meetings desc, m.kind
  `.execute(db);
  return rows;
}

/** Whether anybody ever registered for a meeting. */
export async function hasRegistrations(db: Db, meetingId: string): Promise<boolean> {
  return (
    (await db
      .selectFrom('registration')
      .select('id')
      .where('meeting_id', '=', meetingId)
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}

/** Who called a meeting is no longer named there. */
export async function detachStaff(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('meeting')
    .set({ created_by: null })
    .where('created_by', '=', personId)
    .execute();
}
