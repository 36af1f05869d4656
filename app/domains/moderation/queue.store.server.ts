import { sql, type RawBuilder } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import { cityZone } from '#app/platform/city/city-zone.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { IdeaState } from '#app/domains/ideas/types.ts';
import { inScopes } from './scopes.store.server.ts';
import type { QueueCounts, QueueView, Scopes } from './types.ts';

/** Which part of the queue is asked for, and by whom: one's own ideas and what others hold are not free. */
export type QueueQuery = {
  view: QueueView;
  scopes: Scopes;
  commitmentSlug?: string | undefined;
  moderatorId: string | null;
  at: Date;
};
/** A place in the order of age: microseconds since the epoch (a Date would lose them) and the id. */
export type QueueKey = { since: string; id: string };

export type QueueRow = {
  id: string;
  number: number;
  slug: string;
  titleEs: string;
  titleEn: string;
  title: string;
  lang: string;
  state: IdeaState;
  origin: string;
  since: Date;
  sinceKey: string;
  findings: string[];
  pausedDays: number;
  askedAt: Date | null;
  claimName: string | null;
  claimMine: boolean;
  own: boolean;
};

const received = sql`coalesce(i.submitted_at, i.created_at)`;
const views: Record<QueueView, { where: RawBuilder<unknown>; since: RawBuilder<Date> }> = {
  nuevas: { where: sql`i.state = 'enviada'`, since: sql<Date>`${received}` },
  editadas: {
    where: sql`i.state = 'publicada' and i.edit_review_at is not null`,
    since: sql<Date>`i.edit_review_at`,
  },
  pausa: { where: sql`i.state = 'devuelta'`, since: sql<Date>`${received}` },
  cuarentena: { where: sql`i.state = 'cuarentena'`, since: sql<Date>`${received}` },
};
const micros = (since: RawBuilder<Date>) =>
  sql<string>`(extract(epoch from ${since}) * 1000000)::bigint::text`;
const instant = (key: string) =>
  sql`'epoch'::timestamptz + ${key}::bigint * interval '1 microsecond'`;

function inScope(query: Pick<QueueQuery, 'scopes' | 'commitmentSlug'>): RawBuilder<unknown> {
  const scope = inScopes(query.scopes, sql`i.commitment_id`);
  return query.commitmentSlug
    ? sql`
      ${scope}
      and i.commitment_id = (select id from commitment where slug = ${query.commitmentSlug})
    `
    : scope;
}

const pauses = sql`
  lateral (
    select coalesce(sum(answer_paused_days), 0)::int as days,
      max(decided_at) filter (where answered_at is null) as asked_at
    from triage_decision
    where idea_id = i.id and decision = 'devolver' and not of_edit
  )
`;

/** One page of the queue, oldest first, one row more than asked when there is a next page. */
export async function selectQueue(
  db: Db,
  query: QueueQuery & { after?: QueueKey | undefined; limit: number },
): Promise<QueueRow[]> {
  const { where, since } = views[query.view];
  const after = query.after
    ? sql`and (${since}, i.id) > (${instant(query.after.since)}, ${query.after.id}::uuid)`
    : sql``;
  const { rows } = await sql<QueueRow>`
    select i.id, i.number, c.slug, c.short_title_es as "titleEs", c.short_title_en as "titleEn",
      i.title, i.lang, i.state, i.origin, ${since} as since, ${micros(since)} as "sinceKey",
      i.findings,
      case when ${query.view === 'editadas'}::boolean then 0 else p.days end as "pausedDays",
      p.asked_at as "askedAt", person.name as "claimName",
      coalesce(t.moderator_id = ${query.moderatorId}::uuid, false) as "claimMine",
      coalesce(i.author_id = ${query.moderatorId}::uuid, false) as own
    from sent_idea i
      join commitment c on c.id = i.commitment_id
      cross join ${pauses} p
      left join triage_claim t on t.idea_id = i.id and t.expires_at > ${query.at}
      left join person on person.id = t.moderator_id
    where ${where} and ${inScope(query)} ${after}
    order by ${since}, i.id
    limit ${query.limit + 1}
  `.execute(db);
  return rows;
}

/** Where an idea stands in the order of a view; nothing when it is not in it. */
export async function selectQueueKey(
  db: Db,
  query: QueueQuery,
  ideaId: string,
): Promise<QueueKey | null> {
  const { where, since } = views[query.view];
  const { rows } = await sql<QueueKey>`
    select ${micros(since)} as since, i.id
    from sent_idea i
    where i.id = ${ideaId}::uuid and ${where} and ${inScope(query)}
  `.execute(db);
  return rows[0] ?? null;
}

