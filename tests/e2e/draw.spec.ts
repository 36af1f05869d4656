import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { numbersFrom } from '#tests/factories/pools.ts';
import { expectAccessible, expectUsable } from './accessibility.ts';
import {
  addShare,
  bringTo,
  closeRegistration,
  drawnMeeting,
  statesOf,
  type Goal,
} from './drawn-meeting.ts';
import { as, expect, mailTo, noScript, phone, signIn, signOut, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
const tag = Date.now().toString(36);
/** A moment of Bogotá as a field has it. */
const moment = (hours: number) =>
  new Date(Date.now() + (hours - 5) * 3_600_000).toISOString().slice(0, 16);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const women: Goal = { variable: 'genero', value: 'mujer', share: 0.5, tolerance: 0.1 };
/** Three in ten are in a group, and of those four in ten in one of women. */
function kindOfGroup(next: () => number): string {
  if (next() >= 0.3) return 'ninguna';
  return next() < 0.4 ? 'mujeres' : 'jac';
}

/** Twelve men, four women, four who said nothing. */
const twenty = [
  ...Array.from({ length: 12 }, () => ({ genero: 'hombre' })),
  ...Array.from({ length: 4 }, () => ({ genero: 'mujer' })),
  ...Array.from({ length: 4 }, () => ({})),
];

/**
 * Waits, looking again by the link, until the desk shows something: so does somebody without
 * script.
 */
async function lookUntil(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(text, { exact: true }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

/** Prepares a draw with what its goals propose and has its lottery proven. */
async function prove(page: Page, id: string): Promise<void> {
  await page.goto(`/facilitacion/talleres/${id}/sorteo`);
  await button(page, say('draw', 'draw.prepare')).click();
  await lookUntil(page, say('draw', 'draw.ready.title'));
  await button(page, say('draw', 'draw.start')).click();
  await lookUntil(page, say('draw', 'draw.proven.title'));
}

/** Somebody registers for the draw; gives the path of their page. */
async function enter(page: Page, id: string, mail: string): Promise<string> {
  await page.goto(`/talleres/${id}`);
  await expect(page.locator('script')).toHaveCount(0);
  await expect(page.getByText(/no importa quién llega primero/)).toBeVisible();
  await expectUsable(page);
  await page.getByRole('link', { name: say('meetings', 'allocation.how') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('draw', 'draw.page.heading.soon'),
  );
  await expect(page.locator('script')).toHaveCount(0);
  await expectUsable(page);
  await page.goto(`/talleres/${id}`);
  await page.getByRole('link', { name: say('meetings', 'meeting.enter_draw') }).click();
  await expect(page.getByText(say('registration', 'form.in_draw'))).toBeVisible();
  await expectAccessible(page);
  await page.locator('[name=nombre]').fill('Rosa Elena Cubillos');
  await page.locator('[name=correo]').fill(mail);
  await page.locator('[name=acepta_inscripcion]').check();
  await page
    .getByRole('button', { name: say('registration', 'form.send_draw') })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('registration', 'own.heading.in_draw'),
  );
  await expect(page.getByRole('region', { name: say('draw', 'draw.own.title') })).toHaveCount(0);
  await expectAccessible(page);
  expect((await mailTo(page, mail)).asunto).toContain('Estás en el sorteo');
  return new URL(page.url()).pathname;
}

/** From the desk, after registration closed: quotas, proof, commitment, draw. */
async function walkDesk(page: Page, id: string, result: string): Promise<void> {
  await signIn(page, 'facilitadora');
  await page.goto(`/facilitacion/talleres/${id}/preparar`);
  await page.getByRole('link', { name: say('meetings', 'prepare.lacking.draw') }).click();
  await expect(page).toHaveURL(/\/sorteo$/);
  await expectUsable(page);
  const [min, max] = [page.locator('[name^="min."]'), page.locator('[name^="max."]')];
  await expect(min).toHaveValue('1');
  await expect(max).toHaveValue('3');
  await min.fill('tres');
  await button(page, say('draw', 'draw.prepare')).click();
  await expect(min).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);

  // More than there are: it says the smallest change, and changes nothing by itself.
  await min.fill('4');
  await max.fill('4');
  await button(page, say('draw', 'draw.prepare')).click();
  await expect(page.getByText(say('flash', 'notice.draw_prepared'))).toBeVisible();
  await lookUntil(page, say('draw', 'draw.ready.title'));
  await expect(page.getByText(/^Toma entre/)).toBeVisible();
  await expectUsable(page);
  await page.locator('summary', { hasText: say('draw', 'draw.prepare.again') }).click();
  await expectAccessible(page);
  await min.fill('2');
  await max.fill('2');
  await button(page, say('draw', 'draw.prepare')).click();
  await lookUntil(page, say('draw', 'draw.ready.title'));
  await button(page, say('draw', 'draw.start')).click();
  await lookUntil(page, say('draw', 'draw.proven.title'));
  await expectUsable(page);

  // The moment has to be one to come, and the lottery be said exactly.
  await page.locator('[name=origen][value=loteria]').check();
  await page.locator('[name=loteria]').fill('Lotería de Bogotá');
  await page.locator('[name=cifras]').fill('2');
  await page.locator('[name=momento]').fill(moment(-2));
  await button(page, say('draw', 'draw.commit')).click();
  await expect(page.locator('[name=sorteo]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=cifras]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=loteria]')).toHaveValue('Lotería de Bogotá');
  await expectAccessible(page);
  await page.locator('[name=sorteo]').fill('2857');
  await page.locator('[name=cifras]').fill('4');
  await button(page, say('draw', 'draw.commit')).click();
  await expect(page.locator('[name=momento]')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('[name=momento]').fill(moment(20));
  await button(page, say('draw', 'draw.commit')).click();
  await expect(page.getByText(say('flash', 'notice.lottery_committed'))).toBeVisible();
  await expect(button(page, say('draw', 'draw.hold'))).toHaveCount(0);
  await expectUsable(page);
  await page.getByRole('link', { name: say('draw', 'draw.public.see') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('draw', 'draw.page.heading.committed'),
  );
  await expect(page.locator('script')).toHaveCount(0);
  await expectUsable(page);

  await expect(page.getByText(/Lotería de Bogotá, sorteo 2857 del/)).toBeVisible();
  await expect(page.getByText(`${moment(20).slice(0, 10)}|nnnnsss`)).toBeVisible();
  await expect(
    page.getByText(say('draw', 'draw.trust.lottery_rigged', { name: 'Lotería de Bogotá' })),
  ).toBeVisible();

  await bringTo(id, 'source_at');
  await page.goto(`/facilitacion/talleres/${id}/sorteo`);
  await button(page, say('draw', 'draw.hold')).click();
  await expect(page.locator('[name=resultado]')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.locator('[name=resultado]').fill(`${result}0`);
  await button(page, say('draw', 'draw.hold')).click();
  await expect(page.locator('[name=resultado]')).toHaveAttribute('aria-invalid', 'true');
  await expect(
    page.getByText(say('errors', 'source_digits', { digits: 4, series: 3 })).first(),
  ).toBeVisible();
  await page.locator('[name=resultado]').fill(result);
  await button(page, say('draw', 'draw.hold')).click();
  await expect(page.getByText(say('draw', 'draw.held.title'), { exact: true })).toBeVisible();
  await expectUsable(page);
  await expect(page.getByText('Persona en espera 1')).toHaveCount(0);
  await signOut(page);
}

test('places are drawn: from the rules before to what anybody can check after', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const { id } = await drawnMeeting(`Sorteo de prueba ${tag}`, 4, twenty, [women]);
  const mail = `sorteo.${tag}@prueba.convite`;
  const own = await enter(page, id, mail);
  await closeRegistration(id);
  await walkDesk(page, id, '4821, serie 117');
  expect(await statesOf(id)).toEqual({ inscrita: 4, en_espera: 17 });

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
    const { id } = await drawnMeeting(`Sorteo sin script ${tag}`, 4, twenty, [women]);
    await enter(page, id, `sin.script.${tag}@prueba.convite`);
    await closeRegistration(id);
    await walkDesk(page, id, '0007 serie 007');
    expect(await statesOf(id)).toEqual({ inscrita: 4, en_espera: 17 });
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

test('quotas that cannot be met are explained; a long calculation says how far it is, stops and goes on', async ({
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
  // Thirty young people and thirty older ones do not fit into forty places.
  const part = (value: string) =>
    page.getByRole('group', {
      name: `${say('groups', 'goal.variable.edad')}: ${say('groups', `goal.age.${value}` as 'goal.age.mayores_60')}`,
    });
  const proposed = await part('mayores_60')
    .locator('input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  expect(proposed).toEqual(['6', '10']);
  for (const age of ['jovenes_14_28', 'mayores_60'])
    for (const input of await part(age).locator('input').all()) await input.fill('30');
  await button(page, say('draw', 'draw.prepare')).click();
  await lookUntil(page, say('draw', 'draw.ready.title'));
  await button(page, say('draw', 'draw.start')).click();
  await lookUntil(page, say('draw', 'draw.impossible.title'));
  await expect(page.getByText(say('draw', 'draw.impossible.text', { count: 20 }))).toBeVisible();
  await expectUsable(page);
  await expect(part('mayores_60').locator('input').first()).toHaveValue('30');
  for (const [age, low, high] of [
    ['jovenes_14_28', '10', '14'],
    ['mayores_60', '6', '10'],
  ] as const) {
    await part(age).locator('input').first().fill(low);
    await part(age).locator('input').last().fill(high);
  }
  await button(page, say('draw', 'draw.prepare')).click();
  await lookUntil(page, say('draw', 'draw.ready.title'));
  await button(page, say('draw', 'draw.start')).click();
  // The page looks by itself.
  await expect(page.getByText(/^\d+ de \d+ grupos resueltos$/)).toBeVisible({ timeout: 30_000 });
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
  await expect(page.getByText(/^\d+ de \d+ grupos resueltos$/)).toBeVisible();
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

test('people of the Circle make the seed: each commits to a secret and reveals it', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const { id } = await drawnMeeting(`Sorteo del Círculo ${tag}`, 4, twenty, []);
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
  expect(await statesOf(id)).toEqual({ inscrita: 4, en_espera: 16 });
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
