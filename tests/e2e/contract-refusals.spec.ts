import { expect, test } from '@playwright/test';
import { commitment, nobody, words, send, stranger, as, enter, type ApiError } from './outside.ts';

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
