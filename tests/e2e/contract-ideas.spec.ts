import { expect, test } from '@playwright/test';
import {
  commitment,
  nobody,
  words,
  send,
  publish,
  published,
  expectWrong,
  next,
  stranger,
  as,
  type ApiIdea,
} from './outside.ts';

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
