import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { decodeCursor, encodeCursor, type Page } from '#app/kernel/paging.ts';
import { invalid } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { noonOf } from '#app/platform/city/local-time.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { countOpenAppeals } from './appeal.store.server.ts';
import { countHeldComments } from './comment.store.server.ts';
import { selectCommitments } from './decision.store.server.ts';
import { canReadQueue, readScopes } from './policy.ts';
import {
  countQueue,
  countWaitingByDay,
  selectFree,
  selectQueue,
  selectQueueKey,
  type QueueKey,
  type QueueQuery,
  type QueueRow,
} from './queue.store.server.ts';
import { countCases } from './report.store.server.ts';
import { clockAt, dueAt, terms } from './rules.ts';
import type { QueueCounts, QueueItem, QueueView, Scopes } from './types.ts';

export type QueueFilter = { view: QueueView; commitmentSlug?: string | undefined };
export type QueueAsk = QueueFilter & {
  cursor?: string | null | undefined;
  limit: number;
  locale: Locale;
  at: Date;
};

/** What stands on top of every page of the desk. */
export type Desk = {
  counts: QueueCounts;
  reports: number;
  comments: number;
  appeals: number;
  late: number;
  today: number;
  commitments: { slug: string; number: number; title: string }[];
};

function queryOf(actor: Actor, filter: QueueFilter, at: Date): QueueQuery {
  return {
    view: filter.view,
    commitmentSlug: filter.commitmentSlug,
    scopes: readScopes(actor),
    moderatorId: actor.personId,
    at,
  };
}

function itemOf(row: QueueRow, locale: Locale, at: Date): QueueItem {
  const imported = row.origin === 'importada';
  return {
    id: row.id,
    number: row.number,
    commitment: { slug: row.slug, title: locale === 'en' ? row.titleEn : row.titleEs },
    title: row.title,
    lang: row.lang,
    state: row.state,
    imported,
    since: row.since,
    clock:
      imported && row.state === 'cuarentena'
        ? null
        : clockAt(dueAt(row.since, terms.triage, row.pausedDays), at, row.state === 'devuelta'),
    finding: row.findings[0] ?? null,
    askedAt: row.state === 'devuelta' ? row.askedAt : null,
    claim: row.claimName === null ? null : { name: row.claimName, mine: row.claimMine },
    own: row.own,
  };
}

function readCursor(cursor: string | null | undefined): QueueKey | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const [since, id] = decodeCursor(cursor, ['string', 'string']);
  if (!/^\d{1,16}$/.test(since) || !isId(id)) throw invalid('cursor_malformed');
  return { since, id };
}

/** One page of what waits in the actor's commitments, the oldest first. */
export async function listQueue(db: Db, actor: Actor, ask: QueueAsk): Promise<Page<QueueItem>> {
  authorize(canReadQueue(actor));
  const rows = await selectQueue(db, {
    ...queryOf(actor, ask, ask.at),
    after: readCursor(ask.cursor),
    limit: ask.limit,
  });
  const last = rows.length > ask.limit ? rows[ask.limit - 1] : undefined;
  return {
    items: rows.slice(0, ask.limit).map((row) => itemOf(row, ask.locale, ask.at)),
    next: last ? encodeCursor([last.sinceKey, last.id]) : null,
  };
}

/** The queue around an item: from the item itself, or from the start when the item is not in this view. */
export async function listQueueAround(
  db: Db,
  actor: Actor,
  ask: Omit<QueueAsk, 'cursor'>,
  ideaId: string,
): Promise<QueueItem[]> {
  authorize(canReadQueue(actor));
  const query = queryOf(actor, ask, ask.at);
  const first = await selectQueue(db, { ...query, limit: ask.limit });
  if (first.length <= ask.limit || first.slice(0, ask.limit).some((row) => row.id === ideaId))
    return first.slice(0, ask.limit).map((row) => itemOf(row, ask.locale, ask.at));
  const key = await selectQueueKey(db, query, ideaId);
  if (!key) return first.slice(0, ask.limit).map((row) => itemOf(row, ask.locale, ask.at));
  const before = { since: key.since, id: '00000000-0000-0000-0000-000000000000' };
  return (await selectQueue(db, { ...query, after: before, limit: ask.limit }))
    .slice(0, ask.limit)
    .map((row) => itemOf(row, ask.locale, ask.at));
}

/** Where to go from an item of the queue: what is free after and before it. */
export async function findNeighbours(
  db: Db,
  actor: Actor,
  filter: QueueFilter,
  ideaId: string,
  at: Date,
): Promise<{ next: string | null; previous: string | null }> {
  const query = queryOf(actor, filter, at);
  const key = await selectQueueKey(db, query, ideaId);
  if (!key) return { next: await selectFree(db, query, null), previous: null };
  return {
    next: await selectFree(db, query, key),
    previous: await selectFree(db, query, key, 'previous'),
  };
}

/** The place of an item in the queue, kept while the item is decided and leaves it. */
export async function findPlace(
  db: Db,
  actor: Actor,
  filter: QueueFilter,
  ideaId: string,
  at: Date,
): Promise<QueueKey | null> {
  return await selectQueueKey(db, queryOf(actor, filter, at), ideaId);
}

/** The next idea this moderator may take: after that place, else the oldest; nothing when the view is empty. */
export async function findNextFree(
  db: Db,
  actor: Actor,
  filter: QueueFilter,
  place: QueueKey | null,
  at: Date,
): Promise<string | null> {
  const query = queryOf(actor, filter, at);
  return (place && (await selectFree(db, query, place))) ?? (await selectFree(db, query, null));
}

/** Counts of the desk: what waits, what is late, what ends today, and which commitments it is about. */
export async function getDesk(
  db: Db,
  actor: Actor,
  locale: Locale,
  at: Date,
  commitmentSlug?: string,
): Promise<Desk> {
  authorize(canReadQueue(actor));
  const scopes = readScopes(actor);
  const { late, today } = await countLate(db, scopes, at, commitmentSlug);
  const own = (await selectCommitments(db)).filter(
    (commitment) => scopes === 'all' || scopes.includes(commitment.id),
  );
  return {
    counts: await countQueue(db, { scopes, commitmentSlug }),
    reports: await countCases(db, scopes),
    comments: await countHeldComments(db, scopes),
    appeals: await countOpenAppeals(db, scopes),
    late,
    today,
    commitments: own.map((commitment) => ({
      slug: commitment.slug,
      number: commitment.number,
      title: locale === 'en' ? commitment.titleEn : commitment.titleEs,
    })),
  };
}

/** How many ideas have waited past their term, and how many end theirs today. */
export async function countLate(
  db: Db,
  scopes: Scopes,
  at: Date,
  commitmentSlug?: string,
): Promise<{ late: number; today: number }> {
  const found = { late: 0, today: 0 };
  for (const group of await countWaitingByDay(db, { scopes, commitmentSlug })) {
    const { due } = clockAt(dueAt(noonOf(group.day), terms.triage, group.pausedDays), at);
    if (due === 'late' || due === 'today') found[due] += group.count;
  }
  return found;
}
