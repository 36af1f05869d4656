import { expect, test } from '@playwright/test';
import {
  commitment,
  published,
  next,
  stranger,
  type Mail,
  type ApiIdea,
  type ApiList,
} from './outside.ts';

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
    // A word that no idea holds: the page offers one that ideas do, which finds them.
    const park = /href="\/ideas\?q=parques?"/;
    await expect(async () =>
      expect((await visitor.get('/ideas?q=parqeu')).html).toMatch(park),
    ).toPass({ timeout: 60_000 });
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
