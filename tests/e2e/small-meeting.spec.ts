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

/** People of a meeting, written as its owner would. */
async function addPeople(id: string, count: number, state: State, came = false): Promise<void> {
  await withOwner(async (db) => {
    for (let n = 0; n < count; n += 1) {
      const registrationId = newId();
      await db
        .insertInto('registration')
        .values({
          id: registrationId,
          meeting_id: id,
          code_key: codeKey(codeOfRegistration(registrationId)),
          place: Math.floor(Math.random() * 1e8),
          state,
          channel: 'web',
          name: `Vecina ${registrationId}`,
          email: `${registrationId}@prueba.convite`,
          created_at: new Date(),
        })
        .execute();
      if (came) await newArrival(db, id, registrationId);
    }
  });
}

type Ask = (path: string) => Promise<string>;

/** What differs by itself: times, and ids of requests. */
const still = (text: string) =>
  text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '@')
    .replaceAll(/\b\d{13}\b/g, '@')
    .replaceAll(/DTSTAMP:\S+/g, '@');

/** What every public address says of a meeting. */
async function everything(ask: Ask, id: string): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const path of [
    `/talleres/${id}`,
    `/talleres/${id}?idioma=en`,
    `/talleres/${id}.ics`,
    `/talleres/${id}/inscripcion`,
    `/talleres/${id}/afiche`,
    `/talleres/${id}/difundir`,
    `/talleres/${id}/formulario`,
    `/talleres/${id}/sorteo`,
    `/talleres/${id}/acta`,
    `/api/v1/talleres/${id}`,
    `/inclusion?ambito=taller:${id}`,
    `/api/v1/inclusion?ambito=taller:${id}`,
    `/inclusion/datos.csv?ambito=taller:${id}`,
    ...[
      'talleres.$id',
      'talleres.$id.inscripcion',
      'talleres.$id.afiche',
      'talleres.$id.difundir',
      'talleres.$id.formulario',
      'talleres.$id.acta',
    ].map((route) => `/${route.replace('$id', id).replaceAll('.', '/')}?_data=routes/${route}`),
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

/** The items of a page that lead to a meeting. */
function aboutMeeting(html: string, id: string): string {
  return html
    .split(/(?=<li\b)|(?=<a\b)/)
    .filter((part) => part.includes(`/talleres/${id}`))
    .join('\n');
}

test.describe('a meeting of so few people that somebody could be known by their number', () => {
  const compare = async (ask: Ask, id: string, more: () => Promise<void>) => {
    const before = await everything(ask, id);
    await more();
    const after = await everything(ask, id);
    expect(before.size).toBeGreaterThan(20);
    expect(before.get(`/talleres/${id}`)).toContain(tag);
    for (const [path, said] of before) expect.soft(after.get(path), path).toBe(said);
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
    await addPeople(id, 2, 'inscrita');
    await compare(ask, id, async () => await addPeople(id, 2, 'inscrita'));
    const few = JSON.parse(await ask(`/api/v1/talleres/${id}`)) as Record<string, unknown>;
    expect(few).toMatchObject({ estado: 'publicado', cupo: 41, inscritas: null, en_espera: null });
    await addPeople(id, 1, 'inscrita');
    expect(JSON.parse(await ask(`/api/v1/talleres/${id}`))).toMatchObject({ inscritas: 5 });
    expect(await ask(`/talleres/${id}`)).toContain('5 de 41');
  });

  test('says the same of two and of four who wait', async ({ page }) => {
    const id = await meeting({ capacity: 6, startsIn: 1, closesIn: 0.9 });
    await addPeople(id, 6, 'inscrita');
    await addPeople(id, 2, 'en_espera');
    await compare(asker(page), id, async () => await addPeople(id, 2, 'en_espera'));
    expect(await asker(page)(`/api/v1/talleres/${id}`)).toContain('"estado":"lleno"');
  });

  test('says the same of two and of four who came', async ({ page }) => {
    const id = await meeting({ capacity: 41, startsIn: -4, lasts: 3, opensIn: -96, closesIn: -5 });
    await addPeople(id, 2, 'inscrita', true);
    await compare(asker(page), id, async () => await addPeople(id, 2, 'inscrita', true));
  });
});
