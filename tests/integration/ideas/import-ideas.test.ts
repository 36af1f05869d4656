import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importIdeas } from '#app/domains/ideas/import-ideas.server.ts';
import { listIdeas } from '#app/domains/ideas/list-ideas.server.ts';
import { ImportRefused } from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'convite-import-'));
let plan: TestPlan;

beforeAll(async () => {
  plan = await newPlan(database.db, { commitments: 5 });
  await newLocality(database.db, '17', 'La Candelaria');
  await newLocality(database.db, '15', 'Antonio Nariño');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Buffer): string {
  const path = join(folder, `${Math.random()}.csv`);
  writeFileSync(path, content);
  return path;
}
const run = async (
  path: string,
  commitment = 0,
  more: Partial<Parameters<typeof importIdeas>[0]> = {},
) => await importIdeas({ file: path, commitment: plan.commitments[commitment]!.slug, ...more });
const ideasOf = async (commitment: number) =>
  await database.db
    .selectFrom('idea')
    .selectAll()
    .where('commitment_id', '=', plan.commitments[commitment]!.id)
    .orderBy('external_id')
    .execute();

describe('importing a consultation already held', () => {
  it('keeps dates, supports apart, withdrawn ones and long or empty texts; HTML becomes text', async () => {
    const path = file(
      'id,titulo,descripcion_html,apoyos,fecha,retirada,localidad\r\n' +
        '1,Sombra,"<p>Un &aacute;rbol <b>grande</b></p>",15,2024-01-01,, La candelaria\r\n' +
        '2,Sin texto,,0,2024-02-30x,,ANTONIO NARINO\r\n' +
        `3,"${'Largo '.repeat(40)}",${'x'.repeat(7000)},-4,2024-03-01,,Narnia\r\n` +
        '4,Retirada,Texto,2,2024-03-01,2024-04-02 08:33:42 +0200,\r\n' +
        ',,nada,,,,\r\n' +
        '6,Pocas columnas\r\n' +
        '7,Con guion,"<a onclick=alert(1)>Hola</a><script>alert(1)</script>",,,,\r\n',
    );
    const result = await run(path, 0);
    expect(result).toMatchObject({ leidas: 6, creadas: 5, ya_estaban: 0, en_cuarentena: [8] });
    expect(result.rechazadas.map((row) => row.linea)).toEqual([7, 6]);
    expect(result.advertencias.map((row) => row.linea)).toEqual([3, 3, 4, 4, 4]);
    const [first, second, third, fourth, fifth] = await ideasOf(0);
    expect(first).toMatchObject({
      title: 'Sombra',
      description: 'Un árbol grande',
      prior_supports: 15,
      state: 'publicada',
      origin: 'importada',
      locality_code: '17',
    });
    expect(first!.published_at!.toISOString()).toBe('2024-01-01T17:00:00.000Z');
    expect(second).toMatchObject({ description: '', locality_code: '15' });
    expect(third!.description).toHaveLength(7000);
    expect(third).toMatchObject({ prior_supports: 0, locality_code: null });
    expect(fourth).toMatchObject({ state: 'retirada' });
    expect(fifth).toMatchObject({ state: 'cuarentena', description: 'Hola', published_at: null });
    expect(fourth!.withdrawn_at!.toISOString()).toBe('2024-04-02T06:33:42.000Z');
  });

  it('says of each row whether it seems to hold personal data', async () => {
    const path = file(
      'id,titulo,descripcion\n1,Sombra,Un árbol grande\n' +
        '2,Luz,Llamen a mi vecino Carlos Rodríguez al 310 555 0123\n',
    );
    expect((await run(path, 3)).advertencias).toEqual([
      { linea: 3, motivo: 'Parece que tiene un dato personal.' },
    ]);
  });

  it('knows a locality however a list spells it, and guesses none', async () => {
    await newLocality(database.db);
    await newLocality(database.db, '10', 'Engativá');
    await newLocality(database.db, '14', 'Los Mártires');
    await newLocality(database.db, '19', 'Ciudad Bolívar');
    const path = file(
      'id,titulo,localidad\n1,Uno,LOCALIDAD 10\n2,Dos,Ciudad BolÃ\u00advar\n3,Tres,ENGATIV?\n' +
        '4,Cuatro,3\n5,Cinco,MÁRTIRES\n6,Seis,Soacha\n',
    );
    const { advertencias } = await run(path, 4);
    expect(advertencias.filter((row) => row.motivo.includes('localidad'))).toMatchObject([
      { linea: 7 },
    ]);
    expect((await ideasOf(4)).map((idea) => idea.locality_code)).toEqual([
      '10',
      '19',
      '10',
      '03',
      '14',
      null,
    ]);
  });

  it(
    'reads Latin-1 with semicolons and named columns; a second run creates nothing; a trial ' +
      'writes nothing',
    async () => {
      const path = file(
        Buffer.from('numero;asunto;detalle\n7;Andén roto;Está así hace años\n8;Árbol;\n', 'latin1'),
      );
      const map = { id: 'numero', titulo: 'asunto', descripcion: 'detalle' };
      expect(await run(path, 1, { map, dryRun: true })).toMatchObject({ leidas: 2, creadas: 2 });
      expect(await ideasOf(1)).toHaveLength(0);
      expect(await run(path, 1, { map })).toMatchObject({ leidas: 2, creadas: 2 });
      expect(await run(path, 1, { map })).toMatchObject({ leidas: 2, creadas: 0, ya_estaban: 2 });
      expect((await ideasOf(1)).map((idea) => idea.title)).toEqual(['Andén roto', 'Árbol']);
    },
  );

  it('two runs at once create each idea once', async () => {
    const path = file(
      `id,titulo\n${Array.from(
        { length: 300 },
        (_, n) => `${n},Idea ` + `${['del', 'de la', 'para'][n % 3]} barrio ${n}`,
      ).join('\n')}\n`,
    );
    const results = await Promise.all([run(path, 2), run(path, 2)]);
    expect(results[0].creadas + results[1].creadas).toBe(300);
    expect(await ideasOf(2)).toHaveLength(300);
  });

  it.each([
    ['an unknown commitment', 'id,titulo\n1,a\n', { commitment: 'nada' }],
    ['no title column', 'id,nombre\n1,a\n', {}],
    ['an empty file', '', {}],
    ['a column that is not there', 'id,titulo\n1,a\n', { map: { titulo: 'asunto' } }],
  ])('refuses %s with the reason and leaves no trace', async (_name, content, more) => {
    const refused = await importIdeas({
      file: file(content),
      commitment: plan.commitments[0]!.slug,
      ...more,
    }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    expect((refused as ImportRefused).problems[0]!.motivo).not.toBe('');
  });
});

const real = '../shared/data/propuestas-es/';

describe.skipIf(!existsSync(real))(
  'real consultations (skipped where ../shared/data is absent)',
  () => {
    it('1,437 proposals of Madrid: all created, then none; no markup is left', async () => {
      const path = `${real}decide_madrid_2024_propuestas.csv`;
      const first = await run(path, 3);
      expect(first).toMatchObject({ leidas: 1437, creadas: 1437, ya_estaban: 0, rechazadas: [] });
      expect(await run(path, 3)).toMatchObject({ leidas: 1437, creadas: 0, ya_estaban: 1437 });
      const ideas = await ideasOf(3);
      // One text is nothing but a script probe: it is held, and nothing of it is left to show.
      expect(
        ideas.filter((idea) => idea.state === 'cuarentena').map((idea) => idea.external_id),
      ).toEqual(['36197']);
      expect(ideas.filter((idea) => idea.state === 'retirada')).toHaveLength(16);
      expect(ideas.filter((idea) => idea.description === '')).toHaveLength(263);
      expect(
        ideas
          .filter((idea) =>
            /<\/?(p|br|div|strong|ul|li|a|script)\b|&[a-z]{2,6};/i.test(
              idea.title + idea.description,
            ),
          )
          .map((idea) => idea.title),
      ).toEqual([]);
      const { items } = await listIdeas(
        database.db,
        { text: 'bicicletas', order: 'apoyadas' },
        { seed: 1, limit: 50 },
      );
      expect(items.length).toBeGreaterThan(5);
    }, 120_000);

    it("60 automated posts are created in quarantine, and no neighbour's proposal is", async () => {
      const result = await run(`${real}rafaga_automatizada.csv`, 1);
      expect(result).toMatchObject({ leidas: 60, creadas: 60 });
      expect(result.en_cuarentena.length).toBeGreaterThanOrEqual(57);
      const held = await database.db
        .selectFrom('idea')
        .select('title')
        .where('state', '=', 'cuarentena')
        .where('commitment_id', '=', plan.commitments[3]!.id)
        .execute();
      expect(held.map((idea) => idea.title)).toEqual(['testsia']);
    });
  },
);
