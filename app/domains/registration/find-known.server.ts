import { getDb, type Db } from '#app/platform/db/db.server.ts';
import { personOf } from './list-person.ts';
import { selectKnownRows, selectReachedBy, type KnownRow } from './list.store.server.ts';
import { matchKey } from './match-keys.server.ts';
import type { RegistrationInput } from './schema.ts';

/** Somebody looked for, under a key of whoever looks. */
type Sought =
  | { key: string; kind: 'attendance' }
  | { key: string; kind: 'registration'; input: RegistrationInput };

/** What a list's contact is compared by: registrations keep keys where the texts may be gone. */
const keysOf = (who: { name: string; email?: string | undefined; phone?: string | undefined }) => ({
  name: who.name,
  email: matchKey('email', who.email),
  phone: matchKey('phone', who.phone),
});

/**
 * Which registrations of the meeting rows of a list are, by the rows' keys: the same row of an earlier run, or the
 * same name with the same contact, however it came in.
 */
export async function findKnown(
  meetingId: string,
  entries: Sought[],
  db: Db = getDb(),
): Promise<Map<string, KnownRow>> {
  const known = await selectKnownRows(
    db,
    meetingId,
    entries.map((entry) => entry.key),
  );
  const listed = entries.flatMap((entry) =>
    entry.kind === 'registration' && !known.has(entry.key)
      ? [{ key: entry.key, who: keysOf(entry.input) }]
      : [],
  );
  if (listed.length === 0) return known;
  const keys = listed.flatMap(({ who }) => [who.email, who.phone].filter((key) => key !== null));
  const byName = new Map<string, KnownRow>();
  for (const row of await selectReachedBy(db, meetingId, keys)) {
    const { own } = personOf({ name: row.name, email: row.emailKey, phone: row.phoneKey });
    for (const name of own) if (!byName.has(name)) byName.set(name, row);
  }
  for (const { key, who } of listed) {
    const found = personOf(who)
      .same.map((name) => byName.get(name))
      .find(Boolean);
    if (found) known.set(key, found);
  }
  return known;
}
