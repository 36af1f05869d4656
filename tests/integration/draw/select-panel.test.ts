import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  drawPanel,
  DrawRefused,
  selectPanel,
  type Draw,
} from '#app/domains/draw/select-panel.server.ts';
import { solveLeximin } from '#app/domains/draw/solve-leximin.server.ts';
import { type LeximinState } from '#app/domains/draw/leximin-programmes.server.ts';
import { exactLeximin, panelsOf } from '#tests/integration/draw/exact-leximin.ts';
import { filesOf, newWorld, numbersFrom, poolOf, type TestWorld } from '#tests/factories/pools.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-draw-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string): string {
  const path = join(
    folder,
    `${createHash('sha256').update(content).digest('hex').slice(0, 16)}.csv`,
  );
  writeFileSync(path, content);
  return path;
}

/**
 * What must hold of every draw: whole weights, panels that fulfil the quotas, and nobody moved by
 * more than one in a million.
 */
function check(
  draw: Awaited<ReturnType<typeof drawPanel>>,
  { people, quotas, size }: TestWorld,
): asserts draw is Draw {
  if ('factible' in draw) throw new Error('infeasible');
  expect(draw.loteria.reduce((sum, { peso }) => sum + peso, 0)).toBe(1_000_000);
  expect(draw.loteria.length).toBeLessThanOrEqual(1000);
  const weights = new Map<string, number>();
  for (const { peso, panel } of draw.loteria) {
    expect(Number.isInteger(peso) && peso > 0).toBe(true);
    expect([...new Set(panel)].sort()).toEqual(panel);
    expect(panel).toHaveLength(size);
    for (const id of panel) weights.set(id, (weights.get(id) ?? 0) + peso);
    for (const { feature, value, min, max } of quotas) {
      const count = panel.filter(
        (id) => people[Number(id)]![Number(feature.slice(1))] === value,
      ).length;
      expect(count >= min && count <= max, `${feature}=${value}`).toBe(true);
    }
  }
  const moves = Object.entries(draw.probabilidades).map(([id, probability]) =>
    Math.abs((weights.get(id) ?? 0) / 1_000_000 - probability),
  );
  expect(Math.max(...moves)).toBeLessThanOrEqual(1e-6);
  expect(draw.redondeo).toBeCloseTo(Math.max(...moves), 12);
  expect(draw.minimo).toBe(Math.min(...Object.values(draw.probabilidades)));
  const keys = draw.loteria.map(({ panel }) => panel.join());
  expect([...keys].sort()).toEqual(keys);
  expect(draw.loteria.map(({ panel }) => panel)).toContainEqual(draw.panel);
}

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

