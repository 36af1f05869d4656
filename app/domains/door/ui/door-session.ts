import { newId, readCode } from '#app/kernel/ids.ts';
import { deviceNow } from '#app/platform/clock/device-clock.ts';
import type {
  DeviceCounts,
  DoorPerson,
  EnrolReply,
  MeetingCounts,
  RecordKind,
  SyncReply,
} from '../types.ts';
import {
  answered,
  isAllReceived,
  nextBatch,
  nextPhoto,
  ownArrival,
  personAfter,
  refusedArrival,
  retryDelay,
  withPending,
  type DoorRecord,
} from '../device.rules.ts';
import { postDesk, postPhoto, PostError, type PostFailure } from './door-post.ts';
import {
  addRecords,
  eraseShelf,
  readPhotoRow,
  storeAnswers,
  storeDevice,
  storeRevoked,
  type DeviceRow,
  type PersonRow,
  type PhotoRow,
  type RecordRow,
  type Shelf,
} from './door-shelf.ts';
import { dropShell } from './door-shell.ts';
import {
  hashCode,
  makeVault,
  openVault,
  seal,
  sealBytes,
  unseal,
  unsealBytes,
} from './door-vault.ts';

/** How the line to the server is: `al_dia` when the last exchange went well. */
export type Line = 'al_dia' | 'enviando' | PostFailure;

/** What the page shows of an open desk. Every change makes a new one. */
export type DoorView = {
  people: ReadonlyMap<string, DoorPerson>;
  records: readonly DoorRecord[];
  line: Line;
  /** What the server counts of this device, and of the meeting; null before the first exchange. */
  server: DeviceCounts | null;
  meeting: MeetingCounts | null;
  syncedAt: Date | null;
  isClosed: boolean;
};

/** Something about to be written down. */
type Draft = {
  id: string;
  kind: RecordKind;
  payload: Record<string, unknown>;
  replaces?: string;
  photo?: Uint8Array<ArrayBuffer>;
};

/** Every minute an idle desk asks whether another door has moved on. */
const heartbeat = 60_000;

/** An unlocked desk at a door: keeps what happens on the device first, then hands it over whenever the line allows. */
export class Door {
  readonly meetingId: string;
  readonly #shelf: Shelf;
  readonly #key: CryptoKey;
  #device: DeviceRow;
  #view: DoorView;
  #turn: Promise<unknown> = Promise.resolve();
  #sending = false;
  #again = false;
  #wantsList = true;
  #failures = 0;
  #timer = 0;
  #isOpen = true;
  readonly #listeners = new Set<() => void>();
  readonly #online = () => void this.send();
  readonly #offline = () => this.#show({ line: 'sin_conexion' });

