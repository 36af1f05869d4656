import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expectAccessible } from './accessibility.ts';
import { as, expect, mailTo, sendIdea, signIn, test } from './fixtures.ts';
import { pressOn } from './focus.ts';
import { keyboard } from './hands.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
const run = promisify(execFile);

test('a moderator triages by single letters, which can be listed and switched off', async ({
  page,
}) => {
  await as(page, 'ciudadana', async () => {
    await sendIdea(page, 'Bancas con espaldar para leer');
    await sendIdea(page, 'Bancas con espaldar para conversar');
  });
  await signIn(page, 'moderador2');
  await page.goto('/moderacion?compromiso=espacio-publico');
  await keyboard.press(page, page.getByRole('link', { name: say('moderation', 'queue.start') }));
  await expect(page).toHaveURL(/\/moderacion\/ideas\//);
  const first = page.url();
  const button = page.getByRole('button', { name: say('moderation', 'keys.button') });
  await expect(button).toBeVisible();

  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: say('moderation', 'keys.button') });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('j');
  await expect(page).not.toHaveURL(first);
  await expect(button).toBeVisible();
  await page.keyboard.press('k');
  await expect(page).toHaveURL(first);
  await expect(button).toBeVisible();

  for (const [letter, decision] of [
    ['p', 'publicar'],
    ['r', 'rechazar'],
    ['d', 'devolver'],
  ] as const) {
    await page.keyboard.press(letter);
    await expect(page.locator(`[name=decision][value=${decision}]`)).toBeChecked();
  }
  await expectAccessible(page);
  // In a text they are letters.
  await keyboard.type(page, page.locator('[name=explicacion]'), '');
  await page.keyboard.type('jpr?');
  await expect(page.locator('[name=explicacion]')).toHaveValue('jpr?');
  await expect(page.locator('[name=decision][value=devolver]')).toBeChecked();

  await keyboard.press(page, button);
  await pressOn(page, dialog.getByRole('checkbox'), 'Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await page.keyboard.press('j');
  await expect(page.locator('[name=decision][value=devolver]')).toBeChecked();
  await expect(page).toHaveURL(first);
  // The choice is remembered in this browser; the button still lists them and switches them on.
  await page.goto(first);
  await expect(button).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.locator('[name=decision][value=publicar]')).not.toBeChecked();
  await keyboard.press(page, button);
  await keyboard.tick(page, dialog.getByRole('checkbox'));
  await page.keyboard.press('Escape');

  await page.keyboard.press('c');
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.idea_claimed') }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('c');
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.idea_released') }),
  ).toBeVisible();
});

test('asking back stops the clock until the author answers, and the answer stands beside the idea', async ({
  page,
}) => {
  const title = 'Bancas con espaldar donde pega el sol';
  const path = await as(page, 'ciudadana', async () => await sendIdea(page, title));
  await as(page, 'moderadora3', async () => {
    await page.goto(`/moderacion${path}`);
    await expect(
      page.getByRole('button', { name: say('moderation', 'keys.button') }),
    ).toBeVisible();
    await page.keyboard.press('d');
    // A decision of this kind needs its reason and what the author will read.
    await keyboard.press(
      page,
      page.getByRole('button', { name: say('moderation', 'decide.send') }),
    );
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.locator('[name=decision][value=devolver]')).toBeChecked();
    await expectAccessible(page);
    await keyboard.tick(page, page.locator('[data-for=devolver] [name=motivo]').first());
    await keyboard.type(
      page,
      page.locator('[name=explicacion]'),
      '¿En qué parque sería? Dinos el barrio.',
    );
    await keyboard.press(
      page,
      page.getByRole('button', { name: say('moderation', 'decide.send') }),
    );
    await expect(page.getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible();
    await page.goto('/moderacion?vista=pausa');
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await expectAccessible(page);
  });

  const subject = say('notices', 'kind.idea_returned.title', { title });
  const mail = await mailTo(page, 'ciudadana@demo.convite', new RegExp(subject));
  expect(mail.texto).toContain('¿En qué parque sería? Dinos el barrio.');
  await as(page, 'ciudadana', async () => {
    await page.goto(path);
    await expectAccessible(page);
    await keyboard.press(page, page.getByRole('link', { name: say('ideas', 'own.answer') }));
    await expect(page.getByText('¿En qué parque sería? Dinos el barrio.')).toBeVisible();
    await keyboard.type(page, page.locator('[name=texto]'), 'En el parque de Bosa Piamonte.');
    await expectAccessible(page);
    await keyboard.press(
      page,
      page.getByRole('button', { name: say('moderation', 'answer.send') }),
    );
    await expect(
      page.getByRole('status').filter({ hasText: say('flash', 'notice.answer_sent') }),
    ).toBeVisible();
    // It is answered once.
    await page.goto(`${path}/respuesta`);
    await expect(page).toHaveURL(new RegExp(`${path}$`));
  });

  await as(page, 'moderadora3', async () => {
    await page.goto('/moderacion?compromiso=espacio-publico');
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await page.goto(`/moderacion${path}`);
    await expect(page.getByText('En el parque de Bosa Piamonte.')).toBeVisible();
    await expectAccessible(page);
  });
});

