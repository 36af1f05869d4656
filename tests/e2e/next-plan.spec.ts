import { expectAccessible, expectReflow } from './accessibility.ts';
import { startAlone } from './alone.ts';
import { expect, noScript, phone, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

test.describe('plans follow one another, on a telephone and without script', () => {
  test.use({ ...phone, ...noScript });
  // It ends the plan for everybody: on an app of its own.
  test.skip(() => !process.env['E2E_ALONE'], 'The app was running before the journeys');

  test('a plan ends when each group of ideas has its answer or its reason, and the next begins', async ({
    page,
  }) => {
    const { url, stop } = await startAlone('convite_next_plan');
    await page.request.post(`${url}/entrar`, {
      form: { correo: 'coordinacion@demo.convite', clave: 'convite-demo' },
    });
    await page.goto(`${url}/coordinacion/plan`);
    const ideas = (await (await page.request.get(`${url}/api/v1/ideas?limite=100`)).json()) as {
      datos: { id: string; camino: string; compromiso: string }[];
    };
    const waiting = ideas.datos.find(({ camino }) => camino === 'revisada')!;
    await page.getByRole('link', { name: say('coordination', 'plan.archive') }).click();
    await expect(page).toHaveURL(/\/coordinacion\/plan\/archivar$/);
    await expectAccessible(page);
    await expectReflow(page);
    await page.getByRole('button', { name: say('proposals', 'archive.send') }).click();
    await expect(page.getByRole('alert')).toContainText(say('errors', 'ending_reason_missing'));
    await expectAccessible(page);
    const why = 'El plan terminó y el equipo no alcanzó a estudiarla.';
    await page.locator('[name=razon]').fill(why);
    await page.getByRole('button', { name: say('proposals', 'archive.send') }).click();
    await expect(page.getByRole('status')).toContainText(say('flash', 'notice.plan_archived'));
    await expectAccessible(page);

    await page.goto(`${url}/ideas/${waiting.id}`);
    await expect(page.getByText(say('ideas', 'road.ended'))).toBeVisible();
    await expect(page.getByText(why)).toBeVisible();
    await expectAccessible(page);

    await page.goto(`${url}/coordinacion/plan`);
    for (const [name, text] of [
      ['titulo_es', 'El plan que sigue'],
      ['titulo_en', 'The next plan'],
      ['resumen_es', 'Lo que la ciudad promete ahora.'],
      ['resumen_en', 'What the city promises now.'],
    ] as const)
      await page.locator(`[name=${name}]`).fill(text);
    await page.getByRole('button', { name: say('coordination', 'plan.open') }).click();
    await expect(page.getByRole('status')).toContainText(say('flash', 'notice.plan_opened'));
    // The address of the ended plan stays, and says how its ideas ended.
    await page.goto(`${url}/compromisos/${waiting.compromiso}`);
    await expect(page.getByText(why).first()).toBeVisible();
    await expectAccessible(page);
    await stop();
  });
});
