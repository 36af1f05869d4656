import type { Actor } from '#app/kernel/actor.ts';
import { certain, first } from '#app/kernel/certain.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { sayRefusal } from '#app/platform/i18n/field-message.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { insertDuplicates } from './duplicate.store.server.ts';
import type { FoundPair } from './find-list-pairs.server.ts';
import { fillRegistration } from './fill-registration.server.ts';
import { findKnown } from './find-known.server.ts';
import { insertListedArrivals } from './list.store.server.ts';
import type { Fate } from './list-choices.ts';
import type { PreparedList } from './prepare-list.server.ts';
import { codeKey, codeOfCertificate, codeOfRegistration } from './match-keys.server.ts';
import type { Entry } from './read-entries.server.ts';
import { writeRegistration } from './register-person.server.ts';
import { placeAtArrival, withPlace, type PlaceKind } from './place.rules.ts';
import { mayRegister } from './rules.ts';
import { insertRegistration } from './store.server.ts';

/** What became of the rows of a list that are kept. */
export type Written = {
  created: number;
  there: number;
  /** Of those that were there, the ones in which something was filled. */
  filled: number;
  waiting: number;
  attendanceOnly: number;
};
const none: Written = { created: 0, there: 0, filled: 0, waiting: 0, attendanceOnly: 0 };
const sum = (a: Written, b: Written): Written => ({
  created: a.created + b.created,
  there: a.there + b.there,
  filled: a.filled + b.filled,
  waiting: a.waiting + b.waiting,
  attendanceOnly: a.attendanceOnly + b.attendanceOnly,
});

/**
 * How many rows are written while the meeting is held: those who register on the web meanwhile wait
 * no longer than that.
 */
const batchSize = 100;

/** Why a meeting takes no list; null when it does. */
export function obstacleOf(meeting: Meeting): string | null {
  if (meeting.closedAt) return 'El encuentro ya se cerró: su lista no cambia más.';
  const verdict = mayRegister(meeting, now(), 'papel');
  return verdict.allowed
    ? null
    : sayRefusal(translatorOf('es').t('errors'), verdict.error.reason).text;
}

/** The meeting with one more who has a place, or who waits. */
const counting = (meeting: Meeting, place: PlaceKind | null): Meeting =>
  place ? withPlace(meeting, place) : { ...meeting, waiting: meeting.waiting + 1 };

/** What would become of each row that is kept, by its key. */
export function fatesOf(meeting: Meeting, list: PreparedList): Map<string, Fate> {
  const { entries, known, fillings } = list;
  let places = meeting;
  const fateOf = (entry: Entry): Fate => {
    if (known.has(entry.key)) return fillings.has(entry.key) ? 'completa' : 'misma';
    if (entry.kind === 'attendance') return 'solo_asistencia';
    const place = placeAtArrival(places, entry.channel);
    places = counting(places, place);
    return place ? 'nueva' : 'espera';
  };
  return new Map(entries.map((entry) => [entry.key, fateOf(entry)]));
}

/** What writing would give: the same counts, nothing written. */
export function tryEntries(meeting: Meeting, list: PreparedList): Written {
  const found = [...fatesOf(meeting, list).values()];
  const count = (...fates: Fate[]) => found.filter((fate) => fates.includes(fate)).length;
  return {
    created: count('nueva', 'espera'),
    there: count('misma', 'completa'),
    filled: count('completa'),
    waiting: count('espera'),
    attendanceOnly: count('solo_asistencia'),
  };
}

type Tell = {
  /** Says why the list stops at a line. */
  refuse: (reason: string, line: number) => Error;
  progress: (text: string) => void;
};

