import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#app/platform/db/db.server.ts';
import type { IdeaOrder, IdeaOrigin, IdeaState, IdeaStep, IdeaSummary } from './types.ts';

export type ListQuery = {
  commitmentSlug?: string | undefined;
  text?: string | undefined;
  localityCode?: string | undefined;
  step?: IdeaStep | undefined;
  order: IdeaOrder;
  /** Turns the fair order; the same within a visit. */
  seed: number;
  after?: (string | number | null)[] | undefined;
  limit: number;
};

export type ListRow = IdeaSummary & { sortKey: string };

const excerptLength = 230;

// A limit that is a parameter is unknown to a prepared plan, which then sorts every row: two sizes stand in the text.
const usualPage = 21;
const largestPage = 101;

type Raw = {
  id: string;
  number: number;
  commitment_id: string;
  slug: string;
  commitment_number: number;
  title_es: string;
  title_en: string;
  title: string;
  excerpt: string;
  lang: string;
  locality_code: string | null;
  locality_name: string | null;
  author: string | null;
  origin: IdeaOrigin;
  state: IdeaState;
  step: IdeaStep;
  supports: number;
  prior_supports: number;
  comments: number;
  published_at: Date | null;
  edited_at: Date | null;
  sort_key: string;
};

const columns = sql`
  i.id, i.number, i.commitment_id, c.slug, c.number as commitment_number,
  c.short_title_es as title_es, c.short_title_en as title_en, i.title,
  left(i.description, ${sql.lit(excerptLength + 1)}) as excerpt, i.lang, i.locality_code,
  l.name as locality_name, case when p.is_adult then p.name end as author, i.origin, i.state,
  i.step, s.support_count as supports, i.prior_supports, s.comment_count as comments,
  i.published_at, i.edited_at
`;
const joins = sql`
  join commitment c on c.id = i.commitment_id
  join plan on plan.id = c.plan_id and plan.state = 'active'
  join idea_stats s on s.idea_id = i.id
  left join locality l on l.code = i.locality_code
  left join person p on p.id = i.author_id
`;

function summaryOf(row: Raw): ListRow {
  return {
    id: row.id,
    number: row.number,
    commitment: {
      id: row.commitment_id,
      slug: row.slug,
      number: row.commitment_number,
      titleEs: row.title_es,
      titleEn: row.title_en,
    },
    title: row.title,
    excerpt: shorten(row.excerpt),
    lang: row.lang,
    locality: row.locality_code
      ? { code: row.locality_code, name: row.locality_name ?? row.locality_code }
      : null,
    author: row.author,
    origin: row.origin,
    state: row.state,
    step: row.step,
    supports: row.supports,
    priorSupports: row.prior_supports,
    comments: row.comments,
    publishedAt: row.published_at,
    editedAt: row.edited_at,
    sortKey: row.sort_key,
  };
}

/** Cuts a text at a word, with an ellipsis when something is left out. */
function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  if (text.length <= excerptLength) return flat;
  return `${flat.slice(0, excerptLength).replace(/\s\S*$/, '')}…`;
}

/** One page of published ideas, one row more than asked when there is a next page. */
export async function selectIdeas(db: Db, query: ListQuery): Promise<ListRow[]> {
  const where: RawBuilder<unknown>[] = [sql`i.state = 'publicada'`];
  if (query.commitmentSlug)
    where.push(
      sql`i.commitment_id = (select id from commitment where slug = ${query.commitmentSlug})`,
    );
  if (query.localityCode) where.push(sql`i.locality_code = ${query.localityCode}`);
  if (query.step) where.push(sql`i.step = ${query.step}`);
  if (query.text) where.push(sql`search_matches(i.search, ${query.text})`);
  const { key, order, after } = ordering(query);
  if (after) where.push(after);
  const { rows } = await sql<Raw>`
    select ${columns}, (${key})::text as sort_key
    from idea i ${joins}
    where ${sql.join(where, sql` and `)}
    order by ${order}
    limit ${sql.lit(query.limit < usualPage ? usualPage : largestPage)}
  `.execute(db);
  return rows.slice(0, query.limit + 1).map(summaryOf);
}

function ordering(query: ListQuery): {
  key: RawBuilder<unknown>;
  order: RawBuilder<unknown>;
  after?: RawBuilder<unknown>;
} {
  const [value, id] = query.after ?? [];
  switch (query.order) {
    case 'recientes': {
      // Microseconds since the epoch: a cursor that loses them would repeat or skip a row.
      const key = sql`(extract(epoch from i.published_at) * 1000000)::bigint`;
      const order = sql`i.published_at desc, i.id desc`;
      return query.after
        ? {
            key,
            order,
            after: sql`
              (i.published_at, i.id) < (
                'epoch'::timestamptz + ${value} * interval '1 microsecond', ${id}::uuid
              )
            `,
          }
        : { key, order };
    }
    case 'apoyadas': {
      const key = sql`s.support_count`;
      const order = sql`s.support_count desc, s.idea_id desc`;
      return query.after
        ? { key, order, after: sql`(s.support_count, s.idea_id) < (${value}::int, ${id}::uuid)` }
        : { key, order };
    }
    case 'azar': {
      const key = sql`hashint4extended(i.lot, ${query.seed}::bigint)`;
      const order = sql`hashint4extended(i.lot, ${query.seed}::bigint), i.id`;
      return query.after
        ? {
            key,
            order,
            after: sql`
              (
                hashint4extended(i.lot, ${query.seed}::bigint), i.id
              ) > (${value}::bigint, ${id}::uuid)
            `,
          }
        : { key, order };
    }
  }
}

/** How many published ideas the filters leave. */
export async function countPublished(
  db: Db,
  query: Pick<ListQuery, 'commitmentSlug' | 'text' | 'localityCode' | 'step'>,
): Promise<number> {
  const where: RawBuilder<unknown>[] = [
    sql`i.state = 'publicada'`,
    sql`
      exists (
        select
        from commitment c
          join plan on plan.id = c.plan_id
        where c.id = i.commitment_id and plan.state = 'active'
      )
    `,
  ];
  if (query.commitmentSlug)
    where.push(
      sql`i.commitment_id = (select id from commitment where slug = ${query.commitmentSlug})`,
    );
  if (query.localityCode) where.push(sql`i.locality_code = ${query.localityCode}`);
  if (query.step) where.push(sql`i.step = ${query.step}`);
  if (query.text) where.push(sql`search_matches(i.search, ${query.text})`);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from idea i where ${sql.join(where, sql` and `)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Ideas a person wrote, newest first, in every state. */
export async function selectOwnIdeas(db: Db, personId: string): Promise<ListRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns}, i.created_at::text as sort_key
    from idea i ${joins}
    where i.author_id = ${personId}
    order by i.created_at desc, i.id desc
    limit 200
  `.execute(db);
  return rows.map(summaryOf);
}

/** The newest published ideas of every plan: their ids, and when each changed last. */
export async function selectAddresses(
  db: Db,
  limit: number,
): Promise<{ id: string; changedAt: Date }[]> {
  const { rows } = await sql<{ id: string; changedAt: Date }>`
    select id, greatest(published_at, edited_at) as "changedAt"
    from idea
    where state = 'publicada' and published_at is not null
    order by published_at desc, id desc
    limit ${limit}
  `.execute(db);
  return rows;
}
