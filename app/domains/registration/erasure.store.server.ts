import { sql } from 'kysely';
import type { Tx } from '#app/platform/db/db.server.ts';
import { liveStates } from '#app/domains/meetings/types.ts';
import { holdsPlace } from './rules.ts';

const emptied = {
  name: '',
  email: null,
  phone: null,
  email_key: null,
  phone_key: null,
  document_key: null,
  birth_key: null,
  import_key: null,
  guardian_name: '',
  guardian_contact: '',
} as const;

/**
 * Takes names and contacts out of registrations of meetings that ended before a moment; returns
 * which.
 */
export async function purgeEnded(
  tx: Tx,
  endedBefore: Date,
  at: Date,
): Promise<{ id: string; meetingId: string }[]> {
  const rows = await tx
    .updateTable('registration')
    .set({ ...emptied, purged_at: at })
    .where('purged_at', 'is', null)
    .where('meeting_id', 'in', (eb) =>
      eb.selectFrom('meeting').select('id').where('ends_at', '<', endedBefore),
    )
    .returning(['id', 'meeting_id as meetingId'])
    .execute();
  if (rows.length > 0)
    await forgetWords(
      tx,
      rows.map((row) => row.id),
    );
  return rows;
}

/** What was asked for and what was to be said goes with who asked. */
async function forgetWords(tx: Tx, ids: string[]): Promise<void> {
  await tx.deleteFrom('registration_need').where('registration_id', 'in', ids).execute();
  await tx.deleteFrom('registration_call').where('registration_id', 'in', ids).execute();
}

/** A person who leaves: what they hold is given up, and what says who they are goes. */
export async function eraseRegistrationsOf(
  tx: Tx,
  personId: string,
  at: Date,
): Promise<{ id: string; meetingId: string; heldPlace: boolean }[]> {
  const rows = await tx
    .selectFrom('registration')
    .select(['id', 'meeting_id as meetingId', 'state'])
    .where('person_id', '=', personId)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  await forgetWords(tx, ids);
  await tx
    .updateTable('registration')
    .set({ ...emptied, person_id: null, purged_at: at, offered_until: null })
    .where('id', 'in', ids)
    .execute();
  await tx
    .updateTable('registration')
    .set({ state: 'cancelada', on_reserved: false, cancelled_at: at })
    .where('id', 'in', ids)
    .where('state', 'in', liveStates)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meetingId,
    heldPlace: holdsPlace(row.state),
  }));
}

/** Who recorded or answered something at registrations is no longer named there. */
export async function detachStaff(tx: Tx, personId: string): Promise<void> {
  await sql`
    with a as (update registration set recorded_by = null where recorded_by = ${personId}),
    b as (update registration_consent set recorded_by = null where recorded_by = ${personId}),
    c as (update registration_need set answered_by = null where answered_by = ${personId}),
    d as (update registration_call set settled_by = null where settled_by = ${personId})
    update registration_duplicate
    set settled_by = null
    where settled_by = ${personId}
  `.execute(tx);
}
