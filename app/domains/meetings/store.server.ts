import { sql, type RawBuilder } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { holdingStates, kindsOfPhase, type Meeting } from './types.ts';

const holding = sql.join(holdingStates.map((state) => sql.lit(state)));
const ofPhase = sql.join(kindsOfPhase.map((kind) => sql.lit(kind)));

const columns = sql`
  m.id, m.number, m.plan_id as "planId", m.kind, m.state, m.title, m.purpose, m.lang,
  m.starts_at as "startsAt", m.ends_at as "endsAt", m.modality, m.venue, m.address,
  case
    when m.locality_code is null then null
    else json_build_object('code', m.locality_code, 'name', coalesce(l.name, m.locality_code))
    end as locality,
  m.directions, m.capacity, m.reserved, m.opens_at as "opensAt",
  m.closes_at as "ownClosesAt",
  least(
    m.closes_at,
    (
      select p.closes_at
      from phase p
      where p.plan_id = m.plan_id and p.kind = 'talleres' and m.kind in (${ofPhase})
    )
  ) as "closesAt",
  m.languages, m.access, m.access_note as "accessNote", m.materials, m.offer_hours as "offerHours",
  m.allocation, m.allotted_at as "allottedAt", m.counted, m.version,
  m.published_at as "publishedAt", m.closed_at as "closedAt", m.cancelled_at as "cancelledAt",
  m.cancel_reason as "cancelReason",
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
    where r.meeting_id = m.id and r.state in (${holding})
  ) as held,
  (
    select count(*)::int
    from registration r
    where r.meeting_id = m.id and r.state in (${holding}) and r.on_reserved
  ) as "heldReserved",
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

export async function selectMeeting(db: Db, id: string): Promise<Meeting | null> {
  const { rows } =
    await sql<Meeting>`select ${columns} from ${from} where m.id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** The id of the meeting with a number, or null. */
export async function selectMeetingId(db: Db, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('meeting')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.id ?? null;
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
  const { rows } = await sql<Meeting>`
    select ${columns}
    from ${from}
    where ${sql.join(where, sql` and `)}
    order by ${order}
    limit ${sql.lit(query.limit + 1)}
  `.execute(db);
  return rows;
}

/**
 * Meetings in any state that a person prepares: all, or those given by themselves or by a
 * commitment.
 */
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
  const { rows } = await sql<Meeting>`
    select ${columns}
    from ${from}
    where ${mine} and exists (select from plan where plan.id = m.plan_id and plan.state = 'active')
    order by m.starts_at, m.id
    limit 500
  `.execute(db);
  return rows;
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
