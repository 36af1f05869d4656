import type { MessageKey } from '#app/platform/i18n/messages.ts';
import { expectAccessible, expectReflow } from './accessibility.ts';
import { expect, mailTo, noScript, phone, signIn, signOut, test } from './fixtures.ts';
import { heldMeeting } from './held-meeting.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

// Writing, looking and publishing need no script: the whole journey is made without.
test.use(noScript);

test('minutes go from a draft with a photo to a public page, with the ideas of the tables', async ({
  page,
}) => {
  // Registered, came, proposed: so far from each other that all three are told.
  const meeting = await heldMeeting('Cruces seguros', 19, 13);
  const desk = `/facilitacion/talleres/${meeting.id}/acta`;
  const notice = (key: MessageKey<'flash'>) =>
    page.getByRole('status').filter({ hasText: say('flash', key) });
  await page.goto(`/talleres/${meeting.id}/acta`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await page.request.get(`/talleres/${meeting.id}/acta`)).status()).toBe(404);

  await signIn(page, 'facilitadora');
  await page.goto(desk);
  await expectAccessible(page);
  await page.locator('[name=temas]').fill('El cruce frente al colegio.\n\nLa parada sin sombra.');
  await page
    .locator('[name=acuerdos]')
    .fill('La Secretaría mide el tiempo del semáforo antes de marzo.');
  await page.getByRole('button', { name: say('minutes', 'minutes.save') }).click();
  await expect(notice('notice.minutes_saved')).toBeVisible();
  await expectAccessible(page);

  // What is not a picture or a document is refused, and what was typed stays.
  await page.getByRole('link', { name: say('minutes', 'photo.add') }).click();
  await page.locator('[name=archivo]').setInputFiles({
    name: 'cartelera.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await page.locator('[name=descripcion]').fill('Cartelera de la mesa 1 con siete notas');
  await page.getByRole('button', { name: say('minutes', 'photo.send') }).click();
  await expect(page.getByRole('alert')).toContainText(say('errors', 'file_type'));
  await expect(page.locator('[name=descripcion]')).toHaveValue(
    'Cartelera de la mesa 1 con siete notas',
  );
  await expectAccessible(page);

  await page
    .locator('[name=archivo]')
    .setInputFiles({ name: 'cartelera.jpg', mimeType: 'image/jpeg', buffer: await newPhoto() });
  await page.getByRole('button', { name: say('minutes', 'photo.send') }).click();
  await expect(notice('notice.photo_added')).toBeVisible();
  await expectAccessible(page);
  const photo = `/talleres/${meeting.id}/archivos/${page.url().split('/').at(-1)}`;
  await page.getByText(say('minutes', 'photo.blur.heading')).click();
  await page.getByRole('button', { name: say('minutes', 'photo.blur.act') }).click();
  await expect(page.getByRole('alert')).toContainText(say('errors', 'area_required'));
  await expectAccessible(page);
  for (const [name, value] of [
    ['x', '10'],
    ['y', '20'],
    ['ancho', '30'],
    ['alto', '25'],
  ] as const)
    await page.locator(`#${name}`).fill(value);
  await page.getByRole('button', { name: say('minutes', 'photo.blur.act') }).click();
  await expect(notice('notice.photo_blurred')).toBeVisible();
  await page
    .getByLabel(say('minutes', 'photo.clear.nadie_reconocible'), { exact: false })
    .first()
    .check();
  await page.getByRole('button', { name: say('minutes', 'photo.clear.act') }).click();
  await expect(notice('notice.photo_cleared')).toBeVisible();

  // An idea without commitment holds the publication back, and the page says so.
  await page.goto(`${desk}?vista=previa`);
  await expect(page.getByText(say('errors', 'table_idea_without_commitment'))).toBeVisible();
  await expectAccessible(page);
  await page.goto(desk);
  await page.getByText('Sombra en la parada (Cruces seguros)').click();
  const fields = page.locator('details[open]').filter({ hasText: 'Sombra en la parada' });
  await fields.locator('[name=compromiso]').selectOption({ index: 1 });
  await expectAccessible(page);
  await fields.getByRole('button', { name: say('minutes', 'minutes.idea.save') }).click();
  await expect(notice('notice.table_idea_written')).toBeVisible();
  await page.getByRole('link', { name: say('minutes', 'minutes.preview.open') }).click();
  await page.getByRole('button', { name: say('minutes', 'minutes.publish.act') }).click();
  await expect(notice('notice.minutes_published')).toBeVisible();

  // Closing leaves the minutes as they are.
  await page.goto(desk);
  await page.getByRole('button', { name: say('minutes', 'minutes.close.act') }).click();
  await expect(notice('notice.meeting_closed')).toBeVisible();
  await signOut(page);

  await page.goto(`/talleres/${meeting.id}/acta`);
  expect(await page.content()).not.toMatch(/<script/i);
  await expect(
    page.getByText('La Secretaría mide el tiempo del semáforo antes de marzo.'),
  ).toBeVisible();
  await expect(page.locator('.facts dd')).toHaveText(['19', '13', '6']);
  await expect(
    page.getByRole('img', { name: 'Cartelera de la mesa 1 con siete notas' }),
  ).toBeVisible();
  await expectAccessible(page);
  await expectReflow(page);
  const served = await page.request.get(photo);
  expect([
    served.status(),
    served.headers()['x-content-type-options'],
    served.headers()['content-type'],
  ]).toEqual([200, 'nosniff', 'image/jpeg']);
  expect(
    (
      await page.request.get(photo, { headers: { 'if-none-match': served.headers()['etag']! } })
    ).status(),
  ).toBe(304);

  await page.getByRole('link', { name: 'Sombra en la parada (Cruces seguros)' }).click();
  await expect(page.getByText(say('common', 'author.workshop'))).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('link', {
      name: say('ideas', 'detail.workshop').replace('{{title}}', meeting.title),
    })
    .click();
  await expect(page).toHaveURL(`/talleres/${meeting.id}/acta`);

  const mail = await mailTo(
    page,
    `vecina-1-${meeting.id.slice(-6)}@prueba.convite`,
    /Gracias por venir/,
  );
  expect(mail.enlaces.some((link) => link.endsWith(`/talleres/${meeting.id}/acta`))).toBe(true);

  // The certificate of who came, without the name; none for who did not.
  await page.goto(`/inscripciones/${meeting.codes[0]}/constancia`);
  await expect(
    page.getByRole('heading', { name: say('minutes', 'certificate.title') }),
  ).toBeVisible();
  await expect(page.getByText('Vecina 1')).toHaveCount(0);
  await expectAccessible(page);
  const absent = meeting.codes.at(-1)!;
  expect((await page.request.get(`/inscripciones/${absent}/constancia`)).status()).toBe(409);
});

test.describe('on a phone', () => {
  test.use(phone);
  test('the minutes are written and looked at without sideways scroll', async ({ page }) => {
    const meeting = await heldMeeting('Agua en el barrio', 3, 2);
    await signIn(page, 'facilitadora');
    for (const path of [
      `/facilitacion/talleres/${meeting.id}/acta`,
      `/facilitacion/talleres/${meeting.id}/acta?vista=previa`,
      `/facilitacion/talleres/${meeting.id}/archivos`,
    ]) {
      await page.goto(path);
      await expectAccessible(page);
      await expectReflow(page);
    }
  });

  test('a fair is counted by hand before its minutes are published', async ({ page }) => {
    const meeting = await heldMeeting('Feria del río', 0, 0, 'feria');
    await signIn(page, 'facilitadora');
    await page.goto(`/facilitacion/talleres/${meeting.id}/acta`);
    await page.locator('[name=visitas]').fill('muchas');
    await page.getByRole('button', { name: say('minutes', 'minutes.fair.act') }).click();
    await expect(page.locator('[name=visitas]')).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await page.locator('[name=visitas]').fill('230');
    await page.getByRole('button', { name: say('minutes', 'minutes.fair.act') }).click();
    await expect(page.locator('.facts dd').first()).toHaveText('230');
    await expectReflow(page);
  });
});
