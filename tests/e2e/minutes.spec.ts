import type { MessageKey } from '#app/platform/i18n/messages.ts';
import { expectAccessible, expectReflow } from './accessibility.ts';
import { as, expect, mailTo, noScript, phone, signIn, signOut, test } from './fixtures.ts';
import { heldMeeting } from './held-meeting.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

// Writing, looking and publishing need no script: the whole journey is made without.
test.use(noScript);

test('minutes go from a draft with a photo to a public page, with the ideas of the tables', async ({
  page,
}) => {
  const meeting = await heldMeeting('Cruces seguros', 8, 6);
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
  await expect(page.locator('.facts dd')).toHaveText(['8', '6', '6']);
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
  expect((await page.request.get(`/inscripciones/${meeting.codes[7]}/constancia`)).status()).toBe(
    409,
  );
});

test('a photo of people who agreed is public until one of them takes that back', async ({
  page,
}) => {
  const meeting = await heldMeeting('Retratos de mesa', 4, 3, 'taller', 2);
  const notice = (key: MessageKey<'flash'>) =>
    page.getByRole('status').filter({ hasText: say('flash', key) });
  const post = async (path: string, form: Record<string, string>) =>
    await page.request.post(path, { form, maxRedirects: 0 });
  await signIn(page, 'facilitadora');
  const sent = await page.request.post(`/facilitacion/talleres/${meeting.id}/archivos`, {
    multipart: {
      descripcion: 'Dos vecinas muestran su cartelera',
      archivo: { name: 'mesa.jpg', mimeType: 'image/jpeg', buffer: await newPhoto({ red: 33 }) },
    },
    maxRedirects: 0,
  });
  const tools = sent.headers()['location']!;
  const photo = `/talleres/${meeting.id}/archivos/${tools.split('/').at(-1)}`;
  await page.goto(tools);
  // Who did not agree is not among them.
  await expect(page.locator('[name=personas]')).toHaveCount(2);
  await expect(page.getByText('Vecina 3')).toHaveCount(0);
  await page.locator('[name=por_que][value=con_permiso]').check();
  await page.getByRole('button', { name: say('minutes', 'photo.clear.act') }).click();
  await expect(page.getByRole('alert')).toContainText(say('errors', 'photo_people_required'));
  await expect(page.locator('[name=por_que][value=con_permiso]')).toBeChecked();
  await expectAccessible(page);
  for (const name of ['Vecina 1', 'Vecina 2']) await page.getByLabel(name).check();
  await page.getByRole('button', { name: say('minutes', 'photo.clear.act') }).click();
  await expect(notice('notice.photo_cleared')).toBeVisible();
  await expect(
    page.getByText(say('minutes', 'photo.state.con_permiso', { count: 2 })),
  ).toBeVisible();
  await expect(page.getByLabel('Vecina 1')).toBeChecked();
  await expectAccessible(page);
  await post(`/facilitacion/talleres/${meeting.id}/acta`, {
    accion: 'guardar',
    temas: 'Los cruces.',
    acuerdos: 'Medir el tiempo.',
  });
  await page.goto(`/facilitacion/talleres/${meeting.id}/acta`);
  await page.getByText('Sombra en la parada (Retratos de mesa)').click();
  await page
    .locator('details[open]')
    .filter({ hasText: 'Sombra en la parada' })
    .getByRole('button', { name: say('minutes', 'minutes.idea.drop') })
    .click();
  expect(
    (await post(`/facilitacion/talleres/${meeting.id}/acta`, { accion: 'publicar' })).status(),
  ).toBe(303);
  expect(
    (await post(`/facilitacion/talleres/${meeting.id}/acta`, { accion: 'cerrar' })).status(),
  ).toBe(303);
  // Once it is closed nobody sees names, also here.
  await page.goto(tools);
  await expect(page.getByText('Vecina 1')).toHaveCount(0);
  await expect(page.getByText(say('minutes', 'photo.clear.no_names'))).toBeVisible();
  await expectAccessible(page);
  await signOut(page);
  await page.goto(`/talleres/${meeting.id}/acta`);
  await expect(page.getByRole('img', { name: 'Dos vecinas muestran su cartelera' })).toBeVisible();
  expect((await page.request.get(photo)).status()).toBe(200);

  // One of them opens her registration with a link to her mail and takes the permission back.
  await page.goto(`/inscripciones/${meeting.codes[1]}`);
  await page.getByRole('button', { name: say('registration', 'own.open.mail') }).click();
  const mail = await mailTo(page, `vecina-2-${meeting.id.slice(-6)}@prueba.convite`, /enlace/);
  // The journey made the registration with a code of its own, which the app's mail cannot know.
  await page.goto(
    `/inscripciones/${meeting.codes[1]}${new URL(mail.enlaces.find((link) => link.includes('enlace='))!).search}`,
  );
  await page.getByRole('button', { name: say('registration', 'own.open.link') }).click();
  await page
    .getByRole('button', {
      name: new RegExp(
        `${say('registration', 'own.consents.withdraw')}.*${say('registration', 'own.purpose.imagen')}`,
      ),
    })
    .click();
  await expect(notice('notice.consent_withdrawn')).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get(photo)).status()).toBe(404);
  await page.goto(`/talleres/${meeting.id}/acta`);
  await expect(page.getByRole('img', { name: 'Dos vecinas muestran su cartelera' })).toHaveCount(0);
  await signIn(page, 'facilitadora');
  await page.goto(tools);
  await expect(page.getByText(say('minutes', 'photo.withdrawn'))).toBeVisible();
  await expect(page.locator('[name=por_que]')).toHaveCount(0);
  await expectAccessible(page);
  expect((await post(tools, { accion: 'permitir', por_que: 'nadie_reconocible' })).status()).toBe(
    409,
  );
});

