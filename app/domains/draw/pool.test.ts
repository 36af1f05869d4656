import { describe, expect, it } from 'vitest';
import { buildPool, readQuotas } from './pool.ts';

/** A table as the CSV reader gives it: the header is line 1. */
function table(header: string, ...rows: string[]) {
  const names = header.split(',');
  return {
    header: names,
    rows: rows.map((row, index) => ({
      line: index + 2,
      cells: Object.fromEntries(names.map((name, i) => [name, row.split(',')[i] ?? ''])),
    })),
  };
}
const quotaTable = table(
  'feature,value,min,max',
  'genero,mujer,1,2',
  'genero,hombre,1,2',
  'zona,usme,0,1',
);
const build = (people: ReturnType<typeof table>, quotas = quotaTable, size = 2, id?: string) =>
  buildPool({ table: people, file: 'p.csv' }, { table: quotas, file: 'q.csv' }, size, id);
const told = (problems: { archivo: string; linea: number }[]) =>
  problems.map(({ archivo, linea }) => `${archivo}:${linea}`);

describe('the people of a draw', () => {
  const rows = [
    'b,mujer,usme',
    'a,mujer,usme',
    'c,hombre,',
    'd,,usme',
    'e,,',
    'f,Sin dato,sin  dato',
  ];

  it('are one type when quotas cannot tell them apart', () => {
    const { pool, problems } = build(table('id,genero,zona', ...rows));
    expect(problems).toEqual([]);
    expect(pool!.types).toEqual([['e', 'f'], ['d'], ['c'], ['a', 'b']]);
    expect(pool!.quotas).toEqual([
      { feature: 'genero', value: 'hombre', min: 1, max: 2, types: [2] },
      { feature: 'genero', value: 'mujer', min: 1, max: 2, types: [3] },
      { feature: 'zona', value: 'usme', min: 0, max: 1, types: [1, 3] },
    ]);
  });

  it('are refused when no quota names what they have, with the first line and how many', () => {
    const { pool, problems } = build(
      table('id,genero,zona', 'a,mujer,usme', 'b,otra,', 'c,hombre,bosa', 'd,OTRA,usme'),
    );
    expect(pool).toBeNull();
    expect(problems).toEqual([
      {
        archivo: 'p.csv',
        linea: 3,
        motivo: expect.stringContaining('«genero» = «otra» (personas: 2)') as string,
      },
      {
        archivo: 'p.csv',
        linea: 4,
        motivo: expect.stringContaining('«zona» = «bosa» (personas: 1)') as string,
      },
    ]);
  });

  it('have the value that a quota names in another case, without accents, with other spaces', () => {
    const quotas = table('feature,value,min,max', 'zona,San Cristóbal,0,1', 'zona,Nariño,0,2');
    const spelt = [
      'San Cristóbal',
      'san cristobal',
      ' SAN  CRISTÓBAL ',
      'San\u00a0Cristo\u0301bal',
    ];
    const people = table('zona', ...spelt, 'NARINO');
    expect(build(people, quotas).pool).toMatchObject({
      types: [['5'], ['1', '2', '3', '4']],
      quotas: [
        { value: 'Nariño', types: [0] },
        { value: 'San Cristóbal', types: [1] },
      ],
    });
    expect(
      told(readQuotas(table('feature,value,min,max', 'a,Sí,1,2', 'a,si ,0,1'), 'q').problems),
    ).toEqual(['q:3']);
  });

  it('are the same pool whatever the order of rows and quotas', () => {
    const quotas = { ...quotaTable, rows: [...quotaTable.rows].reverse() };
    expect(build(table('id,genero,zona', ...[...rows].reverse()), quotas).pool).toEqual(
      build(table('id,genero,zona', ...rows)).pool,
    );
  });

  it('are numbered by row without an id, and named by the column asked for', () => {
    const people = table('genero,zona,cedula', 'mujer,usme,9', 'hombre,,8');
    expect(build(people).pool!.types).toEqual([['2'], ['1']]);
    expect(build(people, quotaTable, 2, 'cedula').pool!.types).toEqual([['8'], ['9']]);
  });

  it.each([
    [
      'an id twice',
      build(table('id,genero,zona', 'a,mujer,usme', 'b,mujer,usme', 'a,hombre,')),
      ['p.csv:4'],
    ],
    ['no id', build(table('id,genero,zona', 'a,mujer,usme', ' ,mujer,usme')), ['p.csv:3']],
    [
      'a column of ids that is not there',
      build(table('id,genero,zona', 'a,mujer,usme', 'b,mujer,usme'), quotaTable, 2, 'cedula'),
      ['p.csv:1'],
    ],
    ['more places than people', build(table('id,genero,zona', 'a,mujer,usme')), ['p.csv:0']],
    ['nobody', build(table('id,genero,zona')), ['p.csv:1']],
    ['a feature nobody has', build(table('id,genero', 'a,mujer', 'b,hombre')), ['q.csv:4']],
    ['several things at once', build(table('id,zona', 'a,usme', 'a,usme')), ['p.csv:3', 'q.csv:2']],
  ])('are refused with file and line: %s', (_name, { pool, problems }, where) => {
    expect(pool).toBeNull();
    expect(told(problems)).toEqual(where);
  });
});

describe('quotas', () => {
  it('are read in both habits of the field', () => {
    expect(readQuotas(table('category,feature,min,max', 'gender,female,9,20'), 'q.csv')).toEqual({
      problems: [],
      quotas: [{ feature: 'gender', value: 'female', min: 9, max: 20, line: 2 }],
    });
  });

  it.each([
    ['a missing column', table('feature,value,min', 'a,b,1'), 1],
    ['a word for a number', table('feature,value,min,max', 'a,b,1,2', 'a,c,x,2'), 3],
    ['a fraction', table('feature,value,min,max', 'a,b,1.5,2'), 2],
    ['a negative number', table('feature,value,min,max', 'a,b,-1,2'), 2],
    ['a minimum above its maximum', table('feature,value,min,max', 'a,b,3,2'), 2],
    ['a quota twice', table('feature,value,min,max', 'a,b,1,2', 'a,b,0,2'), 3],
    ['a quota for those without a value', table('feature,value,min,max', 'a,,1,2'), 2],
    ['a quota of nothing', table('feature,value,min,max', ',b,1,2'), 2],
    ['no quota', table('feature,value,min,max'), 1],
  ])('are refused with the line: %s', (_name, given, line) => {
    expect(told(readQuotas(given, 'q.csv').problems)).toEqual([`q.csv:${line}`]);
  });
});
