import type { Page } from '@playwright/test';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { as, expect, mailTo, noScript, phone, signIn, signOut, test } from './fixtures.ts';
import { keyboard, pointing } from './hands.ts';
import { registerAsking } from './registrations.ts';
import { say, tag, field, callMeeting } from './meeting-form.ts';

/**
 * Says on the meeting's form who facilitates it: an address nobody has first, which loses nothing
 * that was typed.
 */
async function nameFacilitator(page: Page, own: string): Promise<void> {
  await page.goto(`${own}/preparar`);
  await page.getByRole('link', { name: say('meetings', 'prepare.facilitators.more') }).click();
  const known = page.getByRole('checkbox', { name: /facilitadora@demo\.convite/ });
  await known.check();
  await field(page, 'facilita_correos').fill(`nadie-${tag}@prueba.convite`);
  await field(page, 'materiales').fill('Mapa de los cruces');
  await page.getByRole('button', { name: say('meetings', 'prepare.save') }).click();
  await expect(page.getByRole('alert')).toContainText(
    say('errors', 'facilitator_unknown', { which: `nadie-${tag}@prueba.convite` }),
  );
  await expect(field(page, 'facilita_correos')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'materiales')).toHaveValue('Mapa de los cruces');
  await expect(known).toBeChecked();
  await expectUsable(page);
  await field(page, 'facilita_correos').fill('ciudadano2@demo.convite');
  await page.getByRole('button', { name: say('meetings', 'prepare.save') }).click();
  await expect(page.getByText(say('flash', 'notice.meeting_saved'))).toBeVisible();
  const second = page.getByRole('checkbox', { name: /ciudadano2@demo\.convite/ });
  await expect(known).toBeChecked();
  await expect(second).toBeChecked();
  await second.uncheck();
  await page.getByRole('button', { name: say('meetings', 'prepare.save') }).click();
  await expect(page.getByText(say('flash', 'notice.meeting_saved'))).toBeVisible();
  await expect(known).toBeChecked();
  await expect(second).toHaveCount(0);
  await expectAccessible(page);
}

