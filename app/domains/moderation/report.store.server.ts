import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { inScopes } from './scopes.store.server.ts';
import type { HidingView, ReportView, Scopes, Subject, SubjectKind } from './types.ts';

export type NewReport = {
  id: string;
  kind: SubjectKind;
  subjectId: string;
  personId: string;
  reason: string;
  detail: string;
  at: Date;
  dueAt: Date;
};

/** Writes a complaint; false when this person has already complained about it. */
export async function insertReport(tx: Tx, report: NewReport): Promise<boolean> {
  const result = await tx
    .insertInto('report')
    .values({
      id: report.id,
      subject_kind: report.kind,
      subject_id: report.subjectId,
      person_id: report.personId,
      reason: report.reason,
      detail: report.detail,
      created_at: report.at,
      due_at: report.dueAt,
    })
    .onConflict((oc) => oc.constraint('report_once').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** What each report is about, whichever its kind. */
const subjects = sql`
  (
    select 'idea' as kind, i.id, i.id as idea_id, i.commitment_id, i.title, i.description as text,
      i.lang, i.author_id, i.state = 'publicada' as is_public, i.title as idea_title
    from sent_idea i
    union all
    select 'comentario', c.id, c.idea_id, i.commitment_id, i.title, c.body, c.lang, c.author_id,
      c.state = 'publicado' and i.state = 'publicada', i.title
    from idea_comment c
      join sent_idea i on i.id = c.idea_id
  )
`;

/** One subject of a report, or nothing. */
export async function selectSubject(
  db: Db,
  kind: SubjectKind,
  id: string,
): Promise<Subject | null> {
  const { rows } = await sql<Subject>`
    select s.kind, s.id, s.idea_id as "ideaId", s.commitment_id as "commitmentId", s.title, s.text,
      s.lang, s.author_id as "authorId", s.is_public as "isPublic"
    from ${subjects} s
    where s.kind = ${kind} and s.id = ${id}::uuid
  `.execute(db);
  return rows[0] ?? null;
}

export type CaseRow = {
  kind: SubjectKind;
  id: string;
  title: string;
  lang: string;
  count: number;
  firstAt: Date;
  dueAt: Date;
  hidingProposed: boolean;
};

/** Subjects with open reports or a hiding proposed, the oldest first. */
export async function selectCases(db: Db, scopes: Scopes, limit: number): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    with open as (
      select subject_kind as kind, subject_id as id, count(*)::int as n,
        min(created_at) as first_at, min(due_at) as due_at
      from report
      where closed_at is null
      group by 1, 2
    )
    select s.kind, s.id, s.title, s.lang, o.n as count, o.first_at as "firstAt",
      o.due_at as "dueAt",
      exists (
        select
        from hiding h
        where h.subject_kind = o.kind and h.subject_id = o.id and h.settled_at is null
      ) as "hidingProposed"
    from open o
      join ${subjects} s on s.kind = o.kind and s.id = o.id
    where ${inScopes(scopes, sql`s.commitment_id`)}
    order by o.first_at, s.id
    limit ${limit}
  `.execute(db);
  return rows;
}

/** How many subjects have open reports. */
export async function countCases(db: Db, scopes: Scopes): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n
    from (
      select distinct subject_kind as kind, subject_id as id
      from report
      where closed_at is null
    ) o
      join ${subjects} s on s.kind = o.kind and s.id = o.id
    where ${inScopes(scopes, sql`s.commitment_id`)}
  `.execute(db);
  return rows[0]?.n ?? 0;
}

/** The open reports of a subject, without who made them. */
export async function selectOpenReports(
  db: Db,
  kind: SubjectKind,
  id: string,
): Promise<ReportView[]> {
  return await db
    .selectFrom('report')
    .select(['id', 'reason', 'detail', 'created_at as at'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('closed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Locks the open reports of a subject; whether there are any. */
export async function lockOpenReports(tx: Tx, kind: SubjectKind, id: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('report')
    .select('id')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.length > 0;
}

/** Closes the open reports of a subject; who had made them. */
export async function closeReports(
  tx: Tx,
  kind: SubjectKind,
  id: string,
  closed: { outcome: 'desestimado' | 'oculto'; response: string; by: string | null; at: Date },
): Promise<string[]> {
  const rows = await tx
    .updateTable('report')
    .set({
      outcome: closed.outcome,
      response: closed.response,
      closed_by: closed.by,
      closed_at: closed.at,
    })
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('closed_at', 'is', null)
    .returning('person_id')
    .execute();
  return rows.flatMap((row) => row.person_id ?? []);
}

export type NewHiding = {
  id: string;
  kind: SubjectKind;
  subjectId: string;
  reasonCode: string;
  explanation: string;
  proposedBy: string | null;
  at: Date;
};

export async function insertHiding(tx: Tx, hiding: NewHiding): Promise<void> {
  await tx
    .insertInto('hiding')
    .values({
      id: hiding.id,
      subject_kind: hiding.kind,
      subject_id: hiding.subjectId,
      reason_code: hiding.reasonCode,
      explanation: hiding.explanation,
      proposed_by: hiding.proposedBy,
      proposed_at: hiding.at,
    })
    .execute();
}

/** The hiding of a subject that waits for a second moderator. */
export async function selectOpenHiding(
  db: Db,
  kind: SubjectKind,
  id: string,
  locale: Locale,
): Promise<HidingView | null> {
  const row = await db
    .selectFrom('hiding as h')
    .innerJoin('triage_reason as r', 'r.code', 'h.reason_code')
    .leftJoin('person as p', 'p.id', 'h.proposed_by')
    .select([
      'h.id',
      'h.reason_code',
      'h.explanation',
      'h.proposed_by',
      'h.proposed_at',
      'r.label_es',
      'r.label_en',
      'p.name',
    ])
    .where('h.subject_kind', '=', kind)
    .where('h.subject_id', '=', id)
    .where('h.settled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    reasonCode: row.reason_code,
    reason: locale === 'en' ? row.label_en : row.label_es,
    explanation: row.explanation,
    proposedBy: row.name,
    proposerId: row.proposed_by,
    proposedAt: row.proposed_at,
  };
}

export async function settleHiding(
  tx: Tx,
  id: string,
  outcome: 'confirmada' | 'descartada',
  by: string | null,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('hiding')
    .set({ outcome, settled_by: by, settled_at: at })
    .where('id', '=', id)
    .execute();
}

/** Who hid a subject, when somebody did: an appeal is settled by others. */
export async function selectHiders(
  db: Db,
  kind: SubjectKind,
  id: string,
): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('hiding')
    .select(['proposed_by', 'settled_by'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('outcome', '=', 'confirmada')
    .execute();
  return rows.flatMap((row) => [row.proposed_by, row.settled_by]);
}
