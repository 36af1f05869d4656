import { english, noScript, phone, test } from './fixtures.ts';
import { keyboard, pointing } from './hands.ts';
import { walkTheRoad } from './road.ts';

test.describe.configure({ timeout: 600_000 });

test('the road by keyboard alone', async ({ page }) =>
  await walkTheRoad({ page, hands: keyboard, locale: 'es', script: true, tag: 'Teclado' }));

test.describe('without script', () => {
  test.use(noScript);
  test('the road', async ({ page }) =>
    await walkTheRoad({ page, hands: pointing, locale: 'es', script: false, tag: 'Sinscript' }));
});

test.describe('at 360 px', () => {
  test.use(phone);
  test('the road', async ({ page }) =>
    await walkTheRoad({ page, hands: pointing, locale: 'es', script: true, tag: 'Celular' }));
});

test.describe('in English', () => {
  test.use(english);
  test('the road', async ({ page }) =>
    await walkTheRoad({ page, hands: pointing, locale: 'en', script: true, tag: 'Ingles' }));
});