/** The nearest idea after or before a place that this moderator may take; without a place, the oldest. */
export async function selectFree(
  db: Db,
  query: QueueQuery,
  from: QueueKey | null,
  direction: 'next' | 'previous' = 'next',
): Promise<string | null> {
  const { where, since } = views[query.view];
  const sign = direction === 'next' ? sql`>` : sql`<`;
  const order = direction === 'next' ? sql`asc` : sql`desc`;
  const place = from
    ? sql`and (${since}, i.id) ${sign} (${instant(from.since)}, ${from.id}::uuid)`
    : sql``;
  const { rows } = await sql<{ id: string }>`
    select i.id
    from sent_idea i
    where ${where}
      and ${inScope(query)}
      and i.author_id is distinct from ${query.moderatorId}::uuid
      and not exists (
        select
        from triage_claim t
        where t.idea_id = i.id
          and t.expires_at > ${query.at}
          and t.moderator_id is distinct from ${query.moderatorId}::uuid
      ) ${place}
    order by ${since} ${order}, i.id ${order}
    limit 1
  `.execute(db);
  return rows[0]?.id ?? null;
}

/** How many ideas wait in each view. */
export async function countQueue(
  db: Db,
  query: Pick<QueueQuery, 'scopes' | 'commitmentSlug'>,
): Promise<QueueCounts> {
  const { rows } = await sql<QueueCounts>`
    select count(*) filter (where i.state = 'enviada')::int as nuevas,
      count(*) filter (where i.state = 'publicada')::int as editadas,
      count(*) filter (where i.state = 'devuelta')::int as pausa,
      count(*) filter (where i.state = 'cuarentena')::int as cuarentena
    from sent_idea i
    where (
      i.state in ('enviada', 'devuelta', 'cuarentena')
      or (i.state = 'publicada' and i.edit_review_at is not null)
    )
      and ${inScope(query)}
  `.execute(db);
  return first(rows);
}

/** Days of the city on which what waits for a decision arrived, with how many and how long their clocks stood. */
export async function countWaitingByDay(
  db: Db,
  query: Pick<QueueQuery, 'scopes' | 'commitmentSlug'>,
): Promise<{ day: string; pausedDays: number; count: number }[]> {
  const { rows } = await sql<{ day: string; pausedDays: number; count: number }>`
    select x.day::text, x.paused as "pausedDays", count(*)::int as count
    from (
      select (${received} at time zone ${cityZone()})::date as day, p.days as paused
      from sent_idea i
        cross join ${pauses} p
      where i.state = 'enviada' and i.origin <> 'importada' and ${inScope(query)}
      union all
      select (i.edit_review_at at time zone ${cityZone()})::date, 0
      from sent_idea i
      where i.state = 'publicada' and i.edit_review_at is not null and ${inScope(query)}
    ) x
    group by 1, 2
  `.execute(db);
  return rows;
}

/** Quarantined ideas of a scope, oldest first, to decide on many at once. */
export async function selectQuarantined(
  db: Db,
  query: Pick<QueueQuery, 'scopes' | 'commitmentSlug'>,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id
    from sent_idea i
    where i.state = 'cuarentena' and ${inScope(query)}
    order by ${received}, i.id
    limit ${limit}
  `.execute(db);
  return rows.map((row) => row.id);
}

/** What an author wrote here, by state. Drafts are nobody else's business. */
export async function countAuthorStates(
  db: Db,
  authorId: string,
  exceptId: string,
): Promise<{ state: IdeaState; count: number }[]> {
  const { rows } = await sql<{ state: IdeaState; count: number }>`
    select i.state, count(*)::int as count
    from sent_idea i
    where i.author_id = ${authorId} and i.id <> ${exceptId}
    group by i.state
    order by i.state
  `.execute(db);
  return rows;
}

/** The last ideas of an author that are public or within the reader's commitments. */
export async function selectAuthorIdeas(
  db: Db,
  authorId: string,
  exceptId: string,
  scopes: Scopes,
  limit: number,
): Promise<{ id: string; title: string; lang: string; state: IdeaState; at: Date }[]> {
  const { rows } = await sql<{
    id: string;
    title: string;
    lang: string;
    state: IdeaState;
    at: Date;
  }>`
    select i.id, i.title, i.lang, i.state, ${received} as at
    from sent_idea i
    where i.author_id = ${authorId}
      and i.id <> ${exceptId}
      and (i.state = 'publicada' or ${inScope({ scopes })})
    order by ${received} desc, i.id desc
    limit ${limit}
  `.execute(db);
  return rows;
}
