import type { Page } from '@playwright/test';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { expect, signIn, test, type Account } from './fixtures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

/** The first path that a page links to and that looks like this. */
async function firstLink(page: Page, from: string, pattern: RegExp): Promise<string> {
  await page.goto(from);
  const paths = await page
    .getByRole('main')
    .locator('a[href]')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  const found = paths.find((path) => pattern.test(path));
  expect(found, `a link like ${pattern} in ${from}`).toBeDefined();
  return found!;
}

const id = '[0-9a-f-]{36}';

/** Pages behind the reading ones: forms, details, and the workspaces of each role. */
const pages: { who: Account | null; from?: string; path: string }[] = [
  { who: null, path: '/ideas/nueva' },
  { who: null, from: '/ideas', path: `/ideas/${id}` },
  { who: null, from: '/propuestas', path: `/propuestas/${id}` },
  { who: null, from: '/compromisos', path: '/compromisos/[a-z0-9-]+' },
  { who: null, from: '/talleres', path: `/talleres/${id}` },
  { who: null, path: '/talleres?vista=calendario' },
  { who: null, path: '/talleres?vista=mapa' },
  { who: 'ciudadana', path: '/cuenta' },
  { who: 'ciudadana', path: '/cuenta/sesiones' },
  { who: 'ciudadana', path: '/cuenta/avisos' },
  { who: 'ciudadana', path: '/cuenta/cerrar' },
  { who: 'moderadora', path: '/moderacion' },
  { who: 'moderadora', from: '/moderacion', path: `/moderacion/ideas/${id}` },
  { who: 'moderadora', path: '/moderacion/avisos' },
  { who: 'moderadora', path: '/moderacion/apelaciones' },
  { who: 'moderadora', path: '/moderacion/propuestas/nueva' },
  { who: 'circulo-civil', path: '/circulo/mesa' },
  { who: 'circulo-civil', from: '/circulo/mesa', path: `/circulo/mesa/${id}` },
  { who: 'coordinacion', path: '/coordinacion' },
  { who: 'coordinacion', path: '/coordinacion/plan' },
  { who: 'coordinacion', path: '/coordinacion/roles' },
  { who: 'coordinacion', path: '/coordinacion/razones' },
  { who: 'coordinacion', path: '/coordinacion/circulo' },
  { who: 'coordinacion', path: '/coordinacion/registro' },
];

for (const { who, from, path } of pages) {
  test(`${path.replace(id, ':id')} is usable by everybody, also in the dark`, async ({ page }) => {
    if (who) await signIn(page, who);
    const address = from ? await firstLink(page, from, new RegExp(`^${path}$`)) : path;
    await page.goto(address);
    // Who may not see a page is sent elsewhere, and that would be usable too.
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expectUsable(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible(page);
  });
}

test('reading pages have enough contrast in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  for (const address of [
    '/',
    '/compromisos',
    '/ideas',
    '/propuestas',
    '/circulo',
    '/seguimiento',
    '/transparencia',
    '/registro',
    '/entrar',
  ]) {
    await page.goto(address);
    await expect(page).toHaveURL(address);
    await expectAccessible(page);
  }
});

test('nothing is asked twice: what was typed, and where, comes along through sign-in and registration', async ({
  page,
}) => {
  const typed = {
    compromiso: 'salud',
    titulo: 'Sillas a la sombra en el centro de salud',
    descripcion: 'La gente espera de pie al sol. Propongo sillas y una carpa.',
    localidad: '07',
  };
  await page.goto('/ideas/nueva');
  await page.locator('[name=compromiso]').selectOption(typed.compromiso);
  await page.locator('[name=titulo]').fill(typed.titulo);
  await page.locator('[name=descripcion]').fill(typed.descripcion);
  await page.locator('[name=localidad]').selectOption(typed.localidad);
  await page.getByRole('button', { name: say('ideas', 'form.send'), exact: true }).click();
  await expect(page).toHaveURL(/\/entrar\?volver=/);
  await page.locator('#correo').fill('ciudadano2@demo.convite');
  await page.locator('#clave').fill('no es esta');
  await page
    .getByRole('button', { name: say('accounts', 'enter.submit'), exact: true })
    .first()
    .click();
  // A wrong password keeps the address, and where one was going.
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('#correo')).toHaveValue('ciudadano2@demo.convite');
  await expectAccessible(page);
  await page.locator('#clave').fill('convite-demo');
  await page
    .getByRole('button', { name: say('accounts', 'enter.submit'), exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/\/ideas\/nueva/);
  for (const [name, value] of Object.entries(typed))
    await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
  await expectAccessible(page);
});

test('a support is one request at a time: a second wish waits for the first to arrive', async ({
  page,
}) => {
  const list = (await (
    await page.request.get('/api/v1/ideas?compromiso=salud&estado=revisada')
  ).json()) as { datos: { id: string }[] };
  await signIn(page, 'ciudadano2');
  await page.request.post(`/ideas/${list.datos[0]!.id}/apoyo`, { form: { accion: 'retirar' } });
  await page.goto(`/ideas/${list.datos[0]!.id}`, { waitUntil: 'networkidle' });
  const posts: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((go) => (release = go));
  await page.route('**/apoyo*', async (route) => {
    posts.push(route.request().postData() ?? '');
    await held;
    await route.continue();
  });
  const give = page.locator('button[name=accion][value=apoyar]');
  const take = page.locator('button[name=accion][value=retirar]');
  await give.click();
  await expect(take).toHaveAttribute('aria-busy', 'true');
  await expect.poll(() => posts.length).toBe(1);
  await take.click();
  await take.press('Enter');
  // The button is busy from the wish on, a moment before its request is on its way.
  await expect.poll(() => posts.length).toBe(1);
  release();
  await expect(page.locator('button[name=accion][aria-busy]')).toHaveCount(0);
  expect(posts).toHaveLength(1);
  await expect(take).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(take).toBeVisible();
});
