import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { Db } from '#app/platform/db/db.server.ts';
import { codeOf, newId } from '#app/kernel/ids.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { BrokenLine } from './broken-line.ts';
import { findChromium, launchFlags } from './chromium.ts';
import { expect, noScript, signIn, test } from './fixtures.ts';
import { facilitatedMeeting, openAsOwner } from './owner.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
const pin = '408192';
const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => from + index);

let db: Db;
test.beforeAll(() => {
  db = openAsOwner(2);
});
test.afterAll(async () => await db.destroy());

/** A meeting of this journey's own that the demonstration's facilitator runs. */
async function newDoor(capacity = 60): Promise<string> {
  return (await facilitatedMeeting(db, { capacity, startsIn: 1, closesIn: 0.5 })).id;
}

async function countOf(
  table: 'registration' | 'check_in' | 'table_idea' | 'meeting_note',
  meetingId: string,
): Promise<number> {
  let query = db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('meeting_id', '=', meetingId);
  if (table === 'check_in') query = query.where('undone_at', 'is', null);
  return Number((await query.executeTakeFirstOrThrow()).n);
}

/** What stands in PostgreSQL: how many, and how many different ones. */
async function inDatabase(meetingId: string) {
  const names = await db
    .selectFrom('registration')
    .select('name')
    .where('meeting_id', '=', meetingId)
    .execute();
  const ideas = await db
    .selectFrom('table_idea')
    .select('title')
    .where('meeting_id', '=', meetingId)
    .execute();
  const arrived = await db
    .selectFrom('check_in')
    .select('registration_id')
    .where('meeting_id', '=', meetingId)
    .where('undone_at', 'is', null)
    .execute();
  const different = (values: string[]) => new Set(values).size;
  return {
    people: names.length,
    differentPeople: different(names.map((row) => row.name)),
    arrived: arrived.length,
    differentArrived: different(arrived.map((row) => row.registration_id)),
    ideas: ideas.length,
    differentIdeas: different(ideas.map((row) => row.title)),
  };
}

/** A browser of its own on a device: its profile outlives the browser. */
class Device {
  readonly folder = temporaryFolder('door');
  readonly line: BrokenLine;
  readonly meetingId: string;
  context!: BrowserContext;
  page!: Page;

  readonly #flags: string[];

  constructor(line: BrokenLine, meetingId: string, flags: string[] = []) {
    this.line = line;
    this.meetingId = meetingId;
    this.#flags = flags;
  }

