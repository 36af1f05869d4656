import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { findPersonalData } from '#app/platform/personal-data/find-personal-data.ts';
import type { CommentView } from './types.ts';

export type NewComment = {
  id: string;
  ideaId: string;
  parentId: string | null;
  authorId: string;
  body: string;
  stance: CommentView['stance'];
  lang: string;
  state: 'publicado' | 'retenido';
  at: Date;
};

/** Writes a comment and counts what is public of it in the same statement. */
export async function insertComment(tx: Tx, comment: NewComment): Promise<void> {
  await sql`
    with written as (
      insert into idea_comment (id, idea_id, parent_id, author_id, body, stance, lang, state, created_at)
      values (
        ${comment.id}, ${comment.ideaId}, ${comment.parentId}, ${comment.authorId}, ${comment.body},
        ${comment.stance}, ${comment.lang}, ${comment.state}, ${comment.at}
      )
      returning idea_id, state
    )
    update idea_stats
    set comment_count = comment_count + 1
    where idea_id in (select idea_id from written where state = 'publicado')
  `.execute(tx);
}

/**
 * The comments of an idea, oldest first; what a hidden one says, and who wrote it, does not leave the database. What
 * is held, only its author has.
 */
export async function selectComments(
  db: Db,
  ideaId: string,
  viewerId: string | null,
): Promise<CommentView[]> {
  const rows = await db
    .selectFrom('idea_comment as c')
    .leftJoin('person as p', 'p.id', 'c.author_id')
    .select(['c.id', 'c.parent_id', 'c.lang', 'c.state', 'c.hidden_reason', 'c.created_at'])
    .select((eb) => [
      eb.case().when('c.state', '=', 'oculto').then('').else(eb.ref('c.body')).end().as('body'),
      eb
        .case()
        .when(eb.and([eb('p.is_adult', '=', true), eb('c.state', '!=', 'oculto')]))
        .then(eb.ref('p.name'))
        .end()
        .as('author'),
      eb.case().when('c.state', '!=', 'oculto').then(eb.ref('c.author_id')).end().as('author_id'),
      eb.case().when('c.state', '!=', 'oculto').then(eb.ref('c.stance')).end().as('stance'),
      eb('c.author_id', '=', viewerId).as('own'),
      eb.and([eb('c.author_id', '=', viewerId), eb('c.sealed_body', '!=', '')]).as('masked'),
    ])
    .where('c.idea_id', '=', ideaId)
    .where((eb) =>
      eb.or([eb('c.state', 'in', ['publicado', 'oculto']), eb('c.author_id', '=', viewerId)]),
    )
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
    waiting: row.state === 'retenido' || row.state === 'rechazado' ? row.state : null,
    marks: row.state === 'retenido' ? findPersonalData(row.body) : [],
    hiddenReason: row.hidden_reason,
    createdAt: row.created_at,
    own: row.own === true,
    masked: row.masked === true,
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

export type HeldComment = {
  id: string;
  ideaId: string;
  parentId: string | null;
  authorId: string | null;
  commitmentId: string;
  ideaTitle: string;
  body: string;
  lang: string;
};

/** Takes a comment that waits for a moderator until the transaction ends; null when it does not wait. */
export async function lockHeld(tx: Tx, id: string): Promise<HeldComment | null> {
  const { rows } = await sql<HeldComment>`
    select c.id, c.idea_id as "ideaId", c.parent_id as "parentId", c.author_id as "authorId",
      i.commitment_id as "commitmentId", i.title as "ideaTitle", c.body, c.lang
    from idea_comment c
      join idea i on i.id = c.idea_id
    where c.id = ${id}::uuid and c.state = 'retenido'
    for update of c
  `.execute(tx);
  return rows[0] ?? null;
}

export type HeldEnd = {
  state: 'publicado' | 'rechazado' | 'retenido';
  body: string;
  sealedBody: string;
  reason: string;
  /** The moderator who decided; null where its author did. */
  by: string | null;
};

/** Ends the wait of a held comment, and counts it where it is public now. */
export async function updateHeld(tx: Tx, id: string, end: HeldEnd): Promise<void> {
  await sql`
    with changed as (
      update idea_comment
      set state = ${end.state}, body = ${end.body}, sealed_body = ${end.sealedBody},
        hidden_reason = ${end.reason}, decided_by = ${end.by}
      where id = ${id}::uuid
      returning idea_id, state
    )
    update idea_stats
    set comment_count = comment_count + 1
    where idea_id in (select idea_id from changed where state = 'publicado')
  `.execute(tx);
}
