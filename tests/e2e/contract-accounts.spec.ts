import { expect, test } from '@playwright/test';
import type { Account } from './fixtures.ts';
import {
  commitment,
  mailsTo,
  password,
  words,
  send,
  expectWrong,
  tag,
  next,
  stranger,
  as,
  enter,
  type Answer,
} from './outside.ts';

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
