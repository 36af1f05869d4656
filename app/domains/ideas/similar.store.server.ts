import { sql } from 'kysely';
import type { Db } from '#app/platform/db/db.server.ts';

export type SimilarRow = {
  id: string;
  number: number;
  title: string;
  description: string;
  localityCode: string | null;
  localityName: string | null;
  titleScore: number;
};

/**
 * Candidates for "looks alike": titles that share trigrams, at most 20. The caller judges them; the
 * place is compared apart, since the same request for another place is the main false alarm.
 */
export async function selectSimilar(
  db: Db,
  title: string,
  text: string,
  commitmentId: string | null,
  exceptId: string | null,
): Promise<SimilarRow[]> {
  const { rows } = await sql<SimilarRow>`
    with wanted as materialized (
      select id, number, title, left(description, 600) as description, locality_code,
        similarity(normalized(title), normalized(${title})) as title_score
      from idea
      where state = 'publicada'
        and normalized(title) % normalized(${title})
        and (${exceptId}::uuid is null or id <> ${exceptId}::uuid)
        and (${commitmentId}::uuid is null or commitment_id = ${commitmentId}::uuid)
      order by title_score desc
      limit 20
    ),
    by_text as materialized (
      select id, number, title, left(description, 600) as description, locality_code,
        similarity(normalized(title), normalized(${title})) as title_score
      from idea
      where state = 'publicada'
        and search @@ (
          select string_agg(quote_literal(stem), ' | ')::tsquery
          from unnest(tsvector_to_array(search_vector(${title}))) as stem
        )
        and (${exceptId}::uuid is null or id <> ${exceptId}::uuid)
        and (${commitmentId}::uuid is null or commitment_id = ${commitmentId}::uuid)
        and ${text} <> ''
      limit 60
    )
    select distinct on (x.id) x.id, x.number, x.title, x.description,
      x.locality_code as "localityCode", l.name as "localityName", x.title_score as "titleScore"
    from (select * from wanted union all select * from by_text) x
      left join locality l on l.code = x.locality_code
    order by x.id
  `.execute(db);
  return rows;
}

/** Whole texts of some ideas, by id. */
export async function selectDescriptions(
  db: Db,
  ids: string[],
): Promise<Map<string, { description: string; externalId: string | null }>> {
  const rows = await db
    .selectFrom('idea')
    .select(['id', 'description', 'external_id'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [row.id, { description: row.description, externalId: row.external_id }]),
  );
}
