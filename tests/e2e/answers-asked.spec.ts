import { expectUsable } from './accessibility.ts';
import { expect, noScript, phone, test } from './fixtures.ts';
import { meeting, nextMail } from './listed-meetings.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

for (const [name, options] of [
  ['on a phone', phone],
  ['without script', noScript],
] as const)
  test.describe(`answers without permission, ${name}`, () => {
    test.use(options);

    test('are asked about once before they are left out or kept', async ({ page }) => {
      const { id } = await meeting(page, 'Abrir los datos de las obras');
      for (const choice of ['leave', 'allow'] as const) {
        await page.goto(`/talleres/${id}/inscripcion`);
        await page.locator('[name=nombre]').fill('Gloria Amparo');
        await page.locator('[name=correo]').fill(nextMail());
        await page.locator('[name=acepta_inscripcion]').check();
        await page.getByText(say('registration', 'form.self.open')).click();
        await page.locator('[name=anio_nacimiento]').fill('1968');
        await page
          .getByRole('button', { name: say('registration', 'form.send') })
          .first()
          .click();
        await expect(page.getByRole('alert')).toContainText(
          say('registration', 'form.asked.title'),
        );
        await expect(page.locator('[name=anio_nacimiento]')).toHaveValue('1968');
        await expect(page.locator('[type=checkbox][name=acepta_estadistica]')).not.toBeChecked();
        await expectUsable(page);
        await page
          .getByRole('button', { name: say('registration', `form.asked.${choice}`) })
          .click();
        await page.waitForURL(/\/inscripciones\//);
        await expect(page.getByText('1968')).toHaveCount(choice === 'allow' ? 1 : 0);
      }
    });
  });
