import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, sendIdea, signIn, test, type Account } from './fixtures.ts';

/** What a page with script may weigh, compressed: all its modules and messages. */
const budget = 130_000;
const id = '[0-9a-f-]{36}';

/** One page of each kind with script: who opens it and, where its address has an id, the page that links there. */
const pages: { who: Account; from?: string; path: string }[] = [
  { who: 'ciudadana', path: '/ideas/nueva' },
  { who: 'ciudadana', path: '/ideas/:id' },
  { who: 'ciudadana', from: '/talleres', path: '/talleres/:id/inscripcion' },
  { who: 'ciudadana', path: '/transparencia/verificar' },
  { who: 'moderadora', from: '/moderacion', path: '/moderacion/ideas/:id' },
  { who: 'moderadora', path: '/moderacion/comentarios' },
  { who: 'facilitadora', from: '/facilitacion', path: '/facilitacion/talleres/:id' },
  { who: 'facilitadora', from: '/facilitacion', path: '/facilitacion/talleres/:id/sorteo' },
  { who: 'coordinacion', path: '/coordinacion/plan' },
  { who: 'coordinacion', path: '/coordinacion/roles' },
  { who: 'coordinacion', path: '/coordinacion/registro' },
];

/** The address with the id of the first thing that the page links to. */
async function addressOf(page: Page, path: string, from: string): Promise<string> {
  await page.goto(from);
  const things = new RegExp(`^${path.replace(/:id.*/, `(${id})`)}`);
  const links = await page
    .getByRole('main')
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const found = links.map((link) => things.exec(link)?.[1]).find(Boolean);
  expect(found, `a link to ${path} in ${from}`).toBeDefined();
  return path.replace(':id', found!);
}

for (const { who, from, path } of pages) {
  test(`${path} ships at most ${budget / 1000} kB of script`, async ({ page }) => {
    await signIn(page, who);
    // Another journey may hide an idea of the list: this one is its author's own.
    const fixed = path === '/ideas/:id' ? await sendIdea(page, 'Bancas a la sombra') : path;
    const address = from ? await addressOf(page, path, from) : fixed;
    const modules = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        modules.set(response.url(), response.body());
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect(page).toHaveURL(address);
    const weighed = await Promise.all(
      [...modules].map(
        async ([url, body]) => [new URL(url).pathname, gzipSync(await body).length] as const,
      ),
    );
    const weights = weighed.toSorted((a, b) => b[1] - a[1]);
    const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
    expect(modules.size, 'modules seen').toBeGreaterThan(3);
    expect(total, weights.map((each) => each.join(' ')).join('\n')).toBeLessThan(budget);
  });
}
