import { expect, test } from '@playwright/test';
import type { Account } from './fixtures.ts';
import {
  commitment,
  mailsTo,
  password,
  words,
  send,
  publish,
  published,
  next,
  stranger,
  as,
  enter,
  type ApiIdea,
  type ApiList,
  type ApiError,
} from './outside.ts';

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
