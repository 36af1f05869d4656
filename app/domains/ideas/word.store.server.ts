import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/** From how many of the newest ideas words are taken: what people write about does not hang on the older ones. */
const newest = 20_000;

/** Takes the words of published ideas anew, with how many ideas hold each. */
export async function replaceWords(tx: Tx): Promise<void> {
  await tx.deleteFrom('idea_word').execute();
  await sql`
    insert into idea_word (word, ideas)
    select word, ndoc
    from ts_stat(${`
      select to_tsvector(
        'pg_catalog.simple',
        translate(title || ' ' || left(description, 4000), '¿¡«»“”’…—', '         ')
      )
      from public.idea
      where state = 'publicada'
      order by published_at desc
      limit ${newest}
    `})
    where ndoc > 1 and word ~ '^[a-z\u00df-\u024f]{4,30}$'
  `.execute(tx);
}

/** Whether the words of a search say anything, and how each would be spelt by ideas, if otherwise. */
export async function selectSpelling(
  db: Db,
  words: string[],
): Promise<{ word: string; instead: string }[]> {
  const { rows } = await sql<{ word: string; instead: string }>`
    select typed.word, known.word as instead
    from unnest(${words}::text[]) as typed(word)
      cross join lateral (
        select w.word
        from idea_word w
        where normalized(w.word) % normalized(typed.word)
        order by similarity(normalized(w.word), normalized(typed.word)) desc, w.ideas desc, w.word
        limit 1
      ) as known
    where search_vector(known.word) <> search_vector(typed.word)
      and not exists (
        select
        from idea i
        where i.state = 'publicada' and i.search @@ search_query(typed.word)
      )
  `.execute(db);
  return rows;
}

/** Whether each query finds the text beside it, as the list of ideas would. */
export async function selectMatches(
  db: Db,
  pairs: { query: string; title: string; text: string }[],
): Promise<boolean[]> {
  const { rows } = await sql<{ found: boolean }>`
    select search_matches(
        setweight(search_vector(title), 'A') || setweight(search_vector(body), 'B'),
        query
      ) as found
    from unnest(
      ${pairs.map(({ query }) => query)}::text[],
      ${pairs.map(({ title }) => title)}::text[],
      ${pairs.map(({ text }) => text)}::text[]
    ) with ordinality as pair(query, title, body, turn)
    order by turn
  `.execute(db);
  return rows.map(({ found }) => found);
}