test('coordination calls a meeting, invites a group, the facilitator answers a support, and it is cancelled', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const title = `Cruces seguros ${tag}`;
  const group = `Mujeres que caminan ${tag}`;
  const email = `apoyo-${tag}@prueba.convite`;
  await signIn(page, 'coordinacion');

  // What is missing is said beside each field, and what was typed stays.
  await page.goto('/facilitacion/talleres/nuevo');
  await field(page, 'titulo').fill(title);
  await field(page, 'cupo').fill('mil');
  await page.getByRole('button', { name: say('meetings', 'prepare.save.draft') }).click();
  await expect(page.getByRole('alert')).toContainText(`${say('meetings', 'prepare.purpose')}:`);
  await expect(field(page, 'titulo')).toHaveValue(title);
  await expect(field(page, 'cupo')).toHaveValue('mil');
  await expect(field(page, 'cupo')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);

  const id = await callMeeting(page, pointing, title);
  const own = `/facilitacion/talleres/${id}`;
  await nameFacilitator(page, own);

  // Everybody reads in which languages it is held.
  await page.goto(`/talleres/${id}`);
  await expect(
    page.getByText(
      say('meetings', 'meeting.languages', {
        names: [say('meetings', 'language.es'), say('meetings', 'language.csn')].join(', '),
      }),
    ),
  ).toBeVisible();
  await expectUsable(page);

  // Two people change it at once: the second keeps what they typed and is told.
  await page.goto(`${own}/preparar`);
  await field(page, 'titulo').fill(`${title} hoy`);
  const answer = await page.request.get(`${own}/preparar`);
  expect(answer.ok()).toBe(true);
  const second = await page.context().newPage();
  await second.goto(`${own}/preparar`);
  await second.locator('[name=direccion]').fill('Carrera 1');
  await second.getByRole('button', { name: say('meetings', 'prepare.save') }).click();
  await expect(second.getByText(say('flash', 'notice.meeting_saved'))).toBeVisible();
  await second.close();
  await page.getByRole('button', { name: say('meetings', 'prepare.save') }).click();
  await expect(page.getByRole('alert')).toContainText(say('errors', 'changed_meanwhile'));
  await expect(field(page, 'titulo')).toHaveValue(`${title} hoy`);
  await expectAccessible(page);
  await page.goto(`${own}/preparar`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  // A goal orders whom to ask; a new group is invited and answers.
  await page.getByRole('link', { name: say('common', 'nav.meeting.call'), exact: true }).click();
  await expectAccessible(page);
  await page.locator('summary', { hasText: say('groups', 'goal.add') }).click();
  // Of one meeting a goal is about ages or localities, and never about a few people.
  await expect(field(page, 'a_quien').locator('option[value^=genero]')).toHaveCount(0);
  await field(page, 'a_quien').selectOption('edad mayores_60');
  await field(page, 'proporcion').fill('mitad');
  await page.getByRole('button', { name: say('groups', 'goal.save') }).click();
  await expect(field(page, 'proporcion')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await field(page, 'proporcion').fill('10');
  await field(page, 'fuente').fill('Censo 2018, DANE');
  await page.getByRole('button', { name: say('groups', 'goal.save') }).click();
  await expect(page.getByRole('alert')).toContainText(say('errors', 'goal_of_few', { least: 34 }));
  await field(page, 'proporcion').fill('40');
  await page.getByRole('button', { name: say('groups', 'goal.save') }).click();
  await expect(page.getByRole('button', { name: /60 años o más/ })).toBeVisible();
  await page.locator('summary', { hasText: say('groups', 'call.group.new') }).click();
  await page.getByLabel(say('groups', 'call.group.name')).fill(group);
  await page.getByLabel(say('groups', 'call.group.kind')).selectOption('mujeres');
  await expectAccessible(page);
  await page.getByRole('button', { name: say('groups', 'call.group.add') }).click();
  await expect(
    page.getByRole('link', { name: say('groups', 'call.ask.invite.name', { name: group }) }),
  ).toBeVisible();
  await page
    .getByRole('link', { name: say('groups', 'call.ask.invite.name', { name: group }) })
    .click();
  await field(page, 'canal').selectOption('telefono');
  await page.getByRole('button', { name: say('groups', 'call.invite'), exact: true }).click();
  await expect(
    page.getByRole('link', { name: say('groups', 'call.ask.invite.name', { name: group }) }),
  ).toHaveCount(0);
  await expectAccessible(page);
  await page.locator('summary', { hasText: group }).click();
  await field(page, 'respuesta').selectOption('viene');
  await field(page, 'anunciadas').fill('12');
  await expectAccessible(page);
  await page.getByRole('button', { name: say('groups', 'call.note') }).click();
  await expect(page.locator('summary', { hasText: group })).toContainText(
    say('groups', 'call.answer.viene'),
  );
  await expectUsable(page);
  await signOut(page);

  // The facilitator sees who asked and answers; coordination does not see the name.
  await registerAsking(id, { name: 'Rosa Inés Cuervo', email, need: 'lsc' });
  await as(page, 'coordinacion', async () => {
    await page.goto(`${own}/apoyos`);
    await expect(page.getByText(say('roster', 'needs.no_names'))).toBeVisible();
    await expect(page.getByText('Rosa Inés Cuervo')).toHaveCount(0);
  });
  await as(page, 'facilitadora', async () => {
    await page.goto(`${own}/preparar`);
    await expect(page.locator('[name=facilita_correos]')).toHaveCount(0);
    await page.goto(`${own}/apoyos`);
    await expect(page.getByText('Rosa Inés Cuervo')).toBeVisible();
    await field(page, 'estado').selectOption('no_posible');
    await page.getByRole('button', { name: say('roster', 'needs.answer.send') }).click();
    await expect(page.getByRole('alert')).toContainText(say('errors', 'need_why'));
    await expectAccessible(page);
    await field(page, 'estado').selectOption('confirmado');
    await field(page, 'respuesta').fill('Gloria interpreta toda la mañana.');
    await page.getByRole('button', { name: say('roster', 'needs.answer.send') }).click();
    await expect(page.getByText(say('roster', 'needs.fine'))).toBeVisible();
    await expectUsable(page);
  });
  expect((await mailTo(page, email, /apoyo/)).texto).toContain('Gloria interpreta toda la mañana.');

  await signIn(page, 'coordinacion');
  await page.goto(`${own}/preparar`);
  await page.locator('summary', { hasText: say('meetings', 'prepare.cancel.open') }).click();
  await page.getByRole('button', { name: say('meetings', 'prepare.cancel') }).click();
  await expect(field(page, 'motivo')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await field(page, 'motivo').fill('El salón se inundó esta semana.');
  await page.getByRole('button', { name: say('meetings', 'prepare.cancel') }).click();
  await expect(page.getByText(say('meetings', 'state.cancelado'), { exact: true })).toBeVisible();
  await expect(page.getByText('El salón se inundó esta semana.')).toBeVisible();
  await expectAccessible(page);
  expect((await mailTo(page, email, /canceló/)).texto).toContain('El salón se inundó esta semana.');
  await page.goto(`/talleres/${id}/afiche`);
  await expect(page.getByText(say('meetings', 'share.cancelled'))).toBeVisible();
});

test.describe('on a phone, without script and by keyboard alone', () => {
  test.use({ ...noScript, ...phone });

  test('a meeting is called, published and shared', async ({ page }) => {
    test.setTimeout(180_000);
    await signIn(page, 'coordinacion');
    const title = `Barrio que camina ${tag}`;
    const id = await callMeeting(page, keyboard, title);
    await signOut(page);

    await page.goto(`/talleres/${id}/difundir`);
    await expect(page.locator('script')).toHaveCount(0);
    await expect(field(page, 'texto_para_copiar')).toHaveValue(
      new RegExp(`${title}[\\s\\S]*/talleres/${id}`),
    );
    await expect(
      page.getByRole('link', { name: say('meetings', 'share.whatsapp') }),
    ).toHaveAttribute('href', new RegExp(`^https://wa\\.me/\\?text=.*${id}`));
    await expectUsable(page);
    await keyboard.press(page, page.getByRole('link', { name: say('meetings', 'poster.open') }));
    await expect(page.locator('script')).toHaveCount(0);
    await expect(page.getByRole('img', { name: say('meetings', 'poster.qr') })).toBeVisible();
    await expect(page.getByText('Intérprete de lengua de señas')).toBeVisible();
    await expectUsable(page);
  });
});