  async start(offline: boolean): Promise<void> {
    this.context = await chromium.launchPersistentContext(this.folder, {
      executablePath: findChromium(),
      args: [...launchFlags, ...this.#flags],
      baseURL: this.line.url,
      locale: 'es-CO',
      timezoneId: 'America/Bogota',
      viewport: { width: 360, height: 740 },
      reducedMotion: 'reduce',
      offline,
    });
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.page.setDefaultTimeout(20_000);
  }

  async open(): Promise<void> {
    await this.page.goto(`/facilitacion/talleres/${this.meetingId}`);
  }

  /** Signs in, prepares the device with a PIN and waits until the page is kept. */
  async prepare(name: string): Promise<void> {
    await this.start(false);
    await signIn(this.page, 'facilitadora');
    await this.open();
    await this.page.getByLabel(say('door', 'door.prepare.name')).fill(name);
    await this.page.locator('[name=pin]').fill(pin);
    await this.page.locator('[name=pin2]').fill(pin);
    await this.page.getByRole('button', { name: say('door', 'door.prepare.send') }).click();
    await expect(this.page.getByText(say('door', 'door.shell.kept'))).toBeVisible({
      timeout: 30_000,
    });
  }

  async unlock(): Promise<void> {
    await this.page.locator('[name=pin]').fill(pin);
    await this.page.getByRole('button', { name: say('door', 'door.locked.open') }).click();
    await expect(
      this.page.getByRole('heading', { name: say('door', 'door.people.heading') }),
    ).toBeVisible();
  }

  /** The line is cut and the browser knows it. */
  async goOffline(): Promise<void> {
    this.line.cut();
    await this.context.setOffline(true);
  }

  /**
   * Ends the browser without a word, as an empty battery does; opens it again on the same profile.
   */
  async kill(): Promise<void> {
    const own = readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .filter((pid) => {
        try {
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
          return command.includes(`--user-data-dir=${this.folder}`) && !command.includes('--type=');
        } catch {
          return false; // it has ended meanwhile
        }
      });
    expect(own, 'the browser of this device').toHaveLength(1);
    const closed = this.context.waitForEvent('close');
    process.kill(Number(own[0]), 'SIGKILL');
    await closed;
    await this.start(true);
    await this.open();
    await this.unlock();
  }

  async openFold(heading: string): Promise<void> {
    const fold = this.page
      .locator('details', { has: this.page.locator('summary', { hasText: heading }) })
      .first();
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click();
  }

  async register(name: string, phone: string, { here }: { here: boolean }): Promise<void> {
    await this.openFold(say('door', 'door.walk_in.heading'));
    await this.page.locator('[name=nombre]').fill(name);
    await this.page.locator('[name=telefono]').fill(phone);
    await this.page.locator('[name=acepta_inscripcion]').check();
    if (!here) await this.page.locator('[name=llego]').uncheck();
    await this.page
      .getByRole('button', { name: say('door', 'door.walk_in.send'), exact: true })
      .click();
    await expect(
      this.page.getByRole('status').filter({
        hasText: say('door', here ? 'door.walk_in.done_here' : 'door.walk_in.done', {
          name,
        }),
      }),
    ).toBeVisible();
  }

  async checkIn(name: string): Promise<void> {
    await this.page.getByLabel(say('door', 'door.search')).fill(name);
    await this.page
      .getByRole('button', { name: say('door', 'door.arrive.of', { name }), exact: true })
      .click();
    await expect(
      this.page.getByRole('status').filter({ hasText: say('door', 'door.arrived', { name }) }),
    ).toBeVisible();
  }

  async captureIdea(title: string, table: string): Promise<void> {
    await this.openFold(say('door', 'door.idea.heading'));
    await this.page.locator('[name=titulo]').fill(title);
    await this.page.locator('[name=mesa]').fill(table);
    await this.page.locator('[name=apoyan]').fill('6');
    await this.page.getByRole('button', { name: say('door', 'door.idea.send') }).click();
    await expect(
      this.page.getByRole('status').filter({ hasText: say('door', 'door.idea.done', { title }) }),
    ).toBeVisible();
  }

  /** Takes a photo of a flip chart, as the camera would give it. */
  async photograph(bytes: Buffer, description: string, name = 'IMG_2041.jpg'): Promise<void> {
    await this.openFold(say('door', 'door.photo.heading'));
    await this.page
      .locator('[name=foto]')
      .setInputFiles({ name, mimeType: 'image/jpeg', buffer: bytes });
    await this.page.locator('#foto-descripcion').fill(description);
    await this.page.getByRole('button', { name: say('door', 'door.photo.send') }).click();
  }

  /** The first bytes of each photo that the device keeps, in hexadecimal. */
  async keptPhotos(): Promise<string[]> {
    return await this.page.evaluate(async (name) => {
      const opened = await new Promise<IDBDatabase>((done, fail) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
      const rows = await new Promise<{ sealed: { data: ArrayBuffer } }[]>((done) => {
        const asked = opened.transaction('photos').objectStore('photos').getAll();
        asked.onsuccess = () => done(asked.result as { sealed: { data: ArrayBuffer } }[]);
      });
      opened.close();
      return rows.map((row) =>
        [...new Uint8Array(row.sealed.data, 0, 3)]
          .map((byte) => byte.toString(16).padStart(2, '0'))
          .join(''),
      );
    }, `puerta-${this.meetingId}`);
  }

  async expectCounts(
    counts: { pendientes?: number; confirmados?: number; presentes?: number },
    timeout = 10_000,
  ): Promise<void> {
    for (const [name, count] of Object.entries(counts))
      await expect(this.page.locator(`[data-count=${name}]`)).toHaveAttribute(
        'data-n',
        String(count),
        { timeout },
      );
  }

  /** Looks at every conflict, so that nothing waits for a person. */
  async reviewAll(): Promise<void> {
    const seen = this.page.getByRole('button', { name: say('door', 'door.seen') });
    while ((await seen.count()) > 0) await seen.first().click();
  }
}

const nameOf = (letter: string, number: number) =>
  `${['Abril', 'Beatriz', 'Camilo', 'Dora', 'Emilio', 'Fabio', 'Gloria', 'Hernán', 'Irene', 'Jairo'][number % 10]} ` +
  `${['Quintero', 'Zambrano', 'Uribe', 'Pulido'][Math.floor(number / 10) % 4]} ` +
  `${letter}${number}`;
const phoneOf = (prefix: string, number: number) => `${prefix}${String(number).padStart(7, '0')}`;

test(
  'a door without connection: nothing is lost or doubled though the browser dies twice and ' +
    'half of the sync fails',
  async () => {
    test.setTimeout(420_000);
    const meetingId = await newDoor();
    const line = await BrokenLine.open(process.env['E2E_URL']!);
    const device = new Device(line, meetingId);
    try {
      await device.prepare('Tableta de la entrada');
      await expectAccessible(device.page);
      await device.goOffline();

      for (const number of numbers(0, 20))
        await device.register(nameOf('A', number), phoneOf('300', number), { here: number < 10 });
      await device.expectCounts({ pendientes: 30, confirmados: 0, presentes: 10 });
      await device.kill();
      await device.expectCounts({ pendientes: 30, confirmados: 0, presentes: 10 });

      for (const number of numbers(20, 20))
        await device.register(nameOf('A', number), phoneOf('300', number), { here: false });
      for (const number of numbers(10, 20)) await device.checkIn(nameOf('A', number));
      await device.page.getByLabel(say('door', 'door.search')).fill('');
      for (const number of numbers(0, 5))
        await device.captureIdea(`Idea de la mesa ${number}`, String(number));
      await device.kill();
      for (const number of numbers(5, 5))
        await device.captureIdea(`Idea de la mesa ${number}`, String(number));
      await device.expectCounts({ pendientes: 80, confirmados: 0, presentes: 30 });
      await expectAccessible(device.page);
      expect(await inDatabase(meetingId)).toMatchObject({ people: 0, arrived: 0, ideas: 0 });

      line.mend({ bad: true });
      await device.context.setOffline(false);
      // A killed browser may have forgotten the session: what was written down waits until somebody
      // signs in again.
      await signIn(device.page, 'facilitadora');
      await device.expectCounts({ pendientes: 0, confirmados: 80 }, 240_000);
      expect(line.fates.lost + line.fates.unanswered, 'the line was bad').toBeGreaterThan(1);
      expect(
        line.fates.unanswered,
        'some answers were lost after the app had done its part',
      ).toBeGreaterThan(0);
      expect(await inDatabase(meetingId)).toEqual({
        people: 40,
        differentPeople: 40,
        arrived: 30,
        differentArrived: 30,
        ideas: 10,
        differentIdeas: 10,
      });

      // Both sides count the same: now, and only now, the device may be cleared.
      line.mend({ bad: false });
      await device.reviewAll();
      await device.openFold(say('door', 'door.end.heading'));
      await expect(device.page.getByText(say('door', 'door.end.may'))).toBeVisible({
        timeout: 40_000,
      });
      await expectAccessible(device.page);
      await device.page.getByRole('button', { name: say('door', 'door.end.clear') }).click();
      await expect(device.page).toHaveURL(/\/facilitacion$/, { timeout: 30_000 });
      expect(await device.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    } finally {
      await device.context.close().catch(() => undefined);
      await line.close();
    }
  },
);

test('two devices at one door merge without loss', async () => {
  test.setTimeout(420_000);
  const meetingId = await newDoor(30);
  const lines = [
    await BrokenLine.open(process.env['E2E_URL']!, 11),
    await BrokenLine.open(process.env['E2E_URL']!, 23),
  ];
  const devices = lines.map((line) => new Device(line, meetingId));
  const [first, second] = devices as [Device, Device];
  try {
    // Five people are on the list that both take along; each door checks all of them in.
    const known = numbers(0, 5).map((number) => nameOf('K', number));
    await first.prepare('Puerta uno');
    for (const [number, name] of known.entries())
      await first.register(name, phoneOf('310', number), { here: false });
    await first.expectCounts({ pendientes: 0, confirmados: 5 });
    await second.prepare('Puerta dos');
    for (const device of devices) await device.goOffline();

    await Promise.all([
      (async () => {
        for (const number of numbers(0, 18))
          await first.register(nameOf('A', number), phoneOf('301', number), { here: number < 12 });
        for (const name of known) await first.checkIn(name);
        for (const number of numbers(0, 5))
          await first.captureIdea(`Idea de la primera ${number}`, '1');
      })(),
      (async () => {
        for (const number of numbers(0, 17))
          await second.register(nameOf('B', number), phoneOf('302', number), { here: number < 13 });
        for (const name of known) await second.checkIn(name);
        for (const number of numbers(0, 5))
          await second.captureIdea(`Idea de la segunda ${number}`, '2');
      })(),
    ]);
    for (const line of lines) line.mend({ bad: true });
    await Promise.all(
      devices.map(async (device) => {
        await device.context.setOffline(false);
        await device.expectCounts({ pendientes: 0 }, 240_000);
      }),
    );
    expect(await inDatabase(meetingId)).toEqual({
      people: 40,
      differentPeople: 40,
      arrived: 30,
      differentArrived: 30,
      ideas: 10,
      differentIdeas: 10,
    });
    // Ten came in over the thirty places: it is shown, never refused.
    expect(
      await db
        .selectFrom('registration')
        .select('id')
        .where('meeting_id', '=', meetingId)
        .where('over_capacity', '=', true)
        .execute(),
    ).toHaveLength(10);
    const reviewed = (
      await Promise.all(
        devices.map(async (device) => await device.page.locator('[data-review=conflicto]').count()),
      )
    ).reduce((sum, count) => sum + count, 0);
    expect(reviewed).toBeGreaterThanOrEqual(10);
    // Each sees the other's people.
    for (const line of lines) line.mend({ bad: false });
    for (const device of devices) {
      await device.page.getByRole('button', { name: say('door', 'door.send_now') }).click();
      await device.expectCounts({ presentes: 30 }, 40_000);
    }
    await expectAccessible(first.page);
  } finally {
    for (const device of devices) await device.context?.close().catch(() => undefined);
    for (const line of lines) await line.close();
  }
});

test(
  'a mistake at the door is undone, a flip chart photographed and what was refused put ' +
    'right, all without connection first',
  async () => {
    test.setTimeout(300_000);
    const meetingId = await newDoor();
    const second = await db
      .selectFrom('commitment')
      .innerJoin('plan', 'plan.id', 'commitment.plan_id')
      .select(['commitment.id', 'commitment.slug'])
      .where('plan.state', '=', 'active')
      .where('commitment.number', '=', 2)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('meeting_commitment')
      .values({ meeting_id: meetingId, commitment_id: second.id })
      .execute();
    const line = await BrokenLine.open(process.env['E2E_URL']!, 5);
    const device = new Device(line, meetingId);
    try {
      await device.prepare('Tableta de la entrada');
      await device.goOffline();
      await device.register('Ana Equivocada', '3007770001', { here: true });
      await device.register('Berta Correcta', '3007770002', { here: true });
      await device.expectCounts({ pendientes: 4, presentes: 2 });

      // Registered by mistake: taken back where she stands in the list.
      const row = device.page.locator('[data-person]', { hasText: 'Ana Equivocada' });
      await row.locator('summary').click();
      await expectAccessible(device.page);
      await row
        .getByRole('button', { name: say('door', 'door.annul.of', { name: 'Ana Equivocada' }) })
        .click();
      await expect(
        device.page
          .getByRole('status')
          .filter({ hasText: say('door', 'door.annulled', { name: 'Ana Equivocada' }) }),
      ).toBeVisible();
      await expect(row).toHaveCount(0);
      await expect(device.page.locator('#puerta-estado')).toBeFocused();
      await device.expectCounts({ pendientes: 5, presentes: 1 });

      // A file that is no photo is told beside its field, and the words stay.
      await device.photograph(
        Buffer.from('mesa;idea\n1;Más sombra\n'),
        'Cartelera de la mesa 3',
        'lista.csv',
      );
      await expect(device.page.locator('[name=foto]')).toHaveAttribute('aria-invalid', 'true');
      await expect(device.page.getByText(say('fields', 'photo_type'))).toBeVisible();
      await expect(device.page.locator('#foto-descripcion')).toHaveValue('Cartelera de la mesa 3');
      await expectAccessible(device.page);
      await device.photograph(
        await newPhoto({ width: 2600, height: 1300, red: 77 }),
        'Cartelera de la mesa 3, con siete notas',
      );
      await expect(
        device.page.getByRole('status').filter({ hasText: say('door', 'door.photo.done') }),
      ).toBeVisible();
      await device.photograph(await newPhoto({ red: 78 }), 'Cartelera de la mesa 4, con un mapa');
      await device.expectCounts({ pendientes: 7 });
      // They are unreadable on the device, and outlive its browser.
      expect((await device.keptPhotos()).filter((head) => head === 'ffd8ff')).toEqual([]);

      // The table says of which commitment its idea is.
      await device.openFold(say('door', 'door.idea.heading'));
      await device.page.locator('[name=compromiso]').selectOption(second.slug);
      await device.captureIdea('Buses que esperan al que corre', '3');
      // What the server will not take: an address that only it finds wrong.
      await device.openFold(say('door', 'door.walk_in.heading'));
      await device.page.locator('[name=correo]').fill('carla..pardo@prueba.convite');
      await device.register('Carla Pardo', '3007770003', { here: true });
      await device.kill();
      await device.expectCounts({ pendientes: 10, presentes: 2 });
      expect(await device.keptPhotos()).toHaveLength(2);

      line.mend({ bad: true });
      await device.context.setOffline(false);
      await signIn(device.page, 'facilitadora');
      await device.expectCounts({ pendientes: 0, confirmados: 10 }, 120_000);
      line.mend({ bad: false });
      expect(await device.keptPhotos()).toEqual([]);
      const states = await db
        .selectFrom('registration')
        .select(['name', 'state'])
        .where('meeting_id', '=', meetingId)
        .orderBy('place')
        .execute();
      expect(states).toEqual([
        { name: 'Ana Equivocada', state: 'cancelada' },
        { name: 'Berta Correcta', state: 'inscrita' },
      ]);
      expect(await countOf('check_in', meetingId)).toBe(1);
      expect(
        await db
          .selectFrom('table_idea')
          .select(['title', 'commitment_id'])
          .where('meeting_id', '=', meetingId)
          .execute(),
      ).toEqual([{ title: 'Buses que esperan al que corre', commitment_id: second.id }]);
      const photos = await db
        .selectFrom('meeting_file')
        .select(['id', 'description', 'cleared_why', 'kind'])
        .where('meeting_id', '=', meetingId)
        .orderBy('added_at')
        .orderBy('id')
        .execute();
      expect(photos.map(({ id: _id, ...photo }) => photo)).toEqual([
        { description: 'Cartelera de la mesa 3, con siete notas', cleared_why: null, kind: 'foto' },
        { description: 'Cartelera de la mesa 4, con un mapa', cleared_why: null, kind: 'foto' },
      ]);
      const served = await device.page.request.get(
        `/talleres/${meetingId}/archivos/${photos[0]!.id}`,
      );
      const facts = await sharp(await served.body()).metadata();
      expect([facts.format, facts.width, facts.height, facts.exif]).toEqual([
        'jpeg',
        1800,
        900,
        undefined,
      ]);

      // The refused one is put right where it is told; her arrival goes along, and both refusals stay
      // in sight.
      const review = device.page
        .locator('[data-review=rechazado]', { hasText: 'Carla Pardo' })
        .filter({ has: device.page.locator('form') });
      await expect(review).toContainText(say('fields', 'email_invalid'));
      await review.locator('summary').first().click();
      await expectAccessible(device.page);
      await expect(review.locator('[name=telefono]')).toHaveValue('3007770003');
      await review.locator('[name=correo]').fill('carla.pardo@prueba.convite');
      await review.getByRole('button', { name: say('door', 'door.correct.send') }).click();
      await device.expectCounts({ pendientes: 0, confirmados: 12, presentes: 2 }, 40_000);
      await expect(device.page.locator('[data-review]')).toHaveCount(0);
      expect(
        await db
          .selectFrom('registration')
          .select(['state', 'email'])
          .where('meeting_id', '=', meetingId)
          .where('name', '=', 'Carla Pardo')
          .execute(),
      ).toEqual([{ state: 'inscrita', email: 'carla.pardo@prueba.convite' }]);
      expect(
        await db
          .selectFrom('door_record')
          .select('kind')
          .where('meeting_id', '=', meetingId)
          .where('replaces', 'is not', null)
          .orderBy('kind')
          .execute(),
      ).toEqual([{ kind: 'inscripcion' }, { kind: 'llegada' }]);
      await device.openFold(say('door', 'door.end.heading'));
      await device.openFold(say('door', 'door.refusals', { count: 2 }));
      await expect(device.page.locator('[data-refused=corregido]')).toHaveCount(2);
      await expectUsable(device.page);
      await expect(device.page.getByText(say('door', 'door.end.may'))).toBeVisible();
      await device.page.getByRole('button', { name: say('door', 'door.end.clear') }).click();
      await expect(device.page).toHaveURL(/\/facilitacion$/, { timeout: 30_000 });
    } finally {
      await device.context.close().catch(() => undefined);
      await line.close();
    }
  },
);

test('what the device keeps is unreadable without its PIN, and a revoked device gets nothing more', async () => {
  test.setTimeout(180_000);
  const meetingId = await newDoor();
  await db
    .insertInto('registration')
    .values({
      id: newId(),
      meeting_id: meetingId,
      code_key: newId(),
      place: 1,
      state: 'inscrita',
      channel: 'web',
      name: 'Vecina De Antes',
      email: 'antes@prueba.convite',
      created_at: new Date(),
    })
    .execute();
  const line = await BrokenLine.open(process.env['E2E_URL']!);
  const device = new Device(line, meetingId);
  try {
    await device.prepare('Teléfono prestado');
    await expect(device.page.getByText('Vecina De Antes')).toBeVisible();
    await device.register('Ximena Tovar Secreta', '3009998877', { here: true });
    await device.expectCounts({ pendientes: 0, confirmados: 2 });
    await device.page.getByRole('button', { name: say('door', 'door.lock') }).click();
    await device.page.locator('[name=pin]').fill('000000');
    await device.page.getByRole('button', { name: say('door', 'door.locked.open') }).click();
    await expect(device.page.getByText(say('door', 'door.pin.wrong'))).toBeVisible();
    await expectAccessible(device.page);
    // Neither the store nor the kept page has a name, a contact or the PIN in it.
    const kept = await device.page.evaluate(async () => {
      const texts: string[] = [];
      for (const { name } of await indexedDB.databases()) {
        const opened = await new Promise<IDBDatabase>((done, fail) => {
          const asked = indexedDB.open(name!);
          asked.onsuccess = () => done(asked.result);
          asked.onerror = () => fail(asked.error);
        });
        for (const store of opened.objectStoreNames) {
          const rows = await new Promise<unknown[]>((done) => {
            const asked = opened.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => done(asked.result as unknown[]);
          });
          texts.push(
            JSON.stringify(rows, (_key, value: unknown) =>
              value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                ? new TextDecoder('latin1').decode(value as BufferSource)
                : value,
            ),
          );
        }
        opened.close();
      }
      for (const name of await caches.keys())
        for (const page of await (await caches.open(name)).matchAll())
          if ((page.headers.get('content-type') ?? '').startsWith('text/html'))
            texts.push(await page.text());
      return texts.join('\n');
    });
    expect(kept).toContain('/facilitacion');
    expect(kept).not.toMatch(/Ximena|Secreta|3009998877|408192|Vecina De Antes|antes@prueba/);

    await device.unlock();
    await expectUsable(device.page);
    const devices = await db
      .selectFrom('door_device')
      .select('id')
      .where('meeting_id', '=', meetingId)
      .execute();
    expect(devices).toHaveLength(1);
    await db
      .updateTable('door_device')
      .set({ revoked_at: new Date() })
      .where('id', '=', devices[0]!.id)
      .execute();
    await device.register('Llega Tarde', '3001110000', { here: false });
    await expect(device.page.getByText(say('door', 'door.line.retirado'))).toBeVisible();
    await device.expectCounts({ pendientes: 1 });
    expect(await countOf('registration', meetingId)).toBe(2);
    // Whom it had taken along is gone from it; what it could not send is shown, to be taken over by
    // hand.
    await expect(device.page.getByText('Llega Tarde · 3001110000')).toBeVisible();
    await expect(device.page.getByText('Vecina De Antes')).toHaveCount(0);
    await expectAccessible(device.page);
  } finally {
    await device.context.close().catch(() => undefined);
    await line.close();
  }
});

/**
 * A video of one picture, as Chromium takes it for a camera's: black squares of a QR on white, in
 * the YUV4MPEG2 format.
 */
function videoOfCode(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const [width, height, scale] = [640, 480, Math.floor(400 / modules.size)];
  const [left, top] = [
    Math.floor((width - modules.size * scale) / 2),
    Math.floor((height - modules.size * scale) / 2),
  ];
  const light = Buffer.alloc(width * height, 235);
  for (let y = 0; y < modules.size * scale; y += 1)
    for (let x = 0; x < modules.size * scale; x += 1)
      if (modules.get(Math.floor(y / scale), Math.floor(x / scale)))
        light[(top + y) * width + left + x] = 16;
  const file = join(temporaryFolder('camera'), 'code.y4m');
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    light,
    Buffer.alloc((width * height) / 2, 128),
  ]);
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420mpeg2\n`),
      ...Array.from({ length: 5 }, () => frame),
    ]),
  );
  return file;
}

test('a code before the camera or typed checks its person in, also without connection', async () => {
  test.setTimeout(180_000);
  const meetingId = await newDoor();
  const codes = [0, 1].map(() => codeOf(randomBytes(16)));
  for (const [index, code] of codes.entries()) {
    const registration = {
      id: newId(),
      meeting_id: meetingId,
      code_key: createHash('sha256').update(code).digest('base64url'),
      place: index + 1,
      state: 'inscrita' as const,
      channel: 'web' as const,
      name: `Con código ${index}`,
      email: `codigo-${index}@prueba.convite`,
      created_at: new Date(),
    };
    await db.insertInto('registration').values(registration).execute();
  }
  const line = await BrokenLine.open(process.env['E2E_URL']!);
  const device = new Device(line, meetingId, [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${videoOfCode(`http://convite.example/inscripciones/${codes[0]}`)}`,
  ]);
  try {
    await device.prepare('Tableta con cámara');
    await device.goOffline();
    await device.page.getByRole('button', { name: say('door', 'door.camera.start') }).click();
    await expect(
      device.page
        .getByRole('status')
        .filter({ hasText: say('door', 'door.arrived', { name: 'Con código 0' }) }),
    ).toBeVisible({ timeout: 30_000 });
    await expectAccessible(device.page);
    await device.page.getByRole('button', { name: say('door', 'door.camera.stop') }).click();
    const typed = device.page.getByLabel(say('door', 'door.code'));
    await typed.fill('zzzz zzzz zzzz zzzz');
    await typed.press('Enter');
    await expect(device.page.getByText(say('door', 'door.code.unknown'))).toBeVisible();
    await expectAccessible(device.page);
    await typed.fill(codes[1]!.toLowerCase().replaceAll('-', ' '));
    await typed.press('Enter');
    await expect(
      device.page
        .getByRole('status')
        .filter({ hasText: say('door', 'door.arrived', { name: 'Con código 1' }) }),
    ).toBeVisible();
    await device.page
      .getByRole('button', { name: say('door', 'door.undo.of', { name: 'Con código 0' }) })
      .click();
    line.mend({ bad: false });
    await device.context.setOffline(false);
    await device.expectCounts({ pendientes: 0, confirmados: 3, presentes: 1 }, 60_000);
    expect(await countOf('check_in', meetingId)).toBe(1);
  } finally {
    await device.context.close().catch(() => undefined);
    await line.close();
  }
});

