import type { Page } from '@playwright/test';
import { expectUsable } from './accessibility.ts';
import { expect, noScript, phone, test } from './fixtures.ts';
import { partsAndLists, startEmpty, type SecondCity } from './second-city.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Writes fields by their names. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`).first();
    const isList = await field.evaluate((element) => element.tagName === 'SELECT');
    await (isList ? field.selectOption(value) : field.fill(value));
  }
}

const press = async (page: Page, name: string) =>
  await page.getByRole('button', { name, exact: true }).first().click();

/** Which city it is, and who runs it; what is wrong stands beside its field and nothing is lost. */
async function nameTheCity(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/coordinacion/empezar`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Faltan \d+ cosas/);
  await expectUsable(page);
  await page.getByRole('link', { name: say('setup', 'begin', { number: 1 }) }).click();
  await fill(page, { nombre: '', pais: 'EC', zona: 'America/Guayaquil' });
  await press(page, say('setup', 'next'));
  await expect(page.locator('[name=nombre]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=zona]')).toHaveValue('America/Guayaquil');
  await expectUsable(page);
  await fill(page, { nombre: 'Puerto Claro' });
  await press(page, say('setup', 'next'));
  await expect(page).toHaveURL(/\/empezar\/territorio$/);
  await page.goto(`${url}/coordinacion/empezar/contacto`);
  await fill(page, {
    operador: 'Alcaldía de Puerto Claro',
    direccion: 'Malecón 12',
    telefono: '04 200 0000',
    correo: 'hola@puertoclaro.example',
  });
  await expectUsable(page);
  await press(page, say('setup', 'next'));
  await expect(page).toHaveURL(/\/empezar\/abrir$/);
}

/** Its parts and its lists come from a file; one that is wrong brings nothing and says in which line. */
async function bringParts(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/coordinacion/empezar`);
  const send = async (text: string) => {
    await page.locator('[name=archivo]').setInputFiles({
      name: 'ciudad.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await press(page, say('setup', 'bring.button'));
  };
  await send('{\n "version": 1,\n "pueblo": {}\n}');
  await expect(page.locator('#traer')).toContainText('pueblo');
  await expectUsable(page);
  await send(partsAndLists());
  await expect(page.getByText(say('flash', 'notice.setup_imported'))).toBeVisible();
}

/** Who answers, the plan with its phases, and one commitment, all at coordination's desks. */
async function writeThePlan(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/coordinacion/entidades`);
  await fill(page, { nombre_es: 'Dirección de Aseo', nombre_en: 'Cleaning Office' });
  await press(page, say('coordination', 'save'));
  await page.goto(`${url}/coordinacion/plan`);
  await fill(page, {
    titulo_es: 'Plan de Puerto Claro',
    titulo_en: 'Plan of Puerto Claro',
    resumen_es: 'Lo que la ciudad y su gobierno escriben juntos.',
    resumen_en: 'What the city and its government write together.',
  });
  await page.locator('button[value=guardar]').first().click();
  const phases = await page
    .locator('a[href^="/coordinacion/fases/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(phases).toHaveLength(5);
  for (const phase of phases.slice(0, 3)) {
    await page.goto(`${url}${phase}`);
    await expect(page.getByText('Hora de Puerto Claro.').first()).toBeVisible();
    await fill(page, { abre: `${day(-1)}T08:00`, cierra: `${day(60)}T18:00` });
    await page.locator('button[value=guardar]').first().click();
  }
  await page.goto(`${url}/coordinacion/plan`);
  const added = page.locator('details', { has: page.locator('button[value=compromiso]') });
  await added.locator('summary').click();
  await added.locator('[name=numero]').fill('1');
  await added.locator('[name=titulo_es]').fill('Playas limpias');
  await added.locator('[name=titulo_en]').fill('Clean beaches');
  await added.locator('button[value=compromiso]').click();
  await expect(page).toHaveURL(/\/coordinacion\/compromisos\//);
  for (const [name, es, en] of [
    ['corto', 'Playas', 'Beaches'],
    ['resumen', 'Playas sin basura todo el año.', 'Beaches without rubbish all year.'],
    ['reto', 'La basura vuelve después de cada feriado.', 'Rubbish is back after each holiday.'],
    ['nivel', 'Se decide cómo, no si.', 'How is decided, not whether.'],
    ['uso', 'Lo que se proponga cambia el texto.', 'What is proposed changes the text.'],
    ['hitos', 'Una brigada por playa', 'A crew for each beach'],
  ])
    await fill(page, { [`${name}_es`]: es!, [`${name}_en`]: en! });
  await page.locator('[name=entidades]').first().check();
  await page.locator('button[value=guardar]').first().click();
}

/** Opens an account and confirms its address by the link of the mail. */
async function register(page: Page, url: string, mail: string): Promise<void> {
  await page.goto(`${url}/registro`);
  await fill(page, { nombre: 'Galo Pescador', correo: mail, clave: 'sal-y-viento-9' });
  await page.locator('[name=mayor_de_edad][value=si]').check();
  await page.locator('[name=acepta_datos]').check();
  await page.locator('main form button').last().click();
  let link = '';
  await expect(async () => {
    const answer = await page.request.get(`${url}/buzon.json?para=${encodeURIComponent(mail)}`);
    const { datos } = (await answer.json()) as { datos: { enlaces: string[] }[] };
    link = datos[0]?.enlaces.find((each) => each.includes('/enlace/')) ?? '';
    expect(link).not.toBe('');
  }).toPass({ timeout: 60_000 });
  await page.goto(link);
  await page.locator('main form button').last().click();
  await expect(page).not.toHaveURL(/\/enlace\//);
  const form = { correo: mail, clave: 'sal-y-viento-9' };
  const entered = await page.request.post(`${url}/entrar`, { form, maxRedirects: 0 });
  expect(entered.status()).toBe(303);
}

/** Opens; the site then is the city's. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/coordinacion/empezar/abrir`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('setup', 'heading.ready', { city: 'Puerto Claro' }),
  );
  await expectUsable(page);
  await press(page, say('setup', 'open.button', { city: 'Puerto Claro' }));
  await expect(page.getByText(say('flash', 'notice.city_opened'))).toBeVisible();
}

