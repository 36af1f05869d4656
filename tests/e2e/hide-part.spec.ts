import { expectUsable } from './accessibility.ts';
import { as, expect, noScript, phone, sendIdea, signIn, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
const tag = Date.now().toString(36);

test.use({ ...noScript, ...phone });

test('a moderator hides a part of an idea; its author appeals, and another one reads it and gives it back', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const name = 'Zenobia Quiñones';
  const id = await as(page, 'ciudadana', async () =>
    (await sendIdea(page, `Bancas para ${name} ${tag}`)).split('/').pop(),
  );
  await signIn(page, 'moderadora');
  await page.request.post(`/moderacion/ideas/${id}`, { form: { decision: 'publicar' } });
  await page.goto(`/moderacion/ideas/${id}`);
  await page.getByRole('link', { name: say('moderation', 'part.title') }).click();
  await expectUsable(page);
  await page.locator('[name=partes]').fill('Zenobia Quiñónez');
  await page.locator('[name=explicacion]').fill('Nombra a una vecina.');
  await page.getByRole('button', { name: say('moderation', 'part.hide') }).click();
  await expect(page.getByRole('alert')).toContainText(say('errors', 'words_not_there'));
  await expect(page.locator('[name=explicacion]')).toHaveValue('Nombra a una vecina.');
  await expectUsable(page);
  await page.locator('[name=partes]').fill(name);
  await page.getByRole('button', { name: say('moderation', 'part.hide') }).click();
  await expect(page.getByText(say('flash', 'notice.part_hidden'))).toBeVisible();

  // Everybody sees the mark and the reason, nobody the name.
  await page.context().clearCookies({ name: 'sesion' });
  for (const path of [`/ideas/${id}`, `/ideas/${id}/versiones`, `/api/v1/ideas/${id}`]) {
    const seen = await (await page.request.get(path)).text();
    expect(seen, path).toContain('[dato personal oculto]');
    expect(seen, path).not.toContain('Zenobia');
  }
  await page.goto(`/ideas/${id}`);
  await expect(page.getByText('Nombra a una vecina.')).toBeVisible();

  await signIn(page, 'ciudadana');
  await page.goto(`/ideas/${id}`);
  await expectUsable(page);
  await page.getByRole('link', { name: say('ideas', 'appeal.file') }).click();
  await expectUsable(page);
  await page.locator('[name=texto]').fill('Es el nombre del parque.');
  await page.getByRole('button', { name: say('moderation', 'appeal.send') }).click();
  await expect(page.getByText(say('ideas', 'appeal.abierta'))).toBeVisible();

  // Who hid it does not read it; another moderator does, is told that it is written down, and decides.
  await signIn(page, 'moderadora');
  await page.goto('/moderacion/apelaciones');
  await page.getByRole('link', { name: `${tag}` }).click();
  await expect(page.getByText(say('moderation', 'sealed.others'))).toBeVisible();
  await page.goto(`${page.url()}&original=si`);
  expect(await page.content()).not.toContain('Zenobia');
  const address = page.url();
  await signIn(page, 'moderador2');
  await page.goto(address.replace('&original=si', ''));
  expect(await page.content()).not.toContain('Zenobia');
  await expect(page.getByText(say('moderation', 'sealed.told'))).toBeVisible();
  await page.getByRole('button', { name: say('moderation', 'sealed.read') }).click();
  await expect(page.getByText(`Bancas para ${name} ${tag}`)).toBeVisible();
  await expectUsable(page);
  await page.getByLabel(say('moderation', 'appeals.revert')).check();
  await page.locator('[name=explicacion]').fill('Es un lugar.');
  await page.getByRole('button', { name: say('moderation', 'appeals.send') }).click();
  await expect(page.getByText(say('flash', 'notice.appeal_settled'))).toBeVisible();
  await page.goto(`/ideas/${id}`);
  await expect(page.getByRole('heading', { name: `Bancas para ${name} ${tag}` })).toBeVisible();
});
