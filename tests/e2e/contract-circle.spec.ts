import { expect, test } from '@playwright/test';
import { startAlone } from './alone.ts';
import type { Account } from './fixtures.ts';
import {
  commitment,
  mailsTo,
  register,
  send,
  publish,
  published,
  expectWrong,
  next,
  stranger,
  as,
  enter,
  type ApiIdea,
} from './outside.ts';

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
    const alone = await startAlone('convite_alone');
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
