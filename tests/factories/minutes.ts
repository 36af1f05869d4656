import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { next } from './people.ts';

/** Somebody's arrival at the door. */
export async function newArrival(db: Db, meetingId: string, registrationId: string): Promise<void> {
  await db
    .insertInto('check_in')
    .values({ id: newId(), meeting_id: meetingId, registration_id: registrationId, at: now() })
    .execute();
}

/** An idea that a table wrote down, with who wants to own it. */
export async function newTableIdea(
  db: Db,
  meetingId: string,
  overrides: {
    commitmentId?: string | null;
    table?: string;
    title?: string;
    owners?: string[];
    dropped?: boolean;
  } = {},
): Promise<{ id: string; title: string }> {
  const id = newId();
  const title = overrides.title ?? `Idea de mesa ${next()}`;
  await db
    .insertInto('table_idea')
    .values({
      id,
      meeting_id: meetingId,
      table_name: overrides.table ?? 'Mesa 1',
      commitment_id: overrides.commitmentId ?? null,
      title,
      description: 'Que el semáforo dé más tiempo para cruzar.',
      agreeing: 6,
      captured_at: now(),
      dropped_at: overrides.dropped ? now() : null,
    })
    .execute();
  for (const registrationId of overrides.owners ?? [])
    await db
      .insertInto('table_idea_owner')
      .values({ table_idea_id: id, registration_id: registrationId })
      .execute();
  return { id, title };
}