  private constructor(
    meetingId: string,
    shelf: Shelf,
    key: CryptoKey,
    device: DeviceRow,
    people: DoorPerson[],
    records: DoorRecord[],
  ) {
    this.meetingId = meetingId;
    this.#shelf = shelf;
    this.#key = key;
    this.#device = device;
    this.#view = {
      people: new Map(people.map((person) => [person.id, person])),
      records,
      line: device.revoked ? 'retirado' : navigator.onLine ? 'al_dia' : 'sin_conexion',
      server: null,
      meeting: null,
      syncedAt: null,
      isClosed: false,
    };
    window.addEventListener('online', this.#online);
    window.addEventListener('offline', this.#offline);
    void this.send();
  }

  /** Prepares this device: the server gives it the day's list, which is kept under the PIN. */
  static async prepare(meetingId: string, shelf: Shelf, name: string, pin: string): Promise<Door> {
    const { lock, key } = await makeVault(pin);
    const reply = await postDesk<EnrolReply>(meetingId, { accion: 'preparar', nombre: name });
    const device: DeviceRow = {
      key: 'device',
      id: reply.equipo,
      lock,
      preparedAt: deviceNow().toISOString(),
      revoked: false,
    };
    await storeDevice(shelf, device, await sealPeople(key, reply.lista));
    return new Door(meetingId, shelf, key, device, reply.lista, []);
  }

  /** Opens what the device keeps; null when the PIN is another. */
  static async unlock(
    meetingId: string,
    shelf: Shelf,
    device: DeviceRow,
    pin: string,
  ): Promise<Door | null> {
    const key = await openVault(device.lock, pin);
    if (!key) return null;
    const people = await Promise.all(
      (await shelf.getAll('people')).map(
        async (row) => await unseal<DoorPerson>(key, row.id, row.sealed),
      ),
    );
    const records = await Promise.all(
      (await shelf.getAll('records')).map(async ({ sealed, ...row }) => ({
        ...row,
        seq: row.seq!,
        ...(await unseal<Pick<DoorRecord, 'madeAt' | 'payload'>>(key, row.id, sealed)),
      })),
    );
    return new Door(meetingId, shelf, key, device, people, records);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly view = (): DoorView => this.#view;

  /** Forgets the key; what is kept stays. */
  close(): void {
    this.#isOpen = false;
    window.clearTimeout(this.#timer);
    window.removeEventListener('online', this.#online);
    window.removeEventListener('offline', this.#offline);
  }

  /** Writes something down: it is on the disk of the device when this returns. Gives the record's id. */
  async write(
    kind: RecordKind,
    payload: Record<string, unknown>,
    photo?: Uint8Array<ArrayBuffer>,
  ): Promise<string> {
    const id = this.#newId();
    await this.#keep(() => Promise.resolve([{ id, kind, payload, ...(photo ? { photo } : {}) }]));
    return id;
  }

  /**
   * Puts right what the server refused: a new record takes its place, and with a person's registration also their arrival. The
   * refused ones stay, marked with what replaced them. A photo keeps its picture unless there is another.
   */
  async correct(
    old: DoorRecord,
    payload: Record<string, unknown>,
    photo?: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    await this.#keep(async () => {
      const id = this.#newId();
      const bytes = old.kind === 'foto' ? (photo ?? (await this.readPhoto(old.id))) : null;
      const arrival =
        old.kind === 'inscripcion' ? refusedArrival(this.#view.records, old.id) : undefined;
      return [
        { id, kind: old.kind, payload, replaces: old.id, ...(bytes ? { photo: bytes } : {}) },
        ...(arrival
          ? [
              {
                id: this.#newId(),
                kind: 'llegada' as const,
                payload: { inscripcion: id },
                replaces: arrival.id,
              },
            ]
          : []),
      ];
    });
  }

  /** The picture of a photo that this device still has. */
  async readPhoto(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const row = await readPhotoRow(this.#shelf, id);
    return row ? await unsealBytes(this.#key, row.id, row.sealed) : null;
  }

  #newId(): string {
    return newId(deviceNow().getTime());
  }

  /** Writes drafts down, all or none, each after the other. */
  async #keep(drafts: () => Promise<Draft[]>): Promise<void> {
    await this.#inTurn(async () => {
      const madeAt = deviceNow().toISOString();
      const fresh = { state: 'pendiente' as const, reasons: [], others: [], seen: false };
      const added = {
        records: [] as RecordRow[],
        people: [] as PersonRow[],
        photos: [] as PhotoRow[],
        replaced: [] as DoorRecord[],
      };
      const made: Omit<DoorRecord, 'seq'>[] = [];
      const people = new Map(this.#view.people);
      for (const { photo, ...draft } of await drafts()) {
        made.push({ ...draft, madeAt, ...fresh });
        const { id, kind, payload, replaces } = draft;
        added.records.push({
          id,
          kind,
          ...fresh,
          ...(replaces ? { replaces } : {}),
          sealed: await seal(this.#key, id, { madeAt, payload }),
        });
        if (photo) added.photos.push({ id, sealed: await sealBytes(this.#key, id, photo) });
        const person = personAfter(people, draft);
        if (person) {
          people.set(person.id, person);
          added.people.push({ id: person.id, sealed: await seal(this.#key, person.id, person) });
        }
        const old = this.#view.records.find((record) => record.id === replaces);
        if (old) added.replaced.push({ ...old, seen: true, replacedBy: id });
      }
      const seqs = await addRecords(this.#shelf, added);
      const replaced = new Map(added.replaced.map((record) => [record.id, record]));
      this.#show({
        people,
        records: [
          ...this.#view.records.map((record) => replaced.get(record.id) ?? record),
          ...made.map((record, index) => ({ ...record, seq: seqs[index]! })),
        ],
      });
    });
    // After a failure the next attempt has its time; pressing again and again would not make the line better.
    if (this.#failures === 0) void this.send();
  }

  async checkIn(registrationId: string): Promise<void> {
    await this.write('llegada', { inscripcion: registrationId });
  }

  async undo(registrationId: string): Promise<void> {
    const own = ownArrival(this.#view.records, registrationId);
    await this.write('deshacer', { inscripcion: registrationId, ...(own ? { llegada: own } : {}) });
  }

  /** Takes back a registration that a door made by mistake, with its arrival. */
  async annul(registrationId: string): Promise<void> {
    await this.write('anular', { inscripcion: registrationId });
  }

  /** The person of a code, typed or read from a QR (which holds the address of their page). */
  async findByCode(typed: string): Promise<DoorPerson | null> {
    const code = readCode(typed.trim().split('/').at(-1));
    if (!code) return null;
    const hash = await hashCode(code);
    return [...this.#view.people.values()].find((person) => person.codigo === hash) ?? null;
  }

  /** A person has looked at a conflict or a refusal. */
  async markSeen(id: string): Promise<void> {
    await this.#inTurn(async () => {
      const seen = this.#view.records
        .filter((record) => record.id === id)
        .map((record) => ({ ...record, seen: true }));
      await storeAnswers(this.#shelf, seen, null);
      this.#show({
        records: this.#view.records.map((record) =>
          record.id === id ? { ...record, seen: true } : record,
        ),
      });
    });
  }

  /** Brings the server's list up to date now. */
  async refresh(): Promise<void> {
    this.#wantsList = true;
    await this.send();
  }

  /** Clears the device, when both sides count the same: nothing of the meeting stays on it. */
  async clear(): Promise<boolean> {
    this.#wantsList = false;
    await this.send();
    if (this.#view.line !== 'al_dia' || !isAllReceived(this.#view.records, this.#view.server))
      return false;
    await postDesk(this.meetingId, { accion: 'soltar', equipo: this.#device.id });
    this.close();
    await eraseShelf(this.#shelf, this.meetingId);
    await dropShell(this.meetingId);
    return true;
  }

  /** Sends everything that is pending, oldest first, until it is done or the line fails; then it tries again by itself. */
  async send(): Promise<void> {
    if (!this.#isOpen || this.#device.revoked) return;
    if (this.#sending) {
      this.#again = true;
      return;
    }
    this.#sending = true;
    window.clearTimeout(this.#timer);
    try {
      do {
        this.#again = false;
        const stuck = await this.#exchange();
        this.#failures = stuck ? this.#failures + 1 : 0;
        if (stuck) break;
      } while (this.#isOpen && (this.#again || this.#isWaiting()));
      this.#show({ line: this.#failures > 0 ? 'fallando' : 'al_dia' });
    } catch (error) {
      this.#failures += 1;
      await this.#failed(error);
    } finally {
      this.#sending = false;
      const isIdle = this.#failures === 0 && !this.#isWaiting();
      const chance = crypto.getRandomValues(new Uint8Array(1))[0]! / 255;
      if (this.#isOpen && !this.#device.revoked)
        this.#timer = window.setTimeout(
          () => void this.send(),
          isIdle ? heartbeat : retryDelay(this.#failures, chance),
        );
    }
  }

  #isWaiting(): boolean {
    return this.#view.records.some((record) => record.state === 'pendiente');
  }

  /** One batch there, or one photo, and the answers back; true when the server could keep none of it yet. */
  async #exchange(): Promise<boolean> {
    const batch = nextBatch(this.#view.records);
    const photo = batch.length === 0 ? nextPhoto(this.#view.records) : undefined;
    if (batch.length > 0 || photo) this.#show({ line: 'enviando' });
    if (photo) return await this.#take(await this.#sendPhoto(photo), [photo]);
    const registros = batch.map(sentForm);
    // The list comes with the last batch: what it says is then what all records have made of it.
    const isLast =
      batch.length ===
      this.#view.records.filter((record) => record.state === 'pendiente' && record.kind !== 'foto')
        .length;
    return await this.#take(
      await postDesk<SyncReply>(this.meetingId, {
        accion: 'enviar',
        equipo: this.#device.id,
        registros,
        lista: isLast && (this.#wantsList || batch.length > 0),
      }),
      batch,
    );
  }

  async #sendPhoto(photo: DoorRecord): Promise<SyncReply> {
    // A photo whose picture is gone is sent empty: the server refuses it with its reason, and a person sees that.
    const bytes = (await this.readPhoto(photo.id)) ?? new Uint8Array(0);
    return await postPhoto<SyncReply>(
      this.meetingId,
      { equipo: this.#device.id, registro: sentForm(photo) },
      bytes,
    );
  }

  /** Takes the server's answers in. */
  async #take(reply: SyncReply, sent: DoorRecord[]): Promise<boolean> {
    const moved = JSON.stringify(reply.encuentro) !== JSON.stringify(this.#view.meeting);
    const again = new Map(reply.respuestas.map((answer) => [answer.id, answer]));
    const settled = await this.#inTurn(async () => {
      const records = this.#view.records.map((record) =>
        record.state === 'pendiente' && again.has(record.id)
          ? answered(record, again.get(record.id)!)
          : record,
      );
      const changed = records.filter((record, index) => record !== this.#view.records[index]);
      const people = reply.lista
        ? withPending(reply.lista, records)
        : reply.cerrado
          ? new Map<string, DoorPerson>()
          : this.#view.people;
      const rows =
        people === this.#view.people ? null : await sealPeople(this.#key, [...people.values()]);
      await storeAnswers(this.#shelf, changed, rows);
      this.#show({
        records,
        people,
        server: reply.recibidos,
        meeting: reply.encuentro,
        isClosed: reply.cerrado,
        syncedAt: deviceNow(),
      });
      return changed.length;
    });
    if (reply.lista) this.#wantsList = false;
    else if (moved && sent.every((record) => record.kind === 'foto') && !reply.cerrado)
      this.#wantsList = this.#again = true;
    return sent.length > 0 && settled === 0;
  }

  async #failed(error: unknown): Promise<void> {
    const line = error instanceof PostError ? error.failure : 'fallando';
    if (line === 'retirado') {
      const own = new Set(
        this.#view.records
          .filter((record) => record.kind === 'inscripcion')
          .map((record) => record.id),
      );
      await this.#inTurn(async () => await storeRevoked(this.#shelf, this.#device, own));
      this.#device = { ...this.#device, revoked: true };
      this.#show({ people: new Map([...this.#view.people].filter(([id]) => own.has(id))) });
    }
    this.#show({ line });
  }

  /** One change of the store after the other, in the order in which they were asked for. */
  async #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(act, act);
    this.#turn = mine.catch(() => undefined);
    return await mine;
  }

  #show(change: Partial<DoorView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** A record as it is sent. */
const sentForm = ({ id, kind, madeAt, payload, replaces }: DoorRecord) => ({
  id,
  kind,
  made_at: madeAt,
  payload,
  ...(replaces ? { reemplaza: replaces } : {}),
});

async function sealPeople(key: CryptoKey, people: DoorPerson[]): Promise<PersonRow[]> {
  return await Promise.all(
    people.map(async (person) => ({ id: person.id, sealed: await seal(key, person.id, person) })),
  );
}

/** Holds this meeting's desk for this window; false when another window of the browser has it open. */
export async function holdDoor(meetingId: string): Promise<(() => void) | null> {
  return await new Promise((done) => {
    void navigator.locks.request(`puerta-${meetingId}`, { ifAvailable: true }, async (lock) => {
      if (!lock) return done(null);
      await new Promise<void>((release) => done(release));
    });
  });
}
