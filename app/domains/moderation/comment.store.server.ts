import { sql } from 'kysely';
import type { Db } from '#app/platform/db/db.server.ts';
import { inScopes } from './scopes.store.server.ts';
import type { Scopes } from './types.ts';

export type HeldRow = {
  id: string;
  ideaId: string;
  ideaTitle: string;
  body: string;
  lang: string;
  authorId: string | null;
  createdAt: Date;
};

/** Comments that wait in these commitments, the oldest first. */
export async function selectHeldComments(
  db: Db,
  scopes: Scopes,
  limit: number,
): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select c.id, c.idea_id as "ideaId", i.title as "ideaTitle", c.body, c.lang,
      c.author_id as "authorId", c.created_at as "createdAt"
    from idea_comment c
      join idea i on i.id = c.idea_id
    where c.state = 'retenido' and ${inScopes(scopes, sql`i.commitment_id`)}
    order by c.created_at, c.id
    limit ${limit}
  `.execute(db);
  return rows;
}

/** How many comments wait in these commitments. */
export async function countHeldComments(db: Db, scopes: Scopes): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from idea_comment c
      join idea i on i.id = c.idea_id
    where c.state = 'retenido' and ${inScopes(scopes, sql`i.commitment_id`)}
  `.execute(db);
  return rows[0]?.count ?? 0;
}