test('the desk and its sync answer only who facilitates the meeting, and only this page may run a worker', async ({
  page,
}) => {
  const meetingId = await newDoor();
  const desk = `/facilitacion/talleres/${meetingId}`;
  const send = async (data: unknown) =>
    (await page.request.post(`${desk}/sincronizar`, { data })).status();
  const unknown = { accion: 'enviar', equipo: newId(), registros: [] };
  expect(await send(unknown)).toBe(401);
  await signIn(page, 'ciudadana');
  expect(await send({ accion: 'preparar', nombre: 'Ajeno' })).toBe(403);
  expect((await page.request.get(desk)).status()).toBe(403);
  await signIn(page, 'coordinacion');
  expect(await send({ accion: 'preparar', nombre: 'De coordinación' })).toBe(403);
  const frame = await page.request.get(desk);
  expect([frame.status(), (await frame.text()).includes(say('door', 'door.not_yours'))]).toEqual([
    200,
    true,
  ]);
  await signIn(page, 'facilitadora');
  expect(await send(unknown)).toBe(404);
  expect(
    await send({
      accion: 'enviar',
      equipo: newId(),
      registros: Array.from({ length: 51 }, () => ({})),
    }),
  ).toBe(400);
  expect(await send('nada')).toBe(400);
  expect((await page.request.get(`${desk}/sincronizar`)).status()).toBe(404);
  expect((await page.request.get(`/facilitacion/talleres/${newId()}`)).status()).toBe(404);
  const headers = (await page.request.get(desk)).headers();
  expect(headers['content-security-policy']).toMatch(
    /script-src 'self' 'nonce-[\w-]+' 'wasm-unsafe-eval'; worker-src 'self';/,
  );
  expect([headers['cache-control'], headers['permissions-policy']!.split(',')[0]]).toEqual([
    'no-store',
    'camera=(self)',
  ]);
  for (const path of ['/', '/ideas/nueva', '/facilitacion']) {
    const other = (await page.request.get(path)).headers();
    expect(other['content-security-policy'], path).toContain("worker-src 'none'");
    expect(other['content-security-policy'], path).not.toContain('unsafe');
    expect(other['permissions-policy'], path).toContain('camera=()');
  }
});

