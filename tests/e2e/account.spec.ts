import type { Page } from '@playwright/test';
import { expectAccessible, expectPasteAllowed } from './accessibility.ts';
import { expect, mailTo, sendIdea, signOut, test } from './fixtures.ts';
import { pointing } from './hands.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
const password = 'una frase larga 1234';

/** Somebody with a confirmed address, registered and signed in by plain posts. */
async function newPerson(
  page: Page,
  tag: string,
  extra: Record<string, string> = {},
): Promise<string> {
  const email = `cuenta-${tag}@prueba.convite`;
  const form = {
    nombre: `Persona ${tag}`,
    correo: email,
    clave: password,
    mayor_de_edad: 'si',
    acepta_datos: 'si',
    ...extra,
  };
  expect(
    (await page.request.post('/registro', { form, maxRedirects: 0 })).status(),
    'registering',
  ).toBe(303);
  await openMailedLink(page, email, new RegExp(say('emails', 'account.verify.subject')));
  await page.request.post('/entrar', { form: { correo: email, clave: password }, maxRedirects: 0 });
  return email;
}

/** Opens the link of the newest mail and presses its button. */
async function openMailedLink(
  page: Page,
  email: string,
  subject: RegExp,
  fill: () => Promise<void> = async () => undefined,
): Promise<string> {
  const mail = await mailTo(page, email, subject);
  const path = new URL(mail.enlaces.find((each) => each.includes('/enlace/'))!).pathname;
  await page.goto(path);
  await expectAccessible(page);
  await fill();
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page).not.toHaveURL(new RegExp('/enlace/'));
  return path;
}

test('who forgot the password chooses another by mail, and every open session ends', async ({
  page,
  browser,
}) => {
  const email = await newPerson(page, 'olvido');
  const elsewhere = await browser.newContext({ baseURL: process.env['E2E_URL']! });
  try {
    const other = await elsewhere.newPage();
    await other.goto('/entrar');
    await expectPasteAllowed(other.locator('#clave'));
    await other.getByRole('link', { name: say('accounts', 'enter.recover') }).click();
    await other.locator('#correo').fill('nadie@prueba.convite');
    await other.getByRole('button', { name: say('accounts', 'recover.submit') }).click();
    const unknown = await other.getByRole('status').filter({ hasText: /\S/ }).first().innerText();
    await other.locator('#correo').fill(email);
    await other.getByRole('button', { name: say('accounts', 'recover.submit') }).click();
    await expect(other.getByRole('status').filter({ hasText: /\S/ }).first()).toHaveText(unknown, {
      useInnerText: true,
    });
    await expectAccessible(other);

    const path = await openMailedLink(
      other,
      email,
      new RegExp(say('emails', 'account.recover.subject')),
      async () => {
        await expectPasteAllowed(other.locator('#clave'));
        await other.locator('#clave').fill('corta');
        await other.getByRole('main').getByRole('button').first().click();
        await expect(other.getByRole('alert')).toBeVisible();
        await expectAccessible(other);
        await other.locator('#clave').fill('otra frase larga 5678');
      },
    );
    await expect(other).toHaveURL(/\/cuenta$/);
    await other.goto(path);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(
      say('accounts', 'link.spent.title'),
    );
    await expectAccessible(other);
    // The session that was open before has ended.
    await page.goto('/cuenta');
    await expect(page).toHaveURL(/\/entrar\?volver=/);
  } finally {
    await elsewhere.close();
  }
});

test('signing in without a password, by a link that works once, comes back to where one was going', async ({
  page,
}) => {
  const email = await newPerson(page, 'enlace');
  await signOut(page);
  await page.goto('/cuenta/avisos');
  await expect(page).toHaveURL(/\/entrar\?volver=/);
  await page.getByRole('link', { name: say('accounts', 'enter.by_link') }).click();
  await page.locator('#correo').fill(email);
  await page.getByRole('button', { name: say('accounts', 'by_link.submit') }).click();
  await expect(page.getByText(say('accounts', 'link.sent.title'))).toBeVisible();
  await expectAccessible(page);
  const path = await openMailedLink(
    page,
    email,
    new RegExp(say('emails', 'account.sign_in.subject')),
  );
  await expect(page).toHaveURL(/\/cuenta\/avisos$/);
  await expectAccessible(page);
  expect((await page.request.get(path)).status(), 'the link is spent').toBe(410);
});

test('a person sees their sessions, closes the others, and takes their data along', async ({
  page,
  browser,
}) => {
  const email = await newPerson(page, 'sesiones');
  const idea = await sendIdea(page, 'Bancas con espaldar para las abuelas');
  const elsewhere = await browser.newContext({ baseURL: process.env['E2E_URL']! });
  try {
    const other = await elsewhere.newPage();
    await other.request.post('/entrar', {
      form: { correo: email, clave: password },
      maxRedirects: 0,
    });
    await page.goto('/cuenta');
    await expectAccessible(page);
    await page
      .getByRole('main')
      .getByRole('link', { name: say('accounts', 'sessions.title') })
      .click();
    await expect(page.getByText(say('accounts', 'sessions.this'))).toHaveCount(1);
    await expectAccessible(page);
    await page.getByRole('button', { name: say('accounts', 'sessions.close_others') }).click();
    await expect(
      page.getByRole('status').filter({ hasText: say('flash', 'notice.sessions_closed') }),
    ).toBeVisible();
    await expectAccessible(page);
    await other.goto('/cuenta');
    await expect(other).toHaveURL(/\/entrar\?volver=/);
  } finally {
    await elsewhere.close();
  }
  await page.goto('/cuenta');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: say('accounts', 'account.download') }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('mis-datos-convite.json');
  const data = await (await page.request.get('/cuenta/mis-datos')).text();
  expect(data).toContain(email);
  expect(data).toContain(idea.split('/').pop()!);
  expect(data).not.toContain('argon2');
});

