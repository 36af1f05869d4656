import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { english, expect, mailTo, noScript, phone, signIn, test } from './fixtures.ts';
import { keyboard, pointing, type Hands } from './hands.ts';
import { wordsOf } from './words.ts';
import { nextMail, meetings, meeting } from './listed-meetings.ts';

/**
 * Registers with what is required; counts every key press on a control, tick and press as an
 * interaction.
 */
async function registerShortly(
  page: Page,
  hands: Hands,
  say: ReturnType<typeof wordsOf>,
  mail: string,
): Promise<number> {
  let acts = 0;
  await hands.type(page, page.locator('[name=nombre]'), 'Rosa Elena Cubillos');
  await hands.type(page, page.locator('[name=correo]'), mail);
  await hands.tick(page, page.locator('[name=acepta_inscripcion]'));
  acts += 3;
  await hands.press(
    page,
    page.getByRole('button', { name: say('registration', 'form.send') }).first(),
  );
  return acts + 1;
}

/** From the list to the confirmation, the own data and giving the place up. */
async function walk(page: Page, hands: Hands, locale: 'es' | 'en'): Promise<void> {
  const say = wordsOf(locale);
  const mail = nextMail();
  await page.goto('/talleres');
  await expectAccessible(page);
  await hands.press(page, page.getByRole('link', { name: 'Sombra y bancas para esperar' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sombra y bancas para esperar');
  await expectAccessible(page);
  await hands.press(page, page.getByRole('link', { name: say('meetings', 'meeting.register') }));
  await expect(page).toHaveURL(/\/inscripcion$/);
  await expectAccessible(page);

  // Sent empty: each wrong control says so, and what was typed stays.
  await hands.type(page, page.locator('[name=nombre]'), 'Rosa Elena');
  await hands.press(
    page,
    page.getByRole('button', { name: say('registration', 'form.send') }).first(),
  );
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('[name=correo]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=acepta_inscripcion]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=nombre]')).toHaveValue('Rosa Elena');
  await expectAccessible(page);

  expect(await registerShortly(page, hands, say, mail)).toBeLessThanOrEqual(12);
  await expect(page).toHaveURL(/\/inscripciones\/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('registration', 'own.heading.inscrita'),
  );
  // Who has just registered sees and corrects their data in that browser.
  await expect(page.locator('[name=nombre]')).toHaveValue('Rosa Elena Cubillos');
  await expectAccessible(page);
  const told = await mailTo(page, mail);
  expect(told.enlaces).toContain(page.url());

  // Closed, the code alone shows nothing personal; the contact as a word neither.
  await hands.press(
    page,
    page.getByRole('button', { name: say('registration', 'own.data.close') }),
  );
  await expect(page.locator('[name=nombre]')).toHaveCount(0);
  await expect(page.getByText('Rosa Elena')).toHaveCount(0);
  await hands.type(page, page.locator('[name=palabra]'), mail);
  await hands.press(page, page.getByRole('button', { name: say('registration', 'own.open.go') }));
  await expect(page.locator('[name=palabra]')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await hands.press(page, page.getByRole('button', { name: say('registration', 'own.open.mail') }));
  const link = (await mailTo(page, mail, /enlace|link/)).enlaces.find((each) =>
    each.includes('enlace='),
  );
  await page.goto(link!);
  await hands.press(page, page.getByRole('button', { name: say('registration', 'own.open.link') }));
  await expect(page.locator('[name=nombre]')).toHaveValue('Rosa Elena Cubillos');
  await expectAccessible(page);
  await hands.type(page, page.locator('[name=nombre]'), 'Rosa Cubillos');
  await hands.press(page, page.getByRole('button', { name: say('registration', 'own.data.save') }));
  await expect(page.getByText(say('flash', 'notice.registration_saved'))).toBeVisible();
  await expect(page.locator('[name=nombre]')).toHaveValue('Rosa Cubillos');
  await expectAccessible(page);

  await hands.press(
    page,
    page.locator('summary', { hasText: say('registration', 'own.cancel.open') }),
  );
  await hands.press(page, page.getByRole('button', { name: say('registration', 'own.cancel') }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('registration', 'own.heading.cancelada'),
  );
  await expectAccessible(page);
}

test('registering by keyboard alone', async ({ page }) => await walk(page, keyboard, 'es'));

test.describe('without script, at 360 px', () => {
  test.use({ ...phone, ...noScript });
  test('registering', async ({ page }) => await walk(page, pointing, 'es'));
});

test.describe('in English', () => {
  test.use(english);
  test('registering', async ({ page }) => await walk(page, pointing, 'en'));
});

test('a full meeting keeps a waiting list; who gives a place up passes it on', async ({ page }) => {
  const { id } = await meeting(page, 'Llegar al colegio sin susto');
  const before = await meeting(page, 'Llegar al colegio sin susto');
  // So few wait that how many is not told, but to each the own turn.
  expect(before).toMatchObject({ estado: 'lleno', inscritas: 10, en_espera: null });
  const mail = nextMail();
  const answer = await page.request.post(`/talleres/${id}/inscripcion`, {
    form: { nombre: 'Última', correo: mail, acepta_inscripcion: 'si' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  const path = new URL(answer.headers()['location']!, 'http://x').pathname;
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    wordsOf('es')('registration', 'own.heading.en_espera'),
  );
  await expect(page.getByText(/^Tu turno: \d+$/)).toBeVisible();
  await expectAccessible(page);
  expect(await meeting(page, 'Llegar al colegio sin susto')).toEqual(before);
  expect(
    (await page.request.post(path, { form: { accion: 'cancelar' }, maxRedirects: 0 })).status(),
  ).toBe(303);
  expect(
    (await page.request.post(path, { form: { accion: 'cancelar' }, maxRedirects: 0 })).status(),
  ).toBe(409);
  expect(await meeting(page, 'Llegar al colegio sin susto')).toEqual(before);
});

test('the contract of a registration, from outside', async ({ page }) => {
  const { id } = await meeting(page, 'Sombra y bancas para esperar');
  const post = async (path: string, form: Record<string, string>) =>
    await page.request.post(path, { form, maxRedirects: 0 });
  const wrong = await post(`/talleres/${id}/inscripcion`, {
    nombre: '',
    correo: 'no-es-correo',
    anio_nacimiento: '85',
    genero: 'marciana',
  });
  expect(wrong.status()).toBe(422);
  const html = await wrong.text();
  for (const field of ['nombre', 'correo', 'anio_nacimiento', 'acepta_inscripcion'])
    expect
      .soft(html, field)
      .toMatch(
        new RegExp(`id="${field}"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="${field}"`),
      );
  const fair = (await meetings(page)).find((item) => item.tipo === 'feria')!;
  expect(
    (
      await post(`/talleres/${fair.id}/inscripcion`, {
        nombre: 'Rosa',
        correo: nextMail(),
        acepta_inscripcion: 'si',
      })
    ).status(),
  ).toBe(409);
  expect(
    (
      await post(
        `/talleres/${(await meeting(page, 'Parques para todas las edades')).id}/inscripcion`,
        { nombre: 'Rosa', correo: nextMail(), acepta_inscripcion: 'si' },
      )
    ).status(),
  ).toBe(409);
  expect((await page.request.get('/inscripciones/0000-0000-0000-0000')).status()).toBe(404);
  // Nothing personal is shown or changed by the code alone, nor with the contact.
  const made = await post(`/talleres/${id}/inscripcion`, {
    nombre: 'Rosa Personal',
    telefono: '300 765 4321',
    acepta_inscripcion: 'si',
  });
  const path = new URL(made.headers()['location']!, 'http://x').pathname;
  const own = await (await page.request.get(path)).text();
  expect(own, 'who follows the 303 sees their data').toContain('Rosa Personal');
  const word = /class="code">([a-z]+ [a-z]+ [a-z]+)</.exec(own)?.[1] ?? '';
  expect(word, 'without mail: a word, told this once').not.toBe('');
  await post(path, { accion: 'cerrar' });
  expect(
    (await post(path, { accion: 'guardar', nombre: 'Otra', correo: nextMail() })).status(),
  ).toBe(404);
  expect((await post(path, { accion: 'abrir', contacto: '3007654321' })).status()).toBe(422);
  expect((await post(path, { accion: 'abrir', palabra: '300 765 4321' })).status()).toBe(422);
  const closed = await (await page.request.get(path)).text();
  expect(closed).not.toContain('Rosa Personal');
  expect(closed).not.toContain(word);
  expect((await post(path, { accion: 'abrir', palabra: word.toUpperCase() })).status()).toBe(303);
  expect(await (await page.request.get(path)).text()).toContain('Rosa Personal');
  await post(path, { accion: 'cancelar' });
  const calendar = await (await page.request.get(`/talleres/${id}.ics`)).text();
  expect(calendar).toMatch(
    /BEGIN:VEVENT[\s\S]*SUMMARY:Sombra y bancas para esperar[\s\S]*END:VEVENT/,
  );
  expect(await (await page.request.get('/talleres.ics')).text()).toContain('Feria de ideas');
});

test('an account keeps its registrations', async ({ page }) => {
  await signIn(page, 'ciudadano2');
  const { id } = await meeting(page, 'Abrir los datos de las obras');
  const made = await page.request.post(`/talleres/${id}/inscripcion`, {
    form: { nombre: 'Wilmar', correo: nextMail(), acepta_inscripcion: 'si' },
    maxRedirects: 0,
  });
  const path = new URL(made.headers()['location']!, 'http://x').pathname;
  await page.goto(path);
  await expect(page.locator('[name=nombre]')).toHaveValue('Wilmar');
  await page.goto('/cuenta');
  await expect(page.getByRole('main')).toContainText('Abrir los datos de las obras');
  await expectAccessible(page);
  await page.request.post(path, { form: { accion: 'cancelar' } });
});
