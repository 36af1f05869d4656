import { sql } from 'kysely';
import { newGroup } from '#tests/factories/groups.ts';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { expect, noScript, phone, signIn, signOut, test } from './fixtures.ts';
import { heldMeeting } from './held-meeting.ts';
import { withOwner } from './owner.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
const tag = Date.now().toString(36);

test.use({ ...noScript, ...phone });

test('a name that people wrote meets the catalogue: a group that it knows, a new one, or none', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const names = [
    `Biciusuarios de Usme ${tag}`,
    `Guardianes del humedal ${tag}`,
    `Barrio La Paz ${tag}`,
  ];
  const meeting = await heldMeeting(`Humedal ${tag}`, 3, 3);
  const known = await withOwner(async (db) => {
    const people = await db
      .selectFrom('registration')
      .select('id')
      .where('meeting_id', '=', meeting.id)
      .orderBy('place')
      .execute();
    for (const [index, { id }] of people.entries()) {
      await sql`
        insert into declared.declaration (
          registration_id, meeting_id, declared_at, catalogue, answers
        )
        values (
          ${id}, ${meeting.id}, now(), '2026-11-25',
          ${JSON.stringify({ organizacion: names[index], organizacion_tipo: 'biciusuarios' })}::jsonb
        )
      `.execute(db);
    }
    return await newGroup(db, { name: `Bici usuarios de Usme ${tag}` });
  });
  const row = (name: string) => page.getByRole('link', { name });

  // Until it is closed, when names of people are seen, names of groups are not.
  await signIn(page, 'facilitadora');
  await page.goto('/facilitacion/grupos');
  await expect(row(names[0]!)).toHaveCount(0);
  expect(
    (
      await page.request.post(`/facilitacion/talleres/${meeting.id}/acta`, {
        form: { accion: 'cerrar' },
        maxRedirects: 0,
      })
    ).status(),
  ).toBe(303);
  await expect(async () => {
    await page.goto('/facilitacion/grupos');
    await expect(row(names[0]!)).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await expectUsable(page);
  expect(await page.content()).not.toContain('Vecina 1');

  await row(names[0]!).click();
  await expectUsable(page);
  await page
    .getByRole('button', { name: say('groups', 'mention.link.name', { name: known.name }) })
    .click();
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.mention_linked') }),
  ).toBeVisible();
  await row(names[1]!).click();
  await page.getByText(say('groups', 'call.group.open')).click();
  await page.getByRole('button', { name: say('groups', 'call.group.add') }).click();
  await expect(page.getByRole('alert')).toContainText(say('groups', 'call.group.kind'));
  await expect(page.locator('[name=nombre]')).toHaveValue(names[1]!);
  await expectAccessible(page);
  await page.locator('[name=organizacion_tipo]').selectOption('ambiental');
  await page.getByRole('button', { name: say('groups', 'call.group.add') }).click();
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.mention_named') }),
  ).toBeVisible();
  await row(names[2]!).click();
  await page.getByRole('button', { name: say('groups', 'mention.discard') }).click();
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.mention_discarded') }),
  ).toBeVisible();

  // What was settled stays in sight and can be taken back.
  await page.locator('summary', { hasText: /aclarado/ }).click();
  await expectAccessible(page);
  await row(names[2]!).click();
  const path = new URL(page.url()).pathname;
  await page.getByRole('button', { name: say('groups', 'mention.reopen') }).click();
  await expect(
    page.getByRole('heading', { name: say('groups', 'mention.no_group') }),
  ).toBeVisible();
  await expectAccessible(page);
  await signOut(page);

  await signIn(page, 'circulo-civil');
  await page.goto('/facilitacion/grupos');
  await expect(page.getByText(say('groups', 'mention.heading'))).toHaveCount(0);
  expect((await page.request.get(path)).status()).toBe(403);
});
