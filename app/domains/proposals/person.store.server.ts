import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/** Authors and supporters of some ideas who have not been told this yet; people who left are not told. */
export async function selectToTell(
  db: Db,
  notice: { ideaIds: string[]; kind: string; subjectId: string; ref?: string },
  limit: number,
): Promise<string[]> {
  if (notice.ideaIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select p.id
    from person p
    where p.erased_at is null
      and p.id in (
        select author_id
        from idea
        where id = any(${notice.ideaIds}::uuid[]) and author_id is not null
        union
        select person_id
        from support
        where idea_id = any(${notice.ideaIds}::uuid[])
      )
      and not exists (
        select
        from notice n
        where n.person_id = p.id
          and n.kind = ${notice.kind}
          and n.subject_kind = 'propuesta'
          and n.subject_id = ${notice.subjectId}
          and (${notice.ref ?? null}::text is null or n.params->>'ref' = ${notice.ref ?? null})
      )
    order by p.id
    limit ${limit}
  `.execute(db);
  return rows.map((row) => row.id);
}

/** The dossiers that a person began, for their own data. */
export async function selectBegunBy(
  db: Db,
  personId: string,
): Promise<{ id: string; title: string; createdAt: Date }[]> {
  return await db
    .selectFrom('proposal')
    .select(['id', 'title', 'created_at as createdAt'])
    .where('created_by', '=', personId)
    .orderBy('created_at')
    .execute();
}

/** The dossiers stay, without who began them. */
export async function detachCreator(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('proposal')
    .set({ created_by: null })
    .where('created_by', '=', personId)
    .execute();
}
