import { expect, test } from '@playwright/test';
import {
  commitment,
  words,
  send,
  publish,
  published,
  expectWrong,
  stranger,
  as,
  type Fields,
} from './outside.ts';

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
