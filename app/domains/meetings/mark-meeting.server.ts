import type { Tx } from '#app/platform/db/db.server.ts';
import { updateMarks } from './change.store.server.ts';

/** What later rooms write down of a meeting; whoever calls holds its lock. */

/** A meeting that draws its places has given them. */
export async function markAllotted(tx: Tx, id: string, at: Date): Promise<void> {
  await updateMarks(tx, id, { allotted_at: at });
}

/** How many came by a fair, where nobody registers. */
export async function markCounted(tx: Tx, id: string, counted: number): Promise<void> {
  await updateMarks(tx, id, { counted });
}

/** Its minutes are published. */
export async function markMinuted(tx: Tx, id: string): Promise<void> {
  await updateMarks(tx, id, { state: 'con_acta' });
}

/** The names of groups that its people wrote were gathered. */
export async function markMentioned(tx: Tx, id: string, at: Date): Promise<void> {
  await updateMarks(tx, id, { mentions_at: at });
}
