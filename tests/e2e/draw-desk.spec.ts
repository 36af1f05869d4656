import { numbersFrom } from '#tests/factories/pools.ts';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { closeRegistration, drawnMeeting, type Goal } from './drawn-meeting.ts';
import { expect, signIn, signOut, test } from './fixtures.ts';
import { say, button, lookUntil, tag } from './draw-steps.ts';

/** Three in ten are in a group, and of those four in ten in one of women. */
function kindOfGroup(next: () => number): string {
  if (next() >= 0.3) return 'ninguna';
  return next() < 0.4 ? 'mujeres' : 'jac';
}

test('what the plan aims at is fixed; a long calculation says nothing of what it finds, stops and goes on', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const goal = (variable: Goal['variable'], value: string, share: number) => ({
    variable,
    value,
    share,
    tolerance: 0.03,
  });
  const goals = [
    goal('genero', 'mujer', 0.5),
    goal('edad', 'jovenes_14_28', 0.3),
    goal('edad', 'mayores_60', 0.2),
    goal('cuida', 'si', 0.3),
    goal('discapacidad', 'si', 0.1),
    goal('localidad', '05', 0.15),
    goal('localidad', '07', 0.2),
    goal('localidad', '11', 0.2),
    goal('organizacion_tipo', 'jac', 0.2),
    goal('organizacion_tipo', 'mujeres', 0.1),
  ];
  const next = numbersFrom(5);
  const people = Array.from({ length: 1000 }, () => ({
    genero: next() < 0.62 ? 'mujer' : 'hombre',
    anio_nacimiento: 1945 + Math.floor(next() * 62),
    cuida: [next() < 0.35 ? 'ninez' : 'no'],
    wg_ver: next() < 0.12 ? 'mucha' : 'ninguna',
    localidad: ['05', '07', '11', '08'][Math.floor(next() * 4)],
    organizacion_tipo: kindOfGroup(next),
  }));
  const { id } = await drawnMeeting(`Sorteo largo ${tag}`, 40, people, goals);
  await closeRegistration(id);
  await signIn(page, 'facilitadora');
  const desk = `/facilitacion/talleres/${id}/sorteo`;
  await page.goto(desk);
  const part = (value: string) =>
    page.getByRole('group', {
      name: `${say('groups', 'goal.variable.edad')}: ${say('groups', `goal.age.${value}` as 'goal.age.mayores_60')}`,
    });
  const proposed = await part('mayores_60')
    .locator('input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  expect(proposed).toEqual(['6', '10']);
  // What touches sensitive answers stands there and has no field.
  await expect(page.getByText(say('draw', 'draw.quotas.fixed'))).toBeVisible();
  await expect(page.locator('[name^="min."]')).toHaveCount(5);
  await expectUsable(page);
  await button(page, say('draw', 'draw.prepare')).click();
  await lookUntil(page, say('draw', 'draw.ready.title'));
  await button(page, say('draw', 'draw.start')).click();
  // The page looks by itself.
  await expect(page.getByText(say('draw', 'draw.running.begun'))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(say('draw', 'draw.running.not_yet'))).toBeVisible();
  await expectAccessible(page);
  await button(page, say('draw', 'draw.stop')).click();
  await expect(
    page.getByRole('heading', { name: say('draw', 'draw.stopped.title') }),
  ).toBeVisible();
  await expectUsable(page);
  await button(page, say('draw', 'draw.continue')).click();
  await expect(
    page.getByRole('heading', { name: say('draw', 'draw.running.title') }),
  ).toBeVisible();
  await button(page, say('draw', 'draw.stop')).click();
  await expect(
    page.getByRole('heading', { name: say('draw', 'draw.stopped.title') }),
  ).toBeVisible();
});

test('how places are given is chosen before anybody registers, and then stays', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { id } = await drawnMeeting(`Reparto ${tag}`, 5, [], []);
  await signIn(page, 'facilitadora');
  const choose = async (allocation: string) => {
    await page.goto(`/facilitacion/talleres/${id}/preparar`);
    await page.locator(`[name=reparto][value=${allocation}]`).check();
    await page.getByRole('button', { name: say('meetings', 'prepare.save') }).click();
  };
  await choose('metas');
  await expect(page.getByText(say('flash', 'notice.meeting_saved'))).toBeVisible();
  await expect(page.locator('[name=reparto][value=metas]')).toBeChecked();
  await expectUsable(page);
  await page.goto(`/facilitacion/talleres/${id}/sorteo`);
  await expect(page.getByText(say('draw', 'draw.desk.not_said'))).toBeVisible();
  await expectUsable(page);
  await signOut(page);

  await page.goto(`/talleres/${id}/inscripcion`);
  await expect(page.getByText(say('meetings', 'allocation.says.metas'))).toBeVisible();
  await expect(page.getByText(say('registration', 'form.self.lead.metas'))).toBeVisible();
  await expectUsable(page);
  expect((await page.goto(`/talleres/${id}/sorteo`))!.status()).toBe(404);
  await page.goto(`/talleres/${id}/inscripcion`);
  await page.locator('[name=nombre]').fill('Rosa Elena Cubillos');
  await page.locator('[name=correo]').fill(`reparto.${tag}@prueba.convite`);
  await page.locator('[name=acepta_inscripcion]').check();
  await page
    .getByRole('button', { name: say('registration', 'form.send') })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('registration', 'own.heading.inscrita'),
  );

  await signIn(page, 'facilitadora');
  await choose('llegada');
  await expect(page.getByRole('alert')).toContainText(say('errors', 'allocation_frozen'));
  await expect(page.locator('[name=reparto][value=llegada]')).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expectAccessible(page);
});
