import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { IdeaState } from '#app/domains/ideas/types.ts';
import { inScopes } from './scopes.store.server.ts';
import type { AppealedKind, Scopes } from './types.ts';

/** What an appeal is about: a comment, a hidden part of the idea, or neither: the idea. */
export type AppealRef = { ideaId: string; commentId: string | null; sealId: string | null };

export type NewAppeal = AppealRef & {
  id: string;
  personId: string;
  body: string;
  at: Date;
  dueAt: Date;
};

/** Writes an appeal; the constraint `appeal_once` refuses a second one. */
export async function insertAppeal(tx: Tx, appeal: NewAppeal): Promise<void> {
  await tx
    .insertInto('appeal')
    .values({
      id: appeal.id,
      idea_id: appeal.ideaId,
      comment_id: appeal.commentId,
      seal_id: appeal.sealId,
      person_id: appeal.personId,
      body: appeal.body,
      created_at: appeal.at,
      due_at: appeal.dueAt,
    })
    .execute();
}

export type AppealRow = AppealRef & {
  id: string;
  body: string;
  createdAt: Date;
  dueAt: Date;
  outcome: 'confirmada' | 'revocada' | null;
  response: string;
  closedAt: Date | null;
  closedBy: string | null;
};

/** The appeal of a subject: there is one at most. */
export async function selectAppealOf(db: Db, ref: AppealRef): Promise<AppealRow | null> {
  const row = await appeals(db)
    .where('appeal.idea_id', '=', ref.ideaId)
    .where('appeal.comment_id', 'is not distinct from', ref.commentId)
    .where('appeal.seal_id', 'is not distinct from', ref.sealId)
    .executeTakeFirst();
  return row ? rowOf(row) : null;
}

/** The appeals of an idea and of what was hidden in it, the newest first; those of its comments are others. */
export async function selectAppealsOfIdea(db: Db, ideaId: string): Promise<AppealRow[]> {
  const rows = await appeals(db)
    .where('appeal.idea_id', '=', ideaId)
    .where('appeal.comment_id', 'is', null)
    .orderBy('appeal.created_at', 'desc')
    .execute();
  return rows.map(rowOf);
}

/** The appeals of a person about an idea and what stands on its page. */
export async function selectAppealsBy(
  db: Db,
  ideaId: string,
  personId: string,
): Promise<AppealRow[]> {
  const rows = await appeals(db)
    .where('appeal.idea_id', '=', ideaId)
    .where('appeal.person_id', '=', personId)
    .execute();
  return rows.map(rowOf);
}

export async function selectAppeal(db: Db, id: string): Promise<AppealRow | null> {
  const row = await appeals(db).where('appeal.id', '=', id).executeTakeFirst();
  return row ? rowOf(row) : null;
}

const appeals = (db: Db) =>
  db
    .selectFrom('appeal')
    .leftJoin('person', 'person.id', 'appeal.closed_by')
    .selectAll('appeal')
    .select('person.name as closer');

type StoredAppeal = Awaited<ReturnType<ReturnType<typeof appeals>['executeTakeFirstOrThrow']>>;

const rowOf = (row: StoredAppeal): AppealRow => ({
  id: row.id,
  ideaId: row.idea_id,
  commentId: row.comment_id,
  sealId: row.seal_id,
  body: row.body,
  createdAt: row.created_at,
  dueAt: row.due_at,
  outcome: row.outcome,
  response: row.response,
  closedAt: row.closed_at,
  closedBy: row.closer,
});

/** Locks an open appeal; nothing when it was settled or is not there. */
export async function lockOpenAppeal(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('appeal')
    .select('id')
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function closeAppeal(
  tx: Tx,
  id: string,
  closed: { outcome: 'confirmada' | 'revocada'; response: string; by: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('appeal')
    .set({
      outcome: closed.outcome,
      response: closed.response,
      closed_by: closed.by,
      closed_at: closed.at,
    })
    .where('id', '=', id)
    .execute();
}

export type OpenAppealRow = {
  id: string;
  kind: AppealedKind;
  ideaId: string;
  title: string;
  lang: string;
  state: IdeaState;
  createdAt: Date;
  dueAt: Date;
};

const kindOf = sql<AppealedKind>`
  case when a.comment_id is not null then 'comentario' when a.seal_id is not null then 'parte'
    else 'idea' end
`;

/** Open appeals of a scope, the first due first. */
export async function selectOpenAppeals(
  db: Db,
  scopes: Scopes,
  limit: number,
): Promise<OpenAppealRow[]> {
  const { rows } = await sql<OpenAppealRow>`
    select a.id, ${kindOf} as kind, i.id as "ideaId", i.title, i.lang, i.state, a.created_at as "createdAt",
      a.due_at as "dueAt"
    from appeal a
      join sent_idea i on i.id = a.idea_id
    where a.closed_at is null and ${inScopes(scopes, sql`i.commitment_id`)}
    order by a.due_at, a.id
    limit ${limit}
  `.execute(db);
  return rows;
}

/** How many appeals wait. */
export async function countOpenAppeals(db: Db, scopes: Scopes): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`
    select count(*)::int as n
    from appeal a
      join sent_idea i on i.id = a.idea_id
    where a.closed_at is null and ${inScopes(scopes, sql`i.commitment_id`)}
  `.execute(db);
  return rows[0]?.n ?? 0;
}

export type AppealableRow = {
  kind: AppealedKind;
  id: string;
  title: string;
  lang: string;
};

/**
 * What a person can still appeal, the newest first: their own ideas that were decided on, parts of them that were
 * hidden, comments that were not published or were hidden whole or in part.
 */
export async function selectAppealable(db: Db, personId: string): Promise<AppealableRow[]> {
  const { rows } = await sql<AppealableRow>`
    select 'idea' as kind, i.id, i.title, i.lang, i.created_at as at
    from sent_idea i
    where i.author_id = ${personId}
      and i.state in ('rechazada', 'duplicada', 'peticion', 'oculta')
      and not exists (
        select from appeal a where a.idea_id = i.id and a.comment_id is null and a.seal_id is null
      )
    union all
    select 'parte', s.id, i.title, i.lang, s.sealed_at
    from idea_seal s
      join sent_idea i on i.id = s.idea_id
    where i.author_id = ${personId} and s.opened_at is null
      and not exists (select from appeal a where a.seal_id = s.id)
    union all
    select 'comentario', c.id, i.title, c.lang, c.created_at
    from idea_comment c
      join sent_idea i on i.id = c.idea_id
    where c.author_id = ${personId}
      and (c.state in ('rechazado', 'oculto') or c.sealed_body <> '')
      and not exists (select from appeal a where a.comment_id = c.id)
    order by at desc, id desc
    limit 50
  `.execute(db);
  return rows;
}
