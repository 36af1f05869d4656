import { newId } from '#app/kernel/ids.ts';
import { codeKey, codeOfRegistration } from '#app/domains/registration/match-keys.server.ts';
import { newArrival } from '#tests/factories/minutes.ts';
import { expect, test } from './fixtures.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';

/**
 * A meeting of two people and the same meeting of four are one and the same to everybody outside:
 * every public address says the same bytes of both, whatever they are: a page, what it carries for
 * its script, a file, the API.
 */

const tag = Date.now().toString(36);

type State = 'inscrita' | 'en_espera';
let place = 0;

/** People of a meeting, written as its owner would; the code of the last. */
async function addPeople(id: string, count: number, state: State, came = false): Promise<string> {
  return await withOwner(async (db) => {
    let code = '';
    for (let n = 0; n < count; n += 1) {
      const registrationId = newId();
      await db
        .insertInto('registration')
        .values({
          id: registrationId,
          meeting_id: id,
          code_key: codeKey(codeOfRegistration(registrationId)),
          place: (place += 1),
          state,
          channel: 'web',
          name: `Vecina ${registrationId}`,
          email: `${registrationId}@prueba.convite`,
          created_at: new Date(),
        })
        .execute();
      if (came) await newArrival(db, id, registrationId);
      code = codeOfRegistration(registrationId);
    }
    return code;
  });
}

/** Minutes in public, with how many came. */
async function publishMinutes(id: string, attended: number): Promise<void> {
  await withOwner(async (db) => {
    await db.deleteFrom('meeting_minutes').where('meeting_id', '=', id).execute();
    await db
      .insertInto('meeting_minutes')
      .values({
        meeting_id: id,
        version: 1,
        state: 'publicada',
        topics: 'Cruzar sin susto.',
        agreements: 'Más tiempo.',
        attended,
        written_at: new Date(),
        published_at: new Date(),
      })
      .execute();
    await db.updateTable('meeting').set({ state: 'con_acta' }).where('id', '=', id).execute();
  });
}

type Ask = (path: string) => Promise<string>;

/** What differs by itself: times, and what a script is let in by. */
const still = (text: string) =>
  text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '@')
    .replaceAll(/\b\d{13}\b/g, '@')
    .replaceAll(/DTSTAMP:\S+/g, '@')
    .replaceAll(/nonce=\\?"[^"]*"/g, '@');

/** What every address says of a meeting: those of everybody, and those of one of its people. */
async function everything(ask: Ask, id: string, code: string): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  const pages = ['', '/inscripcion', '/afiche', '/difundir', '/formulario', '/acta'].map(
    (page) => `/talleres/${id}${page}`,
  );
  const own = [`/inscripciones/${code}`, `/inscripciones/${code}/constancia`];
  for (const path of [
    // The language that is asked for stays.
    `/talleres/${id}?idioma=en`,
    `/talleres/${id}?idioma=es`,
    ...pages,
    ...own,
    `/talleres/${id}.ics`,
    `/talleres/${id}/sorteo`,
    `/api/v1/talleres/${id}`,
    `/api/v1/inclusion?ambito=taller:${id}`,
    `/inclusion/datos.csv?ambito=taller:${id}`,
    ...[...pages, ...own].map((path) => `${path}.data`),
  ])
    said.set(path, still(await ask(path)));
  // Of lists, what stands there of this meeting.
  const list = JSON.parse(await ask('/api/v1/talleres?limite=100')) as { datos: { id: string }[] };
  said.set('/api/v1/talleres', still(JSON.stringify(list.datos.find((each) => each.id === id))));
  for (const path of ['/talleres', '/talleres?vista=calendario', '/', '/circulo'])
    said.set(path, still(aboutMeeting(await ask(path), id)));
  const feed = await ask('/talleres.ics');
  said.set(
    '/talleres.ics',
    still(feed.split('BEGIN:VEVENT').find((event) => event.includes(id)) ?? ''),
  );
  return said;
}

/** Where two texts begin to differ, with a few words around; empty where they do not. */
function differing(one: string, other: string): string {
  if (one === other) return '';
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `${one.slice(Math.max(0, at - 60), at + 60)} <> ${other.slice(Math.max(0, at - 60), at + 60)}`;
}

