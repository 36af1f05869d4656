import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { callDue, callSubjects, type CallAbout } from './call.rules.ts';
import { insertCall } from './call.store.server.ts';

/** Puts somebody on the list of those to call about a meeting, with words of a person to pass on. */
export async function openCall(
  tx: Tx,
  registrationId: string,
  about: CallAbout,
  meeting: Meeting,
  note = '',
): Promise<void> {
  const at = now();
  const dueAt = callDue(callSubjects[about], meeting, at);
  await insertCall(tx, { registrationId, about, note, dueAt, at });
}
