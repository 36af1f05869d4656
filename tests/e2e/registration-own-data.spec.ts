import { expectAccessible } from './accessibility.ts';
import { expect, signIn, test } from './fixtures.ts';
import { wordsOf } from './words.ts';
import { nextMail, meeting } from './listed-meetings.ts';

test('what one says of oneself is voluntary, shown to oneself alone, and can be taken back', async ({
  page,
}) => {
  const { id } = await meeting(page, 'Abrir los datos de las obras');
  const mail = nextMail();
  await page.goto(`/talleres/${id}/inscripcion`);
  await page.locator('[name=nombre]').fill('Nohora Ávila');
  await page.locator('[name=correo]').fill(mail);
  await page.locator('[name=acepta_inscripcion]').check();
  for (const fold of await page.locator('form details > summary').all()) await fold.click();
  await expectAccessible(page);
  await page.locator('[name=genero][value=mujer]').check();
  await page.locator('[name=anio_nacimiento]').fill('1979');
  await page.locator('[name=wg_ver]').selectOption('mucha');
  await page.locator('[name=cuida][value=ninez]').check();
  await page.locator('[name=acepta_estadistica]').check();
  await page.locator('[name=apoyo][value=lsc]').check();
  // A lost connection loses nothing that was typed in this tab.
  await expect(page.getByText(wordsOf('es')('common', 'ui.draft.saved_tab'))).toBeVisible();
  await expect
    .poll(async () => await page.evaluate(() => JSON.stringify(sessionStorage)))
    .toContain('lsc');
  await page.reload();
  await page.getByRole('button', { name: wordsOf('es')('common', 'ui.draft.restore') }).click();
  await expect(page.locator('[name=anio_nacimiento]')).toHaveValue('1979');
  await expect(page.locator('[name=genero][value=mujer]')).toBeChecked();
  await page
    .getByRole('button', { name: wordsOf('es')('registration', 'form.send') })
    .first()
    .click();
  await page.waitForURL(/\/inscripciones\//);
  const declared = page.locator('.facts').last();
  await expect(declared).toContainText('Mujer');
  await expect(declared).toContainText('1979');
  await expectAccessible(page);
  await page
    .getByRole('button', {
      name: new RegExp(
        [
          wordsOf('es')('registration', 'own.consents.withdraw'),
          wordsOf('es')('registration', 'own.purpose.estadistica'),
        ].join('.*'),
      ),
    })
    .click();
  const say = wordsOf('es');
  await expect(page.getByText(say('registration', 'own.declared.none'))).toBeVisible();
  await expectAccessible(page);
  // And it can be said later, with a permission of its own.
  await page.getByText(say('registration', 'own.later.open')).click();
  const send = page.getByRole('button', { name: say('registration', 'own.later.send') });
  await page.locator('[name=genero][value=no_binaria]').check();
  await send.click();
  await expect(page.getByRole('alert')).toContainText(say('fields', 'accept_statistics'));
  await expect(page.locator('[name=genero][value=no_binaria]'), 'kept').toBeChecked();
  await expectAccessible(page);
  await page.locator('[name=acepta_estadistica]').check();
  await send.click();
  await expect(page.getByText(say('flash', 'notice.answers_added'))).toBeVisible();
  await expect(page.locator('.facts').last()).toContainText('Persona no binaria');
  await page.getByText(say('registration', 'own.later.more')).click();
  await expect(page.locator('[name=genero]'), 'what was said is not asked').toHaveCount(0);
  await expectAccessible(page);
});

test('without a mail address: a word, told once, opens one’s data later; staff see none of it', async ({
  page,
}) => {
  const say = wordsOf('es');
  const { id } = await meeting(page, 'Abrir los datos de las obras');
  await page.goto(`/talleres/${id}/inscripcion`);
  await page.locator('[name=nombre]').fill('Abuela Celmira');
  await page.locator('[name=telefono]').fill('320 111 22 33');
  await page.locator('[name=acepta_inscripcion]').check();
  await page
    .getByRole('button', { name: say('registration', 'form.send') })
    .first()
    .click();
  await page.waitForURL(/\/inscripciones\//);
  await expect(page.getByText(say('registration', 'own.word.title'))).toBeVisible();
  await expectAccessible(page);
  const path = new URL(page.url()).pathname;
  const word = await page.locator('.code').first().innerText();
  expect(word).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
  await page.getByRole('button', { name: say('registration', 'own.data.close') }).click();
  await expect(page.getByText(word)).toHaveCount(0);
  await expectAccessible(page);
  await page.locator('[name=palabra]').fill(word.toUpperCase());
  await page.getByRole('button', { name: say('registration', 'own.open.go') }).click();
  await expect(page.locator('[name=nombre]')).toHaveValue('Abuela Celmira');
  await expect(page.getByText(word), 'not told again').toHaveCount(0);
  // Who coordinates, in the very same browser, gets the public part.
  await signIn(page, 'coordinacion');
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.content()).not.toContain('Celmira');
  expect(
    (
      await page.request.post(path, {
        form: { accion: 'guardar', nombre: 'Otra', telefono: '3201112233' },
        maxRedirects: 0,
      })
    ).status(),
  ).toBe(404);
});
