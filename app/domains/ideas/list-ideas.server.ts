import { createHash } from 'node:crypto';
import { invalid } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { decodeCursor, encodeCursor } from '#app/kernel/paging.ts';
import { briefly } from '#app/platform/cache/briefly.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { countPublished, selectIdeas, type ListQuery } from './list.store.server.ts';
import { selectDescriptions } from './similar.store.server.ts';
import type { Page } from '#app/kernel/paging.ts';
import type { IdeaOrder, IdeaPage, IdeaSummary } from './types.ts';

/** What a list shows, and in which order. */
export type IdeaFilters = Omit<ListQuery, 'seed' | 'limit' | 'after'>;

/** A number for the fair order out of who looks and on which day: the same within a visit. */
export function visitSeed(device: string, day: string): number {
  return createHash('sha256').update(`${device}.${day}`).digest().readUInt32BE(0);
}

function queryOf(filters: IdeaFilters): IdeaFilters {
  // A NUL cannot stand in PostgreSQL's text; nobody searches for it.
  const text = filters.text?.replaceAll('\0', ' ').trim();
  return { ...filters, text: text || undefined };
}

/** Whether a cursor's value can be one of this order's keys: microseconds, a count of supports, or any 64 bits. */
function isKeyOf(order: IdeaOrder, key: string): boolean {
  if (order !== 'azar') return (order === 'recientes' ? /^\d{1,16}$/ : /^\d{1,9}$/).test(key);
  return /^-?\d{1,19}$/.test(key) && BigInt.asIntN(64, BigInt(key)) === BigInt(key);
}

/** A page of published ideas; the seed of the fair order travels in the cursor, so that paging never shuffles. */
export async function listIdeas(
  db: Db,
  filters: IdeaFilters,
  options: { seed: number; cursor?: string | undefined; limit?: number },
): Promise<IdeaPage> {
  const limit = options.limit ?? 20;
  let seed = filters.order === 'azar' ? options.seed : 0; // other orders are the same for everybody
  let after: ListQuery['after'];
  if (options.cursor !== undefined) {
    const [order, given, key, id] = decodeCursor(options.cursor, [
      'string',
      'number',
      'string',
      'string',
    ]);
    if (
      order !== filters.order ||
      !Number.isSafeInteger(given) ||
      !isKeyOf(filters.order, String(key)) ||
      !isId(String(id))
    )
      throw invalid('cursor_malformed');
    seed = given;
    after = [key, id];
  }
  const rows = await selectIdeas(db, { ...queryOf(filters), seed, after, limit });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next =
    rows.length > limit && last ? encodeCursor([filters.order, seed, last.sortKey, last.id]) : null;
  return { items, next };
}

/** How many published ideas the filters leave. */
export async function countIdeas(db: Db, filters: IdeaFilters): Promise<number> {
  return await countPublished(db, queryOf(filters));
}

const counts = briefly<number>(2000, 500);

/** The same for a page's headline: at most two seconds old. */
export async function recallCount(db: Db, filters: IdeaFilters): Promise<number> {
  return await counts.get(
    JSON.stringify(queryOf(filters)),
    async () => await countIdeas(db, filters),
  );
}

export type DescribedIdea = IdeaSummary & { description: string; externalId: string | null };

/** The same page with whole texts, for the read API. */
export async function listDescribedIdeas(
  db: Db,
  filters: IdeaFilters,
  options: { seed: number; cursor?: string | undefined; limit?: number },
): Promise<Page<DescribedIdea>> {
  const { items, next } = await listIdeas(db, filters, options);
  const texts = await selectDescriptions(
    db,
    items.map((idea) => idea.id),
  );
  return {
    items: items.map((idea) => ({
      ...idea,
      description: texts.get(idea.id)?.description ?? '',
      externalId: texts.get(idea.id)?.externalId ?? null,
    })),
    next,
  };
}
