import { readdirSync, readFileSync } from 'node:fs';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { newId } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { type BrokenLine } from './broken-line.ts';
import { findChromium, launchFlags } from './chromium.ts';
import { expect, signIn, test as base } from './fixtures.ts';
import { facilitatedMeeting, openAsOwner } from './owner.ts';
import { wordsOf } from './words.ts';

export const say = wordsOf('es');
const pin = '408192';

/** What stands in PostgreSQL, to look there past the pages. */
export let db: Db;

/** The journeys of a door look into the database too. */
export const test = base.extend<object, { looksInside: void }>({
  looksInside: [
    async ({}, use) => {
      db = openAsOwner(2);
      await use();
      await db.destroy();
    },
    { scope: 'worker', auto: true },
  ],
});

/** A meeting of this journey's own that the demonstration's facilitator runs. */
export async function newDoor(capacity = 60): Promise<string> {
  return (await facilitatedMeeting(db, { capacity, startsIn: 1, closesIn: 0.5 })).id;
}

/** Somebody who has a place at a door, written as its owner would. */
export async function newPersonAt(
  meetingId: string,
  name: string,
  more: { place?: number; channel?: 'web' | 'puerta'; email?: string; phone?: string } = {},
): Promise<void> {
  await db
    .insertInto('registration')
    .values({
      id: newId(),
      meeting_id: meetingId,
      code_key: newId(),
      place: 1,
      state: 'inscrita',
      channel: 'web',
      name,
      created_at: new Date(),
      ...more,
    })
    .execute();
}

export async function countOf(
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

/** A browser of its own on a device: its profile outlives the browser. */
export class Device {
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
    await this.openFold(say('door', 'door.prepare.heading'));
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
