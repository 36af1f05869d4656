import { certain } from '#app/kernel/certain.ts';
import { newId } from '#app/kernel/ids.ts';
import { deviceNow } from '#app/platform/clock/device-clock.ts';
import {
  isAllReceived,
  ownArrival,
  peopleAfter,
  recordsAfter,
  recordsSeen,
  retryDelay,
  type DoorRecord,
} from '../device.rules.ts';
import type { DoorPerson, RecordKind, SyncReply } from '../types.ts';
import { correctionOf, sealDrafts, sealEmptied, sealPeople, type Draft } from './door-drafts.ts';
import { nextToSend, sendBatch, sendPhoto } from './door-exchange.ts';
import { postDoor, PostError } from './door-post.ts';
import {
  addRecords,
  eraseShelf,
  readPhotoRow,
  storeAnswers,
  storeRevoked,
  type DeviceRow,
  type Shelf,
} from './door-shelf.ts';
import { dropShell } from './door-shell.ts';
import { keyOfCode, unsealBytes } from './door-vault.ts';
import { firstView, type DoorView } from './door-view.ts';

/** Every minute an idle door asks whether another one has moved on. */
const heartbeat = 60_000;

/** What an unlocked device has of its meeting. */
type Kept = { meetingId: string; shelf: Shelf; key: CryptoKey; device: DeviceRow };

/**
 * An unlocked door: keeps what happens on the device first, then hands it over whenever the line
 * allows.
 */
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

  constructor(
    { meetingId, shelf, key, device }: Kept,
    people: DoorPerson[],
    records: DoorRecord[],
  ) {
    this.meetingId = meetingId;
    this.#shelf = shelf;
    this.#key = key;
    this.#device = device;
    this.#view = firstView(device, people, records);
    window.addEventListener('online', this.#online);
    window.addEventListener('offline', this.#offline);
    void this.send();
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
   * Puts right what the server refused: a new record takes its place, and with a person's registration
   * also their arrival. The refused ones stay, marked with what replaced them. A photo keeps its
   * picture unless there is another.
   */
  async correct(
    old: DoorRecord,
    payload: Record<string, unknown>,
    photo?: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    await this.#keep(async () => {
      const bytes = old.kind === 'foto' ? (photo ?? (await this.readPhoto(old.id))) : null;
      return correctionOf(this.#view.records, old, { payload, photo: bytes }, () => this.#newId());
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
      const { added, made, people } = await sealDrafts(
        this.#key,
        this.#view,
        await drafts(),
        madeAt,
      );
      const seqs = await addRecords(this.#shelf, added);
      const replaced = new Map(added.replaced.map((record) => [record.id, record]));
      this.#show({
        people,
        records: [
          ...this.#view.records.map((record) => replaced.get(record.id) ?? record),
          ...made.map((record, index) => ({ ...record, seq: certain(seqs[index]) })),
        ],
      });
    });
    // After a failure the next attempt has its time; pressing again would not make the line better.
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
    const key = await keyOfCode(typed);
    return [...this.#view.people.values()].find((person) => person.codigo === key) ?? null;
  }

  /** A person has looked at a conflict or a refusal. */
  async markSeen(id: string): Promise<void> {
    await this.#inTurn(async () => {
      const { records, changed } = recordsSeen(this.#view.records, id);
      await storeAnswers(this.#shelf, changed, null);
      this.#show({ records });
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
    await postDoor(this.meetingId, { accion: 'soltar', equipo: this.#device.id });
    this.close();
    await eraseShelf(this.#shelf, this.meetingId);
    await dropShell(this.meetingId);
    return true;
  }

  /**
   * Sends everything that is pending, oldest first, until it is done or the line fails; then it tries
   * again by itself.
   */
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
      this.#sendLater();
    }
  }

  #sendLater(): void {
    if (!this.#isOpen || this.#device.revoked) return;
    const isIdle = this.#failures === 0 && !this.#isWaiting();
    const chance = certain(crypto.getRandomValues(new Uint8Array(1))[0]) / 255;
    this.#timer = window.setTimeout(
      () => void this.send(),
      isIdle ? heartbeat : retryDelay(this.#failures, chance),
    );
  }

  #isWaiting(): boolean {
    return this.#view.records.some((record) => record.state === 'pendiente');
  }

  /** One batch there, or one photo, and the answers back; true when the server kept none of it yet. */
  async #exchange(): Promise<boolean> {
    const { records } = this.#view;
    const { batch, photo } = nextToSend(records);
    if (batch.length > 0 || photo) this.#show({ line: 'enviando' });
    if (photo) {
      const bytes = await this.readPhoto(photo.id);
      const reply = await sendPhoto(this.meetingId, this.#device.id, photo, bytes);
      return await this.#take(reply, [photo]);
    }
    const list = { records, isWanted: this.#wantsList };
    return await this.#take(await sendBatch(this.meetingId, this.#device.id, batch, list), batch);
  }

  /** Takes the server's answers in. */
  async #take(reply: SyncReply, sent: DoorRecord[]): Promise<boolean> {
    const moved = JSON.stringify(reply.encuentro) !== JSON.stringify(this.#view.meeting);
    const settled = await this.#inTurn(async () => {
      const { records, changed } = recordsAfter(this.#view.records, reply.respuestas);
      const people = peopleAfter(this.#view.people, reply, records);
      const rows =
        people === this.#view.people ? null : await sealPeople(this.#key, people.values());
      await storeAnswers(this.#shelf, changed, rows, await sealEmptied(this.#key, changed));
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
      const walkIns = this.#view.records.filter((record) => record.kind === 'inscripcion');
      const own = new Set(walkIns.map((record) => record.id));
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
