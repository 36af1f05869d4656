import { expectAccessible, expectUsable } from './accessibility.ts';
import { as, expect, signIn, test } from './fixtures.ts';
import { pointing } from './hands.ts';
import { registerAsking } from './registrations.ts';
import { say, tag, field, callMeeting } from './meeting-form.ts';

test('a member of the Circle invites groups and sees no people', async ({ page }) => {
  test.setTimeout(120_000);
  const title = `Mesa abierta ${tag}`;
  const group = `Observatorio de cruces ${tag}`;
  let id = '';
  await as(page, 'coordinacion', async () => void (id = await callMeeting(page, pointing, title)));
  await registerAsking(id, {
    name: 'Persona Reservada',
    email: `reservada-${tag}@prueba.convite`,
    need: 'rampa',
  });
  await signIn(page, 'circulo-civil');
  await page.goto('/circulo/mesa');
  await page.getByRole('link', { name: say('groups', 'call.circle.link') }).click();
  await expectUsable(page);
  await page.getByRole('link', { name: title }).click();
  await page.locator('summary', { hasText: say('groups', 'call.group.new') }).click();
  await page.getByLabel(say('groups', 'call.group.name')).fill(group);
  await page.getByLabel(say('groups', 'call.group.kind')).selectOption('observatorio');
  await page.getByRole('button', { name: say('groups', 'call.group.add') }).click();
  await expect(field(page, 'organizacion').locator('option:checked')).toContainText(group);
  await page.getByRole('button', { name: say('groups', 'call.invite'), exact: true }).click();
  await expect(page.locator('summary', { hasText: group })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText('Persona Reservada')).toHaveCount(0);
  for (const part of ['preparar', 'apoyos'])
    expect((await page.goto(`/facilitacion/talleres/${id}/${part}`))!.status(), part).toBe(403);
  await page.goto('/facilitacion/grupos');
  await expect(page.getByText(say('groups', 'call.merge.title'))).toHaveCount(0);
  await expectAccessible(page);
});

test('the desk, the form, the catalogue and the plan’s goals are usable by everybody, also in the dark', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'coordinacion');
  for (const path of [
    '/facilitacion',
    '/facilitacion/talleres/nuevo',
    '/facilitacion/grupos',
    '/coordinacion/metas',
  ]) {
    await page.goto(path);
    await expectUsable(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
  }
});
