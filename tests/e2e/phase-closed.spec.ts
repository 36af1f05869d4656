import { newMeeting } from '#tests/factories/meetings.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { expectUsable } from './accessibility.ts';
import { expect, signIn, test } from './fixtures.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';
import { registerAsking } from './registrations.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

test('a form sent after the phase of the workshops closed is refused with its reason', async ({
  page,
}) => {
  // Of a plan of its own: the others work in the active one, whose phase stays open.
  const { id } = await withOwner(
    async (db) =>
      await newMeeting(db, await newPlan(db, { state: 'archived', closed: ['talleres'] })),
  );
  const answer = await page.request.post(`/talleres/${id}/inscripcion`, {
    form: { nombre: 'Rosa Tardía', correo: 'tardia@prueba.convite', acepta_inscripcion: 'si' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(409);
  const said = await answer.text();
  expect(said).toContain(say('errors', 'phase_closed_talleres'));
  expect(said).toContain('Rosa Tardía');
  expect((await page.request.get(`/talleres/${id}/inscripcion`)).status()).toBe(409);
  await page.goto(`/talleres/${id}`);
  await expect(page.locator(`a[href="/talleres/${id}/inscripcion"]`)).toHaveCount(0);
  await expectUsable(page);
});

test('who would close the phase sees first how many meetings and people that touches', async ({
  page,
}) => {
  const { id } = await withOwner(async (db) => await facilitatedMeeting(db));
  await registerAsking(id, { name: 'Rosa', email: `fase-${id}@prueba.convite`, need: 'lsc' });
  await signIn(page, 'coordinacion');
  const phase = await withOwner(
    async (db) =>
      await db
        .selectFrom('phase')
        .innerJoin('plan', 'plan.id', 'phase.plan_id')
        .select('phase.id')
        .where('plan.state', '=', 'active')
        .where('phase.kind', '=', 'talleres')
        .executeTakeFirstOrThrow(),
  );
  await page.goto(`/coordinacion/fases/${phase.id}`);
  const told = page.getByText(say('coordination', 'phases.meetings.title'));
  await page.getByRole('button', { name: say('coordination', 'preview.see') }).click();
  await expect(page.getByText(say('coordination', 'phases.meetings.none'))).toBeVisible();
  // An hour from now as clocks in Bogotá show it: before every meeting that takes registrations.
  await page
    .locator('[name=cierra]')
    .fill(new Date(Date.now() - 4 * 3_600_000).toISOString().slice(0, 16));
  await page.getByRole('button', { name: say('coordination', 'preview.see') }).click();
  await expect(told).toBeVisible();
  await expect(page.getByText(/\d+ encuentros? dejan? de recibir inscripciones/)).toBeVisible();
  await expect(page.getByText(/\d+ personas? tienen? puesto/)).toBeVisible();
  await expectUsable(page);
});
