import { createHash } from 'node:crypto';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { addShare, bringTo, closeRegistration, drawnMeeting, statesOf } from './drawn-meeting.ts';
import { as, expect, signIn, test } from './fixtures.ts';
import { twenty, prove, say, moment, button, tag } from './draw-steps.ts';

test('people of the Circle make the seed: each commits to a secret and reveals it', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const { id } = await drawnMeeting(`Sorteo del Círculo ${tag}`, 5, twenty, []);
  await closeRegistration(id);
  await as(page, 'facilitadora', async () => {
    await prove(page, id);
    await page.locator('[name=momento]').fill(moment(60));
    await page.locator('[name=aportes][value=si]').check();
    await page.locator('[name=aportes_hasta]').fill(moment(20));
    await button(page, say('draw', 'draw.commit')).click();
    await expect(page.locator('[name=revelar_hasta]')).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await page.locator('[name=revelar_hasta]').fill(moment(40));
    await page.locator('[name=origen][value=loteria]').check();
    await page.locator('[name=loteria]').fill('Lotería del Meta');
    await page.locator('[name=sorteo]').fill('3230');
    await button(page, say('draw', 'draw.commit')).click();
    await expect(page.getByText(say('draw', 'draw.shares.none'))).toBeVisible();
    await expectAccessible(page);
  });

  // One writes a phrase, which stays in the browser; the other has no script and brings the hash.
  const phrase = 'el río baja despacio y canta';
  await as(page, 'circulo-civil', async () => {
    await page.goto('/circulo/mesa');
    await page.getByRole('link', { name: `Sorteo del Círculo ${tag}` }).click();
    await expectUsable(page);
    await page.getByLabel(say('draw', 'draw.secret.phrase')).fill(phrase);
    await expect(page.locator('[name=huella]')).toHaveValue(
      createHash('sha256').update(phrase).digest('hex'),
    );
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await button(page, say('draw', 'draw.secret.commit')).click();
    expect((await sent).postData()).not.toContain('despacio');
    await expect(page.getByText(say('flash', 'notice.secret_committed'))).toBeVisible();
    await expectAccessible(page);
  });
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: process.env['E2E_URL'],
  });
  const other = await plain.newPage();
  await signIn(other, 'circulo-gobierno');
  await other.goto(`/circulo/mesa/sorteos/${id}`);
  await other.locator('[name=huella]').fill('no es una huella');
  await button(other, say('draw', 'draw.secret.commit')).click();
  await expect(other.locator('[name=huella]')).toHaveAttribute('aria-invalid', 'true');
  await other
    .locator('[name=huella]')
    .fill(createHash('sha256').update('otro secreto, otra orilla').digest('hex'));
  await button(other, say('draw', 'draw.secret.commit')).click();
  await expect(other.getByText(say('flash', 'notice.secret_committed'))).toBeVisible();
  await expectAccessible(other);

  // While secrets are committed to, nobody sees the lottery.
  await page.goto(`/talleres/${id}/sorteo`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('draw', 'draw.page.heading.gathering'),
  );
  await expectUsable(page);
  expect((await page.request.get(`/talleres/${id}/sorteo/loteria.json`)).status()).toBe(404);
  await addShare(id, 'una tercera voz del barrio');
  await bringTo(id, 'shares_until');
  expect((await page.request.get(`/talleres/${id}/sorteo/loteria.json`)).status()).toBe(200);
  await other.goto(`/circulo/mesa/sorteos/${id}`);
  await other.locator('[name=secreto]').fill('otro secreto, otra orilla');
  await button(other, say('draw', 'draw.secret.reveal')).click();
  await expect(other.getByText(say('draw', 'draw.secret.revealed'))).toBeVisible();
  await expectAccessible(other);
  await plain.close();
  await as(page, 'circulo-civil', async () => {
    await page.goto(`/circulo/mesa/sorteos/${id}`);
    await page.locator('[name=secreto]').fill(`${phrase}.`);
    await button(page, say('draw', 'draw.secret.reveal')).click();
    await expect(page.locator('[name=secreto]')).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await page.locator('[name=secreto]').fill(phrase);
    await button(page, say('draw', 'draw.secret.reveal')).click();
    await expect(
      page.getByText(say('draw', 'draw.shares.revealed', { secret: phrase })),
    ).toBeVisible();
    await expectUsable(page);
  });
  await as(page, 'facilitadora', async () => {
    await bringTo(id, 'source_at');
    await page.goto(`/facilitacion/talleres/${id}/sorteo`);
    await page.locator('[name=resultado]').fill('0482 serie 091');
    await expectAccessible(page);
    await button(page, say('draw', 'draw.hold')).click();
    await expect(page.getByText(say('draw', 'draw.held.title'), { exact: true })).toBeVisible();
  });
  expect(await statesOf(id)).toEqual({ inscrita: 5, en_espera: 15 });
  await page.goto(`/talleres/${id}/sorteo`);
  await expect(page.getByText(say('draw', 'draw.made.with_shares'))).toBeVisible();
  for (const text of [phrase, 'otro secreto, otra orilla', 'una tercera voz del barrio'])
    await expect(page.locator('.verbatim')).toContainText(text);
  await expect(page.locator('.verbatim')).toHaveText(/^\d{4}-\d{2}-\d{2}\|0482091\n/);
  await expectUsable(page);
  const record = await page.request.get(`/talleres/${id}/sorteo/sorteo.json`);
  expect(await record.json()).toMatchObject({
    fuente: { origen: 'loteria', loteria: 'Lotería del Meta', sorteo: 3230, cifras: 4 },
    aportes: [{}, {}, {}],
  });
});
