import type { MessageKey } from '#app/platform/i18n/messages.ts';
import { expectAccessible } from './accessibility.ts';
import { as, expect, mailTo, noScript, signIn, signOut, test } from './fixtures.ts';
import { heldMeeting } from './held-meeting.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

// Writing, looking and publishing need no script: the whole journey is made without.
test.use(noScript);

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
