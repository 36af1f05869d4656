import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { filesOf, newWorld } from '#tests/factories/pools.ts';
import { folder, file } from './panel-files.ts';

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
