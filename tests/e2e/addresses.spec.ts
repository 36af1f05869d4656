import { expectUsable } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

/** Pages that anybody reads: they answer from the first landing and ship no script of any kind. */
const reading = [
  '/',
  '/compromisos',
  '/ideas',
  '/talleres',
  '/propuestas',
  '/circulo',
  '/consultas',
  '/inclusion',
  '/seguimiento',
  '/transparencia',
  '/transparencia/moderacion',
  '/datos-abiertos',
  '/registro',
  '/entrar',
  '/accesibilidad',
  '/privacidad',
  '/ayuda',
  '/ayuda/contacto',
  '/terminos',
  '/participa',
  '/atencion',
  '/transparencia/informacion',
  '/mapa-del-sitio',
  '/buzon',
];
const others = [
  '/ideas/nueva',
  '/transparencia/verificar',
  '/talleres.ics',
  '/sitemap.xml',
  '/buzon.json',
  '/salud',
  '/salud/lista',
  '/metricas',
];
const api = [
  'openapi.json',
  'compromisos',
  'ideas',
  'ideas/similares?titulo=bicicletas',
  'propuestas',
  'talleres',
  'inclusion',
  'seguimiento',
  'transparencia/registro',
  'transparencia/sello',
];
const workspaces = [
  '/facilitacion',
  '/moderacion',
  '/circulo/mesa',
  '/entidad',
  '/coordinacion',
  '/cuenta',
  '/cuenta/mis-datos',
];

test('every address of the contract answers, and reading pages contain no script', async ({
  page,
}) => {
  // Figures are not found before their first release, which the worker makes after its start.
  await expect
    .poll(async () => (await page.request.get('/api/v1/inclusion')).status(), { timeout: 90_000 })
    .toBe(200);
  for (const address of [...reading, ...others, ...api.map((name) => `/api/v1/${name}`)]) {
    const answer = await page.request.get(address);
    expect.soft(answer.status(), address).toBe(200);
    if (reading.includes(address))
      expect.soft(await answer.text(), `script in ${address}`).not.toMatch(/<script/i);
  }
});

test('workspaces ask who one is, and come back to where one was going', async ({ page }) => {
  for (const address of workspaces) {
    const answer = await page.request.get(address, { maxRedirects: 0 });
    expect.soft(answer.status(), address).toBe(303);
    expect
      .soft(answer.headers()['location'], address)
      .toBe(`/entrar?volver=${encodeURIComponent(address)}`);
  }
});

test('an unknown address is a designed page in the language of the visit', async ({ page }) => {
  const answer = await page.goto('/no-existe');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectUsable(page);
});

for (const address of reading) {
  test(`${address} is usable by everybody`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expectUsable(page);
  });
}
