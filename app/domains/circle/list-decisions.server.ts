import { invalid } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { decodeCursor, encodeCursor } from '#app/kernel/paging.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { countDecisions, selectRecentDecisions } from './decision.store.server.ts';
import type { DecisionCode, DecisionSummary } from './types.ts';

function readCursor(text: string): { decidedMicros: string; id: string } {
  const [decidedMicros, id] = decodeCursor(text, ['string', 'string']);
  if (!isId(id) || !/^\d{1,17}$/.test(decidedMicros)) throw invalid('cursor_malformed');
  return { decidedMicros, id };
}

type ListOptions = {
  limit: number;
  before?: string | null | undefined;
  locale: Locale;
  commitmentIds?: string[];
};

/** A page of what the Circle decided, the latest first; `before` is the cursor that the page before gave. */
export async function listDecisionPage(
  db: Db,
  options: ListOptions,
): Promise<{ items: DecisionSummary[]; next: string | null }> {
  const query = {
    limit: options.limit,
    commitmentIds: options.commitmentIds,
    before: options.before ? readCursor(options.before) : undefined,
  };
  const rows = await selectRecentDecisions(db, query, options.locale);
  const items = rows.slice(0, options.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ decidedMicros: _key, ...item }) => item),
    next: rows.length > items.length && last ? encodeCursor([last.decidedMicros, last.id]) : null,
  };
}

/** The latest decisions, of all commitments or of some. */
export async function listDecisions(db: Db, options: ListOptions): Promise<DecisionSummary[]> {
  return (await listDecisionPage(db, options)).items;
}

/** How many decisions of each kind the Circle has taken. */
export async function countDecisionsByKind(db: Db): Promise<Partial<Record<DecisionCode, number>>> {
  return Object.fromEntries(await countDecisions(db));
}
