import { expect, test } from '@playwright/test';
import {
  commitment,
  type Visitor,
  send,
  published,
  stranger,
  as,
  type ApiIdea,
  type ApiList,
  type Answer,
} from './outside.ts';

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
