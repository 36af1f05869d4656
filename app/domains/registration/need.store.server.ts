import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { gone } from './place.store.server.ts';
import { reachableColumns } from './contact.store.server.ts';
import type { Need, NeedAsked, Reachable } from './types.ts';

export async function insertNeeds(
  tx: Tx,
  registrationId: string,
  needs: { need: string; note: string }[],
): Promise<void> {
  if (needs.length === 0) return;
  await tx
    .insertInto('registration_need')
    .values(needs.map(({ need, note }) => ({ registration_id: registrationId, need, note })))
    .onConflict((oc) =>
      oc
        .columns(['registration_id', 'need'])
        .doUpdateSet((eb) => ({ note: eb.ref('excluded.note') })),
    )
    .execute();
}

/** Takes back requests that were not answered yet and are no longer made. */
export async function deleteOpenNeeds(
  tx: Tx,
  registrationId: string,
  keep: string[],
): Promise<void> {
  let query = tx
    .deleteFrom('registration_need')
    .where('registration_id', '=', registrationId)
    .where('state', '=', 'pedido');
  if (keep.length > 0) query = query.where('need', 'not in', keep);
  await query.execute();
}

export async function selectNeeds(db: Db, registrationIds: string[]): Promise<Map<string, Need[]>> {
  const found = new Map<string, Need[]>();
  if (registrationIds.length === 0) return found;
  const rows = await db
    .selectFrom('registration_need')
    .select(['registration_id', 'need', 'note', 'state', 'answer'])
    .where(sql<boolean>`registration_id = any(${registrationIds}::uuid[])`)
    .orderBy('need')
    .execute();
  for (const row of rows)
    found.set(row.registration_id, [
      ...(found.get(row.registration_id) ?? []),
      {
        need: row.need,
        note: row.note,
        state: row.state,
        answer: row.answer,
      },
    ]);
  return found;
}

/** Every need asked for in a meeting by who did not cancel, by need and order of arrival. */
export async function selectNeedsAsked(
  db: Db,
  meetingId: string,
): Promise<(Omit<NeedAsked, 'name'> & { name: string })[]> {
  const { rows } = await sql<Omit<NeedAsked, 'name'> & { name: string }>`
    select s.registration_id as "registrationId", r.name, s.need, s.note, s.state, s.answer,
      p.name as "answeredBy", s.answered_at as "answeredAt", r.created_at as "askedAt"
    from registration_need s
      join registration r on r.id = s.registration_id
      left join person p on p.id = s.answered_by
    where r.meeting_id = ${meetingId}::uuid and r.state not in (${gone})
    order by s.need, r.place
  `.execute(db);
  return rows;
}

export type NeedToAnswer = { person: Reachable; state: NeedAsked['state']; answer: string };

/**
 * Requests for a need, of one registration or of all that still wait, held until the transaction
 * ends. The caller holds the meeting's lock.
 */
export async function lockNeeds(
  tx: Tx,
  meetingId: string,
  need: string,
  registrationId: string | undefined,
): Promise<NeedToAnswer[]> {
  const which = registrationId
    ? sql`s.registration_id = ${registrationId}::uuid`
    : sql`s.state = 'pedido'`;
  const { rows } = await sql<Reachable & { state: NeedAsked['state']; answer: string }>`
    select ${reachableColumns}, s.state, s.answer
    from registration_need s
      join registration r on r.id = s.registration_id
    where r.meeting_id = ${meetingId}::uuid
      and r.state not in (${gone})
      and s.need = ${need}
      and ${which}
    order by r.place
    for update of s
  `.execute(tx);
  return rows.map(({ state, answer, ...person }) => ({ person, state, answer }));
}

export async function writeAnswer(
  tx: Tx,
  registrationId: string,
  need: string,
  answer: { state: NeedAsked['state']; text: string; by: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('registration_need')
    .set({
      state: answer.state,
      answer: answer.text,
      answered_by: answer.by,
      answered_at: answer.at,
    })
    .where('registration_id', '=', registrationId)
    .where('need', '=', need)
    .execute();
}

const waiting = sql`
  select count(*)::int
  from registration_need s
    join registration r on r.id = s.registration_id
  where r.meeting_id = m.id and r.state not in (${gone}) and s.state = 'pedido'
`;

/**
 * Published meetings of some coming days with requests that nobody answered, of which nobody was
 * reminded.
 */
export async function selectMeetingsToRemind(
  db: Db,
  from: Date,
  until: Date,
): Promise<{ id: string; startsAt: Date }[]> {
  const { rows } = await sql<{ id: string; startsAt: Date }>`
    select m.id, m.starts_at as "startsAt"
    from meeting m
    where m.state = 'publicado'
      and m.reminded_at is null
      and m.starts_at > ${from}
      and m.starts_at <= ${until}
      and (${waiting}) > 0
    order by m.starts_at, m.id
  `.execute(db);
  return rows;
}

/**
 * Marks a meeting as reminded and counts what waits; null when somebody was faster or nothing waits
 * any more.
 */
export async function markReminded(tx: Tx, meetingId: string, at: Date): Promise<number | null> {
  const { rows } = await sql<{ open: number }>`
    update meeting m
    set reminded_at = ${at}
    where m.id = ${meetingId}::uuid
      and m.reminded_at is null
      and m.state = 'publicado'
      and (${waiting}) > 0
    returning (${waiting}) as open
  `.execute(tx);
  return rows[0]?.open ?? null;
}
