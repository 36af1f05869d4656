import type { Tx } from '#app/platform/db/db.server.ts';
import { insertTableIdea, type NewTableIdea } from './store.server.ts';

/**
 * Keeps an idea of a table, from a device or from who writes the minutes; says how many of those
 * who stand behind it are registered for this meeting. The caller holds the meeting's lock.
 */
export async function keepTableIdea(tx: Tx, idea: NewTableIdea): Promise<number> {
  return await insertTableIdea(tx, idea);
}
