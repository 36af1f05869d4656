import { expectAccessible, expectUsable } from './accessibility.ts';
import { expect, noScript, phone, signIn, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
const square = (x: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 1],
      [x, 0],
    ],
  ],
});
const outlines = (places: [string, unknown][]) =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: places.map(([com, geometry]) => ({
        type: 'Feature',
        properties: { com },
        geometry,
      })),
    }),
  );
const list = Buffer.from(
  [
    'COD_COM;Nombre comuna;tambien se llama;hab_2022;obs',
    '101;RIO NORTE;El Norte, Rionorte;18.340;',
    '102;La Colina;;22.108;',
    '103;Villa Salada;;s/d;',
    '104;;;5;',
  ].join('\r\n'),
);
const button = (key: 'read' | 'look_again' | 'undo') => ({ name: say('territory', key) });

test.use({ ...phone, ...noScript });

test('without script, coordination brings localities and their map, looks, and undoes it', async ({
  page,
}) => {
  await signIn(page, 'coordinacion');
  await page.goto('/coordinacion/empezar/territorio');
  await expect(
    page.getByRole('heading', { name: say('territory', 'kept.count', { count: 20 }) }),
  ).toBeVisible();
  await expectUsable(page);

  // A map in metres is refused beside its field, with what it says.
  const field = (name: string) => page.locator(`#otro [name=${name}]`);
  await field('mapa').setInputFiles({
    name: 'metros.geojson',
    mimeType: 'application/geo+json',
    buffer: outlines([['101', square(990_000)]]),
  });
  await page.getByRole('button', button('read')).click();
  await expect(page.locator('#otro .list')).toContainText(/990000/);
  await expectAccessible(page);

  await field('lista').setInputFiles({ name: 'comunas.csv', mimeType: 'text/csv', buffer: list });
  await field('mapa').setInputFiles({
    name: 'comunas.geojson',
    mimeType: 'application/geo+json',
    buffer: outlines([
      ['101', square(0)],
      ['La colina', square(1)],
      ['103', square(2)],
    ]),
  });
  await page.getByRole('button', button('read')).click();

  // Columns are guessed by their titles, with what is wrong beside each.
  const column = (name: string) => page.getByLabel(say('territory', 'columns.of', { name }));
  await expect(column('COD_COM')).toHaveValue('codigo');
  await expect(column('Nombre comuna')).toHaveValue('nombre');
  await expect(column('tambien se llama')).toHaveValue('otros');
  await expect(column('hab_2022')).toHaveValue('poblacion');
  await expect(column('obs')).toHaveValue('');
  await expect(page.locator('.match').filter({ hasText: 'hab_2022' })).toContainText(
    say('sheets', 'territory.persons', { text: 's/d' }),
  );
  const row = page.getByRole('row', { name: /Río Norte/ });
  await expect(row).toContainText('18.340');
  await expect(row).toContainText(say('territory', 'fate.formerly', { name: 'RIO NORTE' }));
  await expect(page.getByRole('row', { name: /Villa Salada/ })).toContainText(
    say('territory', 'fate.uncounted'),
  );
  await expect(page.getByRole('img', { name: say('territory', 'map.title') })).toBeVisible();
  await expect(page.locator('.map path')).toHaveCount(3);
  // What people already use stays, or is one of the new ones.
  const kennedy = page.getByLabel('Kennedy');
  await expect(kennedy).toHaveValue('');
  await page.getByText(say('territory', 'absent.open', { count: 20 })).click();
  await expectUsable(page);

  // What is chosen is looked at again before it is saved.
  await kennedy.selectOption({ label: say('territory', 'absent.becomes', { name: 'Río Norte' }) });
  await page.getByLabel(say('territory', 'persons.of', { name: 'Villa Salada' })).fill('9 870');
  await page.getByRole('button', { name: say('territory', 'save') }).click();
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.territory_look') }),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /Villa Salada/ })).toContainText('9.870');
  await column('hab_2022').selectOption('');
  await column('obs').selectOption('nombre');
  await page.getByRole('button', button('look_again')).click();
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
  await expectAccessible(page);

  await page.getByRole('button', button('undo')).click();
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.territory_dropped') }),
  ).toBeVisible();
  await expect(page.getByLabel(say('territory', 'name.of', { code: '08' }))).toHaveValue('Kennedy');
});
