import { sql } from 'kysely';
import { newId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { GatheredName } from './mention.rules.ts';
import type { Mention, MentionOutcome } from './types.ts';

/**
 * Closed meetings whose names were never gathered, or before somebody's arrival, consent or account
 * changed. None that ended before a moment: what was declared there is gone.
 */
export async function selectMeetingsToGather(db: Db, endedAfter: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id
    from meeting m
    where m.closed_at is not null
      and m.state <> 'cancelado'
      and m.ends_at > ${endedAfter}
      and (
        m.mentions_at is null
        or exists (
          select
          from door_record d
          where d.meeting_id = m.id and d.received_at > m.mentions_at
        )
        or exists (
          select
          from registration r
          where r.meeting_id = m.id and r.purged_at > m.mentions_at
        )
        or exists (
          select
          from registration r
            join registration_consent c on c.registration_id = r.id and c.revoked_at > m.mentions_at
          where r.meeting_id = m.id
        )
      )
    order by m.closed_at, m.id
  `.execute(db);
  return rows.map((row) => row.id);
}

/** Registrations of a meeting whose person came. */
export async function selectArrived(db: Db, meetingId: string): Promise<string[]> {
  return (
    await db
      .selectFrom('check_in')
      .select('registration_id')
      .where('meeting_id', '=', meetingId)
      .where('undone_at', 'is', null)
      .execute()
  ).map((row) => row.registration_id);
}

/**
 * Writes the names of a meeting over those that were there: what was settled of one stays, one that
 * nobody wrote any more goes.
 */
export async function replaceMentions(
  tx: Tx,
  meetingId: string,
  names: GatheredName[],
  at: Date,
): Promise<void> {
  const given = JSON.stringify(names.map((each) => ({ ...each, id: newId() })));
  await sql`
    delete from organisation_mention
    where meeting_id = ${meetingId}::uuid
      and not (name = any(${names.map((each) => each.name)}::text[]))
  `.execute(tx);
  await sql`
    insert into organisation_mention (id, meeting_id, name, written, people, gathered_at)
    select g.id, ${meetingId}::uuid, g.name, g.written, g.people, ${at}
    from jsonb_to_recordset(${given}::jsonb) as g(id uuid, name text, written text, people int)
    on conflict on constraint organisation_mention_once do update
    set written = excluded.written, people = excluded.people, gathered_at = excluded.gathered_at
  `.execute(tx);
}

/** With how many wrote it, however few. */
export type CountedMention = Omit<Mention, 'looksPersonal'> & { people: number };
const columns = sql`
  m.id, m.meeting_id as "meetingId", t.title as "meetingTitle", m.written, m.people,
  case
    when o.id is null then null
    else json_build_object('id', o.id, 'name', o.name)
    end as organisation,
  m.discarded_at is not null as "isDiscarded"
`;
const from = sql`
  organisation_mention m join meeting t on t.id = m.meeting_id left join organisation o on o.id =
    m.organisation_id
`;

/** Names of some meetings, those that wait first. */
export async function selectMentions(db: Db, meetingIds: string[]): Promise<CountedMention[]> {
  if (meetingIds.length === 0) return [];
  const { rows } = await sql<CountedMention>`
    select ${columns}
    from ${from}
    where m.meeting_id = any(${meetingIds}::uuid[])
    order by (m.organisation_id is null and m.discarded_at is null) desc, m.written, t.starts_at,
      m.id
    limit 500
  `.execute(db);
  return rows;
}

export async function selectMention(db: Db, id: string): Promise<CountedMention | null> {
  const { rows } =
    await sql<CountedMention>`select ${columns} from ${from} where m.id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** A name, held until the transaction ends. */
export async function lockMention(tx: Tx, id: string): Promise<CountedMention | null> {
  await sql`select 1 from organisation_mention where id = ${id}::uuid for update`.execute(tx);
  return await selectMention(tx, id);
}

/**
 * Groups of the catalogue that a name may stand for: what the same name was said to be elsewhere,
 * then what looks like it.
 */
export async function selectLikelyGroups(db: Db, mentionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id
    from organisation_mention m
      join organisation o on o.merged_into is null
      cross join lateral (
        select exists (
          select
          from organisation_mention p
          where p.name = m.name and p.organisation_id = o.id
        ) as known,
          similarity(normalized(o.name), m.name) as score
      ) s
    where m.id = ${mentionId}::uuid and (s.known or s.score >= 0.3)
    order by s.known desc, s.score desc, o.name, o.id
    limit 4
  `.execute(db);
  return rows.map((row) => row.id);
}

/** What a person said of a name; nothing makes it wait again. */
export async function updateMention(
  tx: Tx,
  id: string,
  outcome: MentionOutcome,
  by: string | null,
  at: Date,
): Promise<void> {
  const settled =
    outcome.kind === 'open'
      ? { settled_by: null, settled_at: null }
      : { settled_by: by, settled_at: at };
  await tx
    .updateTable('organisation_mention')
    .set({
      organisation_id: outcome.kind === 'linked' ? outcome.organisationId : null,
      discarded_at: outcome.kind === 'discarded' ? at : null,
      ...settled,
    })
    .where('id', '=', id)
    .execute();
}

/** Names that nobody linked to a group go with what was declared. */
export async function deleteUnlinked(tx: Tx, meetingId: string): Promise<void> {
  await tx
    .deleteFrom('organisation_mention')
    .where('meeting_id', '=', meetingId)
    .where('organisation_id', 'is', null)
    .execute();
}
