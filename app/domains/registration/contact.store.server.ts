import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { liveStates } from '#app/domains/meetings/types.ts';
import type { Reachable, RegistrationState } from './types.ts';

/** What says how somebody is written to. */
export const reachable = [
  'id',
  'name',
  'email',
  'phone',
  'lang',
  'person_id as personId',
  'mail_returned_at as mailReturnedAt',
] as const;
/** The same of a registration that a statement calls `r`. */
export const reachableColumns = sql`
  r.id, r.name, r.email, r.phone, r.lang, r.person_id as "personId",
  r.mail_returned_at as "mailReturnedAt"
`;

export async function selectReachable(db: Db, id: string): Promise<Reachable | null> {
  const row = await db
    .selectFrom('registration')
    .select(reachable)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Takes some of those who have or await a place and were not yet told of this version of the
 * meeting, and marks them as told.
 */
export async function selectUntold(
  tx: Tx,
  meetingId: string,
  version: number,
  limit: number,
): Promise<Reachable[]> {
  return await tx
    .updateTable('registration')
    .set({ told_version: version })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('registration')
        .select('id')
        .where('meeting_id', '=', meetingId)
        .where('state', 'in', liveStates)
        .where('told_version', '<', version)
        .orderBy('place')
        .limit(limit),
    )
    .returning(reachable)
    .execute();
}

/**
 * Takes some of those who were in a draw and were not told of its places, and marks them as told;
 * who was offered a place meanwhile knows.
 */
export async function takeUntoldOfPlaces(
  tx: Tx,
  meetingId: string,
  limit: number,
  when: { before: Date; at: Date },
): Promise<(Reachable & { state: RegistrationState })[]> {
  return await tx
    .updateTable('registration')
    .set({ told_places_at: when.at })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('registration')
        .select('id')
        .where('meeting_id', '=', meetingId)
        .where('state', 'in', liveStates)
        .where('told_places_at', 'is', null)
        .where('created_at', '<=', when.before)
        .orderBy('place')
        .limit(limit),
    )
    .returning([...reachable, 'state'])
    .execute();
}

/**
 * Takes some of those who came, may be written to and were not thanked yet, and marks them as
 * thanked.
 */
export async function takeUnthanked(
  tx: Tx,
  meetingId: string,
  limit: number,
  at: Date,
): Promise<Reachable[]> {
  return await tx
    .updateTable('registration')
    .set({ thanked_at: at })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('registration as r')
        .innerJoin('check_in as k', (join) =>
          join.onRef('k.registration_id', '=', 'r.id').on('k.undone_at', 'is', null),
        )
        .select('r.id')
        .where('r.meeting_id', '=', meetingId)
        .where('r.thanked_at', 'is', null)
        .where('r.email', 'is not', null)
        .where('r.state', '<>', 'unida')
        .where((e) =>
          e.exists(
            e
              .selectFrom('registration_consent as c')
              .select('c.purpose')
              .whereRef('c.registration_id', '=', 'r.id')
              .where('c.purpose', 'in', ['inscripcion', 'contacto'])
              .where('c.revoked_at', 'is', null),
          ),
        )
        .orderBy('r.place')
        .limit(limit),
    )
    .returning(reachable)
    .execute();
}
