import { newId } from '#app/kernel/ids.ts';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { as, expect, noScript, phone, signIn, test } from './fixtures.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

for (const [name, options] of [
  ['on a phone', phone],
  ['without script', noScript],
] as const)
  test.describe(`people who call or leave a paper, ${name}`, () => {
    test.use(options);

    test('are registered one after the other by who facilitates', async ({ page }) => {
      const { id } = await withOwner(async (db) => await facilitatedMeeting(db, { capacity: 1 }));
      const tag = newId().slice(-6);
      const address = `/facilitacion/talleres/${id}/inscribir`;
      await as(page, 'coordinacion', async () =>
        expect((await page.goto(address))!.status()).toBe(403),
      );
      await signIn(page, 'facilitadora');
      await page.goto('/facilitacion/por-llamar');
      await expect(page.locator(`a[href="${address}"]`)).toBeVisible();
      await page.goto(`/facilitacion/talleres/${id}/cargar`);
      await page.getByRole('link', { name: say('roster', 'take.from_load') }).click();
      await expect(page).toHaveURL(new RegExp(`${address}$`));
      await expectUsable(page);
      const send = async () =>
        await page
          .getByRole('button', { name: say('registration', 'form.send_taken') })
          .first()
          .click();

      // Without how they consented nothing is kept but what was typed.
      await page.locator('[name=nombre]').fill(`Rosalba ${tag}`);
      await page.locator('[name=telefono]').fill('310 555 01 12');
      await send();
      await expect(page.locator('[name=canal]').first()).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('[name=acepta_inscripcion]')).toHaveAttribute(
        'aria-invalid',
        'true',
      );
      await expect(page.locator('[name=nombre]')).toHaveValue(`Rosalba ${tag}`);
      await expectUsable(page);
      await page.locator('[name=canal][value=telefono]').check();
      await page.locator('[name=acepta_inscripcion]').check();
      await send();
      await expect(page.getByText(say('flash', 'notice.person_taken'))).toBeVisible();
      await expect(page.getByText(say('roster', 'twice.state.inscrita'))).toBeVisible();
      expect(await page.content(), 'nothing that opens their data').not.toContain('class="code"');
      await expectAccessible(page);

      // The form is there for the next one, who left a paper and waits.
      await expect(page.locator('[name=nombre]')).toHaveValue('');
      await page.locator('[name=canal][value=papel]').check();
      await page.locator('[name=nombre]').fill(`Martha ${tag}`);
      await page.locator('[name=correo]').fill(`martha-${tag}@prueba.convite`);
      await page.locator('[name=acepta_inscripcion]').check();
      await send();
      await expect(page.locator('[name=consiente_fecha]')).toHaveAttribute('aria-invalid', 'true');
      await page.locator('[name=consiente_fecha]').fill('2026-01-15');
      await send();
      await expect(
        page.getByText(say('roster', 'take.waiting', { turn: 1 }), { exact: false }),
      ).toBeVisible();
      await page.getByRole('link', { name: say('roster', 'take.list') }).click();
      await expect(page.getByRole('row', { name: new RegExp(`Rosalba ${tag}`) })).not.toHaveCount(
        0,
      );
    });
  });
