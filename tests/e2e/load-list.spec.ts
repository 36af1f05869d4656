import { savedByExcel, xlsx } from '#tests/factories/spreadsheets.ts';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { as, expect, noScript, phone, signIn, test } from './fixtures.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
let meetingId = '';

/** A meeting of the running app that the demonstration's facilitator runs. */
test.beforeAll(async () => {
  meetingId = (await withOwner(async (db) => await facilitatedMeeting(db, { capacity: 20 }))).id;
});

const rows = [
  ['Lista del taller'],
  [],
  ['Nombre completo', 'Celular', 'Vive en'],
  ['Rosa Elvira Díaz', 3_005_550_101, 'Kenedy'],
  ['Camilo Ortiz', '300 555 0102', 'Suba'],
  ['Sin Contacto', null, 'Suba'],
];

test('who facilitates loads a list: sees each row first, matches columns, accepts a locality', async ({
  page,
}) => {
  const address = `/facilitacion/talleres/${meetingId}/cargar`;
  await as(page, 'moderadora', async () => expect((await page.goto(address))!.status()).toBe(403));
  await signIn(page, 'facilitadora');
  await page.goto(address);
  await expectUsable(page);
  const send = async (name: string, buffer: Buffer) => {
    await page.locator('[name=archivo]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: say('roster', 'load.send') }).click();
  };
  await send(
    'lista.csv',
    savedByExcel([
      ['nombre', 'correo', 'Nombre'],
      ['Ana', 'b', 'c'],
    ]),
  );
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(
    page.getByRole('table', { name: say('roster', 'load.problems') }).getByRole('row'),
  ).toHaveCount(2);
  await expectAccessible(page);

  // The sheet that is given out to be filled is one that is read.
  const empty = await page.request.get('/facilitacion/lista.xlsx');
  await send('vacia.xlsx', await empty.body());
  await expect(page.getByRole('table', { name: say('roster', 'load.problems') })).toContainText(
    say('sheets', 'rows.none'),
  );

  await send('lista.xlsx', xlsx(rows));
  await expect(page.getByText(say('roster', 'load.nothing'))).toBeVisible();
  await expectUsable(page);
  await page.getByText(say('roster', 'load.columns'), { exact: true }).click();
  await page.getByLabel('Vive en').selectOption('localidad');
  await page.locator('[name=consiente][value=todas]').check();
  await page.getByLabel(say('roster', 'load.consent.channel')).selectOption('telefono');
  await page.getByRole('button', { name: say('roster', 'load.apply') }).click();
  // The day is missing: it is said beside its field, and what was chosen stays.
  await expect(page.locator('[name=consiente_fecha]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=consiente][value=todas]')).toBeChecked();
  await expect(page.getByLabel('Vive en')).toHaveValue('localidad');
  await expectAccessible(page);
  await page.locator('[name=consiente_fecha]').fill('2026-11-02');
  await page.getByRole('button', { name: say('roster', 'load.apply') }).click();

  const place = page.getByLabel(say('roster', 'load.place', { text: 'Kenedy' }));
  await expect(place).toHaveAccessibleDescription(
    new RegExp(say('roster', 'load.place.suggestion', { name: 'Kennedy' }).replace('?', '\\?')),
  );
  await page.getByRole('button', { name: say('roster', 'load.apply') }).click();
  const table = page.getByRole('table', { name: say('roster', 'load.rows') });
  await expect(table.getByRole('row', { name: /Rosa Elvira/ })).toContainText(
    say('roster', 'load.fate.nueva'),
  );
  await expect(table.getByRole('row', { name: /Sin Contacto/ })).toContainText(
    say('roster', 'load.fate.rechazada'),
  );
  await expectUsable(page);
  await page.getByRole('button', { name: say('roster', 'load.confirm', { count: 2 }) }).click();
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.list_loaded') }),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /Camilo Ortiz/ }).first()).toBeVisible();
});

for (const [name, options] of [
  ['on a phone', phone],
  ['without script', noScript],
] as const)
  test.describe(name, () => {
    test.use(options);
    test('a list saved by Excel is looked at, with who may be one person, and dropped', async ({
      page,
    }) => {
      await signIn(page, 'facilitadora');
      await page.goto(`/facilitacion/talleres/${meetingId}/cargar`);
      await page.locator('[name=archivo]').setInputFiles({
        name: 'lista.csv',
        mimeType: 'text/csv',
        buffer: savedByExcel([
          ['Nombre', 'Teléfono', 'Correo', 'Acepta inscripción', 'Fecha de consentimiento'],
          ['Íñigo Muñoz Peña', '3005550111.0', '', 'x', '2/11/2026'],
          ['Muñoz Peña Íñigo', '', `inigo@prueba.convite`, 'sí', '2-nov-26'],
          ['', '', '', '', ''],
        ]),
      });
      await page.getByRole('button', { name: say('roster', 'load.send') }).click();
      const pair = page.getByRole('region', { name: /Íñigo/ }).first();
      await expect(pair).toContainText(say('roster', 'load.pair.line', { line: 3 }));
      await expectUsable(page);
      await page.getByLabel(say('roster', 'load.pair.skip', { line: 3 })).check();
      await page.getByRole('button', { name: say('roster', 'load.apply') }).click();
      await expect(page.getByRole('row', { name: /Muñoz Peña Íñigo/ })).toContainText(
        say('roster', 'load.fate.omitida'),
      );
      await expectAccessible(page);
      await page.getByRole('button', { name: say('roster', 'load.drop') }).click();
      await expect(
        page.getByRole('status').filter({ hasText: say('flash', 'notice.list_dropped') }),
      ).toBeVisible();
    });
  });
