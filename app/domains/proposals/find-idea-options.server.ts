import { isId } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { selectIdeaOptions, selectIdeaOptionsById } from './idea.store.server.ts';
import type { IdeaOption } from './types.ts';

const shownAtOnce = 15;

/** The ideas a moderator may choose: those already chosen, and the most supported or matching of the rest. */
export async function findIdeaOptions(
  db: Db,
  commitmentId: string,
  search: { text?: string | undefined; chosen: string[] },
): Promise<{ chosen: IdeaOption[]; found: IdeaOption[] }> {
  const ids = [...new Set(search.chosen.filter(isId))].slice(0, 100);
  const chosen = await selectIdeaOptionsById(db, commitmentId, ids);
  const found = await selectIdeaOptions(db, {
    commitmentId,
    text: search.text,
    limit: shownAtOnce + chosen.length,
  });
  return { chosen, found: found.filter((idea) => !ids.includes(idea.id)).slice(0, shownAtOnce) };
}
