import { expectAccessible } from './accessibility.ts';
import { expect, signIn, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('who writes an idea sees the personal data in it, loses nothing and hides it', async ({
    page,
  }) => {
    await signIn(page, 'ciudadana');
    await page.goto('/ideas/nueva?compromiso=espacio-publico');
    await page.getByLabel(say('ideas', 'form.title')).fill('Luz para la cancha del barrio');
    await page
      .getByLabel(say('ideas', 'form.description'))
      .fill('Falta luz. Pregunten por mi vecino Carlos Rodríguez, cel 310 555 0123. Él abre.');
    await page.getByRole('button', { name: say('ideas', 'form.send') }).click();
    await expect(page.locator('mark')).toHaveText(['Carlos Rodríguez', '310 555 0123']);
    await expect(page.getByLabel(say('ideas', 'form.title'))).toHaveValue(
      'Luz para la cancha del barrio',
    );
    await expectAccessible(page);
    await page.getByRole('button', { name: say('common', 'marked.hide') }).click();
    await expect(page).toHaveURL(/\/ideas\/[0-9a-f-]{36}/);
    await expect(page.getByText('310 555 0123')).toHaveCount(0);
    await expect(page.getByText('[dato personal oculto]').first()).toBeVisible();
  });
});
