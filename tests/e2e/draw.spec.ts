import { expectAccessible, expectUsable } from './accessibility.ts';
import { closeRegistration, drawnMeeting, statesOf, type Goal } from './drawn-meeting.ts';
import { as, expect, mailTo, noScript, phone, test } from './fixtures.ts';
import { twenty, enter, walkDesk, say, moment, button, tag } from './draw-steps.ts';

const elders: Goal = { variable: 'edad', value: 'mayores_60', share: 0.5, tolerance: 0.1 };

test('places are drawn: from the rules before to what anybody can check after', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const { id } = await drawnMeeting(`Sorteo de prueba ${tag}`, 5, twenty, [elders]);
  const mail = `sorteo.${tag}@prueba.convite`;
  const own = await enter(page, id, mail);
  await closeRegistration(id);
  await walkDesk(page, id, '4821, serie 117');
  expect(await statesOf(id)).toEqual({ inscrita: 5, en_espera: 16 });

  await page.goto(own);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    new RegExp(
      `^(${say('registration', 'own.heading.inscrita')}|${say('registration', 'own.heading.en_espera')})$`,
    ),
  );
  const pseudonym = (await page
    .getByRole('region', { name: say('draw', 'draw.own.title') })
    .locator('code')
    .first()
    .textContent())!;
  expect(pseudonym).toMatch(/^[\w-]{22}$/);
  await expectUsable(page);
  await mailTo(page, mail, /por sorteo|no te dio puesto/);

  // Where names stand, no name of the draw does.
  const token = (await page
    .getByRole('region', { name: say('draw', 'draw.own.title') })
    .locator('code')
    .last()
    .textContent())!;
  await as(page, 'facilitadora', async () => {
    for (const path of ['', '/lista', '/repetidas', '/apoyos']) {
      const html = await (await page.request.get(`/facilitacion/talleres/${id}${path}`)).text();
      if (path === '') expect(html).toContain('Rosa Elena Cubillos');
      expect(html.includes(pseudonym) || html.includes(token), path).toBe(false);
    }
  });

  // Everybody reads the result; the person finds themselves in the lottery.
  await page.goto(`/talleres/${id}/sorteo`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('draw', 'draw.page.heading.held'),
  );
  await expect(page.getByText(`${moment(20).slice(0, 10)}|4821117`, { exact: true })).toBeVisible();
  await expect(page.locator('script')).toHaveCount(0);
  await page.locator('summary').first().click();
  await expectUsable(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
  const answer = await page.request.get(`/talleres/${id}/sorteo/loteria.json`);
  expect(answer.headers()['content-disposition']).toContain('attachment');
  const lottery = await answer.body();
  expect(lottery.toString()).toContain(pseudonym);

  // In the browser, from the file and the seed.
  await page.getByRole('link', { name: say('draw', 'draw.files.check') }).click();
  await expect(page).toHaveURL(/\/transparencia\/verificar\?sorteo=/);
  const seed = page.locator('[name=semilla]');
  await expect(seed).toHaveValue(/^[0-9a-f]{64}$/);
  await expectUsable(page);
  await button(page, say('draw', 'draw.check.go')).click();
  await expect(page.locator('[name=loteria]')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page
    .locator('[name=loteria]')
    .setInputFiles({ name: 'loteria.json', mimeType: 'application/json', buffer: lottery });
  await button(page, say('draw', 'draw.check.go')).click();
  await expect(page.getByText(say('draw', 'draw.check.agrees'), { exact: true })).toBeVisible();
  await expectAccessible(page);
  // One letter of the seed, or one weight of the file, and it no longer does.
  const right = await seed.inputValue();
  await seed.fill(right.replace(/^./, right.startsWith('0') ? '1' : '0'));
  await button(page, say('draw', 'draw.check.go')).click();
  await expect(page.getByText(say('draw', 'draw.check.differs'))).toBeVisible();
  await seed.fill(right);
  const panels = JSON.parse(lottery.toString()) as { panel: string[]; peso: number }[];
  panels[0]!.peso -= 1;
  panels[1]!.peso += 1;
  await page.locator('[name=loteria]').setInputFiles({
    name: 'loteria.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(panels)),
  });
  await button(page, say('draw', 'draw.check.go')).click();
  await expect(page.getByText(say('draw', 'draw.check.differs'))).toBeVisible();
  await page
    .locator('[name=loteria]')
    .setInputFiles({ name: 'otra.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await button(page, say('draw', 'draw.check.go')).click();
  await expect(page.locator('[name=loteria]')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
});

test.describe('on a phone, without script', () => {
  test.use({ ...noScript, ...phone });

  test('places are drawn all the same, and the page says how to check it', async ({ page }) => {
    test.setTimeout(240_000);
    const { id } = await drawnMeeting(`Sorteo sin script ${tag}`, 5, twenty, [elders]);
    await enter(page, id, `sin.script.${tag}@prueba.convite`);
    await closeRegistration(id);
    await walkDesk(page, id, '0007 serie 007');
    expect(await statesOf(id)).toEqual({ inscrita: 5, en_espera: 16 });
    await page.goto(`/transparencia/verificar?sorteo=${id}`);
    await expect(
      page.getByText(
        /select-panel --lottery loteria\.json --tokens fichas\.json --record sorteo\.json/,
      ),
    ).toBeVisible();
    await expect(page.locator('[name=semilla]')).toHaveCount(0);
    await expectUsable(page);
  });
});