/** Writes the list in batches, each whole and under the meeting's lock. */
export async function writeEntries(
  who: Actor,
  meeting: Meeting,
  list: PreparedList,
  tell: Tell,
): Promise<Written> {
  const { entries, pairs } = list;
  const ids = new Map<string, string>();
  let [written, arrivals] = [none, 0];
  for (let start = 0; start < entries.length; start += batchSize) {
    const batch = entries.slice(start, start + batchSize);
    await inTransaction(async (tx) => {
      const held = await lockMeeting(tx, meeting.id);
      const obstacle = held ? obstacleOf(held) : 'El encuentro ya no existe.';
      if (!held || obstacle) throw tell.refuse(obstacle ?? '', first(batch).line);
      const totals = sum(written, await writeBatch(tx, who, held, batch, ids));
      arrivals += await noteArrivals(tx, held, batch, ids);
      await notePairs(tx, batch, pairs, ids);
      const isLast = start + batchSize >= entries.length;
      const isChange = totals.created + totals.attendanceOnly + totals.filled + arrivals > 0;
      if (isLast && isChange)
        await recordAudit(tx, who, {
          action: 'registration.list-imported',
          subjectKind: 'meeting',
          subjectId: meeting.id,
          data: {
            read: list.read,
            created: totals.created,
            waiting: totals.waiting,
            attendanceOnly: totals.attendanceOnly,
            filled: totals.filled,
            rejected: list.rejected.length,
            arrivals,
          },
        });
      written = totals;
    });
    tell.progress(`${Math.min(start + batchSize, entries.length)} de ${entries.length} filas`);
  }
  return written;
}

async function noteArrivals(
  tx: Tx,
  meeting: Meeting,
  batch: Entry[],
  ids: Map<string, string>,
): Promise<number> {
  return await insertListedArrivals(
    tx,
    meeting.id,
    batch.filter((entry) => entry.attended).map((entry) => certain(ids.get(entry.id))),
    meeting.startsAt < now() ? meeting.startsAt : now(),
  );
}

/** A pair is noted as soon as both of it are there. */
async function notePairs(
  tx: Tx,
  batch: Entry[],
  pairs: FoundPair[],
  ids: Map<string, string>,
): Promise<void> {
  const here = new Set(batch.map((entry) => entry.line));
  await insertDuplicates(
    tx,
    pairs
      .filter((pair) => here.has(pair.line))
      .map((pair) => ({
        ...pair,
        id: ids.get(pair.id) ?? pair.id,
        otherId: ids.get(pair.otherId) ?? pair.otherId,
      })),
    now(),
  );
}

async function writeBatch(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  batch: Entry[],
  ids: Map<string, string>,
): Promise<Written> {
  const written = { ...none };
  // Asked again under the lock: another run may have written the same list meanwhile.
  const known = await findKnown(meeting.id, batch, tx);
  let places = meeting;
  for (const entry of batch) {
    const there = known.get(entry.key);
    ids.set(entry.id, there?.id ?? entry.id);
    if (there) {
      written.there += 1;
      if (
        entry.kind === 'registration' &&
        (await fillRegistration(tx, actor, meeting, there, entry))
      )
        written.filled += 1;
    } else if (entry.kind === 'attendance') {
      await writeAttendance(tx, actor, meeting.id, entry);
      written.attendanceOnly += 1;
    } else {
      const place = placeAtArrival(places, entry.channel);
      await writeRegistration(tx, actor, places, entry.input, {
        channel: entry.channel,
        locale: 'es',
        id: entry.id,
        consentAt: entry.consentAt,
        listKey: entry.key,
        quiet: meeting.startsAt <= now(),
      });
      places = counting(places, place);
      written.created += 1;
      if (!place) written.waiting += 1;
    }
  }
  return written;
}

/** That somebody came, and nothing of who it was. */
async function writeAttendance(
  tx: Tx,
  actor: Actor,
  meetingId: string,
  entry: Entry,
): Promise<void> {
  await insertRegistration(tx, {
    id: entry.id,
    meetingId,
    codeKey: codeKey(codeOfRegistration(entry.id)),
    certificateKey: codeKey(codeOfCertificate(entry.id)),
    wordKey: null,
    state: 'solo_asistencia',
    channel: entry.channel,
    name: '',
    email: null,
    phone: null,
    emailKey: null,
    phoneKey: null,
    documentKey: null,
    birthKey: null,
    personId: null,
    lang: 'es',
    guardian: null,
    overCapacity: false,
    onReserved: false,
    recordedBy: actor.personId,
    at: now(),
    importKey: entry.key,
  });
}
