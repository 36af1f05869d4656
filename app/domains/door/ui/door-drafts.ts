import { personAfter, refusedArrival, type DoorRecord } from '../device.rules.ts';
import type { DoorPerson, RecordKind } from '../types.ts';
import type { PersonRow, PhotoRow, RecordRow } from './door-shelf.ts';
import { seal, sealBytes, type Sealed } from './door-vault.ts';
import type { DoorView } from './door-view.ts';

/** Something about to be written down. */
export type Draft = {
  id: string;
  kind: RecordKind;
  payload: Record<string, unknown>;
  replaces?: string;
  photo?: Uint8Array<ArrayBuffer>;
};

/** What drafts add to the device's store, encrypted. */
type Added = {
  records: RecordRow[];
  people: PersonRow[];
  photos: PhotoRow[];
  replaced: DoorRecord[];
};

/**
 * What puts right a refused record: a new one, and with a person's registration also their arrival,
 * when that was refused with it.
 */
export function correctionOf(
  records: readonly DoorRecord[],
  old: DoorRecord,
  change: { payload: Record<string, unknown>; photo: Uint8Array<ArrayBuffer> | null },
  freshId: () => string,
): Draft[] {
  const { payload, photo } = change;
  const id = freshId();
  const corrected: Draft = {
    id,
    kind: old.kind,
    payload,
    replaces: old.id,
    ...(photo ? { photo } : {}),
  };
  const arrival = old.kind === 'inscripcion' ? refusedArrival(records, old.id) : undefined;
  if (!arrival) return [corrected];
  return [
    corrected,
    { id: freshId(), kind: 'llegada', payload: { inscripcion: id }, replaces: arrival.id },
  ];
}

type Fate = Pick<DoorRecord, 'state' | 'reasons' | 'others' | 'seen'>;
const fresh = (): Fate => ({ state: 'pendiente', reasons: [], others: [], seen: false });

/** Drafts as they are kept, and the records and people that they make of what is shown. */
export async function sealDrafts(
  key: CryptoKey,
  view: Pick<DoorView, 'people' | 'records'>,
  drafts: Draft[],
  madeAt: string,
): Promise<{
  added: Added;
  made: Omit<DoorRecord, 'seq'>[];
  people: ReadonlyMap<string, DoorPerson>;
}> {
  const added: Added = { records: [], people: [], photos: [], replaced: [] };
  const made: Omit<DoorRecord, 'seq'>[] = [];
  const people = new Map(view.people);
  for (const { photo, ...draft } of drafts) {
    const { id, kind, payload, replaces } = draft;
    made.push({ ...draft, madeAt, ...fresh() });
    added.records.push({
      id,
      kind,
      ...fresh(),
      ...(replaces ? { replaces } : {}),
      sealed: await seal(key, id, { madeAt, payload }),
    });
    if (photo) added.photos.push({ id, sealed: await sealBytes(key, id, photo) });
    const person = personAfter(people, draft);
    if (person) {
      people.set(person.id, person);
      added.people.push(await sealPerson(key, person));
    }
    const old = view.records.find((record) => record.id === replaces);
    if (old) added.replaced.push({ ...old, seen: true, replacedBy: id });
  }
  return { added, made, people };
}

async function sealPerson(key: CryptoKey, person: DoorPerson): Promise<PersonRow> {
  return { id: person.id, sealed: await seal(key, person.id, person) };
}

/** The day's list as the device keeps it. */
export async function sealPeople(
  key: CryptoKey,
  people: Iterable<DoorPerson>,
): Promise<PersonRow[]> {
  return await Promise.all([...people].map(async (person) => await sealPerson(key, person)));
}

/** What is left of records that were answered and say no more than whose they were, as it is kept. */
export async function sealEmptied(
  key: CryptoKey,
  changed: readonly DoorRecord[],
): Promise<ReadonlyMap<string, Sealed>> {
  const emptied = changed.filter(({ kind }) => kind === 'respuestas');
  return new Map(
    await Promise.all(
      emptied.map(
        async ({ id, madeAt, payload }) => [id, await seal(key, id, { madeAt, payload })] as const,
      ),
    ),
  );
}
