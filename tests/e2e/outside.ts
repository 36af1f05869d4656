import { expect, request, type APIRequestContext, type APIResponse } from '@playwright/test';
import type { Account } from './fixtures.ts';

/* The public contract is played from outside: plain posts, no browser, no token, no hidden field. */

export type Fields = Record<string, string | string[]>;
export type Answer = {
  status: number;
  to: string;
  html: string;
  headers: Record<string, string>;
  cookies: string[];
};

export const tag = Date.now().toString(36);
export const commitment = 'seguridad-vial';
export const nobody = '01a00000-0000-7000-8000-000000000000';
let counter = 0;
export const next = () => `${tag}${(counter += 1)}`;

/** Somebody with a cookie jar of their own. */
export class Visitor {
  readonly http: APIRequestContext;
  constructor(http: APIRequestContext) {
    this.http = http;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return await read(await this.http.get(path, { headers, maxRedirects: 0 }));
  }

  async post(
    path: string,
    fields: Fields = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const pairs = Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    );
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    return await read(
      await this.http.post(path, {
        headers: form,
        data: new URLSearchParams(pairs).toString(),
        maxRedirects: 0,
      }),
    );
  }

  async json<T = Record<string, never>>(path: string): Promise<T> {
    return (await (await this.http.get(path)).json()) as T;
  }
}

async function read(answer: APIResponse): Promise<Answer> {
  const cookies = answer
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    .map(({ value }) => value);
  return {
    status: answer.status(),
    to: answer.headers()['location'] ?? '',
    html: await answer.text(),
    headers: answer.headers(),
    cookies,
  };
}

export async function stranger(baseURL = process.env['E2E_URL']!): Promise<Visitor> {
  return new Visitor(await request.newContext({ baseURL }));
}

const entered = new Map<Account, Promise<Visitor>>();

/** A demonstration account, signed in once for all that this process plays. */
export async function as(account: Account): Promise<Visitor> {
  if (!entered.has(account)) entered.set(account, enter(`${account}@demo.convite`, 'convite-demo'));
  return await entered.get(account)!;
}

export async function enter(correo: string, clave: string, baseURL?: string): Promise<Visitor> {
  const visitor = await stranger(baseURL);
  expect((await visitor.post('/entrar', { correo, clave })).status, `signing in as ${correo}`).toBe(
    303,
  );
  return visitor;
}

export type Mail = {
  id: string;
  para: string;
  asunto: string;
  texto: string;
  enlaces: string[];
  enviado_en: string;
};

export async function mailsTo(address: string): Promise<Mail[]> {
  const visitor = await stranger();
  let mails: Mail[] = [];
  await expect
    .poll(
      async () =>
        (mails = (
          await visitor.json<{ datos: Mail[] }>(`/buzon.json?para=${encodeURIComponent(address)}`)
        ).datos).length,
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  return mails;
}

export const password = 'una frase larga 1234';

/** Somebody new, whose address is verified by the mailed link. */
export async function register(): Promise<{ visitor: Visitor; email: string }> {
  const email = `afuera-${next()}@prueba.convite`;
  const visitor = await stranger();
  expect(
    (
      await visitor.post('/registro', {
        nombre: `Persona ${tag}`,
        correo: email,
        clave: password,
        acepta_datos: 'si',
        mayor_de_edad: 'si',
      })
    ).status,
  ).toBe(303);
  const link = new URL((await mailsTo(email))[0]!.enlaces[0]!).pathname;
  expect((await visitor.post(link)).status).toBe(303);
  return { visitor: await enter(email, password), email };
}

export const words = () => ({
  titulo: `Cruce con semáforo sonoro ${next()}`,
  descripcion:
    'En la esquina del colegio cruzan quinientos niños y hoy no hay ni una cebra pintada.',
});

/** An idea sent by somebody; returns its id. */
export async function send(visitor: Visitor, fields: Fields = {}): Promise<string> {
  const answer = await visitor.post('/ideas/nueva', {
    compromiso: commitment,
    ...words(),
    accion: 'enviar',
    ...fields,
  });
  expect(answer.status, answer.html.slice(0, 2000)).toBe(303);
  return answer.to.split('/').at(-1)!;
}

export async function publish(id: string, desk?: Visitor): Promise<string> {
  const moderator = desk ?? (await as('moderadora'));
  expect((await moderator.post(`/moderacion/ideas/${id}`, { decision: 'publicar' })).status).toBe(
    303,
  );
  return id;
}

export async function published(fields: Fields = {}): Promise<string> {
  return await publish(await send(await as('ciudadana'), fields));
}

export type ApiIdea = {
  id: string;
  titulo: string;
  descripcion: string;
  estado: string;
  apoyos: number;
  comentarios: number;
  compromiso: string;
  publicada_en: string;
  url: string;
};
export type ApiList<T> = { datos: T[]; siguiente: string | null };
export type ApiError = {
  error: { codigo: string; mensaje: string; campos: Record<string, string[]> };
};

/** The control of a field that was wrong: marked, described, and linked from the summary. */
export function expectWrong(answer: Answer, ...fields: string[]): void {
  expect(answer.status).toBe(422);
  // Where script runs the browser marks the title itself.
  if (!answer.html.includes('<script')) expect(answer.html).toContain('<title>Error: ');
  const summary = /<div[^>]*role="alert"[^>]*>.*?<\/ul>/s.exec(answer.html)?.[0] ?? '';
  for (const field of fields) {
    const control =
      new RegExp(
        `<(?:input|textarea|select)[^>]*name="${field.replaceAll('.', '\\.')}"[^>]*>`,
      ).exec(answer.html)?.[0] ?? '';
    expect.soft(control, `${field} is marked`).toContain('aria-invalid="true"');
    const described = /aria-describedby="([^"]*)"/.exec(control)?.[1]?.split(' ') ?? [];
    expect
      .soft(
        described.some((id) => answer.html.includes(`id="${id}"`)),
        `${field} is described`,
      )
      .toBe(true);
    const target = new RegExp(`href="#([^"]*${field.replaceAll('.', '\\.')}[^"]*)"`).exec(
      summary,
    )?.[1];
    expect.soft(target ?? '', `the summary links to ${field}`).toMatch(/./);
    expect.soft(answer.html, `the link to ${field} leads somewhere`).toContain(`id="${target}"`);
  }
}
