import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { compareIdeas, places, terms } from './similarity.ts';

const compare = (a: [string, string], b: [string, string], titleScore = 0) =>
  compareIdeas(
    { title: a[0], text: a[1], localityCode: null },
    { title: b[0], text: b[1], localityCode: null },
    titleScore,
  );

describe('similar ideas', () => {
  it('the same words in another number and gender count', () => {
    expect([...terms('Bicicletas iluminadas')]).toEqual([...terms('bicicleta iluminada')]);
  });

  it('names of places are read apart', () => {
    expect(places('Poda de árboles en el barrio Patio Bonito')).toContain('patio bonito');
  });

  it('the same request for another place is related, not a duplicate', () => {
    const a: [string, string] = [
      'Luz para el puente de la calle Ochenta',
      'El puente de la calle Ochenta no tiene luz y de noche da miedo cruzar.',
    ];
    const b: [string, string] = [
      'Luz para el puente de la calle Veintiséis',
      'El puente de la calle Veintiséis no tiene luz y de noche da miedo cruzar.',
    ];
    expect(compare(a, b, 0.8).verdict).toBe('relacionada');
  });

  it('the same text is a duplicate', () => {
    const a: [string, string] = [
      'Cuidado de niños en cada reunión',
      'Las cuidadoras no vamos porque no hay con quién dejar a los niños.',
    ];
    expect(compare(a, a, 1)).toEqual({ score: 1, verdict: 'duplicada' });
  });
});

const pairs = '../shared/data/propuestas-es/pares_etiquetados.csv';
type Pair = {
  etiqueta: string;
  titulo_a: string;
  titulo_b: string;
  texto_a: string;
  texto_b: string;
};

describe.skipIf(!existsSync(pairs))(
  'labelled pairs (skipped where ../shared/data is absent)',
  () => {
    it('no pair of different requests is called a duplicate, and most duplicates are offered', () => {
      const rows = parse(readFileSync(pairs), { columns: true, bom: true }) as Pair[];
      const judged = rows.map((row) => ({
        label: row.etiqueta,
        verdict: compare([row.titulo_a, row.texto_a], [row.titulo_b, row.texto_b]).verdict,
      }));
      const called = judged.filter((pair) => pair.verdict === 'duplicada');
      const offered = judged.filter((pair) => pair.label === 'duplicada' && pair.verdict !== null);
      expect(called.filter((pair) => pair.label === 'distinta').length).toBeLessThanOrEqual(1);
      expect(offered.length).toBeGreaterThanOrEqual(4);
    });
  },
);
