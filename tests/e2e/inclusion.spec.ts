import { readSpreadsheet } from '#app/platform/spreadsheets/read-spreadsheet.server.ts';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { as, english, expect, noScript, phone, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
test.describe.configure({ timeout: 300_000 });

type Answer = {
  n: number;
  no_responde: number | null;
  filas: { valor: string; n: number | null; porcentaje: number | null; oculta: boolean }[];
};

/**
 * The worker counts and protects in the background: the page shows what is there, and later the
 * figures.
 */
async function figuresOut(page: import('@playwright/test').Page): Promise<void> {
  await expect(async () => {
    const answer = (await (
      await page.request.get('/api/v1/inclusion?ambito=talleres&variable=como_supo')
    ).json()) as Answer;
    expect(answer.n).toBeGreaterThan(0);
  }).toPass({ timeout: 240_000, intervals: [2000] });
}

test(
  'who takes part: figures of the plan, groups against the population, localities as a map ' +
    'and a table, without script',
  async ({ page }) => {
    await figuresOut(page);
    const findings = page.getByRole('region', { name: say('figures', 'findings.title') });
    // Other journeys hold meetings of their own meanwhile: page and API are compared when both tell
    // of the same release.
    await expect(async () => {
      const { n, filas } = (await (
        await page.request.get('/api/v1/inclusion?ambito=talleres&variable=genero')
      ).json()) as Answer;
      const women = filas.find((row) => row.valor === 'mujeres')!;
      expect(n).toBeGreaterThanOrEqual(230);
      await page.goto('/inclusion');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(String(n), {
        timeout: 1000,
      });
      await expect(
        findings.getByText(`${Math.round(women.porcentaje!)} %`, { exact: true }),
      ).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await expect(findings.getByText('20 de 20', { exact: true })).toBeVisible();
    // Each choice has a name of its own.
    const names = await page.locator('#ambito option').allTextContents();
    expect(new Set(names).size).toBe(names.length);
    expect(await (await page.request.get('/inclusion')).text()).not.toMatch(/<script/i);
    await expectUsable(page);
    // Every table opened: protected cells carry the one mark, whatever the reason.
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectAccessible(page);
    await expect(page.getByText(say('figures', 'protected')).first()).toBeVisible();
    const map = page.getByRole('img', { name: say('figures', 'map.title') });
    await expect(map).toBeVisible();
    await expect(map.locator('desc')).toContainText(say('figures', 'map.same'));
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible(page);

    await page.locator('#ambito').selectOption('compromiso:salud');
    await page.getByRole('button', { name: say('figures', 'scope.go') }).click();
    await expect(page).toHaveURL(/ambito=compromiso%3Asalud/);
    await expect(page.locator('#ambito')).toHaveValue('compromiso:salud');
    await expectAccessible(page);
    // What has no figures says so, and keeps the way back.
    await page.goto('/inclusion?ambito=fase:apoyos&poblacion=aportaron');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  },
);

test('the same data as files and in the API: what is protected is empty everywhere', async ({
  page,
}) => {
  await figuresOut(page);
  const answer = (await (
    await page.request.get('/api/v1/inclusion?ambito=talleres&variable=localidad')
  ).json()) as Answer;
  const hidden = answer.filas.filter((row) => row.oculta);
  for (const row of hidden) expect(row).toMatchObject({ n: null, porcentaje: null });
  for (const row of answer.filas) if (row.n !== null) expect(row.n === 0 || row.n >= 5).toBe(true);
  const csv = await page.request.get('/inclusion/datos.csv?ambito=talleres');
  expect(csv.headers()['content-type']).toContain('text/csv');
  const lines = (await csv.text()).split('\n').map((line) => line.split(','));
  const workbook = await page.request.get('/inclusion/datos.xlsx?ambito=talleres');
  const sheet = await readSpreadsheet(await workbook.body());
  expect([sheet.header.length, sheet.rows.length]).toEqual([lines[0]!.length, lines.length - 2]);
  for (const row of hidden) {
    const line = lines.find(
      ([, population, variable, value]) =>
        population === 'asistieron' && variable === 'localidad' && value === row.valor,
    )!;
    expect(line.slice(4, 9)).toEqual(['', 'si', '', line[7], '']);
  }
  for (const figure of ['mapa', 'grupos', 'metas']) {
    const svg = await page.request.get(`/inclusion/figura.svg?ambito=talleres&figura=${figure}`);
    expect(svg.headers()['content-type']).toContain('image/svg+xml');
    expect(await svg.text()).toMatch(/<title>[^<]{10,}/);
  }
  expect((await page.request.get('/inclusion/figura.svg?figura=otra')).status()).toBe(400);
  // Of what is not known, or of which nothing is published, there is no table of nobody.
  for (const [asked, why] of [
    ['ambito=otro', 'scope_unknown_public'],
    ['ambito=compromiso:otro', 'figures_unpublished'],
    ['ambito=compromiso:salud&poblacion=aportaron', 'figures_unpublished'],
  ] as const) {
    const none = await page.request.get(`/api/v1/inclusion?${asked}`);
    expect([asked, none.status()]).toEqual([asked, 404]);
    expect(((await none.json()) as { error: { mensaje: string } }).error.mensaje).toContain(
      say('errors', why),
    );
  }
  expect((await page.request.get('/inclusion/datos.csv?ambito=fase:otra')).status()).toBe(404);
  expect((await page.request.get('/inclusion?ambito=compromiso:otro')).status()).toBe(404);
  // An interval does not need a reference, and only sources that were used are named.
  const heard = (await (
    await page.request.get('/api/v1/inclusion?ambito=talleres&variable=como_supo')
  ).json()) as { fuente: string; filas: { n: number | null; intervalo: unknown }[] };
  expect(heard.fuente).toBe(say('figures', 'api.source.registrations'));
  for (const row of heard.filas) expect(row.intervalo === null).toBe(row.n === null);
  expect((await page.request.get('/api/v1/inclusion?variable=correo')).status()).toBe(400);
});

for (const [name, options] of [
  ['on a phone', phone],
  ['in English', english],
  ['without script', noScript],
] as const) {
  test.describe(name, () => {
    test.use(options);
    test('the page of who takes part is usable by everybody', async ({ page }) => {
      await figuresOut(page);
      await page.goto('/inclusion');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d{3}/);
      await expectAccessible(page);
    });
  });
}

test('coordination replaces the population by a file; wrong lines are told one by one and change nothing', async ({
  page,
}) => {
  await as(page, 'coordinacion', async () => {
    await page.goto('/coordinacion/poblacion');
    await expectUsable(page);
    const send = async (text: string) => {
      await page.locator('[name=archivo]').setInputFiles({
        name: 'poblacion.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          `variable,valor,participacion,personas,definicion,fecha,fuente\n${text}`,
        ),
      });
      await page.getByRole('button', { name: say('figures', 'baseline.send') }).click();
    };
    await send(
      'cuida,si,1.4,,Cuida sin pago,2021-01-01,DANE\ncuida,quiza,0.4,,Cuida sin pago,2021-01-01,DANE\n',
    );
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(
      page.getByRole('table', { name: say('figures', 'baseline.problems') }).getByRole('row'),
    ).toHaveCount(3);
    await expectAccessible(page);
    await send(
      'cuida,si,0.31,,Cuida sin pago,2021-01-01,"DANE, prueba"\ncuida,no,0.69,,Cuida sin ' +
        'pago,2021-01-01,"DANE, prueba"\n',
    );
    await expect(
      page.getByRole('status').filter({ hasText: say('flash', 'notice.baseline_replaced') }),
    ).toBeVisible();
    await expect(page.getByText('DANE, prueba').first()).toBeVisible();
    const file = await page.request.get('/coordinacion/poblacion.csv');
    expect(await file.text()).toContain('cuida,si,0.31');
  });
});

test(
  'somebody says something of themselves, takes it back; the Circle asks for a workshop, and ' +
    'facilitators answer',
  async ({ page }) => {
    await as(page, 'ciudadano2', async () => {
      await page.goto('/cuenta');
      await page.getByRole('link', { name: say('accounts', 'about.title'), exact: true }).click();
      await expectUsable(page);
      await page.locator('[name=genero][value=hombre]').check();
      await page.getByRole('button', { name: say('accounts', 'about.save') }).click();
      // Without the permission nothing is kept, and what was chosen stays.
      await expect(page.getByRole('alert')).toBeVisible();
      await expect(page.locator('[name=genero][value=hombre]')).toBeChecked();
      await expectAccessible(page);
      await page.locator('[name=acepta_estadistica]').check();
      await page.getByRole('button', { name: say('accounts', 'about.save') }).click();
      await expect(
        page.getByRole('status').filter({ hasText: say('flash', 'notice.profile_saved') }),
      ).toBeVisible();
      await expect(page.locator('[name=genero][value=hombre]')).toBeChecked();
      await page.getByRole('button', { name: say('accounts', 'about.erase') }).click();
      await expect(
        page.getByRole('status').filter({ hasText: say('flash', 'notice.profile_erased') }),
      ).toBeVisible();
      await expect(page.locator('[name=genero][value=hombre]')).not.toBeChecked();
      await expectAccessible(page);
    });
    const reason = 'De Sumapaz no hay nadie y la ruta pasa por allá.';
    let table = '';
    await as(page, 'circulo-civil', async () => {
      await page.goto('/circulo/mesa');
      table = (await page
        .getByRole('main')
        .locator('a[href^="/circulo/mesa/"]')
        .first()
        .getAttribute('href'))!;
      await page.goto(table);
      const behind = page.getByRole('region', { name: say('circle', 'backers.title') });
      await expect(behind).toBeVisible();
      await behind.getByText(say('circle', 'request.ask')).click();
      await behind.getByRole('button', { name: say('circle', 'request.send') }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expectAccessible(page);
      await page.locator('[name=localidad]').selectOption('20');
      await page.locator('[name=motivo]').fill(reason);
      await page.getByRole('button', { name: say('circle', 'request.send') }).click();
      await expect(
        page.getByRole('status').filter({ hasText: say('flash', 'notice.circle_request_made') }),
      ).toBeVisible();
      await expect(page.getByText(reason)).toBeVisible();
      await expectAccessible(page);
    });
    await as(page, 'facilitadora', async () => {
      await page.goto('/facilitacion');
      const item = page
        .getByRole('region', { name: say('circle', 'request.title') })
        .getByRole('listitem')
        .filter({ hasText: reason });
      await item.locator('summary').click();
      await item.locator('[name=respuesta]').fill('Lo llevamos a Betania en febrero.');
      await expectAccessible(page);
      await item.getByRole('button', { name: say('circle', 'request.answer') }).click();
      await expect(
        page
          .getByRole('status')
          .filter({ hasText: say('flash', 'notice.circle_request_answered') }),
      ).toBeVisible();
      await expect(page.getByText(reason)).toHaveCount(0);
      await expectAccessible(page);
    });
    await as(page, 'circulo-civil', async () => {
      await page.goto(table);
      await expect(page.getByText('Lo llevamos a Betania en febrero.')).toBeVisible();
    });
  },
);

test('who writes and who supports ideas is set against the city too, without anybody being told apart', async ({
  page,
}) => {
  await expect(async () => {
    const answer = (await (
      await page.request.get('/api/v1/inclusion?ambito=plan&variable=genero&poblacion=apoyan')
    ).json()) as Answer;
    expect(answer.n).toBeGreaterThan(20);
    for (const row of answer.filas)
      if (row.n !== null) expect(row.n === 0 || row.n >= 5).toBe(true);
  }).toPass({ timeout: 240_000, intervals: [2000] });
  await page.goto('/inclusion');
  await page.getByRole('link', { name: say('figures', 'population.apoyan') }).click();
  await expect(page.locator('#poblacion')).toHaveValue('apoyan');
  await expectAccessible(page);
});