test('a photo that nobody marked is seen by its facilitator alone, and a file over the limit is refused', async ({
  page,
}) => {
  const meeting = await heldMeeting('Parques con luz', 2, 1);
  const upload = `/facilitacion/talleres/${meeting.id}/archivos`;
  const send = async (name: string, buffer: Buffer) =>
    await page.request.post(upload, {
      multipart: {
        descripcion: 'Mesa vista de lejos',
        archivo: { name, mimeType: 'image/jpeg', buffer },
      },
      maxRedirects: 0,
    });
  const path = await as(page, 'facilitadora', async () => {
    const sent = await send('mesa.jpg', await newPhoto());
    expect(sent.status()).toBe(303);
    expect((await send('grande.txt', Buffer.alloc(20 * 1024 * 1024 + 10, 'a'))).status()).toBe(422);
    expect((await send('enorme.txt', Buffer.alloc(23 * 1024 * 1024, 'a'))).status()).toBe(413);
    // Every other address takes forms only.
    expect(
      (
        await page.request.post(`/facilitacion/talleres/${meeting.id}/acta`, {
          form: { accion: 'guardar', temas: 'a'.repeat(500_000) },
          maxRedirects: 0,
        })
      ).status(),
    ).toBe(413);
    await page.request.post(`/facilitacion/talleres/${meeting.id}/acta`, {
      form: { accion: 'guardar', temas: 'La luz del parque.', acuerdos: 'Contar las luminarias.' },
      maxRedirects: 0,
    });
    const file = `/talleres/${meeting.id}/archivos/${sent.headers()['location']!.split('/').at(-1)}`;
    expect([
      (await page.request.get(file)).status(),
      (await page.request.get(file)).headers()['cache-control'],
    ]).toEqual([200, 'private, no-store']);
    return file;
  });
  const hidden = await page.request.get(path);
  expect([
    hidden.status(),
    hidden.headers()['content-type'],
    (await hidden.text()).includes(say('errors', 'page_not_found')),
  ]).toEqual([404, 'text/plain; charset=utf-8', true]);
  await as(page, 'ciudadana', async () =>
    expect((await page.request.get(path)).status()).toBe(404),
  );
  expect((await send('mesa.jpg', await newPhoto())).status()).toBe(303);
  expect(
    (
      await page.request.get(`/facilitacion/talleres/${meeting.id}/acta`, { maxRedirects: 0 })
    ).headers()['location'],
  ).toMatch(/^\/entrar/);
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
