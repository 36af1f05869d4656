import { sql, type NotNull } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { NoticeKind, NoticeParams, NoticeView, Subject, SubjectKind } from './types.ts';

export type NewNotice = {
  id: string;
  personId: string;
  kind: NoticeKind;
  subject: Subject;
  params: NoticeParams;
  at: Date;
};

/** Writes notices; one that is there already (same person, kind, subject and moment) stays alone. */
export async function insertNotices(tx: Tx, notices: NewNotice[]): Promise<void> {
  const rows = notices.map((notice) => ({
    id: notice.id,
    person_id: notice.personId,
    kind: notice.kind,
    subject_kind: notice.subject.kind,
    subject_id: notice.subject.id,
    params: JSON.stringify(notice.params),
    created_at: notice.at,
  }));
  // A statement takes at most 65,535 parameters.
  for (let from = 0; from < rows.length; from += 5000) {
    await tx
      .insertInto('notice')
      .values(rows.slice(from, from + 5000))
      .onConflict((oc) => oc.constraint('notice_once').doNothing())
      .execute();
  }
}

const columns = [
  'notice.id',
  'notice.kind',
  'notice.subject_kind',
  'notice.subject_id',
  'notice.params',
  'notice.created_at',
  'notice.read_at',
] as const;
type Row = {
  id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  params: unknown;
  created_at: Date;
  read_at: Date | null;
};

const asView = (row: Row): NoticeView => ({
  id: row.id,
  kind: row.kind as NoticeKind,
  subject: { kind: row.subject_kind as SubjectKind, id: row.subject_id },
  params: row.params as NoticeParams,
  createdAt: row.created_at,
  readAt: row.read_at,
});

/** A person's notices, newest first, from after a position. */
export async function selectNotices(
  db: Db,
  personId: string,
  limit: number,
  before?: { at: Date; id: string },
): Promise<NoticeView[]> {
  let query = db
    .selectFrom('notice')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before)
    query = query.where((eb) =>
      eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(before.at, before.id)),
    );
  return (await query.execute()).map(asView);
}

export async function selectUnreadCount(db: Db, personId: string): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Marks notices of a person as read: one, or all. */
export async function markNoticesRead(
  tx: Tx,
  personId: string,
  at: Date,
  noticeId?: string,
): Promise<void> {
  let query = tx
    .updateTable('notice')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null);
  if (noticeId) query = query.where('id', '=', noticeId);
  await query.execute();
}

/** People with a confirmed address and something unmailed, from after one of them. */
export async function selectUnmailedPeople(
  db: Db,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct n.person_id
    from notice n
      join person p on p.id = n.person_id
    where n.mailed_at is null
      and p.email is not null
      and p.email_verified_at is not null
      and (${after}::uuid is null or n.person_id > ${after}::uuid)
    order by n.person_id
    limit ${limit}
  `.execute(db);
  return rows.map((row) => row.person_id);
}

export type Recipient = { id: string; name: string; email: string; locale: 'es' | 'en' };

/** The person of a digest, if their address is confirmed, and not while another worker writes to them. */
export async function lockRecipient(tx: Tx, personId: string): Promise<Recipient | null> {
  const row = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'locale'])
    .where('id', '=', personId)
    .where('email', 'is not', null)
    .where('email_verified_at', 'is not', null)
    .forNoKeyUpdate()
    .skipLocked()
    .$narrowType<{ email: NotNull }>()
    .executeTakeFirst();
  return row ?? null;
}

/** Takes everything unmailed of a person, oldest first, and marks it as mailed. */
export async function takeUnmailed(tx: Tx, personId: string, at: Date): Promise<NoticeView[]> {
  const rows = await tx
    .updateTable('notice')
    .set({ mailed_at: at })
    .where('person_id', '=', personId)
    .where('mailed_at', 'is', null)
    .returning(columns)
    .execute();
  return rows
    .map(asView)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id.localeCompare(b.id));
}

export async function insertFollow(
  tx: Tx,
  personId: string,
  subject: Subject,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('follow')
    .values({
      person_id: personId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      created_at: at,
    })
    .onConflict((oc) => oc.columns(['subject_kind', 'subject_id', 'person_id']).doNothing())
    .execute();
}

export async function selectFollowerIds(db: Db, subject: Subject): Promise<string[]> {
  const rows = await db
    .selectFrom('follow')
    .select('person_id')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute();
  return rows.map((row) => row.person_id);
}

/** A person's notices and follows, as the file they download names them. */
export async function selectOwnRecords(db: Db, personId: string): Promise<Record<string, unknown>> {
  const [notices, follows] = await Promise.all([
    db
      .selectFrom('notice')
      .select([
        'kind as tipo',
        'subject_kind as sobre',
        'subject_id as id',
        'params as datos',
        'created_at as en',
        'read_at as leido_en',
        'mailed_at as enviado_en',
      ])
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .execute(),
    db
      .selectFrom('follow')
      .select(['subject_kind as sobre', 'subject_id as id', 'created_at as desde'])
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .execute(),
  ]);
  return { avisos: notices, siguiendo: follows };
}

export async function deleteRecordsOf(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('notice').where('person_id', '=', personId).execute();
  await tx.deleteFrom('follow').where('person_id', '=', personId).execute();
}

/** Changes a text in what notices about a subject say. */
export async function updateParams(
  tx: Tx,
  subject: Subject,
  text: { was: string; now: string },
): Promise<void> {
  await sql`
    update notice
    set params = (
      select jsonb_object_agg(
        key,
        case when value = to_jsonb(${text.was}::text) then to_jsonb(${text.now}::text) else value end
      )
      from jsonb_each(params)
    )
    where subject_kind = ${subject.kind} and subject_id = ${subject.id}::uuid
      and exists (select from jsonb_each_text(params) where value = ${text.was})
  `.execute(tx);
}