test.describe('without script', () => {
  test.use(noScript);

  test('the list checks people in and says what needs script', async ({ page }) => {
    const meetingId = await newDoor();
    await db
      .insertInto('registration')
      .values({
        id: newId(),
        meeting_id: meetingId,
        code_key: newId(),
        place: 1,
        state: 'inscrita',
        channel: 'web',
        name: 'Rosa Bernal',
        email: 'rosa@prueba.convite',
        created_at: new Date(),
      })
      .execute();
    await signIn(page, 'facilitadora');
    await page.goto(`/facilitacion/talleres/${meetingId}`);
    await expect(page.locator('noscript .notice')).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole('button', { name: say('door', 'door.arrive.of', { name: 'Rosa Bernal' }) })
      .click();
    await expect(
      page.getByRole('status').filter({ hasText: say('flash', 'notice.checked_in') }),
    ).toBeVisible();
    expect(await countOf('check_in', meetingId)).toBe(1);
    await page
      .getByRole('button', { name: say('door', 'door.undo.of', { name: 'Rosa Bernal' }) })
      .click();
    expect(await countOf('check_in', meetingId)).toBe(0);
    // Only who was registered at the door can be taken back here.
    await expect(page.getByText(say('door', 'door.annul.open'))).toHaveCount(0);
    await db
      .insertInto('registration')
      .values({
        id: newId(),
        meeting_id: meetingId,
        code_key: newId(),
        place: 2,
        state: 'inscrita',
        channel: 'puerta',
        name: 'Por Error',
        phone: '3001112233',
        created_at: new Date(),
      })
      .execute();
    await page.reload();
    await page.getByText(say('door', 'door.annul.open')).click();
    await expectAccessible(page);
    await page
      .getByRole('button', { name: say('door', 'door.annul.of', { name: 'Por Error' }) })
      .click();
    await expect(
      page.getByRole('status').filter({ hasText: say('flash', 'notice.walk_in_annulled') }),
    ).toBeVisible();
    await expect(page.getByText('Por Error')).toHaveCount(0);
  });
});
