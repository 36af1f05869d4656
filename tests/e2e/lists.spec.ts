import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { as, expect, signIn, test } from './fixtures.ts';
import { keyboard } from './hands.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
const run = promisify(execFile);
const dataDir = process.env['E2E_DATA_DIR']!;
let meetingId = '';

/** A meeting of the running app that the demonstration's facilitator runs. */
test.beforeAll(async () => {
  meetingId = (await withOwner(async (db) => await facilitatedMeeting(db, { capacity: 4 }))).id;
});

/** Runs the command on a list, as whoever keeps it would. */
async function importList(rows: string[], ...more: string[]): Promise<Record<string, unknown>> {
  const file = join(await mkdtemp(join(tmpdir(), 'convite-list-')), 'lista.csv');
  await writeFile(
    file,
    'nombre,correo,telefono,acepta_inscripcion,consentimiento_fecha,anio_nacimiento,canal,asistio\n' +
      `${rows.join('\n')}\n`,
  );
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { stdout } = await run(
    process.execPath,
    ['app/cli.server.ts', 'import-registrations', file, '--workshop', meetingId, ...more],
    { cwd: root, env: { ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' } },
  );
  return JSON.parse(stdout) as Record<string, unknown>;
}

test('the paper form is usable by everybody, ships no script, and is one sheet with the codes behind it', async ({
  page,
}) => {
  await page.goto(`/talleres/${meetingId}/formulario`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('roster', 'paper.title'));
  expect(await page.locator('script').count()).toBe(0);
  const sheets = async () =>
    (
      (await page.pdf({ format: 'A4', preferCSSPageSize: true }))
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g) ?? []
    ).length;
  expect(await sheets()).toBe(2);
  await expectUsable(page);
  await page.getByRole('link', { name: say('roster', 'paper.large') }).click();
  await expectAccessible(page);
  expect(await sheets()).toBeGreaterThan(2);
  await page.goto('/talleres/01900000-0000-7000-8000-000000000000/formulario');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

test('a list comes in, its facilitator says who is one person, and prints who has a place', async ({
  page,
}) => {
  const rows = [
    'Rosa Elvira Díaz,rosa-e2e@prueba.convite,3001112233,si,2026-11-02,1980,papel,',
    'Diaz Rosa Elvira,,3001112233,si,2026-11-02,1980,telefono,',
    'Camilo Ortiz,camilo-e2e@prueba.convite,,si,2026-11-02,1975,papel,',
    'Camilo Ortis,camilo2-e2e@prueba.convite,,si,2026-11-02,1975,papel,',
    'Elsa Mora,elsa-e2e@prueba.convite,,si,2026-11-02,,papel,',
    ',,,,,,papel,no',
  ];
  const trial = await importList(rows, '--dry-run');
  expect(trial).toMatchObject({
    leidas: 6,
    creadas: 5,
    en_espera: 1,
    duplicados_posibles: [
      { linea: 3, con_linea: 2 },
      { linea: 5, con_linea: 4 },
    ],
  });
  expect(await importList(rows)).toEqual(trial);
  expect(await importList(rows)).toMatchObject({ creadas: 0, ya_estaban: 5 });

  const twice = `/facilitacion/talleres/${meetingId}/repetidas`;
  await as(page, 'moderadora', async () => expect((await page.goto(twice))!.status()).toBe(403));
  await signIn(page, 'facilitadora');
  await page.goto(twice);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('roster', 'twice.heading', { count: 2 }),
  );
  await expectUsable(page);
  await keyboard.press(
    page,
    page
      .getByRole('region', { name: /Rosa/ })
      .getByRole('button', { name: say('roster', 'twice.merge') }),
  );
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.registrations_merged') }),
  ).toBeVisible();
  await expectAccessible(page);
  await keyboard.press(
    page,
    page
      .getByRole('region', { name: /Camilo/ })
      .getByRole('button', { name: say('roster', 'twice.distinct') }),
  );
  await expect(page.getByText(say('roster', 'twice.none.title'))).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/facilitacion/talleres/${meetingId}/lista`);
  await expectUsable(page);
  // Merged, three hold a place, and the freed one is offered to who waited.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('roster', 'paper.roster.heading', { count: 4 }),
  );
  const toSign = page.getByRole('region', {
    name: say('roster', 'paper.roster.sign.heading'),
    exact: true,
  });
  await expect(toSign.getByRole('rowheader', { name: 'Rosa Elvira Díaz' })).toBeVisible();
  await expect(toSign).not.toContainText('prueba.convite');
  await expect(page.getByRole('row', { name: /Elsa Mora.*elsa-e2e/ })).toContainText(
    say('roster', 'twice.state.ofrecida'),
  );
});