test('two moderators at one idea: the second sees who has it, and cannot decide it', async ({
  page,
  browser,
}) => {
  const path = await as(
    page,
    'ciudadana',
    async () => await sendIdea(page, 'Bancas con espaldar junto a la fuente'),
  );
  await signIn(page, 'moderadora');
  await page.goto(`/moderacion${path}`);
  await page.getByRole('button', { name: say('moderation', 'claim.take') }).click();
  await expect(
    page.getByRole('button', { name: say('moderation', 'claim.release') }),
  ).toBeVisible();

  const other = await browser.newContext({ baseURL: process.env['E2E_URL']!, locale: 'es-CO' });
  try {
    const second = await other.newPage();
    await signIn(second, 'moderador2');
    await second.goto(`/moderacion${path}`);
    await expect(
      second.getByText(say('moderation', 'claim.other', { name: 'Paola Rincón Useche' })).last(),
    ).toBeVisible();
    await expect(second.locator('[name=decision]')).toHaveCount(0);
    await expectAccessible(second);
    // A page opened earlier still posts: it is refused, and nothing changes.
    const late = await second.request.post(`/moderacion${path}`, {
      form: { decision: 'publicar' },
      maxRedirects: 0,
    });
    expect(late.status()).toBe(409);
    expect(await late.text()).toContain('Paola Rincón Useche');

    await page.locator('[name=decision][value=publicar]').check();
    await page.getByRole('button', { name: say('moderation', 'decide.send') }).click();
    await expect(page.getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible();
    const twice = await second.request.post(`/moderacion${path}`, {
      form: { decision: 'publicar', vistas: '0' },
      maxRedirects: 0,
    });
    expect(twice.status(), 'already decided').toBe(409);
    await second.goto(path);
    await expect(second.getByRole('heading', { level: 1 })).toHaveText(
      'Bancas con espaldar junto a la fuente',
    );
  } finally {
    await other.close();
  }
});

test('a burst that was imported waits in quarantine and leaves it with one reason', async ({
  page,
}) => {
  const dataDir = process.env['E2E_DATA_DIR']!;
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const file = join(await mkdtemp(join(tmpdir(), 'convite-burst-')), 'rafaga.csv');
  await writeFile(
    file,
    'id,titulo,descripcion\n' +
      `${[1, 2, 3, 4, 5, 6].map((n) => `r${n},URL Test - 174142800${n},Testing with a video`).join('\n')}\n`,
  );
  const { stdout } = await run(
    process.execPath,
    ['app/cli.server.ts', 'import-ideas', file, '--commitment', 'salud'],
    { cwd: root, env: { ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' } },
  );
  expect(JSON.parse(stdout) as { creadas: number }).toMatchObject({
    creadas: 6,
    en_cuarentena: [2, 3, 4, 5, 6, 7],
  });
  // Nobody outside sees them.
  await page.goto('/ideas?q=test');
  await expect(page.getByRole('link', { name: /URL Test/ })).toHaveCount(0);

  await signIn(page, 'moderador2');
  await page.goto('/moderacion?vista=cuarentena&compromiso=salud');
  await expect(page.getByRole('checkbox', { name: /URL Test/ })).toHaveCount(6);
  await expectAccessible(page);
  await keyboard.press(page, page.getByRole('button', { name: say('moderation', 'batch.send') }));
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await keyboard.tick(page, page.locator('[name=todas]'));
  await keyboard.press(page, page.getByRole('button', { name: say('moderation', 'batch.send') }));
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.ideas_rejected') }),
  ).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /URL Test/ })).toHaveCount(0);
  await expectAccessible(page);
});

test('a comment with personal data waits: its author sees it, a moderator hides what is marked by one letter', async ({
  page,
}) => {
  await page.goto('/ideas');
  const idea = await page
    .locator('main a[href^="/ideas/"]')
    .evaluateAll(
      (links) =>
        links
          .map((link) => new URL((link as HTMLAnchorElement).href).pathname)
          .find((path) => /^\/ideas\/[0-9a-f-]{36}$/.test(path)) ?? '',
    );
  const text = 'Para ayudar, llamen al 310 555 0123.';
  await as(page, 'ciudadana', async () => {
    await page.request.post(`${idea}/comentarios`, { form: { texto: text }, maxRedirects: 0 });
    await page.goto(idea);
    const own = page.getByRole('article').filter({ hasText: say('ideas', 'comments.held') });
    await expect(own.locator('mark')).toHaveText('310 555 0123');
    await expectAccessible(page);
  });
  await page.goto(idea);
  await expect(page.getByText('310 555 0123')).toHaveCount(0);

  await signIn(page, 'moderador2');
  await page.goto('/moderacion/comentarios');
  await expect(page.getByText(say('moderation', 'keys.button')).first()).toBeVisible();
  const held = page.getByRole('article').filter({ hasText: text });
  await expect(held.locator('mark')).toHaveText('310 555 0123');
  await expectAccessible(page);
  // Others may wait before it: the letter acts where the focus is.
  await held.getByRole('link').focus();
  await page.keyboard.press('o');
  await expect(page.getByText('310 555 0123')).toHaveCount(0);
  await page.goto(idea);
  await expect(page.getByText('Para ayudar, llamen al [dato personal oculto].')).toBeVisible();
});
