import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

/** The demonstration's accounts (contract, section 7). */
export type Account =
  | 'ciudadana'
  | 'ciudadano2'
  | 'facilitadora'
  | 'moderadora'
  | 'moderador2'
  | 'moderadora3'
  | 'circulo-gobierno'
  | 'circulo-civil'
  | 'entidad'
  | 'monitoreo'
  | 'coordinacion';

/** Ways to visit, for `test.use(…)`. */
export const noScript = { javaScriptEnabled: false };
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const english = { idioma: 'en' as const };

type Options = {
  /**
   * The language of the visit; English is asked for by the cookie that the switch in the header
   * sets.
   */
  idioma: 'es' | 'en';
  /**
   * Statuses of pages that the journey provokes on purpose (`test.use({ allowedStatus: [422] })`);
   * 5xx never is.
   */
  allowedStatus: number[];
};

/** What the browser complained about; everything here fails the test. */
function watch(context: BrowserContext, allowed: () => number[], scripts: boolean): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    // The browser also reports the status of a page as an error of loading: statuses are judged
    // below.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(`page error: ${error.error().message}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Without scripts the browser leaves them out, and says so.
    if (!scripts && request.resourceType() === 'script') return;
    if (!/ERR_ABORTED/.test(reason)) complaints.push(`not loaded: ${request.url()} (${reason})`);
  });
  context.on('response', (response) => {
    const status = response.status();
    const isPage =
      response.request().resourceType() === 'document' ||
      response.request().resourceType() === 'fetch';
    if (status >= 500 || (status >= 400 && !(isPage && allowed().includes(status))))
      complaints.push(`${status}: ${response.request().method()} ${response.url()}`);
  });
  return complaints;
}

export const test = base.extend<Options & { complaints: string[] }>({
  idioma: ['es', { option: true }],
  allowedStatus: [[400, 403, 404, 409, 410, 422], { option: true }],
  baseURL: async ({}, use) => await use(process.env['E2E_URL']),
  complaints: [
    async ({ context, idioma, allowedStatus, baseURL, javaScriptEnabled }, use) => {
      if (idioma !== 'es')
        await context.addCookies([{ name: 'idioma', value: idioma, url: baseURL! }]);
      const complaints = watch(context, () => allowedStatus, javaScriptEnabled !== false);
      await use(complaints);
      expect(complaints, 'the browser complained').toEqual([]);
    },
    { auto: true },
  ],
});

type Cookies = Parameters<BrowserContext['addCookies']>[0];
const visits = new Map<Account, Cookies>();

/**
 * Makes the visit one of an account: by a plain post the first time, as a script from outside
 * would; later with the cookie of that session. Journeys that are about signing in do it by hand.
 */
export async function signIn(page: Page, account: Account): Promise<void> {
  const context = page.context();
  const known = visits.get(account);
  if (known) return await context.addCookies(known);
  // Who signs in ends the session that the browser had, which other journeys may share.
  await context.clearCookies({ name: 'sesion' });
  const answer = await page.request.post('/entrar', {
    form: { correo: `${account}@demo.convite`, clave: 'convite-demo' },
    maxRedirects: 0,
  });
  expect(answer.status(), `signing in as ${account}`).toBe(303);
  visits.set(account, await sessionsOf(context));
}

async function sessionsOf(context: BrowserContext): Promise<Cookies> {
  return (await context.cookies()).filter((cookie) => cookie.name === 'sesion');
}

/** Ends a visit; the session of an account that journeys share goes on elsewhere. */
export async function signOut(page: Page): Promise<void> {
  const [session] = await sessionsOf(page.context());
  const isShared = [...visits.values()].flat().some(({ value }) => value === session?.value);
  if (isShared) return await page.context().clearCookies({ name: 'sesion' });
  const answer = await page.request.post('/salir', { maxRedirects: 0 });
  expect(answer.status(), 'signing out').toBe(303);
}

/**
 * What follows, as one of the accounts; they are shared by the journeys, so each act says who
 * does it.
 */
export async function as<T>(page: Page, account: Account, act: () => Promise<T>): Promise<T> {
  await signIn(page, account);
  const result = await act();
  await signOut(page);
  return result;
}

/** Sends an idea by a plain post as whoever is signed in, and gives its path. */
export async function sendIdea(page: Page, titulo: string): Promise<string> {
  const answer = await page.request.post('/ideas/nueva', {
    form: {
      accion: 'enviar',
      compromiso: 'espacio-publico',
      titulo,
      descripcion:
        'Faltan bancas con espaldar en el parque y la gente mayor no se queda. Propongo poner seis, con sombra.',
    },
    maxRedirects: 0,
  });
  expect(answer.status(), `sending «${titulo}»`).toBe(303);
  return new URL(answer.headers()['location']!, 'http://localhost').pathname;
}

/** The subject of a mail that tells several things at once (`emails`, `digest.subject`). */
const isDigest = /^(Tienes \d+ novedades|You have \d+ updates) (en|in) Convite$/;

/**
 * The newest mail to an address in the demonstration's mailbox whose subject matches; waits for the
 * worker. Notices of one person that come together are one mail, whose text has each one's subject.
 */
export async function mailTo(
  page: Page,
  address: string,
  subject: RegExp = /./,
): Promise<{ asunto: string; texto: string; enlaces: string[] }> {
  let found: { asunto: string; texto: string; enlaces: string[] } | undefined;
  await expect(async () => {
    const answer = await page.request.get(`/buzon.json?para=${encodeURIComponent(address)}`);
    const { datos } = (await answer.json()) as {
      datos: { asunto: string; texto: string; enlaces: string[] }[];
    };
    found = datos.find((mail) =>
      subject.test(isDigest.test(mail.asunto) ? mail.texto : mail.asunto),
    );
    expect(found, `a mail to ${address} about ${subject}`).toBeDefined();
  }).toPass({ timeout: 20_000, intervals: [100, 250] });
  return found!;
}
