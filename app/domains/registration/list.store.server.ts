import { sql } from 'kysely';
import { newId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { RegistrationState } from './types.ts';

export type KnownRow = { id: string; state: RegistrationState; key: string };

/** Rows of lists that this meeting has already. */
export async function selectKnownRows(
  db: Db,
  meetingId: string,
  keys: string[],
): Promise<Map<string, KnownRow>> {
  const { rows } = await sql<KnownRow>`
    select id, state, import_key as key
    from registration
    where meeting_id = ${meetingId}::uuid and import_key = any(${keys})
  `.execute(db);
  return new Map(rows.map((row) => [row.key, row]));
}

/**
 * Checks in whom a list says came, each once; where a person undid an arrival it stays undone, and
 * who was merged arrives as the registration that was kept. Returns how many arrivals are new.
 */
export async function insertListedArrivals(
  tx: Tx,
  meetingId: string,
  registrationIds: string[],
  at: Date,
): Promise<number> {
  if (registrationIds.length === 0) return 0;
  const given = JSON.stringify(
    registrationIds.map((registration) => ({ id: newId(), registration })),
  );
  const { rows } = await sql`
    insert into check_in (id, meeting_id, registration_id, at)
    select distinct on (coalesce(r.merged_into, r.id)) g.id, r.meeting_id,
      coalesce(r.merged_into, r.id), ${at}
    from jsonb_to_recordset(${given}::jsonb) as g(id uuid, registration uuid)
      join registration r on r.id = g.registration and r.meeting_id = ${meetingId}::uuid
    where not exists (
      select from check_in k where k.registration_id = coalesce(r.merged_into, r.id)
    )
    order by coalesce(r.merged_into, r.id), g.id
    returning id
  `.execute(tx);
  return rows.length;
}
