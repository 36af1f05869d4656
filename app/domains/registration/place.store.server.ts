import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { holdingStates, liveStates } from '#app/domains/meetings/types.ts';
import { reachable, reachableColumns } from './contact.store.server.ts';
import type { PlaceKind } from './place.rules.ts';
import { goneStates, type Channel, type Reachable } from './types.ts';

const listed = (states: readonly string[]) => sql.join(states.map((state) => sql.lit(state)));
/**
 * Lists of states as they stand in a statement: who holds a place, who holds or awaits one, who has
 * none any more.
 */
const holding = listed(holdingStates);
export const live = listed(liveStates);
export const gone = listed(goneStates);

/** Somebody who waits, and by which channel they came. */
export type Waiting = { id: string; channel: Channel };

/**
 * Who holds a place and who waits, in the order of the list, and who of these let an offer pass.
 */
export async function selectStanding(
  db: Db,
  meetingId: string,
): Promise<{ holding: string[]; waiting: Waiting[]; passed: ReadonlySet<string> }> {
  const rows = await db
    .selectFrom('registration')
    .select(['id', 'channel', 'state', 'promoted_at'])
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', liveStates)
    .orderBy('place')
    .execute();
  const waiting = rows.filter((row) => row.state === 'en_espera');
  return {
    holding: rows.filter((row) => row.state !== 'en_espera').map((row) => row.id),
    waiting: waiting.map(({ id, channel }) => ({ id, channel })),
    passed: new Set(waiting.filter((row) => row.promoted_at !== null).map((row) => row.id)),
  };
}

/**
 * The first who waits, or the first of those whom who runs the meeting wrote down. The caller holds
 * the meeting's lock.
 */
export async function selectNextWaiting(
  tx: Tx,
  meetingId: string,
  assistedOnly: boolean,
): Promise<Waiting | null> {
  const row = await tx
    .selectFrom('registration')
    .select(['id', 'channel'])
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'en_espera')
    .$if(assistedOnly, (query) => query.where('channel', '<>', 'web'))
    .orderBy('place')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Offers a place, until a moment that depends on how they are told, to somebody who waits. The caller
 * holds the meeting's lock.
 */
export async function offerTo(
  tx: Tx,
  id: string,
  kind: PlaceKind,
  ends: { mailed: Date; called: Date },
  at: Date,
): Promise<Reachable> {
  return await tx
    .updateTable('registration')
    .set({
      state: 'ofrecida',
      on_reserved: kind === 'reserved',
      // Who is called keeps it until a call was tried.
      offered_until: sql<Date>`
        case
          when email is null or mail_returned_at is not null then ${ends.called}::timestamptz
          else ${ends.mailed}::timestamptz
          end
      `,
      promoted_at: at,
    })
    .where('id', '=', id)
    .where('state', '=', 'en_espera')
    .returning(reachable)
    .executeTakeFirstOrThrow();
}

/** Gives places to some who wait, without an offer that runs out. */
export async function seatWaiting(
  tx: Tx,
  meetingId: string,
  ids: string[],
  at: Date,
): Promise<void> {
  await sql`
    update registration
    set state = 'inscrita', on_reserved = false, promoted_at = ${at}
    where meeting_id = ${meetingId}::uuid and id = any(${ids}::uuid[]) and state = 'en_espera'
  `.execute(tx);
}

/** Puts who waits into this order, behind everybody who has a place. */
export async function orderWaiting(tx: Tx, meetingId: string, ids: string[]): Promise<void> {
  await sql`
    with turn as (
      select id, ordinality
      from unnest(${ids}::uuid[]) with ordinality as t(id, ordinality)
    ),
    last as (select max(place) as place from registration where meeting_id = ${meetingId}::uuid)
    update registration r
    set place = last.place + turn.ordinality
    from turn, last
    where r.id = turn.id and r.meeting_id = ${meetingId}::uuid and r.state = 'en_espera'
  `.execute(tx);
}

/** Meetings with offers whose time is over. */
export async function selectMeetingsWithLateOffers(db: Db, at: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('registration')
    .select('meeting_id')
    .distinct()
    .where('offered_until', '<=', at)
    .execute();
  return rows.map((row) => row.meeting_id);
}

/**
 * Lengthens offers whose time is over and whose mail waited for a mail server: the hours count from
 * when it left, and do not run while it has not.
 */
export async function lengthenUntold(tx: Tx, meetingId: string, at: Date): Promise<void> {
  await sql`
    with told as (
      select distinct on (o.id) o.id, least(
        m.starts_at,
        coalesce(b.sent_at, b.handed_over_at, ${at}) + m.offer_hours * interval '1 hour'
      ) as until
      from registration o
        join meeting m on m.id = o.meeting_id
        join mail b on b.recipient = o.email::text and b.queued_at >= o.promoted_at
      where o.meeting_id = ${meetingId}::uuid and o.state = 'ofrecida'
        and o.offered_until <= ${at} and b.refused_at is null
      order by o.id, b.queued_at
    )
    update registration r
    set offered_until = told.until
    from told
    where told.id = r.id and told.until > ${at}
  `.execute(tx);
}

/** Sends whose offers ran out to the end of the list, in their order, and says who they are. */
export async function expireOffers(tx: Tx, meetingId: string, at: Date): Promise<Reachable[]> {
  const { rows } = await sql<Reachable>`
    with late as (
      select id, row_number() over (order by place) as turn
      from registration
      where meeting_id = ${meetingId}::uuid and state = 'ofrecida' and offered_until <= ${at}
    )
    update registration r
    set state = 'en_espera', offered_until = null, on_reserved = false,
      place = late.turn + (
        select max(place) from registration where meeting_id = ${meetingId}::uuid
      )
    from late
    where r.id = late.id
    returning ${reachableColumns}
  `.execute(tx);
  return rows;
}

/** Cancels whoever still has or awaits a place, and says who they are. */
export async function cancelAll(tx: Tx, meetingId: string, at: Date): Promise<Reachable[]> {
  return await tx
    .updateTable('registration')
    .set({ state: 'cancelada', offered_until: null, on_reserved: false, cancelled_at: at })
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', liveStates)
    .returning(reachable)
    .execute();
}

/**
 * Meetings that draw their places, whose registration closed, and that have room for all who wait:
 * nobody need be drawn.
 */
export async function selectUndrawnWithRoom(db: Db, at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id
    from meeting m
      cross join lateral (
        select count(*) filter (where r.state in (${holding})) as held,
          count(*) filter (where r.state in (${holding}) and r.on_reserved) as "heldReserved",
          count(*) filter (where r.state = 'en_espera') as waiting
        from registration r
        where r.meeting_id = m.id
      ) n
    where m.allocation = 'sorteo'
      and m.allotted_at is null
      and m.state = 'publicado'
      and m.closes_at <= ${at}
      and m.starts_at > ${at}
      and n.waiting > 0
      and n.waiting <= m.capacity - n.held - greatest(0, m.reserved - n."heldReserved")
  `.execute(db);
  return rows.map((row) => row.id);
}
