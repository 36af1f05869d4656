import pg from 'pg';
import { newId, newSecret } from '#app/kernel/ids.ts';
import { findEmbedded } from '#app/platform/db/embedded.server.ts';

/** Somebody registered for a meeting who asked for a support, written as its owner would: for journeys that begin after the form. */
export async function registerAsking(meetingId: string, person: { name: string; email: string; need: string }): Promise<void> {
  const url = findEmbedded(process.env['E2E_DATA_DIR']!);
  if (!url) throw new Error('The database of the journeys is not running');
  const client = new pg.Client({ connectionString: url('owner') });
  await client.connect();
  try {
    const id = newId();
    await client.query(
      `insert into registration (id, meeting_id, code_key, place, state, channel, name, email, created_at)
       select $1, $2, $3, coalesce(max(place), 0) + 1, 'inscrita', 'web', $4, $5, now() from registration where meeting_id = $2`,
      [id, meetingId, newSecret(), person.name, person.email],
    );
    await client.query('insert into registration_support (registration_id, need) values ($1, $2)', [id, person.need]);
  } finally {
    await client.end();
  }
}
