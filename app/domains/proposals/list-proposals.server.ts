import { invalid } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { decodeCursor, encodeCursor, isCursorMoment } from '#app/kernel/paging.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import {
  countByState,
  countPublic,
  selectForModerators,
  selectPending,
  selectPublic,
  type ListRow,
  type PublicQuery,
} from './list.store.server.ts';
import { selectCarriedIdeas } from './idea.store.server.ts';
import type {
  CarriedIdea,
  ProposalPage,
  ProposalState,
  ProposalSummary,
  PublicState,
} from './types.ts';

export type PublicFilter = {
  commitmentSlug?: string | undefined;
  state?: PublicState | undefined;
  cursor?: string | null | undefined;
  limit: number;
};

/** Reads the cursor of a list of proposals: the moment of its first page, then the last row. */
function readCursor(text: string): { asOf: Date; after: NonNullable<PublicQuery['after']> } {
  const [asOf, isLate, sentMicros, id] = decodeCursor(text, [
    'number',
    'number',
    'string',
    'string',
  ]);
  if (!isId(id) || !/^\d{1,17}$/.test(sentMicros) || !isCursorMoment(asOf))
    throw invalid('cursor_malformed');
  return { asOf: new Date(asOf), after: { isLate: isLate === 1, sentMicros, id } };
}

async function publicPage(
  db: Db,
  filter: PublicFilter,
  locale: Locale,
  lateFirst: boolean,
): Promise<ProposalPage> {
  const given = filter.cursor ? readCursor(filter.cursor) : null;
  const asOf = given?.asOf ?? now();
  const query = {
    commitmentSlug: filter.commitmentSlug,
    state: filter.state,
    after: given?.after,
    limit: filter.limit,
    lateAt: lateFirst ? asOf : undefined,
  };
  const rows = await selectPublic(db, query, locale, now());
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  return {
    items: items.map(withoutKey),
    next: rows.length > items.length && last ? cursorAfter(last, asOf, lateFirst) : null,
  };
}

function cursorAfter(row: ListRow, asOf: Date, lateFirst: boolean): string {
  const isLate = lateFirst && row.state === 'enviada' && row.dueAt !== null && row.dueAt <= asOf;
  return encodeCursor([asOf.getTime(), isLate ? 1 : 0, row.sentMicros, row.id]);
}

function withoutKey({ sentMicros: _key, ...summary }: ListRow): ProposalSummary {
  return summary;
}

/** What reached the Circle: overdue ones on top, then the latest sent. */
export async function listProposals(
  db: Db,
  filter: PublicFilter,
  locale: Locale,
): Promise<ProposalPage> {
  return await publicPage(db, filter, locale, true);
}

/** The same by date alone, each with its ideas, for the read API. */
export async function listProposalsWithIdeas(
  db: Db,
  filter: PublicFilter,
  locale: Locale,
): Promise<{ items: (ProposalSummary & { ideas: CarriedIdea[] })[]; next: string | null }> {
  const page = await publicPage(db, filter, locale, false);
  const ideas = await selectCarriedIdeas(
    db,
    page.items.map((item) => item.id),
  );
  return {
    items: page.items.map((item) => ({ ...item, ideas: ideas.get(item.id) ?? [] })),
    next: page.next,
  };
}

/** How many reached the Circle, were answered, and wait beyond their date. */
export async function countProposals(
  db: Db,
): Promise<{ total: number; decided: number; late: number }> {
  return await countPublic(db, now());
}

/** What waits before the Circle in some commitments, the most overdue first. */
export async function listPendingProposals(
  db: Db,
  commitmentIds: string[] | 'all',
  locale: Locale,
): Promise<ProposalSummary[]> {
  return (await selectPending(db, commitmentIds, locale, now())).map(withoutKey);
}

/** The dossiers of a moderator's commitments in a state, with how many there are in each. */
export async function listDossiers(
  db: Db,
  commitmentIds: string[] | 'all',
  state: ProposalState,
  locale: Locale,
): Promise<{ items: ProposalSummary[]; counts: Map<ProposalState, number> }> {
  const [rows, counts] = await Promise.all([
    selectForModerators(db, commitmentIds, state, locale, now()),
    countByState(db, commitmentIds),
  ]);
  return { items: rows.map(withoutKey), counts };
}
