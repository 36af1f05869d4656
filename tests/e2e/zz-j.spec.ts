import AxeBuilder from '@axe-core/playwright';
import { test } from './fixtures.ts';
import { expectAccessible, expectTargets, tabTo } from './accessibility.ts';
test('measure', async ({ page }) => {
  for (const path of ['/', '/ideas', '/ideas/nueva', '/registro', '/circulo']) {
    let t = Date.now();
    const say = (what: string) => { console.log(path, what, Date.now() - t); t = Date.now(); };
    await page.goto(path); say('goto');
    await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).setLegacyMode(true).analyze(); say('axe legacy');
    await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze(); say('axe not legacy');
    const src = (await import('axe-core')).default.source; await page.evaluate(src); say('inject');
    await page.evaluate(async () => await (window as any).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], elementRef: false })); say('axe raw');
    await expectTargets(page); say('targets');
    await tabTo(page, page.getByRole('contentinfo').getByRole('link').first()); say('tab to footer');
  }
});