describe('random small worlds against brute force in whole numbers', () => {
  /**
   * A world of five to eight people with quotas around one of their panels, or around nothing at
   * all.
   */
  function smallWorld(seed: number): TestWorld {
    const next = numbersFrom(seed);
    const count = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
    const features = count(2, 3);
    const people = Array.from({ length: count(5, 8) }, () =>
      Array.from({ length: features }, () => `v${count(0, 2)}`),
    );
    const size = count(2, 4);
    const chosen = people.slice(0, size);
    const quotas = Array.from({ length: features }, (_, f) =>
      ['v0', 'v1'].map((value) => {
        const about =
          seed % 5 === 0 ? count(0, size) : chosen.filter((values) => values[f] === value).length;
        return {
          feature: `f${f}`,
          value,
          min: Math.max(0, about - count(0, 1)),
          max: about + count(0, 1),
        };
      }),
    ).flat();
    return { people, quotas, size };
  }
  /** By how much a panel breaks quotas. */
  function excess(world: TestWorld, panel: number[]): number {
    return world.quotas.reduce((sum, { feature, value, min, max }) => {
      const seated = panel.filter(
        (person) => world.people[person]![Number(feature.slice(1))] === value,
      ).length;
      return sum + Math.max(0, min - seated, seated - max);
    }, 0);
  }

  const worlds = Array.from({ length: 60 }, (_, index) => ({
    seed: index + 1,
    world: smallWorld(index + 1),
  }));
  const feasible = worlds.map(({ world }) =>
    panelsOf(world.people.length, world.size).some((panel) => excess(world, panel) === 0),
  );

  it('there are worlds of both kinds', () => {
    expect(feasible.filter(Boolean).length).toBeGreaterThanOrEqual(40);
    expect(feasible.filter((one) => !one).length).toBeGreaterThanOrEqual(5);
  });

  it.each(worlds)(
    'world $seed',
    async ({ world }) => {
      const panels = panelsOf(world.people.length, world.size);
      const allowed = panels.filter((panel) => excess(world, panel) === 0);
      const draw = await drawPanel(poolOf(world), '00');
      if (allowed.length === 0) {
        expect(draw).toMatchObject({
          factible: false,
          cambio_total: Math.min(...panels.map((panel) => excess(world, panel))),
        });
        const changed = (
          draw as {
            relajacion: { feature: string; value: string; min_nuevo: number; max_nuevo: number }[];
          }
        ).relajacion;
        const relaxed = world.quotas.map((quota) => {
          const change = changed.find(
            ({ feature, value }) => feature === quota.feature && value === quota.value,
          );
          return change ? { ...quota, min: change.min_nuevo, max: change.max_nuevo } : quota;
        });
        expect(panels.some((panel) => excess({ ...world, quotas: relaxed }, panel) === 0)).toBe(
          true,
        );
        return;
      }
      check(draw, world);
      exactLeximin(world.people.length, allowed).forEach((probability, person) => {
        expect(
          Math.abs(draw.probabilidades[String(person).padStart(5, '0')]! - probability),
          `person ${person}`,
        ).toBeLessThan(1e-8);
      });
    },
    30_000,
  );
});

describe('a pool of three hundred people', () => {
  const world = newWorld(11, { people: 300, values: [2, 3, 6], size: 30, types: 60 });

  it('is drawn with all promises kept, whatever the order of rows; the seed alone chooses', async () => {
    const { people, quotas } = filesOf(world);
    const shuffled = people.split('\n');
    const input = { people: file(people), quotas: file(quotas), size: world.size };
    const first = await selectPanel({ ...input, seed: '00ff' });
    check(first, world);
    const second = await selectPanel({
      ...input,
      people: file([shuffled[0], ...shuffled.slice(1).reverse()].join('\n')),
    });
    check(second, world);
    expect({ ...second, semilla: '', panel: [] }).toEqual({ ...first, semilla: '', panel: [] });
    expect(second.semilla).toMatch(/^[0-9a-f]{64}$/);

    // As anybody would check it, from the JSON alone.
    const textOf = ({ peso, panel }: (typeof first.loteria)[number]) =>
      `{"panel":${JSON.stringify(panel)},"peso":${peso}}`;
    const text = `[${first.loteria.map(textOf).join(',')}]`;
    expect(createHash('sha256').update(text).digest('hex')).toBe(first.hash);
    for (const draw of [first, second]) {
      let position = Number(
        BigInt(
          `0x${createHash('sha256')
            .update(Buffer.from(draw.semilla + draw.hash, 'hex'))
            .digest('hex')}`,
        ) % 1_000_000n,
      );
      expect(draw.loteria.find(({ peso }) => (position -= peso) < 0)!.panel).toEqual(draw.panel);
    }
  }, 180_000);

  it('goes on from wherever a run stood to the very same lottery', async () => {
    const pool = poolOf(world);
    const states: string[] = [];
    const whole = await solveLeximin(pool, {
      checkpoint: (state) => states.push(JSON.stringify(state)),
    });
    expect(states.length).toBeGreaterThan(2);
    for (const state of states)
      expect(await solveLeximin(pool, {}, JSON.parse(state) as LeximinState)).toEqual(whole);
  }, 120_000);

  it('is given up when told to, without a lottery, and says what was left to prove', async () => {
    let asked = 0;
    const result = await solveLeximin(poolOf(world), { stopped: () => (asked += 1) > 12 });
    expect(Object.keys(result)).toEqual(['kind', 'progress']);
    if (result.kind !== 'unfinished') throw new Error(result.kind);
    expect(result.progress.gap).toBeGreaterThan(1e-9);
    expect(result.progress.fixed).toBeLessThan(result.progress.types);
    await expect(drawPanel(poolOf(world), undefined, { stopped: () => true })).rejects.toThrow(
      DrawRefused,
    );
  }, 60_000);
});

