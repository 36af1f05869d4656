import type { Actor } from '#app/kernel/actor.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId, readNumber } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { selectIdea, selectIdeaId } from './store.server.ts';
import type { IdeaView } from './types.ts';

/**
 * One idea in whatever state; callers ask `canSeeIdea` before they show it. What was never sent is
 * found only when its author reads.
 */
export async function getIdea(
  db: Db,
  id: string | undefined,
  reader: Actor | null = null,
): Promise<IdeaView> {
  const idea = isId(id) ? await selectIdea(db, id, reader?.personId ?? null) : null;
  if (!idea) throw notFound('page_not_found');
  return idea;
}

/** The same, by its number. */
export async function getIdeaByNumber(
  db: Db,
  text: string | undefined,
  reader: Actor | null = null,
): Promise<IdeaView> {
  const number = readNumber(text);
  const id = number === null ? null : await selectIdeaId(db, number);
  return await getIdea(db, id ?? undefined, reader);
}
