import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/** A comment on which a moderator has decided, or that was hidden. */
export type DecidedComment = {
  id: string;
  ideaId: string;
  ideaTitle: string;
  commitmentId: string;
  parentId: string | null;
  authorId: string | null;
  body: string;
  lang: string;
  state: 'publicado' | 'oculto' | 'retenido' | 'rechazado';
  reason: string;
  /** Whether a part of it was hidden; what it said lies sealed. */
  sealed: boolean;
  decidedBy: string | null;
};

/** One comment of an idea that was sent, or null. */
export async function selectDecided(db: Db, id: string): Promise<DecidedComment | null> {
  const { rows } = await sql<DecidedComment>`
    select c.id, c.idea_id as "ideaId", i.title as "ideaTitle", i.commitment_id as "commitmentId",
      c.parent_id as "parentId", c.author_id as "authorId", c.body, c.lang, c.state,
      c.hidden_reason as reason, c.sealed_body <> '' as sealed, c.decided_by as "decidedBy"
    from idea_comment c
      join sent_idea i on i.id = c.idea_id
    where c.id = ${id}::uuid
  `.execute(db);
  return rows[0] ?? null;
}

/** Locks a comment's row until the transaction ends. */
export async function lockCommentRow(tx: Tx, id: string): Promise<void> {
  await sql`
    select from idea_comment where id = ${id}::uuid for update
  `.execute(tx);
}

/** What a comment said before a moderator hid a part of it. */
export async function selectSealedBody(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('idea_comment')
    .select('sealed_body')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.sealed_body ?? '';
}

/** Publishes a comment again, or for the first time, in its author's words; counts it where it was not public. */
export async function reopenComment(tx: Tx, id: string): Promise<void> {
  await sql`
    with before as (
      select id, idea_id, state from idea_comment where id = ${id}::uuid
    ), changed as (
      update idea_comment
      set state = 'publicado', body = coalesce(nullif(sealed_body, ''), body), sealed_body = '',
        hidden_reason = ''
      where id = ${id}::uuid
    )
    update idea_stats
    set comment_count = comment_count + 1
    where idea_id in (select idea_id from before where state <> 'publicado')
  `.execute(tx);
}