describe('people who left something blank', () => {
  it('have a probability of their own and fulfil no quota', async () => {
    const people = file('id,genero\na,mujer\nb,mujer\nc,hombre\nd,\ne,\n');
    expect(
      await selectPanel({
        people,
        quotas: file('feature,value,min,max\ngenero,mujer,1,1\ngenero,hombre,1,1\n'),
        size: 3,
      }),
    ).toMatchObject({ probabilidades: { a: 0.5, b: 0.5, c: 1, d: 0.5, e: 0.5 } });
    expect(
      await selectPanel({
        people,
        quotas: file('feature,value,min,max\ngenero,mujer,2,2\ngenero,hombre,1,1\n'),
        size: 3,
      }),
    ).toMatchObject({ probabilidades: { a: 1, b: 1, c: 1, d: 0, e: 0 } });
  });
});

describe('select-panel', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['app/cli.server.ts', 'select-panel', ...args],
      { encoding: 'utf8' },
    );
    return { status, output: JSON.parse(stdout) as Record<string, unknown>, stderr };
  };
  const people = file('id,genero\na,mujer\nb,mujer\nc,hombre\n');
  const quotas = file('feature,value,min,max\ngenero,mujer,1,1\ngenero,hombre,0,9\n');

  it('answers with the lottery, the seed and the panel', () => {
    const { status, output } = run(
      '--people',
      people,
      '--quotas',
      quotas,
      '--size',
      '2',
      '--seed',
      'AB',
    );
    expect(status).toBe(0);
    expect(output).toMatchObject({
      probabilidades: { a: 0.5, b: 0.5, c: 1 },
      minimo: 0.5,
      loteria: [
        { peso: 500_000, panel: ['a', 'c'] },
        { peso: 500_000, panel: ['b', 'c'] },
      ],
      semilla: 'ab',
    });
    expect(Object.keys(output)).toEqual([
      'probabilidades',
      'minimo',
      'loteria',
      'redondeo',
      'hash',
      'semilla',
      'panel',
    ]);
  }, 60_000);

  it('repeats the draw of a lottery that was published, from its file and the seed alone', () => {
    const { output } = run('--people', people, '--quotas', quotas, '--size', '2', '--seed', 'AB');
    const lottery = file('[{"panel":["a","c"],"peso":500000},{"panel":["b","c"],"peso":500000}]');
    const again = run('--lottery', lottery, '--seed', 'ab');
    expect(again).toMatchObject({
      status: 0,
      output: { hash: output['hash'], semilla: 'ab', panel: output['panel'] },
    });
    expect(Object.keys(again.output)).toEqual(['hash', 'semilla', 'posicion', 'panel']);
    const key = (token: string) =>
      createHash('sha256')
        .update(
          Buffer.concat([Buffer.from(`ab${String(output['hash'])}`, 'hex'), Buffer.from(token)]),
        )
        .digest('hex');
    expect(
      run('--lottery', lottery, '--seed', 'ab', '--tokens', file('["uno","dos","tres"]')).output[
        'espera'
      ],
    ).toEqual(['uno', 'dos', 'tres'].sort((a, b) => (key(a) < key(b) ? -1 : 1)));
    expect(run('--lottery', lottery, '--seed', 'ab', '--tokens', file('uno, dos'))).toMatchObject({
      status: 1,
      output: { problemas: [{ linea: 0 }] },
    });
    expect(run('--lottery', lottery)).toMatchObject({
      status: 1,
      output: { error: 'Falta --seed.' },
    });
    expect(run('--lottery', file('[{"panel":["a"],"peso":3}]'), '--seed', 'ab')).toMatchObject({
      status: 1,
      output: { problemas: [{ linea: 0 }] },
    });
  }, 60_000);

  it('explains quotas that cannot be met, with exit 1', () => {
    const strict = file('feature,value,min,max\ngenero,hombre,2,2\ngenero,mujer,0,9\n');
    expect(run('--people', people, '--quotas', strict, '--size', '2')).toMatchObject({
      status: 1,
      output: {
        factible: false,
        relajacion: [
          { feature: 'genero', value: 'hombre', min: 2, max: 2, min_nuevo: 1, max_nuevo: 2 },
        ],
        cambio_total: 1,
      },
    });
  }, 60_000);

  it('refuses people with a value that no quota names, since they would fulfil none unseen', () => {
    const narrow = file('feature,value,min,max\ngenero,mujer,1,1\n');
    expect(run('--people', people, '--quotas', narrow, '--size', '2')).toMatchObject({
      status: 1,
      output: {
        problemas: [
          {
            archivo: people,
            linea: 4,
            motivo: expect.stringContaining('«genero» = «hombre» (personas: 1)') as string,
          },
        ],
      },
    });
    const unsaid = file('id,genero\na,Mujer\nb,MUJER \nc,Sin Dato\n');
    expect(run('--people', unsaid, '--quotas', narrow, '--size', '2').output).toMatchObject({
      probabilidades: { a: 0.5, b: 0.5, c: 1 },
    });
  }, 60_000);

  it.each([
    ['more places than people', ['--size', '4'], people, 0],
    ['a seed that is no hexadecimal', ['--size', '2', '--seed', 'xyz'], null, 0],
    ['half a panel', ['--size', '1.5'], null, 0],
    ['a column that is not there', ['--size', '2', '--id', 'cedula'], people, 1],
  ])(
    'refuses %s with exit 1',
    (_name, args, archivo, linea) => {
      const { status, output } = run('--people', people, '--quotas', quotas, ...args);
      expect(status).toBe(1);
      expect(output['error']).not.toBe('');
      expect(output['problemas']).toEqual(
        archivo === null ? [] : [{ archivo, linea, motivo: expect.any(String) as string }],
      );
    },
    60_000,
  );

  it('refuses a file that is broken or absent, with its name and line', () => {
    const broken = file('id,genero\na,mujer\nb\n');
    expect(
      run('--people', broken, '--quotas', quotas, '--size', '1').output['problemas'],
    ).toMatchObject([{ archivo: broken, linea: 3 }]);
    expect(
      run('--people', `${folder}/none.csv`, '--quotas', quotas, '--size', '1').output['problemas'],
    ).toMatchObject([{ archivo: `${folder}/none.csv` }]);
    expect(
      run('--people', people, '--quotas', file(''), '--size', '1').output['problemas'],
    ).toMatchObject([{ linea: 0 }]);
  }, 60_000);

  it('interrupted, it ends with exit 1, the gap that was left, and no lottery', async () => {
    const large = filesOf(
      newWorld(12, { people: 1500, values: [2, 4, 5, 12, 3], size: 90, types: 220, slack: 0.02 }),
    );
    const child = spawn(process.execPath, [
      'app/cli.server.ts',
      'select-panel',
      '--people',
      file(large.people),
      '--quotas',
      file(large.quotas),
      '--size',
      '90',
    ]);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      child.kill('SIGINT');
    });
    const status = await new Promise((done) => child.once('close', done));
    expect(stderr).toMatch(
      /^LEXIMIN sin terminar: \d+ de \d+ grupos .* por resolver 0\.\d+, cota superior [01]\.\d+ \(faltan /,
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      error: expect.stringContaining('no hay lotería') as string,
      problemas: [],
    });
  }, 120_000);
});