/** The items of a page that lead to a meeting, up to their end: beside them others come and go. */
function aboutMeeting(html: string, id: string): string {
  return html
    .split(/(?=<li\b)|(?=<a\b)/)
    .filter((part) => part.includes(`/talleres/${id}`))
    .map((part) => part.split(/<\/(?:li|td|article)>/)[0])
    .join('\n');
}

test.describe('a meeting of so few people that somebody could be known by their number', () => {
  const compare = async (ask: Ask, id: string, code: string, more: () => Promise<unknown>) => {
    const before = await everything(ask, id, code);
    await more();
    const after = await everything(ask, id, code);
    expect(before.size).toBeGreaterThan(20);
    expect(before.get(`/talleres/${id}`)).toContain(tag);
    for (const [path, said] of before)
      expect.soft(differing(said, after.get(path) ?? ''), path).toBe('');
    return after;
  };
  const asker =
    (page: import('@playwright/test').Page): Ask =>
    async (path) =>
      await (await page.request.get(path)).text();
  const meeting = async (options: Parameters<typeof facilitatedMeeting>[1]) =>
    await withOwner(async (db) => {
      const { id } = await facilitatedMeeting(db, options);
      await db
        .updateTable('meeting')
        .set({ title: `Pequeño ${tag}` })
        .where('id', '=', id)
        .execute();
      return id;
    });

  test('says the same of two and of four who registered; from five on it says how many', async ({
    page,
  }) => {
    const id = await meeting({ capacity: 41, startsIn: 1, closesIn: 0.9 });
    const ask = asker(page);
    const code = await addPeople(id, 2, 'inscrita');
    await compare(ask, id, code, async () => await addPeople(id, 2, 'inscrita'));
    const few = JSON.parse(await ask(`/api/v1/talleres/${id}`)) as Record<string, unknown>;
    expect(few).toMatchObject({ estado: 'publicado', cupo: 41, inscritas: null, en_espera: null });
    await addPeople(id, 1, 'inscrita');
    expect(JSON.parse(await ask(`/api/v1/talleres/${id}`))).toMatchObject({ inscritas: 5 });
    expect(await ask(`/talleres/${id}`)).toContain('5 de 41');
  });

  test('of four places says the same of two and of four who have one, of room or none', async ({
    page,
  }) => {
    const id = await meeting({ capacity: 4, startsIn: 1, closesIn: 0.9 });
    const code = await addPeople(id, 2, 'inscrita');
    const after = await compare(
      asker(page),
      id,
      code,
      async () => await addPeople(id, 2, 'inscrita'),
    );
    expect(after.get(`/api/v1/talleres/${id}`)).toContain('"estado":"publicado"');
  });

  test('says the same of two and of four who wait', async ({ page }) => {
    const id = await meeting({ capacity: 6, startsIn: 1, closesIn: 0.9 });
    await addPeople(id, 6, 'inscrita');
    const code = await addPeople(id, 2, 'en_espera');
    await compare(asker(page), id, code, async () => await addPeople(id, 2, 'en_espera'));
    expect(await asker(page)(`/api/v1/talleres/${id}`)).toContain('"estado":"lleno"');
  });

  test('says the same of two and of four who came', async ({ page }) => {
    const id = await meeting({ capacity: 41, startsIn: -4, lasts: 3, opensIn: -96, closesIn: -5 });
    const code = await addPeople(id, 2, 'inscrita', true);
    await publishMinutes(id, 2);
    await compare(asker(page), id, code, async () => {
      await addPeople(id, 2, 'inscrita', true);
      await publishMinutes(id, 4);
    });
  });

  test('says the same of one and of four who did not come, beside many who did', async ({
    page,
  }) => {
    const id = await meeting({ capacity: 41, startsIn: -4, lasts: 3, opensIn: -96, closesIn: -5 });
    const code = await addPeople(id, 8, 'inscrita', true);
    await addPeople(id, 1, 'inscrita');
    await publishMinutes(id, 8);
    await compare(asker(page), id, code, async () => await addPeople(id, 3, 'inscrita'));
    expect(await asker(page)(`/api/v1/talleres/${id}`)).toContain('"inscritas":null');
  });
});
