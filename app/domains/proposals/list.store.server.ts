import { sql, type NotNull } from 'kysely';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { isOverdue } from './rules.ts';
import type { ProposalOfIdea, ProposalState, ProposalSummary, PublicState } from './types.ts';

type Row = {
  id: string;
  number: number;
  commitment_id: string;
  slug: string;
  commitment_number: number;
  short_title: string;
  title: string;
  lang: string;
  state: ProposalState;
  idea_count: number;
  created_at: Date;
  readied_at: Date | null;
  sent_at: Date | null;
  due_at: Date | null;
  sent_us: string | null;
};
export type ListRow = ProposalSummary & { sentMicros: string };

function base(db: Db, locale: Locale) {
  return db
    .selectFrom('proposal as p')
    .innerJoin('commitment as c', 'c.id', 'p.commitment_id')
    .select([
      'p.id',
      'p.number',
      'p.commitment_id',
      'c.slug',
      'c.number as commitment_number',
      `c.short_title_${locale} as short_title`,
      'p.title',
      'p.lang',
      'p.state',
      'p.created_at',
      'p.readied_at',
      'p.sent_at',
      'p.due_at',
    ])
    .select((eb) => [
      eb
        .selectFrom('proposal_idea as pi')
        .select((e) => e.cast<number>(e.fn.countAll(), 'integer').as('n'))
        .whereRef('pi.proposal_id', '=', 'p.id')
        .as('idea_count'),
      // Microseconds: a cursor that loses them would repeat or skip a row.
      sql<string | null>`((extract(epoch from p.sent_at) * 1000000)::bigint)::text`.as('sent_us'),
    ]);
}

function summaryOf(
  row: Omit<Row, 'idea_count'> & { idea_count: number | null },
  at: Date,
): ListRow {
  return {
    id: row.id,
    number: row.number,
    commitment: {
      id: row.commitment_id,
      slug: row.slug,
      number: row.commitment_number,
      shortTitle: row.short_title,
    },
    title: row.title,
    lang: row.lang,
    state: row.state,
    ideaCount: row.idea_count ?? 0,
    createdAt: row.created_at,
    readiedAt: row.readied_at,
    sentAt: row.sent_at,
    dueAt: row.due_at,
    isOverdue: isOverdue({ state: row.state, dueAt: row.due_at }, at),
    sentMicros: row.sent_us ?? '0',
  };
}

export type PublicQuery = {
  commitmentSlug?: string | undefined;
  state?: PublicState | undefined;
  /** Overdue ones first, by this moment; absent: by date alone. */
  lateAt?: Date | undefined;
  after?: { isLate: boolean; sentMicros: string; id: string } | undefined;
  limit: number;
};

/** What reached the Circle, newest first, one row more than asked when there is a next page. */
export async function selectPublic(
  db: Db,
  query: PublicQuery,
  locale: Locale,
  at: Date,
): Promise<ListRow[]> {
  // Without a moment nothing is late: no date lies before the beginning of time.
  const late = sql<boolean>`
    (p.state = 'enviada' and p.due_at <= ${query.lateAt ?? '-infinity'}::timestamptz)
  `;
  let found = base(db, locale)
    .where('p.sent_at', 'is not', null)
    .where('p.state', 'in', ['enviada', 'aplazada', 'decidida']);
  if (query.commitmentSlug) found = found.where('c.slug', '=', query.commitmentSlug);
  if (query.state) found = found.where('p.state', '=', query.state);
  if (query.after) {
    const { isLate, sentMicros, id } = query.after;
    found = found.where(
      sql<boolean>`
        (${late}, p.sent_at, p.id) < (
          ${isLate}::boolean,
          'epoch'::timestamptz + ${sentMicros}::bigint * interval '1 microsecond', ${id}::uuid
        )
      `,
    );
  }
  const rows = await found
    .orderBy(late, 'desc')
    .orderBy('p.sent_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  return rows.map((row) => summaryOf(row, at));
}

/** How many proposals reached the Circle, and how many of them wait beyond their date. */
export async function countPublic(
  db: Db,
  at: Date,
): Promise<{ total: number; decided: number; late: number }> {
  const { rows } = await sql<{ total: number; decided: number; late: number }>`
    select count(*)::int as total, count(*) filter (where state = 'decidida')::int as decided,
      count(*) filter (where state = 'enviada' and due_at <= ${at})::int as late
    from proposal
    where sent_at is not null
  `.execute(db);
  return rows[0] ?? { total: 0, decided: 0, late: 0 };
}

/** What waits before the Circle in some commitments (or all), the oldest date first; deferred ones last. */
export async function selectPending(
  db: Db,
  commitmentIds: string[] | 'all',
  locale: Locale,
  at: Date,
): Promise<ListRow[]> {
  if (commitmentIds !== 'all' && commitmentIds.length === 0) return [];
  let query = base(db, locale).where('p.state', 'in', ['enviada', 'aplazada']);
  if (commitmentIds !== 'all') query = query.where('p.commitment_id', 'in', commitmentIds);
  const rows = await query
    .orderBy(sql`p.state = 'aplazada'`)
    .orderBy('p.due_at')
    .orderBy('p.id')
    .limit(200)
    .execute();
  return rows.map((row) => summaryOf(row, at));
}

/** The dossiers of some commitments (or all) in a state, the latest first. */
export async function selectForModerators(
  db: Db,
  commitmentIds: string[] | 'all',
  state: ProposalState,
  locale: Locale,
  at: Date,
): Promise<ListRow[]> {
  if (commitmentIds !== 'all' && commitmentIds.length === 0) return [];
  let query = base(db, locale).where('p.state', '=', state);
  if (commitmentIds !== 'all') query = query.where('p.commitment_id', 'in', commitmentIds);
  const rows = await query
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => summaryOf(row, at));
}

/** How many dossiers of some commitments (or all) are in each state. */
export async function countByState(
  db: Db,
  commitmentIds: string[] | 'all',
): Promise<Map<ProposalState, number>> {
  if (commitmentIds !== 'all' && commitmentIds.length === 0) return new Map();
  let query = db
    .selectFrom('proposal')
    .groupBy('state')
    .select((eb) => ['state', eb.fn.countAll<number>().as('n')]);
  if (commitmentIds !== 'all') query = query.where('commitment_id', 'in', commitmentIds);
  return new Map((await query.execute()).map((row) => [row.state, Number(row.n)]));
}

/** The public proposals that carry an idea, oldest first. */
export async function selectOfIdea(db: Db, ideaId: string): Promise<ProposalOfIdea[]> {
  const rows = await db
    .selectFrom('proposal_idea as pi')
    .innerJoin('proposal as p', 'p.id', 'pi.proposal_id')
    .select([
      'p.id',
      'p.number',
      'p.title',
      'p.lang',
      'p.state',
      'p.sent_at',
      'p.due_at',
      'pi.taken',
    ])
    .where('pi.idea_id', '=', ideaId)
    .where('p.sent_at', 'is not', null)
    .orderBy('p.sent_at')
    // What was sent is public and has its date.
    .$narrowType<{ state: PublicState; sent_at: NotNull; due_at: NotNull }>()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    lang: row.lang,
    state: row.state,
    sentAt: row.sent_at,
    dueAt: row.due_at,
    taken: row.taken,
  }));
}
