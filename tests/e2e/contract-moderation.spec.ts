import { expect, test } from '@playwright/test';
import {
  nobody,
  send,
  published,
  expectWrong,
  stranger,
  as,
  type ApiIdea,
  type ApiError,
} from './outside.ts';

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
