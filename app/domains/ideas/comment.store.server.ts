import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { CommentView } from './types.ts';

export type NewComment = {
  id: string;
  ideaId: string;
  parentId: string | null;
  authorId: string;
  body: string;
  stance: CommentView['stance'];
  lang: string;
  at: Date;
};

/** Writes a comment and counts it in the same statement. */
export async function insertComment(tx: Tx, comment: NewComment): Promise<void> {
  await sql`
    with written as (
      insert into idea_comment (id, idea_id, parent_id, author_id, body, stance, lang, created_at)
      values (
        ${comment.id}, ${comment.ideaId}, ${comment.parentId}, ${comment.authorId}, ${comment.body},
        ${comment.stance}, ${comment.lang}, ${comment.at}
      )
      returning idea_id
    )
    update idea_stats
    set comment_count = comment_count + 1
    where idea_id in (select idea_id from written)
  `.execute(tx);
}

/** The comments of an idea, oldest first; the text of a hidden one does not leave the database. */
export async function selectComments(db: Db, ideaId: string): Promise<CommentView[]> {
  const rows = await db
    .selectFrom('idea_comment as c')
    .leftJoin('person as p', 'p.id', 'c.author_id')
    .select([
      'c.id',
      'c.parent_id',
      'c.author_id',
      'c.stance',
      'c.lang',
      'c.state',
      'c.hidden_reason',
      'c.created_at',
    ])
    .select((eb) => [
      eb.case().when('c.state', '=', 'publicado').then(eb.ref('c.body')).else('').end().as('body'),
      eb.case().when('p.is_adult', '=', true).then(eb.ref('p.name')).end().as('author'),
    ])
    .where('c.idea_id', '=', ideaId)
    .orderBy('c.created_at')
    .orderBy('c.id')
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    author: row.author,
    authorId: row.author_id,
    body: row.body,
    stance: row.stance,
    lang: row.lang,
    hidden: row.state === 'oculto',
    hiddenReason: row.hidden_reason,
    createdAt: row.created_at,
  }));
}

/** One comment with what a reply or a moderator needs of it. */
export async function selectComment(
  db: Db,
  id: string,
): Promise<{
  id: string;
  ideaId: string;
  parentId: string | null;
  authorId: string | null;
  body: string;
  state: string;
} | null> {
  const row = await db
    .selectFrom('idea_comment')
    .select(['id', 'idea_id', 'parent_id', 'author_id', 'body', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        ideaId: row.idea_id,
        parentId: row.parent_id,
        authorId: row.author_id,
        body: row.body,
        state: row.state,
      }
    : null;
}

/** Hides a comment behind its reason; false when it already was. */
export async function markCommentHidden(tx: Tx, id: string, reason: string): Promise<boolean> {
  const { rows } = await sql`
    with hidden as (
      update idea_comment
      set state = 'oculto', hidden_reason = ${reason}
      where id = ${id} and state = 'publicado'
      returning idea_id
    )
    update idea_stats
    set comment_count = comment_count - 1
    where idea_id in (select idea_id from hidden)
    returning idea_id
  `.execute(tx);
  return rows.length > 0;
}