/** Calls a workshop in one of the parts and publishes it; gives its address. */
async function callWorkshop(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/facilitacion/talleres/nuevo`);
  await fill(page, {
    titulo: 'Taller en el muelle',
    para_que: 'Escoger juntos las playas por las que se empieza.',
    inicia: `${day(20)}T09:00`,
    termina: `${day(20)}T12:00`,
    lugar: 'Casa comunal del muelle',
    localidad: 'C4',
    cupo: '20',
    cierra: `${day(19)}T18:00`,
  });
  await page.locator('[name=compromisos]').first().check();
  await press(page, say('meetings', 'prepare.save.draft'));
  await expect(page).toHaveURL(/\/preparar$/);
  await press(page, say('meetings', 'prepare.publish'));
  await expect(
    page.getByText(say('meetings', 'state.publicado'), { exact: true }).first(),
  ).toBeVisible();
  return `${url}/talleres/${/talleres\/([^/]+)/.exec(page.url())![1]!}`;
}

test.describe('a second city', () => {
  test.use({ ...phone, ...noScript });
  test.setTimeout(240_000);
  let city: SecondCity;
  test.beforeAll(async () => {
    city = await startEmpty();
  });
  test.afterAll(async () => await city?.stop());

  test('is set up from nothing by a telephone, and takes its first idea and its first registration', async ({
    page,
    browser,
  }) => {
    const { url } = city;
    const visitor = await (await browser.newContext({ ...phone, ...noScript })).newPage();
    await visitor.goto(`${url}/ideas`);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
      say('setup', 'preparing.title.unnamed'),
    );
    await expectUsable(visitor);
    expect((await visitor.request.get(`${url}/api/v1/ideas`)).status()).toBe(409);

    await page.goto(await city.coordinatorLink('coordina@puertoclaro.example'));
    await fill(page, { nombre: 'Nora Coordina', clave: 'mar-y-montana-7' });
    await page.locator('[name=acepta_datos]').check();
    await press(page, say('accounts', 'link.first_coordinator.submit'));
    await nameTheCity(page, url);
    await bringParts(page, url);
    expect((await page.request.post(`${url}/coordinacion/empezar/abrir`)).status()).toBe(409);
    await writeThePlan(page, url);
    await open(page, url);

    // Somebody opens an account and proposes; coordination takes the role of moderation and publishes it.
    const citizen = await (await browser.newContext({ ...phone, ...noScript })).newPage();
    await register(citizen, url, 'galo@puertoclaro.example');
    await citizen.goto(`${url}/ideas/nueva`);
    await citizen.locator('[name=compromiso]').selectOption({ index: 1 });
    await fill(citizen, {
      titulo: 'Canecas con tapa en la bajada al mar',
      descripcion: 'El viento saca la basura de las canecas abiertas y termina en la arena.',
      localidad: 'C5',
    });
    await citizen.locator('button[value=enviar]').first().click();
    await expect(citizen).toHaveURL(/\/ideas\/[0-9a-f-]{36}$/);
    const idea = new URL(citizen.url()).pathname;
    await citizen.context().close();
    const act = async (path: string, form: Record<string, string>) =>
      expect((await page.request.post(url + path, { form, maxRedirects: 0 })).status()).toBe(303);
    await act('/coordinacion/roles', { correo: 'coordina@puertoclaro.example', rol: 'moderacion' });
    await act(`/moderacion${idea}`, { decision: 'publicar' });
    await visitor.goto(url + idea);
    await expect(visitor.getByRole('heading', { level: 1 })).toContainText('Canecas con tapa');
    await expect(visitor.getByText('Villa Salada').first()).toBeVisible();

    const workshop = await callWorkshop(page, url);
    await visitor.goto(workshop);
    await expect(visitor.getByText('9:00').first()).toBeVisible();
    await visitor.goto(`${workshop}/inscripcion`);
    await expect(visitor.locator('[name=etnia], [name=victima]')).toHaveCount(0);
    await expectUsable(visitor);
    await fill(visitor, { nombre: 'Galo Pescador', telefono: '+593 99 123 4567' });
    await visitor.locator('[name=acepta_inscripcion]').check();
    await visitor.getByText(say('registration', 'form.self.open')).click();
    await fill(visitor, { localidad: 'C4' });
    await visitor.locator('[name=acepta_estadistica]').check();
    await visitor
      .getByRole('button', { name: say('registration', 'form.send') })
      .first()
      .click();
    await expect(visitor).toHaveURL(/\/inscripciones\//);
    await expect(visitor.getByText(say('registration', 'own.lead.inscrita')).first()).toBeVisible();
    await visitor.goto(`${url}/inclusion`);
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
    await visitor.context().close();
  });
});
