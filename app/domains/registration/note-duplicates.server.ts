import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { insertDuplicates, selectCandidates, type Found } from './duplicate.store.server.ts';
import { likeness, type Traits } from './likeness.ts';

/** The most others that one registration is offered with. */
const most = 5;

/**
 * Notes which registrations of the same meeting may be this person's too. Nothing merges by itself:
 * families share phones.
 */
export async function noteDuplicates(
  tx: Tx,
  of: {
    id: string;
    meetingId: string;
    name: string;
    emailKey: string | null;
    phoneKey: string | null;
    documentKey: string | null;
    birthKey: string | null;
  },
): Promise<number> {
  const own: Traits = {
    name: of.name,
    birthYear: of.birthKey,
    birthDate: null,
    document: of.documentKey,
    documentText: null,
    contacts: [of.emailKey, of.phoneKey].filter((key) => key !== null),
  };
  const found = (await selectCandidates(tx, of)).flatMap((other): Found[] => {
    const like = likeness(own, other);
    return like ? [{ id: of.id, otherId: other.id, ...like }] : [];
  });
  const likeliest = found.sort((a, b) => b.score - a.score).slice(0, most);
  await insertDuplicates(tx, likeliest, now());
  return likeliest.length;
}
