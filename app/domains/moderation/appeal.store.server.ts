import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { IdeaState } from '#app/domains/ideas/types.ts';
import { inScopes } from './scopes.store.server.ts';
import type { Scopes } from './types.ts';

export type NewAppeal = {
  id: string;
  ideaId: string;
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
      person_id: appeal.personId,
      body: appeal.body,
      created_at: appeal.at,
      due_at: appeal.dueAt,
    })
    .execute();
}

export type AppealRow = {
  id: string;
  ideaId: string;
  body: string;
  createdAt: Date;
  dueAt: Date;
  outcome: 'confirmada' | 'revocada' | null;
  response: string;
  closedAt: Date | null;
  closedBy: string | null;
};

/** The appeal of an idea: there is one at most. */
export async function selectAppealOfIdea(db: Db, ideaId: string): Promise<AppealRow | null> {
  return await selectOne(db, 'idea_id', ideaId);
}

export async function selectAppeal(db: Db, id: string): Promise<AppealRow | null> {
  return await selectOne(db, 'id', id);
}

async function selectOne(
  db: Db,
  column: 'id' | 'idea_id',
  value: string,
): Promise<AppealRow | null> {
  const row = await db
    .selectFrom('appeal')
    .leftJoin('person', 'person.id', 'appeal.closed_by')
    .selectAll('appeal')
    .select('person.name as closer')
    .where(`appeal.${column}`, '=', value)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    ideaId: row.idea_id,
    body: row.body,
    createdAt: row.created_at,
    dueAt: row.due_at,
    outcome: row.outcome,
    response: row.response,
    closedAt: row.closed_at,
    closedBy: row.closer,
  };
}

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
  ideaId: string;
  title: string;
  lang: string;
  state: IdeaState;
  createdAt: Date;
  dueAt: Date;
};

/** Open appeals of a scope, the first due first. */
export async function selectOpenAppeals(
  db: Db,
  scopes: Scopes,
  limit: number,
): Promise<OpenAppealRow[]> {
  const { rows } = await sql<OpenAppealRow>`
    select a.id, i.id as "ideaId", i.title, i.lang, i.state, a.created_at as "createdAt",
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

/** An author's own ideas against whose decision an appeal is still possible. */
export async function selectAppealable(
  db: Db,
  personId: string,
): Promise<{ id: string; title: string; lang: string; state: IdeaState }[]> {
  const { rows } = await sql<{ id: string; title: string; lang: string; state: IdeaState }>`
    select i.id, i.title, i.lang, i.state
    from sent_idea i
    where i.author_id = ${personId}
      and i.state in ('rechazada', 'duplicada', 'peticion', 'oculta')
      and not exists (select from appeal a where a.idea_id = i.id)
    order by i.created_at desc, i.id desc
    limit 50
  `.execute(db);
  return rows;
}
