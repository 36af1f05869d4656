import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { selectPanel, type Draw } from '#app/domains/draw/select-panel.server.ts';
import { file } from './panel-files.ts';

const reference = '../shared/data/sortition/';
type Case = {
  id: string;
  k: number;
  cuotas: Record<string, Record<string, [number, number]>>;
  personas: Record<string, string[]>;
  leximin: Record<string, number>;
};

/** The files of a case: people by name, quotas by feature and value. */
function filesOfCase({ cuotas, personas, k }: Case) {
  return {
    people: file(
      [
        `nombre,${Object.keys(cuotas).join()}`,
        ...Object.entries(personas).map(([name, values]) => `${name},${values.join()}`),
      ].join('\n'),
    ),
    quotas: file(
      [
        'feature,value,min,max',
        ...Object.entries(cuotas).flatMap(([feature, values]) =>
          Object.entries(values).map(([value, [min, max]]) => `${feature},${value},${min},${max}`),
        ),
      ].join('\n'),
    ),
    size: k,
    id: 'nombre',
  };
}

describe.skipIf(!existsSync(reference))(
  'the published cases (skipped where ../shared/data is absent)',
  () => {
    const cases = existsSync(reference)
      ? (
          JSON.parse(readFileSync(`${reference}referencias_leximin.json`, 'utf8')) as {
            casos: Case[];
          }
        ).casos
      : [];
    const known = (id: string) => cases.find((one) => one.id === id)!;

    it.each(['ex1', 'ex3'])('%s', async (id) => {
      const draw = (await selectPanel(filesOfCase(known(id)))) as Draw;
      expect(Object.keys(draw.probabilidades).sort()).toEqual(
        Object.keys(known(id).leximin).sort(),
      );
      for (const [name, probability] of Object.entries(known(id).leximin))
        expect(Math.abs(draw.probabilidades[name]! - probability), name).toBeLessThan(1e-6);
      expect(draw.redondeo).toBeLessThanOrEqual(1e-6);
    });

    it('ex4 has no panel; one step of one quota would give one', async () => {
      const { cuotas, ...rest } = known('ex3');
      const strict = Object.fromEntries(
        Object.entries(cuotas).map(([feature, values]) => [
          feature,
          { ...values, v1: [1, 1] as [number, number] },
        ]),
      );
      expect(await selectPanel(filesOfCase({ ...rest, cuotas: strict }))).toEqual({
        factible: false,
        cambio_total: 1,
        relajacion: [
          { feature: 'f1', value: 'v1', min: 1, max: 1, min_nuevo: 1, max_nuevo: 2 },
        ].map((change) =>
          expect.objectContaining({
            ...change,
            feature: expect.stringMatching(/^f[123]$/) as string,
          }),
        ),
      });
    });

    it('example_small_20: everybody has one in ten', async () => {
      const draw = (await selectPanel({
        people: `${reference}example_small_20/respondents.csv`,
        quotas: `${reference}example_small_20/categories.csv`,
        size: 20,
      })) as Draw;
      expect(Object.keys(draw.probabilidades)).toHaveLength(200);
      expect(new Set(Object.values(draw.probabilidades))).toEqual(new Set([0.1]));
      expect(draw.redondeo).toBeLessThanOrEqual(1e-6);
      expect(draw.loteria.length).toBeLessThanOrEqual(1000);
    });
  },
);