test('closing the account removes the person; what they published stays under «persona retirada»', async ({
  page,
}) => {
  const email = await newPerson(page, 'cierre');
  // A comment is public at once: it shows what stays.
  const { datos } = (await (await page.request.get('/api/v1/ideas')).json()) as {
    datos: { id: string }[];
  };
  const idea = `/ideas/${datos[0]!.id}`;
  const text = 'En el parque de mi barrio también hace falta.';
  await page.request.post(`${idea}/comentarios`, { form: { texto: text }, maxRedirects: 0 });
  await page.goto(idea);
  const comment = page
    .getByRole('article')
    .or(page.getByRole('listitem'))
    .filter({ hasText: text })
    .first();
  await expect(comment).toContainText('Persona cierre');

  await page.goto('/cuenta/cerrar');
  await expectAccessible(page);
  await page.getByRole('button', { name: say('accounts', 'close.submit') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.locator('#clave').fill(password);
  await page.locator('[name=confirmo]').check();
  await page.getByRole('button', { name: say('accounts', 'close.submit') }).click();
  await expect(
    page.getByRole('status').filter({ hasText: say('flash', 'notice.account_closed') }),
  ).toBeVisible();
  await expectAccessible(page);

  await page.goto(idea);
  await expect(comment).toContainText(new RegExp(say('common', 'author.gone'), 'i'));
  await expect(page.getByText('Persona cierre')).toHaveCount(0);
  const again = await page.request.post('/entrar', {
    form: { correo: email, clave: password },
    maxRedirects: 0,
  });
  expect(again.status(), 'the account is gone').not.toBe(303);
});

test('who is under 18 registers with an adult, and their name is never shown', async ({ page }) => {
  await page.goto('/registro');
  const email = 'cuenta-menor@prueba.convite';
  await pointing.type(page, page.locator('#nombre'), 'Valentina Prueba');
  await pointing.type(page, page.locator('#correo'), email);
  await pointing.type(page, page.locator('#clave'), password);
  await pointing.tick(page, page.locator('[name=mayor_de_edad][value=no]'));
  await pointing.tick(page, page.locator('[name=acepta_datos]'));
  await page.getByRole('button', { name: say('accounts', 'register.submit') }).click();
  // What is missing opens by itself, and nothing has to be written twice but the password.
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('#nombre')).toHaveValue('Valentina Prueba');
  await expect(page.locator('#correo')).toHaveValue(email);
  await expect(page.locator('[name=acudiente_nombre]')).toBeVisible();
  await expectAccessible(page);
  await page.locator('[name=acudiente_nombre]').fill('Marta Prueba');
  await page.locator('[name=acudiente_contacto]').fill('300 000 0000');
  await page.locator('[name=menor_oido]').check();
  await page.locator('#clave').fill(password);
  await page.getByRole('button', { name: say('accounts', 'register.submit') }).click();
  await expect(page).toHaveURL(/\/entrar\?/);
  await openMailedLink(page, email, new RegExp(say('emails', 'account.verify.subject')));
  await page.request.post('/entrar', { form: { correo: email, clave: password }, maxRedirects: 0 });

  const { datos } = (await (await page.request.get('/api/v1/ideas')).json()) as {
    datos: { id: string }[];
  };
  const idea = `/ideas/${datos[1]!.id}`;
  await page.request.post(`${idea}/comentarios`, {
    form: { texto: 'En mi colegio también lo pedimos.' },
    maxRedirects: 0,
  });
  await signOut(page);
  await page.goto(idea);
  await expect(page.getByText('En mi colegio también lo pedimos.')).toBeVisible();
  await expect(page.getByText(say('common', 'author.minor')).first()).toBeVisible();
  expect(await page.content()).not.toContain('Valentina');
});

test('English chosen in the account follows the person to another browser, and to their mail', async ({
  page,
  browser,
}) => {
  const email = await newPerson(page, 'ingles');
  await page.goto('/cuenta');
  await page.getByText(say('accounts', 'account.profile.title')).click();
  await page.locator('[name=idioma][value=en]').check();
  await page.getByRole('button', { name: say('accounts', 'account.save') }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(
    page.getByRole('status').filter({ hasText: wordsOf('en')('flash', 'notice.profile_changed') }),
  ).toBeVisible();
  await expectAccessible(page);
  const elsewhere = await browser.newContext({ baseURL: process.env['E2E_URL']!, locale: 'es-CO' });
  try {
    const other = await elsewhere.newPage();
    await other.goto('/entrar');
    await expect(other.locator('html')).toHaveAttribute('lang', 'es');
    await other.locator('#correo').fill(email);
    await other.locator('#clave').fill(password);
    await other
      .getByRole('button', { name: say('accounts', 'enter.submit'), exact: true })
      .first()
      .click();
    await expect(other).toHaveURL(/\/cuenta$/);
    await expect(other.locator('html')).toHaveAttribute('lang', 'en');
  } finally {
    await elsewhere.close();
  }
  await page.request.post('/entrar/enlace', { form: { correo: email }, maxRedirects: 0 });
  await mailTo(page, email, new RegExp(wordsOf('en')('emails', 'account.sign_in.subject')));
});
