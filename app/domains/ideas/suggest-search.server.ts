import { lengthOf } from '#app/kernel/text.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { selectSpelling } from './word.store.server.ts';

/** How many words of a search are looked at: nobody types more, and each is a search of its own. */
const most = 8;

/**
 * What somebody may have meant who found nothing: the search with the words that no idea holds spelt as
 * ideas spell the likest ones; null when none is alike.
 */
export async function suggestSearch(db: Db, text: string): Promise<string | null> {
  const words = [...new Set(text.match(/\p{L}+/gu) ?? [])].filter((word) => lengthOf(word) > 3);
  if (words.length === 0) return null;
  const spelling = new Map(
    (await selectSpelling(db, words.slice(0, most))).map(({ word, instead }) => [word, instead]),
  );
  if (spelling.size === 0) return null;
  return text.replace(/\p{L}+/gu, (word) => spelling.get(word) ?? word);
}
