import type { Actor } from '#app/kernel/actor.ts';
import { conflict } from '#app/kernel/errors.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { openList, type ListAsked } from './open-list.server.ts';
import { prepareList } from './prepare-list.server.ts';
import { deleteUploads } from './upload.store.server.ts';
import { writeEntries, type Written } from './write-entries.server.ts';

/**
 * Registers the people of a list that was looked at, each with their own consent, as whoever brought it. The list is
 * let go with it.
 */
export async function loadList(
  actor: Actor,
  asked: ListAsked,
): Promise<Written & { pairs: number }> {
  const { meeting, sheet, choices } = await openList(getDb(), actor, asked);
  const list = await prepareList(meeting, sheet, choices);
  if (list.entries.length === 0) throw conflict('list_nothing');
  const written = await writeEntries(actor, meeting, list, {
    refuse: () => conflict('meeting_over'),
    progress: () => undefined,
  });
  await deleteUploads(getDb(), { personId: actor.personId, meetingId: meeting.id }, now());
  return { ...written, pairs: list.pairs.length };
}
