import { sql } from 'kysely';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { PlaceKind } from '#app/domains/registration/place.rules.ts';
import type { RegistrationState } from '#app/domains/registration/types.ts';

/**
 * A registration that somebody wants to check in; one that was merged stands for the one it went
 * into.
 */
export async function selectArriving(
  tx: Tx,
  id: string,
  meetingId: string,
): Promise<{ id: string; state: RegistrationState } | null> {
  const { rows } = await sql<{ id: string; state: RegistrationState }>`
    select coalesce(m.id, r.id) as id, coalesce(m.state, r.state) as state
    from registration r
      left join registration m on m.id = r.merged_into and r.state = 'unida'
    where r.id = ${id}::uuid and r.meeting_id = ${meetingId}::uuid
  `.execute(tx);
  return rows[0] ?? null;
}

/** Gives a place to who came without having one; without a free place it is one more than there are. */
export async function seatAtDoor(tx: Tx, id: string, place: PlaceKind | null): Promise<void> {
  await tx
    .updateTable('registration')
    .set({
      state: 'inscrita',
      cancelled_at: null,
      on_reserved: place === 'reserved',
      ...(place === null ? { over_capacity: true } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Who comes takes the place that they were offered. */
export async function acceptAtDoor(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('registration')
    .set({ state: 'inscrita', offered_until: null })
    .where('id', '=', id)
    .execute();
}

/** Checks somebody in; false when they were in already, whoever did it. */
export async function insertCheckIn(
  tx: Tx,
  row: {
    id: string;
    meetingId: string;
    registrationId: string;
    at: Date;
    recordedBy: string | null;
  },
): Promise<boolean> {
  const result = await tx
    .insertInto('check_in')
    .values({
      id: row.id,
      meeting_id: row.meetingId,
      registration_id: row.registrationId,
      at: row.at,
      recorded_by: row.recordedBy,
    })
    .onConflict((oc) => oc.column('registration_id').where('undone_at', 'is', null).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows) > 0;
}

/** Takes a check-in back: this one, or whichever holds for the registration. False when none holds. */
export async function undoCheckIns(
  tx: Tx,
  of: { registrationId: string; id?: string | undefined },
  at: Date,
): Promise<boolean> {
  let query = tx
    .updateTable('check_in')
    .set({ undone_at: at })
    .where('registration_id', '=', of.registrationId)
    .where('undone_at', 'is', null);
  if (of.id) query = query.where('id', '=', of.id);
  return Number((await query.executeTakeFirst()).numUpdatedRows) > 0;
}
