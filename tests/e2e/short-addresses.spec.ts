import { as, expect, test } from './fixtures.ts';
import { withOwner, facilitatedMeeting } from './owner.ts';

/** Ids and numbers of a meeting that is called and one that is not yet, and of ideas in some states. */
async function numbered() {
  return await withOwner(async (db) => {
    const meetings = {
      called: (await facilitatedMeeting(db)).id,
      draft: (await facilitatedMeeting(db, { state: 'borrador' })).id,
    };
    const numberOf = async (table: 'meeting' | 'idea', id: string) => ({
      id,
      number: (
        await db.selectFrom(table).select('number').where('id', '=', id).executeTakeFirstOrThrow()
      ).number,
    });
    const ideaIn = async (state: 'publicada' | 'borrador' | 'oculta') => {
      const idea = await db
        .selectFrom('idea')
        .select('id')
        .where('state', '=', state)
        .where((eb) => (state === 'publicada' ? eb('published_at', 'is not', null) : eb.val(true)))
        .limit(1)
        .executeTakeFirst();
      return idea ? await numberOf('idea', idea.id) : null;
    };
    return {
      called: await numberOf('meeting', meetings.called),
      draft: await numberOf('meeting', meetings.draft),
      idea: (await ideaIn('publicada'))!,
      unsent: await ideaIn('borrador'),
      hidden: await ideaIn('oculta'),
    };
  });
}

test('a short address leads for good to the page of its meeting or idea, and says no more than that page', async ({
  page,
}) => {
  const { called, draft, idea, unsent, hidden } = await numbered();
  const ask = async (path: string) => await page.request.get(path, { maxRedirects: 0 });
  for (const [short, long] of [
    [`/t/${called.number}`, `/talleres/${called.id}`],
    [`/i/${idea.number}`, `/ideas/${idea.id}`],
  ] as const) {
    const answer = await ask(short);
    expect(answer.status(), short).toBe(308);
    expect(answer.headers()['location'], short).toBe(long);
  }
  for (const path of [
    '/t/0',
    '/t/999999999',
    '/t/99999999999999999999',
    '/t/7x',
    '/t/-1',
    '/i/0',
    '/i/01',
  ])
    expect.soft((await ask(path)).status(), path).toBe(404);
  // What its own page does not show, the number does not either.
  const pages: [string, string][] = [[`/t/${draft.number}`, `/talleres/${draft.id}`]];
  for (const each of [unsent, hidden])
    if (each) pages.push([`/i/${each.number}`, `/ideas/${each.id}`]);
  for (const [short, long] of pages) {
    const answer = await ask(short);
    expect(answer.status(), short).toBe((await ask(long)).status());
    expect(answer.status(), short).toBeGreaterThanOrEqual(404);
    expect(answer.headers()['location']).toBeUndefined();
    expect(await answer.text()).not.toContain(long);
  }
  await page.goto(`/t/${draft.number}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await as(page, 'facilitadora', async () => {
    await page.goto(`/t/${draft.number}`);
    expect(new URL(page.url()).pathname).toBe(`/talleres/${draft.id}`);
  });
});
