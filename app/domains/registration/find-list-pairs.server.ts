import { certain } from '#app/kernel/certain.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { selectSettled, selectTraits, type Found } from './duplicate.store.server.ts';
import { likePairs } from './likeness.ts';
import type { KnownRow } from './list.store.server.ts';
import type { Entry } from './read-entries.server.ts';
import { isGone } from './rules.ts';

/** `withLine` is null when the other one was registered before, outside the list. */
export type FoundPair = Found & { line: number; withLine: number | null };

/**
 * Pairs within the list, and of the list with who was there before; those that a person settled are
 * not offered again.
 */
export async function findListPairs(
  meetingId: string,
  entries: Entry[],
  known: Map<string, KnownRow>,
): Promise<FoundPair[]> {
  const listed = entries
    .filter((entry) => entry.kind === 'registration')
    .map((entry) => ({ ...entry, there: known.get(entry.key) }))
    .filter(({ there }) => !there || !isGone(there.state))
    .map(({ id, line, traits, there }) => ({ id: there?.id ?? id, line, traits }));
  const ids = new Set(listed.map(({ id }) => id));
  const before = (await selectTraits(getDb(), meetingId))
    .filter((row) => !ids.has(row.id))
    .map((row) => ({ id: row.id, line: null, traits: row }));
  const settled = await selectSettled(getDb(), meetingId);
  const rows = [...before, ...listed];
  const pairs = likePairs(
    rows.map((row) => row.traits),
    (_, second) => second >= before.length,
  );
  return pairs
    .map(({ first, second, why, score }) => {
      const [one, other] = [certain(rows[second]), certain(rows[first])];
      const [line, withLine] = [certain(one.line), other.line];
      return { id: one.id, otherId: other.id, why, score, line, withLine };
    })
    .filter(({ id, otherId }) => !settled.has(`${id} ${otherId}`));
}
