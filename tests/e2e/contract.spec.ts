import { expect, request, test, type APIRequestContext, type APIResponse } from '@playwright/test';
import { startAlone } from './alone.ts';
import type { Account } from './fixtures.ts';

/** The public contract, played from outside: plain posts, no browser, no token, no hidden field. */

type Fields = Record<string, string | string[]>;
type Answer = {
  status: number;
  to: string;
  html: string;
  headers: Record<string, string>;
  cookies: string[];
};

const tag = Date.now().toString(36);
const commitment = 'seguridad-vial';
const nobody = '01a00000-0000-7000-8000-000000000000';
let counter = 0;
const next = () => `${tag}${(counter += 1)}`;

/** Somebody with a cookie jar of their own. */
class Visitor {
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

async function stranger(baseURL = process.env['E2E_URL']!): Promise<Visitor> {
  return new Visitor(await request.newContext({ baseURL }));
}

const entered = new Map<Account, Promise<Visitor>>();

/** A demonstration account, signed in once for this file. */
async function as(account: Account): Promise<Visitor> {
  if (!entered.has(account)) entered.set(account, enter(`${account}@demo.convite`, 'convite-demo'));
  return await entered.get(account)!;
}

async function enter(correo: string, clave: string, baseURL?: string): Promise<Visitor> {
  const visitor = await stranger(baseURL);
  expect((await visitor.post('/entrar', { correo, clave })).status, `signing in as ${correo}`).toBe(
    303,
  );
  return visitor;
}

type Mail = {
  id: string;
  para: string;
  asunto: string;
  texto: string;
  enlaces: string[];
  enviado_en: string;
};

async function mailsTo(address: string): Promise<Mail[]> {
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

const password = 'una frase larga 1234';

/** Somebody new, whose address is verified by the mailed link. */
async function register(): Promise<{ visitor: Visitor; email: string }> {
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

const words = () => ({
  titulo: `Cruce con semáforo sonoro ${next()}`,
  descripcion:
    'En la esquina del colegio cruzan quinientos niños y hoy no hay ni una cebra pintada.',
});

/** An idea sent by somebody; returns its id. */
async function send(visitor: Visitor, fields: Fields = {}): Promise<string> {
  const answer = await visitor.post('/ideas/nueva', {
    compromiso: commitment,
    ...words(),
    accion: 'enviar',
    ...fields,
  });
  expect(answer.status, answer.html.slice(0, 2000)).toBe(303);
  return answer.to.split('/').at(-1)!;
}

async function publish(id: string, desk?: Visitor): Promise<string> {
  const moderator = desk ?? (await as('moderadora'));
  expect((await moderator.post(`/moderacion/ideas/${id}`, { decision: 'publicar' })).status).toBe(
    303,
  );
  return id;
}

async function published(fields: Fields = {}): Promise<string> {
  return await publish(await send(await as('ciudadana'), fields));
}

type ApiIdea = {
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
type ApiList<T> = { datos: T[]; siguiente: string | null };
type ApiError = { error: { codigo: string; mensaje: string; campos: Record<string, string[]> } };

/** The control of a field that was wrong: marked, described, and linked from the summary. */
function expectWrong(answer: Answer, ...fields: string[]): void {
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
    expect.soft(target, `the summary links to ${field}`).toBeDefined();
    expect.soft(answer.html, `the link to ${field} leads somewhere`).toContain(`id="${target}"`);
  }
}

test.afterAll(async () => {
  for (const visitor of entered.values()) await (await visitor).http.dispose();
});

test.describe('accounts', () => {
  test('register, read the mail, verify with one button, enter', async () => {
    const visitor = await stranger();
    const email = `nueva-${next()}@prueba.convite`;
    const registered = await visitor.post('/registro', {
      nombre: 'Nueva Persona',
      correo: email,
      clave: password,
      acepta_datos: 'si',
      mayor_de_edad: 'si',
    });
    expect(registered.status).toBe(303);
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({
      para: email,
      asunto: expect.any(String),
      texto: expect.any(String),
      enviado_en: expect.stringMatching(/T.*(Z|[+-]\d\d:\d\d)$/),
    });
    const link = new URL(mail!.enlaces[0]!).pathname;

    const early = await enter(email, password);
    expect(
      (await early.post('/ideas/nueva', { compromiso: commitment, ...words(), accion: 'enviar' }))
        .status,
      'an address still unverified',
    ).toBe(409);
    // A scanner that fetches the link spends nothing.
    for (let i = 0; i < 3; i += 1) expect((await visitor.get(link)).status).toBe(200);
    expect((await visitor.http.head(link, { maxRedirects: 0 })).status()).toBe(200);
    expect((await visitor.post(link)).status).toBe(303);
    expect((await visitor.get(link)).status, 'a spent link').toBe(410);
    expect((await visitor.post(link)).status, 'a spent link').toBe(409);
    await send(early);
  });

  test('every account of the demonstration enters with the one password, with a cookie no script reads', async () => {
    const accounts: Account[] = [
      'ciudadana',
      'ciudadano2',
      'facilitadora',
      'moderadora',
      'moderador2',
      'moderadora3',
      'circulo-gobierno',
      'circulo-civil',
      'entidad',
      'monitoreo',
      'coordinacion',
    ];
    const page = (await (await stranger()).get('/entrar')).html;
    for (const account of accounts) {
      expect.soft(page, account).toContain(`${account}@demo.convite`);
      expect.soft((await (await as(account)).get('/cuenta')).status, account).toBe(200);
    }
    const answer = await (
      await stranger()
    ).post('/entrar', { correo: 'CIUDADANA@demo.convite ', clave: 'convite-demo' });
    expect(answer.to).toBe('/cuenta');
    const cookie = answer.cookies.find((each) => each.startsWith('sesion='))!;
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
  });

  test('a wrong address and a wrong password get one answer', async () => {
    const visitor = await stranger();
    const bare = ({ html }: Answer) => html.replaceAll(/value="[^"]*"/g, '');
    const wrong = await visitor.post('/entrar', {
      correo: 'ciudadana@demo.convite',
      clave: 'otra',
    });
    const unknown = await visitor.post('/entrar', { correo: 'nadie@demo.convite', clave: 'otra' });
    expect([wrong.status, unknown.status, (await visitor.post('/entrar')).status]).toEqual([
      422, 422, 422,
    ]);
    expect(bare(wrong)).toBe(bare(unknown));
    expect(wrong.html).toContain('role="alert"');
    expect(wrong.html).not.toContain('value="otra"');
    const again = await visitor.post('/registro', {
      nombre: 'Otra',
      correo: 'ciudadana@demo.convite',
      clave: password,
      acepta_datos: 'si',
      mayor_de_edad: 'si',
    });
    expect([again.status, again.to]).toEqual([303, '/entrar?registro=listo']);
  });

  test('the fields of registering', async () => {
    const visitor = await stranger();
    expectWrong(
      await visitor.post('/registro', {
        nombre: '',
        correo: 'no',
        clave: 'x',
        mayor_de_edad: 'si',
      }),
      'nombre',
      'correo',
      'clave',
      'acepta_datos',
    );
    expectWrong(
      await visitor.post('/registro', {
        nombre: 'Ana',
        correo: `menor-${tag}@prueba.convite`,
        clave: password,
        acepta_datos: 'si',
        mayor_de_edad: 'no',
      }),
      'acudiente_nombre',
      'acudiente_contacto',
    );
    const kept = await visitor.post('/registro', {
      nombre: 'Ana "la del <b>barrio</b>"',
      correo: 'no',
      clave: password,
      mayor_de_edad: 'si',
    });
    expect(kept.html).toContain('value="Ana &quot;la del &lt;b&gt;barrio&lt;/b&gt;&quot;"');
    expect(kept.html, 'a password never comes back').not.toContain(password);
  });

  test('leaving ends the session', async () => {
    const visitor = await enter('ciudadano2@demo.convite', 'convite-demo');
    const left = await visitor.post('/salir');
    expect(left.status).toBe(303);
    expect(left.cookies.find((cookie) => cookie.startsWith('sesion='))).toMatch(/Max-Age=0/);
    expect((await visitor.get('/cuenta')).to).toBe('/entrar?volver=%2Fcuenta');
  });

  test('the way back is always of this site', async () => {
    const bad = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      'https:evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      ' //evil.example',
      '/\r\nSet-Cookie: a=b',
      'evil.example',
      '@evil.example',
    ];
    for (const volver of bad) {
      const query = `?volver=${encodeURIComponent(volver)}`;
      const who = { correo: 'ciudadana@demo.convite', clave: 'convite-demo' };
      const entering = await stranger();
      const byField = await entering.post('/entrar', { ...who, volver });
      expect.soft([byField.status, byField.to], volver).toEqual([303, '/cuenta']);
      expect
        .soft((await (await stranger()).post(`/entrar${query}`, who)).to, volver)
        .toBe('/cuenta');
      expect.soft((await entering.get(`/entrar${query}`)).to, volver).toBe('/cuenta');
      expect.soft(byField.headers['set-cookie']).not.toContain('a=b');
      expect
        .soft((await (await stranger()).get(`/entrar${query}`)).html, volver)
        .not.toContain('evil.example"');
    }
    const good = await (
      await stranger()
    ).post('/entrar', {
      correo: 'ciudadana@demo.convite',
      clave: 'convite-demo',
      volver: '/ideas?q=andén&orden=azar',
    });
    expect([good.status, decodeURIComponent(good.to)]).toEqual([303, '/ideas?q=andén&orden=azar']);
  });
});

test.describe('ideas', () => {
  test('written by nobody yet, sent after signing in', async () => {
    const visitor = await stranger();
    const fields = words();
    const asked = await visitor.post('/ideas/nueva', {
      compromiso: commitment,
      ...fields,
      accion: 'enviar',
    });
    expect([asked.status, asked.to]).toEqual([303, '/entrar?volver=%2Fideas%2Fnueva']);
    expect((await visitor.get('/ideas/nueva')).html).toContain(fields.titulo);
    expect(
      (await (await stranger()).get('/ideas/nueva')).html,
      'only in that browser',
    ).not.toContain(fields.titulo);
  });

  test('draft, preview, edit, send, withdraw', async () => {
    const author = await as('ciudadana');
    const draft = await author.post('/ideas/nueva', {
      compromiso: commitment,
      titulo: `Borrador ${next()}`,
      descripcion: '',
      accion: 'borrador',
    });
    expect(draft.status).toBe(303);
    expect(draft.to).toMatch(/^\/ideas\/[0-9a-f-]{36}$/);
    expect((await author.get(draft.to)).status).toBe(200);
    expect((await (await as('ciudadano2')).get(draft.to)).status).toBe(404);

    // Also to those who read what was sent, and after it is withdrawn without having been sent.
    const unsent = await author.post('/ideas/nueva', {
      compromiso: commitment,
      titulo: `Nunca enviado ${next()}`,
      accion: 'borrador',
    });
    const desks = async () => {
      for (const [who, desk] of [
        ['moderadora', '/moderacion'],
        ['coordinacion', '/coordinacion'],
      ] as const)
        for (const path of [unsent.to, `${desk}${unsent.to}`, `/api/v1${unsent.to}`])
          expect.soft((await (await as(who)).get(path)).status, `${who} ${path}`).toBe(404);
    };
    await desks();
    expect((await author.post(`${unsent.to}/retirar`, { motivo: 'No' })).status).toBe(303);
    await desks();
    expect((await author.get(unsent.to)).status).toBe(200);

    const preview = await author.post('/ideas/nueva', {
      compromiso: commitment,
      ...words(),
      accion: 'vista_previa',
    });
    expect(preview.status).toBe(200);

    const fields = { compromiso: commitment, ...words() };
    expect(
      (await author.post(`${draft.to}/editar`, { ...fields, accion: 'borrador', version: '1' })).to,
    ).toBe(draft.to);
    const stale = await author.post(`${draft.to}/editar`, {
      ...fields,
      accion: 'enviar',
      version: '1',
    });
    expect(stale.status).toBe(409);
    expect(stale.html, 'what was typed is kept').toContain(fields.titulo);
    expectWrong(
      await author.post(`${draft.to}/editar`, {
        ...fields,
        titulo: 'Ay',
        accion: 'enviar',
        version: '2',
      }),
      'titulo',
    );
    expect(
      (await author.post(`${draft.to}/editar`, { ...fields, accion: 'enviar', version: '2' }))
        .status,
    ).toBe(303);

    expect(
      (
        await (
          await as('ciudadano2')
        ).post(`${draft.to}/editar`, { ...fields, accion: 'enviar', version: '3' })
      ).status,
      'by another',
    ).toBe(404);
    expect(
      (await (await as('ciudadano2')).post(`${draft.to}/retirar`, { motivo: 'no es mía' })).status,
      'by another',
    ).toBe(404);
    expect((await author.post(`${draft.to}/retirar`, { motivo: 'Ya no hace falta' })).status).toBe(
      303,
    );
    expect((await author.post(`${draft.to}/retirar`, { motivo: 'otra vez' })).status).toBe(409);
    expect(
      (await author.post(`${draft.to}/editar`, { ...fields, accion: 'enviar', version: '3' }))
        .status,
    ).toBe(409);
  });

  test('what is wrong is told beside its field, with what was typed', async () => {
    const author = await as('ciudadana');
    const answer = await author.post('/ideas/nueva', {
      compromiso: 'ninguno',
      titulo: 'Ay',
      descripcion: 'Muy <i>corta</i>',
      accion: 'enviar',
    });
    expectWrong(answer, 'titulo', 'descripcion');
    expect(answer.html).toContain('value="Ay"');
    expect(answer.html).toContain('Muy &lt;i&gt;corta&lt;/i&gt;');
    expectWrong(
      await author.post('/ideas/nueva', { compromiso: 'ninguno', ...words(), accion: 'enviar' }),
      'compromiso',
    );
    expectWrong(
      await author.post('/ideas/nueva', {
        compromiso: commitment,
        ...words(),
        localidad: '99',
        accion: 'enviar',
      }),
      'localidad',
    );
    expectWrong(
      await author.post('/ideas/nueva', {
        compromiso: commitment,
        titulo: 'a'.repeat(121),
        descripcion: 'b'.repeat(5001),
        accion: 'enviar',
      }),
      'titulo',
      'descripcion',
    );
    expect(
      (
        await author.post('/ideas/nueva', {
          compromiso: commitment,
          ...words(),
          accion: 'publicar',
        })
      ).status,
    ).toBe(422);
  });

  test('fields that are not the form’s change nothing', async () => {
    const id = await send(await as('ciudadana'), {
      estado: 'publicada',
      state: 'publicada',
      author_id: nobody,
      autor: nobody,
      apoyos: '99',
      published_at: '2020-01-01',
      origin: 'importada',
      id: nobody,
      __proto__: 'x',
      constructor: 'x',
    });
    expect(id).not.toBe(nobody);
    expect((await (await stranger()).get(`/api/v1/ideas/${id}`)).status).toBe(404);
    await publish(id);
    expect(await (await stranger()).json(`/api/v1/ideas/${id}`)).toMatchObject({
      apoyos: 0,
      apoyos_previos: 0,
      origen: 'web',
    });
  });
});

test.describe('supports', () => {
  test('sixteen at once count one, and are taken back', async () => {
    const id = await published();
    const citizen = await as('ciudadano2');
    const count = async () => (await citizen.json<ApiIdea>(`/api/v1/ideas/${id}`)).apoyos;
    const sixteen = async (accion: string) =>
      await Promise.all(
        Array.from(
          { length: 16 },
          async () => await citizen.post(`/ideas/${id}/apoyo`, { accion }),
        ),
      );
    expect((await sixteen('apoyar')).map(({ status, to }) => [status, to])).toEqual(
      Array.from({ length: 16 }, () => [303, `/ideas/${id}`]),
    );
    expect(await count()).toBe(1);
    expect((await sixteen('retirar')).every(({ status }) => status === 303)).toBe(true);
    expect(await count()).toBe(0);
    expect((await citizen.post(`/ideas/${id}/apoyo`, { accion: 'doble' })).status).toBe(422);
    expect((await (await stranger()).post(`/ideas/${id}/apoyo`, { accion: 'apoyar' })).to).toBe(
      `/entrar?volver=${encodeURIComponent(`/ideas/${id}`)}`,
    );
  });

  test('only of what is published', async () => {
    const id = await send(await as('ciudadana'));
    const citizen = await as('ciudadano2');
    expect(
      (await citizen.post(`/ideas/${id}/apoyo`, { accion: 'apoyar' })).status,
      'another person’s waiting idea',
    ).toBe(404);
    expect((await citizen.post(`/ideas/${nobody}/apoyo`, { accion: 'apoyar' })).status).toBe(404);
    expect((await citizen.post('/ideas/no-es-id/apoyo', { accion: 'apoyar' })).status).toBe(404);
  });
});

test.describe('comments, reports, appeals', () => {
  test('a comment, its answer, and a comment that is wrong', async () => {
    const id = await published();
    const citizen = await as('ciudadano2');
    const comment = await citizen.post(`/ideas/${id}/comentarios`, {
      texto: 'De acuerdo, también en la 68.',
      postura: 'a_favor',
    });
    expect(comment.status).toBe(303);
    const first = /#c-([0-9a-f-]{36})$/.exec(comment.to)![1]!;
    expect(
      (await citizen.post(`/ideas/${id}/comentarios`, { texto: 'Y en la 30', responde_a: first }))
        .status,
    ).toBe(303);
    expectWrong(await citizen.post(`/ideas/${id}/comentarios`, { texto: '' }), 'texto');
    expect(
      (await citizen.post(`/ideas/${id}/comentarios`, { texto: 'a quién', responde_a: nobody }))
        .status,
    ).toBeGreaterThanOrEqual(404);
    expect(
      (await citizen.post(`/ideas/${nobody}/comentarios`, { texto: 'hola a nadie' })).status,
    ).toBe(404);
    expect((await citizen.json<ApiIdea>(`/api/v1/ideas/${id}`)).comentarios).toBe(2);
  });

  test('a comment with personal data waits: its author hides what is marked, or a moderator decides', async () => {
    const id = await published();
    const citizen = await as('ciudadano2');
    const other = await as('ciudadana');
    const held = await citizen.post(`/ideas/${id}/comentarios`, {
      texto: 'Yo ayudo: 310 555 0199.',
    });
    expect(held.status).toBe(303);
    const comentario = /#c-([0-9a-f-]{36})$/.exec(held.to)![1]!;
    const own = (await citizen.get(`/ideas/${id}`)).html;
    expect(own).toContain('<mark>310 555 0199</mark>');
    expect(own).toMatch(/<button[^>]*name="accion"[^>]*value="ocultar"/);
    expect((await other.get(`/ideas/${id}`)).html).not.toContain('310 555');
    const hide = { accion: 'ocultar', comentario };
    expect((await other.post(`/ideas/${id}/comentarios`, hide)).status).toBe(404);
    expect((await citizen.json<ApiIdea>(`/api/v1/ideas/${id}`)).comentarios).toBe(0);
    expect((await citizen.post(`/ideas/${id}/comentarios`, hide)).status).toBe(303);
    const shown = (await other.get(`/ideas/${id}`)).html;
    expect(shown).toContain('Yo ayudo: [dato personal oculto].');
    expect(shown).not.toContain('310 555');
    expect((await citizen.json<ApiIdea>(`/api/v1/ideas/${id}`)).comentarios).toBe(1);
    expect((await citizen.post(`/ideas/${id}/comentarios`, hide)).status).toBe(409);
  });

  test('reported and hidden by two moderators: a tombstone with its reason', async () => {
    const id = await published();
    const citizen = await as('ciudadano2');
    expectWrong(await citizen.post('/reportes', { tipo: 'idea', id, motivo: '' }), 'motivo');
    expect(
      (await citizen.post('/reportes', { tipo: 'idea', id: nobody, motivo: 'ofensiva' })).status,
    ).toBe(404);
    expect(
      (
        await citizen.post('/reportes', {
          tipo: 'idea',
          id,
          motivo: 'ofensiva',
          detalle: 'Insulta a la vecina',
        })
      ).status,
    ).toBe(303);
    const [first, second] = [await as('moderadora'), await as('moderador2')];
    const at = `/moderacion/avisos?caso=idea:${id}`;
    expect(
      (await first.post(at, { accion: 'proponer', motivo: 'ofensiva' })).status,
      'without explanation',
    ).toBe(422);
    expect(
      (
        await first.post(at, {
          accion: 'proponer',
          motivo: 'ofensiva',
          explicacion: 'Ofende a una vecina con nombre propio.',
        })
      ).status,
    ).toBe(303);
    expect(
      (await first.post(at, { accion: 'confirmar' })).status,
      'one person does not hide alone',
    ).toBe(409);
    expect((await (await stranger()).get(`/ideas/${id}`)).status).toBe(200);
    expect((await second.post(at, { accion: 'confirmar' })).status).toBe(303);
    const tombstone = await (await stranger()).get(`/ideas/${id}`);
    expect(tombstone.status).toBe(410);
    expect(tombstone.html).toContain('Ofende a una vecina con nombre propio.');
    const api = await (await stranger()).get(`/api/v1/ideas/${id}`);
    expect(api.status).toBe(410);
    expect((JSON.parse(api.html) as ApiError).error.codigo).toBe('idea_hidden');
    expect(
      (await citizen.post(`/ideas/${id}/apoyo`, { accion: 'apoyar' })).status,
      'support of what is hidden',
    ).toBeGreaterThanOrEqual(404);
  });

  test('an appeal, once, by the author', async () => {
    const author = await as('ciudadana');
    const id = await send(author);
    expect(
      (await author.post('/apelaciones', { tipo: 'idea', id, texto: 'Todavía no hay decisión' }))
        .status,
    ).toBe(409);
    expect(
      (
        await (
          await as('moderadora')
        ).post(`/moderacion/ideas/${id}`, {
          decision: 'rechazar',
          motivo: 'ya_existe',
          explicacion: 'Ya lo hace la Secretaría de Movilidad.',
        })
      ).status,
    ).toBe(303);
    expectWrong(await author.post('/apelaciones', { tipo: 'idea', id, texto: '' }), 'texto');
    expect(
      (
        await (
          await as('ciudadano2')
        ).post('/apelaciones', { tipo: 'idea', id, texto: 'No es mía' })
      ).status,
    ).toBe(404);
    expect(
      (await author.post('/apelaciones', { tipo: 'idea', id, texto: 'No existe en mi barrio.' }))
        .status,
    ).toBe(303);
    expect(
      (await author.post('/apelaciones', { tipo: 'idea', id, texto: 'Otra vez' })).status,
    ).toBe(409);
    expect(
      (
        await (
          await as('moderador2')
        ).post(`/moderacion/apelaciones?caso=${await appealOf(id)}`, {
          decision: 'confirmar',
          explicacion: 'Revisamos y la decisión sigue.',
        })
      ).status,
    ).toBe(303);
  });

  async function appealOf(ideaId: string): Promise<string> {
    const desk = await as('moderador2');
    const cases = [
      ...(await desk.get('/moderacion/apelaciones')).html.matchAll(/caso=([0-9a-f-]{36})/g),
    ].map(([, id]) => id!);
    for (const id of new Set(cases))
      if ((await desk.get(`/moderacion/apelaciones?caso=${id}`)).html.includes(ideaId)) return id;
    throw new Error(`no appeal of ${ideaId}`);
  }
});

test.describe('triage', () => {
  const explicacion = 'Lo revisamos con la entidad y te contamos por qué.';

  test('take, put back, and what another took', async () => {
    const id = await send(await as('ciudadana'));
    const [one, other] = [await as('moderadora'), await as('moderador2')];
    expect((await one.post(`/moderacion/ideas/${id}/tomar`, { accion: 'tomar' })).status).toBe(303);
    expect((await other.post(`/moderacion/ideas/${id}/tomar`, { accion: 'tomar' })).status).toBe(
      409,
    );
    const refused = await other.post(`/moderacion/ideas/${id}`, {
      decision: 'rechazar',
      motivo: 'ya_existe',
      explicacion,
    });
    expect(refused.status).toBe(409);
    expect(
      (
        await (
          await as('ciudadana')
        ).post(`/ideas/${id}/editar`, {
          compromiso: commitment,
          ...words(),
          accion: 'enviar',
          version: '1',
        })
      ).status,
      'not while a moderator reads it',
    ).toBe(409);
    expect((await one.post(`/moderacion/ideas/${id}/tomar`, { accion: 'soltar' })).status).toBe(
      303,
    );
    expect((await other.post(`/moderacion/ideas/${id}/tomar`, { accion: 'tomar' })).status).toBe(
      303,
    );
    expect((await other.post(`/moderacion/ideas/${id}/tomar`, { accion: 'robar' })).status).toBe(
      422,
    );
    expect((await other.post(`/moderacion/ideas/${id}`, { decision: 'publicar' })).status).toBe(
      303,
    );
    expect(
      (await one.post(`/moderacion/ideas/${id}`, { decision: 'publicar' })).status,
      'decided by another',
    ).toBe(409);
  });

  test('two moderators at once: one decides', async () => {
    for (const decision of ['publicar', 'rechazar']) {
      const id = await send(await as('ciudadana'));
      const answers = await Promise.all(
        (['moderadora', 'moderador2', 'moderadora3'] as const).map(
          async (who) =>
            (
              await (
                await as(who)
              ).post(`/moderacion/ideas/${id}`, { decision, motivo: 'ya_existe', explicacion })
            ).status,
        ),
      );
      expect(answers.sort()).toEqual([303, 409, 409]);
    }
  });

  test('each decision, with what it needs', async () => {
    const desk = await as('moderadora');
    const kept = await published();
    const decide = async (id: string, fields: Fields) =>
      await desk.post(`/moderacion/ideas/${id}`, fields);
    const waiting = await send(await as('ciudadana'));
    expectWrong(await decide(waiting, { decision: 'rechazar' }), 'motivo', 'explicacion');
    expectWrong(
      await decide(waiting, { decision: 'devolver', motivo: 'ya_existe', explicacion }),
      'motivo',
    );
    expectWrong(
      await decide(waiting, { decision: 'reasignar', motivo: 'otro_compromiso', explicacion }),
      'compromiso',
    );
    expectWrong(
      await decide(waiting, { decision: 'duplicada', motivo: 'duplicada', explicacion }),
      'duplicada_de',
    );
    expect(
      (await decide(waiting, { decision: 'archivar', motivo: 'ya_existe', explicacion })).status,
    ).toBe(422);

    const cases: [Fields, string][] = [
      [{ decision: 'rechazar', motivo: 'inviable_tecnica', explicacion }, 'rechazada'],
      [
        { decision: 'duplicada', motivo: 'duplicada', explicacion, duplicada_de: kept },
        'duplicada',
      ],
      [
        {
          decision: 'peticion',
          motivo: 'peticion_o_queja',
          explicacion,
          radicado: '2026-4455',
          entidad_competente: 'Secretaría de Movilidad',
        },
        'peticion',
      ],
      [
        { decision: 'reasignar', motivo: 'otro_compromiso', explicacion, compromiso: 'salud' },
        'enviada',
      ],
    ];
    for (const [fields] of cases) {
      const id = await send(await as('ciudadana'));
      expect.soft((await decide(id, fields)).status, String(fields['decision'])).toBe(303);
      expect
        .soft((await (await as('ciudadana')).get(`/ideas/${id}`)).status, 'its author sees it')
        .toBe(200);
      expect
        .soft((await (await stranger()).get(`/api/v1/ideas/${id}`)).status, 'others do not')
        .toBe(404);
    }
  });

  test('asked back, answered, published', async () => {
    const author = await as('ciudadana');
    const id = await send(author);
    expect(
      (await author.post(`/ideas/${id}/respuesta`, { texto: 'Nadie me ha preguntado' })).status,
    ).toBe(409);
    expect(
      (
        await (
          await as('moderadora')
        ).post(`/moderacion/ideas/${id}`, {
          decision: 'devolver',
          motivo: 'ininteligible_incompleta',
          explicacion: '¿En qué esquina es?',
        })
      ).status,
    ).toBe(303);
    expectWrong(await author.post(`/ideas/${id}/respuesta`, { texto: '' }), 'texto');
    expect(
      (await (await as('ciudadano2')).post(`/ideas/${id}/respuesta`, { texto: 'No es mía' }))
        .status,
    ).toBe(404);
    expect(
      (await author.post(`/ideas/${id}/respuesta`, { texto: 'En la calle 80 con carrera 68.' }))
        .status,
    ).toBe(303);
    await publish(id);
    expect(await author.json(`/api/v1/ideas/${id}`)).toMatchObject({ estado: 'publicada' });
  });
});

test.describe('proposals and the Circle', () => {
  test('from ideas to an answer for each', async () => {
    test.slow();
    const desk = await as('moderadora');
    const [first, second] = [await published(), await published()];
    const texts = {
      compromiso: commitment,
      titulo: `Cruces que se oyen ${next()}`,
      problema: 'Cerca de los colegios no se puede cruzar con seguridad.',
      propuesta: 'Semáforos sonoros en las veinte esquinas con más niños.',
    };
    expectWrong(
      await desk.post('/moderacion/propuestas/nueva', {
        ...texts,
        titulo: 'x',
        problema: '',
        ideas: [first],
      }),
      'titulo',
      'problema',
    );
    expect((await desk.post('/moderacion/propuestas/nueva', texts)).status, 'without ideas').toBe(
      422,
    );
    expect(
      (
        await (
          await as('ciudadana')
        ).post('/moderacion/propuestas/nueva', { ...texts, ideas: [first] })
      ).status,
    ).toBe(403);
    const created = await desk.post('/moderacion/propuestas/nueva', {
      ...texts,
      ideas: [first, second],
      [`tomado.${first}`]: 'El semáforo sonoro',
      [`tomado.${second}`]: 'Las esquinas',
    });
    expect(created.status).toBe(303);
    const id = /^\/propuestas\/([0-9a-f-]{36})$/.exec(created.to)![1]!;
    expect((await (await stranger()).get(`/propuestas/${id}`)).status, 'a draft').toBe(404);
    expect((await (await stranger()).get(`/api/v1/propuestas/${id}`)).status, 'a draft').toBe(404);
    expect(
      (await desk.post(`/moderacion/propuestas/${id}`, { accion: 'enviar' })).status,
      'not ready yet',
    ).toBe(409);
    for (const accion of ['lista', 'enviar'])
      expect((await desk.post(`/moderacion/propuestas/${id}`, { accion })).status, accion).toBe(
        303,
      );
    expect(
      (await desk.post(`/moderacion/propuestas/${id}`, { accion: 'enviar' })).status,
      'sent already',
    ).toBe(409);

    const table = `/circulo/mesa/${id}`;
    const [government, civil] = [await as('circulo-gobierno'), await as('circulo-civil')];
    expect((await (await as('ciudadana')).post(`${table}/voto`, { voto: 'a_favor' })).status).toBe(
      403,
    );
    const answer = {
      decision: 'adoptada_en_parte',
      razones: 'Hay presupuesto para diez esquinas este año.',
      [`tomado.${first}`]: 'Diez semáforos',
      [`no_tomado.${first}`]: '',
      [`tomado.${second}`]: '',
      [`no_tomado.${second}`]: 'Las otras diez, en 2028',
    };
    const alone = await government.post(`${table}/decision`, answer);
    expect(alone.status).toBe(409);
    expect(
      (
        await government.post(`${table}/decision`, {
          decision: 'adoptada',
          razones: answer.razones,
        })
      ).status,
      'quorum comes before everything else',
    ).toBe(409);
    expect(
      (await civil.post(`${table}/voto`, { voto: 'a_favor' })).status,
      'voting from elsewhere',
    ).toBe(409);
    for (const member of [government, civil]) {
      expect((await member.post(`${table}/presencia`, { presente: 'si' })).status).toBe(303);
      expect(
        (await member.post(`${table}/nota`, { texto: 'Nota <b>interna</b> de la deliberación' }))
          .status,
      ).toBe(303);
      expect((await member.post(`${table}/voto`, { voto: 'a_favor' })).status).toBe(303);
    }
    expect((await civil.post(`${table}/voto`, { voto: 'quizas' })).status).toBe(422);
    expectWrong(await civil.post(`${table}/decision`, { ...answer, razones: '' }), 'razones');
    const without = await civil.post(`${table}/decision`, {
      ...answer,
      [`no_tomado.${second}`]: '',
    });
    expectWrong(without, `no_tomado.${second}`);
    expect(
      (await civil.post(`${table}/decision`, { decision: 'aplazada', razones: answer.razones }))
        .status,
      'a deferral needs its date',
    ).toBe(422);

    const both = await Promise.all(
      [government, civil].map(
        async (member) => (await member.post(`${table}/decision`, answer)).status,
      ),
    );
    expect(both.sort(), 'two members at once: one decides').toEqual([303, 409]);
    const page = await (await stranger()).get(`/propuestas/${id}`);
    expect(page.html).toContain('Las otras diez, en 2028');
    expect(page.html, 'notes are internal').not.toContain('de la deliberación');
    expect(await (await stranger()).json(`/api/v1/propuestas/${id}`)).toMatchObject({
      id,
      compromiso: commitment,
      decision: 'adoptada_en_parte',
      razones: answer.razones,
      ideas: expect.arrayContaining(
        [{ id: first, tomado: 'Diez semáforos', no_tomado: null, razon: null }].map((each) =>
          expect.objectContaining({ id: each.id, tomado: each.tomado }),
        ),
      ),
    });
    expect(
      (await (await stranger()).json<ApiIdea & { camino: string }>(`/api/v1/ideas/${first}`))
        .camino,
    ).toBe('decidida');
    await expect
      .poll(
        async () =>
          (await mailsTo('ciudadana@demo.convite')).some((mail) =>
            mail.texto.includes(texts.titulo),
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
  });
});

test.describe('coordination', () => {
  test('a role given with its scope, and taken', async () => {
    const { visitor, email } = await register();
    const coordination = await as('coordinacion');
    const elsewhere = await send(await as('ciudadana'));
    expect((await visitor.get('/moderacion')).status).toBe(403);
    expectWrong(
      await coordination.post('/coordinacion/roles', {
        correo: 'nadie@prueba.convite',
        rol: 'moderacion',
      }),
      'correo',
    );
    expect(
      (await coordination.post('/coordinacion/roles', { correo: email, rol: 'rey' })).status,
    ).toBe(422);
    expect(
      (await visitor.post('/coordinacion/roles', { correo: email, rol: 'coordinacion' })).status,
      'nobody gives themselves a role',
    ).toBe(403);
    expect(
      (
        await coordination.post('/coordinacion/roles', {
          correo: email,
          rol: 'moderacion',
          alcance: 'salud',
        })
      ).status,
    ).toBe(303);
    expect((await visitor.get('/moderacion')).status).toBe(200);
    expect(
      (await visitor.get(`/moderacion/ideas/${elsewhere}`)).status,
      'of another commitment',
    ).toBe(404);
    expect(
      (await visitor.post(`/moderacion/ideas/${elsewhere}`, { decision: 'publicar' })).status,
    ).toBe(404);
    const row = (await coordination.get('/coordinacion/roles')).html
      .split('<tr')
      .find((each) => each.includes(email))!;
    const grant = /\/coordinacion\/roles\/([0-9a-f-]{36})\/quitar/.exec(row)![1]!;
    expect((await visitor.post(`/coordinacion/roles/${grant}/quitar`)).status).toBe(403);
    expect((await coordination.post(`/coordinacion/roles/${grant}/quitar`)).status).toBe(303);
    expect((await coordination.post(`/coordinacion/roles/${grant}/quitar`)).status).toBe(409);
    expect((await visitor.get('/moderacion')).status).toBe(403);
  });

  test('a phase that closes refuses, with the reason, and opens again', async () => {
    // It closes for everybody: on an app of its own.
    const alone = await startAlone();
    const as = async (account: Account) =>
      await enter(`${account}@demo.convite`, 'convite-demo', alone.url);
    const coordination = await as('coordinacion');
    const id = await publish(await send(await as('ciudadana')), await as('moderadora'));
    const phases = [
      ...new Set(
        [
          ...(await coordination.get('/coordinacion/plan')).html.matchAll(
            /\/coordinacion\/fases\/([0-9a-f-]{36})/g,
          ),
        ].map(([path]) => path),
      ),
    ];
    const supports = phases[1]!;
    const form = (await coordination.get(supports)).html;
    const valueOf = (name: string) =>
      new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(form)![1]!;
    const dates = { abre: valueOf('abre'), cierra: valueOf('cierra') };
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 16);
    const citizen = await as('ciudadano2');
    expectWrong(
      await coordination.post(supports, { abre: dates.cierra, cierra: dates.abre }),
      'cierra',
    );
    expect((await citizen.post(supports, dates)).status).toBe(403);
    try {
      expect((await coordination.post(supports, { ...dates, cierra: yesterday })).status).toBe(303);
      const refused = await citizen.post(`/ideas/${id}/apoyo`, { accion: 'apoyar' });
      expect(refused.status).toBe(409);
      expect((await citizen.json<ApiIdea>(`/api/v1/ideas/${id}`)).apoyos).toBe(0);
    } finally {
      expect((await coordination.post(supports, dates)).status).toBe(303);
    }
    expect((await citizen.post(`/ideas/${id}/apoyo`, { accion: 'apoyar' })).status).toBe(303);
    await alone.stop();
  });
});

test.describe('how requests are refused', () => {
  const lists = ['/ideas', '/propuestas', '/circulo', '/transparencia'];
  const apiLists = [
    '/api/v1/compromisos',
    '/api/v1/ideas',
    '/api/v1/propuestas',
    '/api/v1/talleres',
    '/api/v1/transparencia/registro',
  ];
  const cursor = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');

  test('400: a malformed cursor or number', async () => {
    const visitor = await stranger();
    const bad = [
      'x',
      '%F0%9F%98%80',
      cursor([]),
      cursor(null),
      cursor(['recientes', 1, '9'.repeat(19), nobody]),
      cursor(['recientes', 1.5, '1', nobody]),
      cursor(["'; drop table idea; --", 1, '1', nobody]),
      cursor([-8e15, nobody]),
    ];
    for (const path of [...lists, ...apiLists])
      for (const given of bad)
        expect
          .soft((await visitor.get(`${path}?cursor=${given}`)).status, `${path} ${given}`)
          .toBe(400);
    for (const path of apiLists)
      for (const limite of ['x', '-1', '0', '101', '1.5', '1e2', ''])
        expect
          .soft((await visitor.get(`${path}?limite=${limite}`)).status, `${path} ${limite}`)
          .toBe(400);
    for (const orden of ['azar', 'apoyadas'])
      expect
        .soft(
          (
            await visitor.get(
              `/ideas?orden=${orden}&cursor=${cursor([orden, 1, '9'.repeat(19), nobody])}`,
            )
          ).status,
          orden,
        )
        .toBe(400);
    const error = JSON.parse((await visitor.get('/api/v1/ideas?cursor=x')).html) as ApiError;
    expect(error).toEqual({
      error: { codigo: 'cursor_malformed', mensaje: expect.any(String), campos: {} },
    });
  });

  test('303: not signed in; 403: without the role, which is named', async () => {
    const visitor = await stranger();
    const posts = [
      '/moderacion/propuestas/nueva',
      `/moderacion/ideas/${nobody}`,
      `/circulo/mesa/${nobody}/voto`,
      '/coordinacion/roles',
      '/cuenta',
      '/reportes',
      '/apelaciones',
      `/ideas/${nobody}/editar`,
    ];
    for (const path of posts) {
      const answer = await visitor.post(path, { accion: 'tomar' });
      expect
        .soft([answer.status, answer.to], path)
        .toEqual([303, `/entrar?volver=${encodeURIComponent(path)}`]);
    }
    expect((await visitor.get('/cuenta/avisos?cursor=abc')).to).toBe(
      `/entrar?volver=${encodeURIComponent('/cuenta/avisos?cursor=abc')}`,
    );
    const citizen = await as('ciudadana');
    const roles = {
      '/moderacion': 'moderación',
      '/circulo/mesa': 'Círculo',
      '/entidad': 'entidad',
      '/facilitacion': 'facilitación',
      '/coordinacion': 'coordinación',
    };
    for (const [path, role] of Object.entries(roles)) {
      const answer = await citizen.get(path);
      expect.soft(answer.status, path).toBe(403);
      expect.soft(answer.html.toLowerCase(), path).toContain(role.toLowerCase());
    }
    for (const path of [
      `/moderacion/ideas/${nobody}`,
      '/moderacion/avisos',
      '/moderacion/apelaciones',
      '/moderacion/propuestas',
      '/coordinacion/registro',
      '/coordinacion/plan',
      '/coordinacion/razones',
      '/coordinacion/circulo',
      '/coordinacion/entidades',
    ])
      expect.soft((await citizen.get(path)).status, path).toBe(403);
  });

  test('404: one and the same page for what is unknown, a draft, or another person’s', async () => {
    const waiting = await send(await as('ciudadana'));
    const draft = (
      await (
        await as('ciudadana')
      ).post('/ideas/nueva', { compromiso: commitment, titulo: 'Solo mía', accion: 'borrador' })
    ).to
      .split('/')
      .at(-1)!;
    const citizen = await as('ciudadano2');
    const page = async (path: string) => {
      const { status, html } = await citizen.get(path);
      return {
        status,
        html: html
          .replaceAll(path, '')
          .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
          .replaceAll(/ aria-current="[^"]*"/g, ''),
      }; // the menu marks the part of the site
    };
    await citizen.get('/'); // where the line that an earlier act left is said
    const unknown = await page(`/ideas/${nobody}`);
    expect(unknown.status).toBe(404);
    for (const path of [
      `/ideas/${waiting}`,
      `/ideas/${draft}`,
      `/ideas/${waiting}/editar`,
      `/ideas/${draft}/retirar`,
      '/ideas/no-es-id',
      '/ideas/1',
      `/propuestas/${nobody}`,
      '/compromisos/ninguno',
      '/no/existe',
      '/talleres/ninguno',
      '/consultas/ninguna',
    ])
      expect.soft(await page(path), path).toEqual(unknown);
    for (const id of [waiting, draft]) {
      expect
        .soft((await citizen.post(`/ideas/${id}/comentarios`, { texto: 'Hola a todos' })).status)
        .toBe(404);
      expect.soft((await citizen.get(`/reportes?tipo=idea&id=${id}`)).status).toBe(404);
      expect
        .soft((await citizen.post('/reportes', { tipo: 'idea', id, motivo: 'otra' })).status)
        .toBe(404);
      expect.soft((await citizen.get(`/apelaciones?id=${id}`)).status).toBe(404);
      expect.soft((await citizen.get(`/ideas/${id}/versiones`)).status).toBe(404);
      expect.soft((await citizen.get(`/ideas/${id}.data`)).html).not.toContain('Solo mía');
    }
    for (const path of [
      '/api',
      '/api/v1',
      '/api/v1/nada',
      '/api/v1/ideas/1',
      `/api/v1/ideas/${draft}`,
      `/api/v1/propuestas/${nobody}`,
      '/api/v1/compromisos/ninguno',
      '/api/v1/talleres/1',
    ]) {
      const answer = await citizen.get(path);
      expect.soft(answer.status, path).toBe(404);
      expect.soft(JSON.parse(answer.html), path).toEqual({
        error: { codigo: expect.any(String), mensaje: expect.any(String), campos: {} },
      });
    }
  });

  test('nobody closes another person’s session', async () => {
    const [mine, other] = [
      await enter('ciudadana@demo.convite', 'convite-demo'),
      await as('ciudadano2'),
    ];
    const sessions = [
      ...(await mine.get('/cuenta/sesiones')).html.matchAll(/name="sesion" value="([^"]+)"/g),
    ].map(([, id]) => id!);
    expect(sessions.length).toBeGreaterThan(0);
    expect(
      (await other.post('/cuenta/sesiones', { accion: 'cerrar', sesion: sessions[0]! })).status,
    ).toBe(404);
    expect(
      (await other.post('/cuenta/sesiones', { accion: 'cerrar', sesion: "' or 1=1 --" })).status,
    ).toBe(404);
    expect((await (await as('ciudadana')).get('/cuenta')).status).toBe(200);
  });

  test('413: a body of 1 MB; other bodies are read or refused', async () => {
    const citizen = await as('ciudadana');
    const large = await citizen.post('/ideas/nueva', {
      compromiso: commitment,
      ...words(),
      descripcion: 'a'.repeat(1_000_000),
    });
    expect(large.status).toBe(413);
    expect(large.html).toContain('<h1');
    expect((await citizen.post('/no-existe', { texto: 'a'.repeat(1_000_000) })).status).toBe(413);
    for (const [type, data, status] of [
      ['application/json', '{"titulo":', 400],
      ['multipart/form-data; boundary=x', '--y\r\n', 400],
      ['text/plain', 'hola', 400],
      ['application/x-www-form-urlencoded', '%%%=%E0%A4%A&&&=', 422],
    ] as const) {
      const answer = await citizen.http.post('/ideas/nueva', {
        data,
        headers: { 'content-type': type },
        maxRedirects: 0,
      });
      expect.soft(answer.status(), type).toBe(status);
    }
    const multipart = await citizen.http.post('/ideas/nueva', {
      multipart: { compromiso: commitment, ...words(), accion: 'vista_previa' },
      maxRedirects: 0,
    });
    expect(multipart.status()).toBe(200);
  });

  test('methods that an address does not know', async () => {
    const visitor = await stranger();
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const answer = await visitor.http.fetch('/compromisos', { method, maxRedirects: 0 });
      expect.soft(answer.status(), method).toBeGreaterThanOrEqual(400);
      expect.soft(answer.status(), method).toBeLessThan(500);
    }
    for (const path of ['/', '/ideas', '/api/v1/ideas', '/salud', '/buzon.json', '/ideas/nueva']) {
      const [head, get] = [await visitor.http.head(path), await visitor.http.get(path)];
      expect.soft(head.status(), path).toBe(200);
      expect.soft((await head.body()).length, path).toBe(0);
      expect.soft(head.headers()['content-type'], path).toBe(get.headers()['content-type']);
    }
    expect((await visitor.http.head(`/ideas/${nobody}`)).status()).toBe(404);
  });
});

test.describe('requests from elsewhere', () => {
  test('posts of other sites are refused, others pass', async () => {
    const own = new URL(process.env['E2E_URL']!);
    const id = await published();
    const citizen = await as('ciudadano2');
    const post = async (headers: Record<string, string>) =>
      (await citizen.post(`/ideas/${id}/apoyo`, { accion: 'apoyar' }, headers)).status;
    const refused: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://${own.hostname}:1` },
      { origin: `${own.origin}.evil.example` },
      { origin: 'basura' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: own.origin, 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of refused)
      expect.soft(await post(headers), JSON.stringify(headers)).toBe(403);
    expect((await citizen.json<ApiIdea>(`/api/v1/ideas/${id}`)).apoyos).toBe(0);
    for (const headers of [
      {},
      { origin: own.origin },
      { 'sec-fetch-site': 'same-origin' },
      { origin: own.origin, 'sec-fetch-site': 'same-origin' },
    ] as Record<string, string>[])
      expect.soft(await post(headers), JSON.stringify(headers)).toBe(303);
    const login = await (
      await stranger()
    ).post(
      '/entrar',
      { correo: 'ciudadana@demo.convite', clave: 'convite-demo' },
      { origin: 'https://evil.example' },
    );
    expect([login.status, login.cookies.some((cookie) => cookie.startsWith('sesion='))]).toEqual([
      403,
      false,
    ]);
    expect(
      (
        await citizen.get(`/ideas/${id}`, {
          'sec-fetch-site': 'cross-site',
          origin: 'https://evil.example',
        })
      ).status,
      'reading is free',
    ).toBe(200);
  });

  test('an address that begins with two slashes stays here', async () => {
    const visitor = await stranger();
    for (const path of [
      '//evil.example/',
      '//evil.example',
      '/\\evil.example/',
      '///evil.example//',
      '//evil.example/%2e%2e/',
    ]) {
      const answer = await visitor.http.fetch(`${process.env['E2E_URL']}${path}`, {
        maxRedirects: 0,
      });
      expect.soft(answer.headers()['location'] ?? '/', path).toMatch(/^\/(?!\/)/);
      expect.soft(await answer.text(), path).not.toMatch(/href="\/\/evil/);
    }
    expect((await visitor.get('/ideas/?q=x')).to).toBe('/ideas?q=x');
  });
});

test.describe('read API', () => {
  test('lists: limit, cursor, ETag, CORS', async () => {
    const visitor = await stranger();
    const seen = new Set<string>();
    let cursor: string | null = null;
    for (let i = 0; i < 3; i += 1) {
      const page: ApiList<ApiIdea> = await visitor.json(
        `/api/v1/ideas?limite=5${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(page.datos).toHaveLength(5);
      for (const idea of page.datos) seen.add(idea.id);
      cursor = page.siguiente;
    }
    expect(seen.size).toBe(15);
    const fields = [
      'id',
      'compromiso',
      'titulo',
      'descripcion',
      'localidad',
      'idioma',
      'autor',
      'origen',
      'estado',
      'camino',
      'apoyos',
      'apoyos_previos',
      'comentarios',
      'publicada_en',
      'id_externo',
      'url',
    ];
    // An old one, that no other journey is changing.
    const first = (await visitor.json<ApiList<ApiIdea>>('/api/v1/ideas?limite=100')).datos.at(-1);
    expect(Object.keys(first!)).toEqual(fields);
    expect(first!.publicada_en).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/);
    expect(await visitor.json(`/api/v1/ideas/${first!.id}`)).toEqual(first);
    for (const path of [
      '/api/v1/compromisos',
      '/api/v1/ideas',
      '/api/v1/propuestas',
      '/api/v1/talleres',
      '/api/v1/openapi.json',
    ]) {
      const answer = await visitor.get(path, { origin: 'https://otra.example' });
      expect.soft(answer.headers['access-control-allow-origin'], path).toBe('*');
      expect.soft(answer.headers['access-control-allow-credentials'], path).toBeUndefined();
      // Other journeys may change the list between two readings.
      await expect(async () => {
        const { headers } = await visitor.get(path);
        const again = await visitor.get(path, { 'if-none-match': headers['etag']! });
        expect([again.status, again.html], path).toEqual([304, '']);
      }).toPass({ timeout: 10_000 });
    }
    expect(
      (await visitor.get('/buzon.json')).headers['access-control-allow-origin'],
      'links in mails open accounts',
    ).toBeUndefined();
  });

  test('filters, stems and accents', async () => {
    const id = await published({ titulo: `Bicicletas en el andén ${next()}` });
    const visitor = await stranger();
    const found = async (query: string) =>
      (await visitor.json<ApiList<ApiIdea>>(`/api/v1/ideas?limite=100&${query}`)).datos.map(
        (idea) => idea.id,
      );
    for (const q of ['bicicleta', 'anden', 'ANDENES bicicleta', `compromiso=${commitment}`])
      expect.soft(await found(q.includes('=') ? q : `q=${encodeURIComponent(q)}`), q).toContain(id);
    expect(await found('compromiso=salud')).not.toContain(id);
    const similar = await visitor.json<ApiList<{ id: string; puntaje: number; veredicto: string }>>(
      `/api/v1/ideas/similares?titulo=${encodeURIComponent('Bicicletas en el andén')}&compromiso=${commitment}`,
    );
    expect(similar.datos.find((idea) => idea.id === id)).toMatchObject({
      puntaje: expect.any(Number),
      veredicto: expect.stringMatching(/^(duplicada|relacionada)$/),
    });
    for (const path of ['propuestas', 'compromisos']) {
      const [thing] = (
        await visitor.json<ApiList<{ id?: string; slug?: string }>>(`/api/v1/${path}`)
      ).datos;
      expect
        .soft(await visitor.json(`/api/v1/${path}/${thing!.id ?? thing!.slug}`), path)
        .toMatchObject(thing!);
    }
  });

  test('the mailbox, newest first', async () => {
    const mails = (await (await stranger()).json<{ datos: Mail[] }>('/buzon.json')).datos;
    expect(mails.length).toBeGreaterThan(1);
    expect(mails.map((mail) => mail.enviado_en)).toEqual(
      mails
        .map((mail) => mail.enviado_en)
        .sort()
        .reverse(),
    );
    expect(Object.keys(mails[0]!)).toEqual([
      'id',
      'para',
      'asunto',
      'texto',
      'enlaces',
      'enviado_en',
    ]);
  });
});

test.describe('what pages carry', () => {
  test('script only where the contract allows it, no style attribute, and the headers of safety', async () => {
    const id = await published();
    const proposal = (await (await stranger()).json<ApiList<{ id: string }>>('/api/v1/propuestas'))
      .datos[0]!.id;
    const reading = [
      '/',
      '/compromisos',
      `/compromisos/${commitment}`,
      '/ideas',
      '/ideas?q=bicicleta',
      '/talleres',
      '/propuestas',
      `/propuestas/${proposal}`,
      '/circulo',
      '/consultas',
      '/inclusion',
      '/seguimiento',
      '/transparencia',
      '/transparencia/moderacion',
      '/datos-abiertos',
      '/registro',
      '/entrar',
      '/entrar/enlace',
      '/entrar/recuperar',
      '/salir',
      '/accesibilidad',
      '/privacidad',
      '/ayuda',
      '/mapa-del-sitio',
      '/buzon',
      `/ideas/${id}/versiones`,
      '/reportes',
      '/apelaciones',
      '/no-existe',
    ];
    const [visitor, citizen] = [await stranger(), await as('ciudadano2')];
    for (const [who, paths] of [
      [visitor, [...reading, `/ideas/${id}`]],
      [citizen, reading],
    ] as const) {
      for (const path of paths) {
        const answer = await who.get(path);
        expect.soft(answer.html, `script in ${path}`).not.toMatch(/<script/i);
        expect
          .soft(answer.html, `preloaded script in ${path}`)
          .not.toMatch(/modulepreload|as="script"|\son[a-z]+="/i);
        if (answer.status === 200)
          expect
            .soft(answer.headers['content-security-policy'], path)
            .toContain("script-src 'none'");
      }
    }
    const scripted: [Visitor, string][] = [
      [visitor, '/ideas/nueva'],
      [citizen, `/ideas/${id}`],
      [citizen, '/cuenta'],
      [await as('moderadora'), `/moderacion/ideas/${await send(await as('ciudadana'))}`],
      [await as('circulo-civil'), `/circulo/mesa/${proposal}`],
      [await as('coordinacion'), '/coordinacion/plan'],
    ];
    for (const [who, path] of [
      ...scripted,
      ...reading.map((path): [Visitor, string] => [visitor, path]),
    ]) {
      const { html, headers } = await who.get(path);
      expect.soft(html, `style in ${path}`).not.toMatch(/\sstyle="/);
      expect
        .soft(headers['content-security-policy'], path)
        .toMatch(/default-src 'none'.*style-src 'self';.*frame-ancestors 'none'/);
      expect.soft(headers['content-security-policy'], path).not.toMatch(/unsafe|\*/);
      expect.soft(headers['x-content-type-options'], path).toBe('nosniff');
      expect.soft(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin');
      for (const [tagText] of html.matchAll(/<script[^>]*>/gi))
        expect.soft(tagText, path).toMatch(/nonce="[^"]+"|src="\/assets\//);
    }
    const [once, twice] = [await citizen.get(`/ideas/${id}`), await citizen.get(`/ideas/${id}`)];
    const nonce = ({ headers }: Answer) =>
      /'nonce-([^']+)'/.exec(headers['content-security-policy']!)?.[1];
    if (nonce(once)) expect(nonce(once)).not.toBe(nonce(twice));
  });

  test('Spanish whatever the browser says; English when asked', async () => {
    const visitor = await stranger();
    expect((await visitor.get('/ideas', { 'accept-language': 'en-US,en;q=0.9' })).html).toContain(
      '<html lang="es"',
    );
    const asked = await visitor.get('/ideas?idioma=en');
    expect(asked.html).toContain('<html lang="en"');
    expect(asked.cookies.find((cookie) => cookie.startsWith('idioma=en'))).toMatch(
      /HttpOnly; SameSite=Lax/,
    );
    expect((await visitor.get('/compromisos')).html).toContain('<html lang="en"');
    expect((await visitor.get('/ideas?idioma=fr')).html).toContain('<html lang="en"');
    expect((await visitor.get('/no-existe?idioma=es')).html).toContain('<html lang="es"');
    expect((await visitor.get('/')).html).toContain('<html lang="es"');
  });

  test('a line of the site cannot be put into a page from outside', async () => {
    const { html } = await (
      await stranger()
    ).get('/ideas', { cookie: `aviso=${encodeURIComponent('<b>de afuera</b>')}` });
    expect(html).not.toContain('de afuera');
    for (const aviso of ['toString', '__proto__', 'constructor', 'nada_de_eso', 'a'.repeat(5000)])
      expect
        .soft((await (await stranger()).get('/ideas', { cookie: `aviso=${aviso}` })).status, aviso)
        .toBe(200);
    const hostile = await (
      await stranger()
    ).get('/ideas', {
      cookie: 'sesion=%00; equipo=../../x; idioma=%E0%A4%A; aviso=%0d%0aSet-Cookie:a',
    });
    expect(hostile.status).toBe(200);
    expect(hostile.html).toContain('<html lang="es"');
  });
});

test.describe('hostile text', () => {
  const nasty =
    "<script>alert(1)</script><img src=x onerror=alert(2)> '; drop table idea; -- {{7*7}} " +
    '${7*7} \u202Eodal\u202C \uFEFF 👩🏽‍🦽🚲 \u0000fin';
  const shown = '&lt;script&gt;alert(1)&lt;/script&gt;';

  function expectText(html: string): void {
    expect.soft(html).not.toMatch(/<script>alert|<img src=x|drop table idea; -- 49|\u202E|\u0000/);
    expect.soft(html).toContain(shown);
  }

  test('in an idea, its note of withdrawal, a comment and a report, it shows as text', async () => {
    const author = await as('ciudadana');
    const id = await send(author, {
      titulo: `${nasty.slice(0, 90)}${next()}`,
      descripcion: `${nasty} ${nasty}`,
    });
    for (const html of [
      (await author.get(`/ideas/${id}`)).html,
      (await author.get(`/ideas/${id}/editar`)).html,
      (await (await as('moderadora')).get(`/moderacion/ideas/${id}`)).html,
    ])
      expectText(html);
    expect((await (await as('moderadora')).get('/moderacion')).html).not.toContain('<script>alert');
    await publish(id);
    expectText((await (await stranger()).get(`/ideas/${id}`)).html);
    const feed = (await (await stranger()).get(`/compromisos/${commitment}/ideas.atom`)).html;
    expect(feed).not.toContain('<script>alert');
    expect(feed).toContain(shown);
    const api = await (await stranger()).json<ApiIdea>(`/api/v1/ideas/${id}`);
    expect(api.descripcion).toContain('👩🏽‍🦽🚲');
    expect(api.descripcion).toContain('<script>alert(1)</script>');
    expect(api.descripcion).not.toMatch(/[\u0000\u202A-\u202E]/);

    const citizen = await as('ciudadano2');
    const before = (await citizen.json<ApiIdea>(`/api/v1/ideas/${id}`)).comentarios;
    const comment = await citizen.post(`/ideas/${id}/comentarios`, { texto: nasty });
    if (
      comment.status === 303 &&
      (await citizen.json<ApiIdea>(`/api/v1/ideas/${id}`)).comentarios > before
    )
      expectText((await citizen.get(`/ideas/${id}`)).html.split('id="comentarios"').at(-1)!);
    expect(
      (await citizen.post('/reportes', { tipo: 'idea', id, motivo: 'otra', detalle: nasty }))
        .status,
    ).toBe(303);
    expectText((await (await as('moderadora')).get(`/moderacion/avisos?caso=idea:${id}`)).html);
    expect((await author.post(`/ideas/${id}/retirar`, { motivo: nasty })).status).toBe(303);
    expectText((await author.get(`/ideas/${id}`)).html);
  });

  test('in a name', async () => {
    const visitor = await stranger();
    const email = `raro-${next()}@prueba.convite`;
    expect(
      (
        await visitor.post('/registro', {
          nombre: nasty.slice(0, 110),
          correo: email,
          clave: password,
          acepta_datos: 'si',
          mayor_de_edad: 'si',
        })
      ).status,
    ).toBe(303);
    const [mail] = await mailsTo(email);
    expect(mail!.texto).not.toMatch(/[\u0000\u202A-\u202E]/);
    expect((await visitor.get(`/buzon?para=${encodeURIComponent(email)}`)).html).not.toContain(
      '<script>alert',
    );
    expectText((await (await enter(email, password)).get('/cuenta')).html);
  });

  test('in every field of every post it is refused or kept, never an error', async () => {
    const id = await published();
    const waiting = await send(await as('ciudadana'));
    const proposal = (await (await stranger()).json<ApiList<{ id: string }>>('/api/v1/propuestas'))
      .datos[0]!.id;
    const posts: [Account | null, string, string[]][] = [
      [null, '/entrar', ['correo', 'clave', 'volver']],
      [null, '/registro', ['nombre', 'correo', 'clave', 'acepta_datos', 'mayor_de_edad', 'volver']],
      [null, '/entrar/enlace', ['correo', 'volver']],
      [null, '/entrar/recuperar', ['correo', 'volver']],
      ['ciudadana', '/ideas/nueva', ['compromiso', 'titulo', 'descripcion', 'localidad', 'accion']],
      [
        'ciudadana',
        `/ideas/${waiting}/editar`,
        ['compromiso', 'titulo', 'descripcion', 'localidad', 'accion', 'version'],
      ],
      ['ciudadano2', `/ideas/${id}/apoyo`, ['accion']],
      ['ciudadano2', `/ideas/${id}/comentarios`, ['texto', 'responde_a', 'postura']],
      ['ciudadano2', '/reportes', ['tipo', 'id', 'motivo', 'detalle']],
      ['ciudadano2', '/apelaciones', ['tipo', 'id', 'texto']],
      ['ciudadano2', '/cuenta', ['accion', 'nombre', 'idioma', 'correo', 'clave']],
      ['ciudadano2', '/cuenta/sesiones', ['accion', 'sesion', 'clave', 'clave_nueva']],
      ['moderadora', `/moderacion/ideas/${waiting}/tomar`, ['accion']],
      [
        'moderadora',
        `/moderacion/ideas/${waiting}`,
        [
          'decision',
          'motivo',
          'explicacion',
          'compromiso',
          'duplicada_de',
          'radicado',
          'entidad_competente',
          'vistas',
        ],
      ],
      [
        'moderadora',
        '/moderacion/propuestas/nueva',
        ['compromiso', 'titulo', 'problema', 'propuesta', 'ideas', `tomado.${nasty}`, 'accion'],
      ],
      ['moderadora', '/moderacion', ['ids', 'todas', 'motivo', 'explicacion']],
      ['circulo-civil', `/circulo/mesa/${proposal}/nota`, []],
      ['circulo-civil', `/circulo/mesa/${proposal}/voto`, ['voto']],
      ['circulo-civil', `/circulo/mesa/${proposal}/presencia`, ['presente']],
      [
        'circulo-civil',
        `/circulo/mesa/${proposal}/decision`,
        ['decision', 'razones', 'hasta', `tomado.${nasty}`],
      ],
      ['coordinacion', '/coordinacion/roles', ['correo', 'rol', 'alcance', 'desde', 'hasta']],
      ['coordinacion', '/coordinacion/plan', ['titulo_es', 'accion', 'numero']],
      ['coordinacion', '/coordinacion/razones', ['codigo', 'decision', 'desde']],
      ['coordinacion', '/coordinacion/entidades', ['id', 'nombre_es']],
      [
        'coordinacion',
        '/coordinacion/circulo',
        ['correo', 'sector', 'organizacion', 'comisiones', 'desde', 'hasta'],
      ],
    ];
    for (const [account, path, fields] of posts) {
      const visitor = account ? await as(account) : await stranger();
      const good: Record<string, string> = {
        compromiso: commitment,
        ...words(),
        accion: path.endsWith('/sesiones') ? 'cerrar' : 'vista_previa',
        correo: 'ciudadana@demo.convite',
      };
      const whole = await visitor.post(
        path,
        Object.fromEntries(fields.map((field) => [field, nasty])),
      );
      expect.soft(whole.status, `${path}: every field`).toBeLessThan(500);
      expect.soft(whole.html, path).not.toMatch(/<script>alert|<img src=x/);
      for (const field of fields)
        expect
          .soft(
            (
              await visitor.post(path, {
                ...Object.fromEntries(fields.map((each) => [each, good[each] ?? 'si'])),
                [field]: 'a\u0000b',
              })
            ).status,
            `${path}: NUL in ${field}`,
          )
          .toBeLessThan(500);
      expect
        .soft(
          (
            await visitor.post(
              path,
              Object.fromEntries(fields.map((field) => [field, ['a', 'b', 'c']])),
            )
          ).status,
          `${path}: every field thrice`,
        )
        .toBeLessThan(500);
    }
  });

  test('in addresses and queries', async () => {
    const visitor = await stranger();
    const query = encodeURIComponent(nasty.replaceAll('\u0000', ''));
    expectText((await visitor.get(`/ideas?q=${query}`)).html);
    for (const path of [
      '/ideas?q=%00',
      '/ideas?compromiso=%00',
      '/compromisos/%00',
      '/propuestas?compromiso=%00',
      '/buzon?para=%00',
      '/buzon.json?para=%00',
      '/api/v1/compromisos/%00',
      '/api/v1/ideas/similares?compromiso=%00',
      '/compromisos/%00/ideas.atom',
      '/ideas/%ff',
      '/ideas/%0d%0aSet-Cookie:a=b',
      '/ideas/%0d%0aSet-Cookie:a=b/apoyo',
      '/ideas/%E6%97%A5/apoyo',
      '/ideas/%2e%2e%2fcuenta',
      `/ideas?q=${'a'.repeat(12_000)}`,
      `/ideas?q=${'%22('.repeat(800)}`,
      `/ideas?${'x=1&'.repeat(2000)}`,
      `/ideas?localidad=${query}&estado=${query}&orden=${query}&compromiso=${query}`,
      `/${'a/'.repeat(3000)}`,
      '/ideas?q[]=1&q=2',
      '/ideas?idioma=%00',
      '/constructor',
      '/__proto__',
      '/api/v1/__proto__',
    ]) {
      const answer = await visitor.get(path);
      expect.soft(answer.status, path.slice(0, 80)).toBeLessThan(500);
      expect.soft(answer.cookies.join(), path.slice(0, 80)).not.toContain('a=b');
    }
    expect(
      (await visitor.get(`/ideas?q=${'a'.repeat(60_000)}`)).status,
      'a header over the limit',
    ).toBe(431);
    expect((await visitor.get('/compromisos/%00')).status).toBe(400);
    expect(
      (JSON.parse((await visitor.get('/api/v1/compromisos/%00')).html) as ApiError).error.codigo,
    ).toBe('address_malformed');
  });

  test('no file outside the public ones', async () => {
    const visitor = await stranger();
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/..%2f..%2fserver/index.js',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/.env',
      '/.data/secret',
      '/package.json',
      '/.git/config',
      '/assets/..\\..\\package.json',
      '/etc/passwd',
      '/assets',
    ]) {
      const answer = await visitor.http.fetch(`${process.env['E2E_URL']}${path}`, {
        maxRedirects: 0,
      });
      expect.soft([301, 308, 400, 404], path).toContain(answer.status());
      expect.soft(await answer.text(), path).not.toMatch(/"dependencies"|root:x/);
    }
  });
});
