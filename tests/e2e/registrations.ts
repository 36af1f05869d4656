import { sql } from 'kysely';
import { newId, newSecret } from '#app/kernel/ids.ts';
import { withOwner } from './owner.ts';

/**
 * Somebody registered for a meeting who asked for a support, written as its owner would: for
 * journeys that begin after the form.
 */
export async function registerAsking(
  meetingId: string,
  person: { name: string; email: string; need: string },
): Promise<void> {
  await withOwner(async (db) => {
    const id = newId();
    await sql`
      insert into registration (
        id, meeting_id, code_key, place, state, channel, name, email, created_at
      )
      select ${id}::uuid, ${meetingId}::uuid, ${newSecret()}, coalesce(max(place), 0) + 1,
        'inscrita', 'web', ${person.name}, ${person.email}, now()
      from registration
      where meeting_id = ${meetingId}::uuid
    `.execute(db);
    await db
      .insertInto('registration_need')
      .values({ registration_id: id, need: person.need })
      .execute();
  });
}
