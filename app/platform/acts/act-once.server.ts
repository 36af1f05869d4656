import { createHash } from 'node:crypto';
import type { Actor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { claimAct, deleteAct, keepResult, selectResult } from './store.server.ts';

/** How long the same content counts as sent twice by accident: since when, at a moment. */
export function accidentSince(at: Date): Date {
  return new Date(at.getTime() - 10 * 60_000);
}

/** What a form asks for: the act's name, and all that was said with it. */
export type Asked = { act: string; content: unknown };

/** A value as text that is the same however its keys stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/**
 * Opens the transaction of an act that creates something. The same content by the same person within ten
 * minutes makes nothing more and answers what the first one made; of two at once the second waits for the
 * first. `stands` says whether what the first made is still there: if not, it is made anew.
 */
export async function actOnce<T>(
  actor: Actor,
  { act, content }: Asked,
  make: (tx: Tx) => Promise<T>,
  stands: (tx: Tx, made: T) => Promise<boolean> = async () => true,
): Promise<T> {
  const key = createHash('sha256')
    .update(`${act}\n${actor.personId ?? actor.kind}\n${canonical(content)}`)
    .digest('base64url');
  return await inTransaction(async (tx) => {
    const at = now();
    const first = await claimAct(tx, key, at, accidentSince(at));
    if (first && (await stands(tx, first.result as T))) return first.result as T;
    const made = await make(tx);
    await keepResult(tx, key, made);
    return made;
  });
}

/** Notes what was made under a key of the caller's, in place of what stood there; see `recallAct`. */
export async function noteAct(tx: Tx, key: string, made: string): Promise<void> {
  await claimAct(tx, key, now(), now());
  await keepResult(tx, key, made);
}

/** What was noted under a key a moment ago; null when nothing was. */
export async function recallAct(tx: Tx, key: string): Promise<unknown> {
  return await selectResult(tx, key, accidentSince(now()));
}

/** What was noted under a key is no accident's first half any more. */
export async function forgetAct(tx: Tx, key: string): Promise<void> {
  await deleteAct(tx, key);
}
