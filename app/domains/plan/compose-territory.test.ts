import { describe, expect, it } from 'vitest';
import { composeTerritory, type TerritoryDraft } from './compose-territory.ts';
import { guessColumns, guessDivision } from './territory-columns.ts';
import type { Place } from './outline.ts';
import { retypeName } from './place-names.ts';
import { noTerritory, type LocalityData, type TerritoryData } from './territory.types.ts';

const list = (header: string[], ...rows: string[][]): NonNullable<TerritoryDraft['sheet']> => ({
  name: 'comunas.csv',
  header,
  rows: rows.map((cells, index) => ({
    line: index + 2,
    cells: Object.fromEntries(header.map((title, n) => [title, cells[n] ?? ''])),
  })),
  problems: [],
});
const draft = (given: Partial<TerritoryDraft>): TerritoryDraft => ({
  sheet: null,
  outlines: null,
  choices: {},
  ...given,
});
const square = (x: number): Place => [
  [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 0],
    ],
  ],
];
const comunas = list(
  ['COD_COM', 'Nombre comuna', 'tambien se llama', 'hab_2022', 'obs'],
  ['1', 'RIO NORTE', 'El Norte; Rionorte', '18.340', ''],
  ['2', 'La Colina', '', '22.108', ''],
  ['3', 'Villa Salada', '', 's/d', ''],
);
const known = (code: string, name: string, more: Partial<LocalityData> = {}): LocalityData => ({
  code,
  name,
  otherNames: [],
  persons: null,
  personsOn: null,
  source: '',
  shape: null,
  ...more,
});
const city = (...localities: LocalityData[]): TerritoryData => ({ ...noTerritory, localities });
const never = () => false;

describe('what a column is, by its title', () => {
  it.each([
    [
      ['COD_COM', 'Nombre comuna', 'tambien se llama', 'hab_2022', 'obs'],
      'codigo nombre otros poblacion -',
    ],
    [['id', 'localidad', 'población', 'fecha de corte'], 'codigo nombre poblacion fecha'],
    [['CODIGO', 'NOMBRE', 'PERSONAS', 'AÑO'], 'codigo nombre poblacion fecha'],
    [['Parroquia', 'Otros nombres', 'Censo 2018'], 'nombre otros poblacion'],
    [['Barrios'], 'nombre'],
    [['x', 'code', 'population'], 'nombre codigo poblacion'],
    [['code', 'name', 'also known as'], 'codigo nombre otros'],
    [['no', 'distrito', 'habitantes'], 'codigo nombre poblacion'],
    [['a', 'b', 'c'], '- - -'],
  ])('%j', (header, columns) => {
    const guessed = guessColumns(header);
    expect(header.map((title) => guessed.get(title) ?? '-').join(' ')).toBe(columns);
  });

  it.each([
    [['Nombre comuna'], 'comunas'],
    [['cod', 'parroquias_2022.csv'], 'parroquias'],
    [['nombre'], undefined],
  ])('and the word for the parts: %j', (texts, many) =>
    expect(guessDivision(texts)?.es.many).toBe(many),
  );
});

describe('names in capitals', () => {
  it.each([
    ['RIO NORTE', 'Río Norte'],
    ['LA COLINA', 'La Colina'],
    ['san jose de la montaña', 'San José de la Montaña'],
    ['CIUDAD BOLIVAR', 'Ciudad Bolívar'],
    ['JUAN PABLO II', 'Juan Pablo II'],
    ['COMUNA 3', 'Comuna 3'],
    ['Villa Salada', 'Villa Salada'],
    ['McAllen', 'McAllen'],
    ['', ''],
  ])('«%s» is «%s»', (text, name) => expect(retypeName(text)).toBe(name));
});

describe('what would become of a territory', () => {
  it('reads a list as people make it, each problem with its row', () => {
    const { rows, problems, isWhole } = composeTerritory(
      noTerritory,
      draft({ sheet: comunas }),
      never,
    );
    expect(rows).toMatchObject([
      {
        code: '1',
        name: 'Río Norte',
        formerly: 'RIO NORTE',
        otherNames: ['El Norte', 'Rionorte'],
        persons: 18_340,
        personsOn: '2022-06-30',
      },
      { code: '2', name: 'La Colina', formerly: null, persons: 22_108 },
      { code: '3', name: 'Villa Salada', persons: null },
    ]);
    expect(problems).toEqual([
      { line: 4, column: 'hab_2022', key: 'territory.persons', params: { text: 's/d' } },
    ]);
    expect(isWhole).toBe(true);
  });

  it('takes a population typed by hand; what is no number is told', () => {
    const of = (text: string) =>
      composeTerritory(
        noTerritory,
        draft({ sheet: comunas, choices: { persons: { 3: text } } }),
        never,
      ).rows[2];
    expect(of('12.500')).toMatchObject({ persons: 12_500, wrongPersons: null });
    expect(of('muchos')).toMatchObject({ persons: null, wrongPersons: 'muchos' });
  });

  it('leaves out a row without a name and one that repeats a code or a name', () => {
    const sheet = list(
      ['cod', 'nombre'],
      ['1', 'Uno'],
      ['1', 'Otro'],
      ['2', ''],
      ['3', 'UNO'],
      ['4', 'Dos'],
    );
    const { rows, left, problems } = composeTerritory(noTerritory, draft({ sheet }), never);
    expect(rows.map(({ code }) => code)).toEqual(['1', '4']);
    expect(left.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect(problems.map(({ key }) => key)).toEqual([
      'territory.code_twice',
      'territory.name',
      'territory.name_twice',
    ]);
  });

  it('gives codes where the list has none, and never one of the city’s', () => {
    const sheet = list(['nombre'], ['Uno'], ['Dos']);
    const { rows, absent } = composeTerritory(city(known('01', 'Cero')), draft({ sheet }), never);
    expect(rows.map(({ code }) => code)).toEqual(['02', '03']);
    expect(absent).toEqual([{ code: '01', name: 'Cero', mustStay: false }]);
  });

  it('knows a locality of the city by its name before its code, and keeps what the list does not say', () => {
    const before = city(
      known('01', 'Norte', { persons: 10, source: 'Censo', shape: 'M1 1L2 2L3 1Z' }),
      known('02', 'Sur'),
    );
    const sheet = list(['cod', 'nombre'], ['2', 'Norte'], ['9', 'Este']);
    const { rows, absent } = composeTerritory(before, draft({ sheet }), (code) => code === '02');
    expect(rows).toMatchObject([
      { code: '01', name: 'Norte', persons: 10, source: 'Censo', shape: 'M1 1L2 2L3 1Z' },
      { code: '9', name: 'Este' },
    ]);
    expect(absent).toEqual([{ code: '02', name: 'Sur', mustStay: true }]);
  });

  it('lets a locality that must stay be one of the new rows: it takes that name and keeps its code', () => {
    const before = city(known('02', 'Sur'));
    const sheet = list(['cod', 'nombre'], ['9', 'Meridional']);
    const given = draft({ sheet, choices: { becomes: { '02': 2 } } });
    const { rows, absent, fresh } = composeTerritory(before, given, () => true);
    expect(rows).toMatchObject([{ code: '02', name: 'Meridional', formerly: 'Sur' }]);
    expect(absent).toEqual([]);
    expect(fresh).toEqual([{ line: 2, name: 'Meridional' }]);
  });

  it('joins outlines by the property that fits most, code or name', () => {
    const outlines = {
      name: 'comunas.geojson',
      features: [
        { properties: { gid: '7', com: '2.0' }, place: square(1) },
        { properties: { gid: '8', com: 'Río norte' }, place: square(0) },
        { properties: { gid: '9', com: 'Otra ciudad' }, place: square(50) },
      ],
    };
    const { rows, join, map } = composeTerritory(
      noTerritory,
      draft({ sheet: comunas, outlines }),
      never,
    );
    expect(join).toMatchObject({ chosen: 'com', joined: 2 });
    expect(rows.map(({ shape }) => shape !== null)).toEqual([true, true, false]);
    // What belongs to no row is not in the picture.
    expect(map?.width).toBeGreaterThan(map?.height ?? 0);
  });

  it('takes outlines alone as a list, or as the drawing of the localities that are there', () => {
    const outlines = {
      name: 'c.geojson',
      features: [{ properties: { id: '1', nombre: 'NORTE' }, place: square(0) }],
    };
    expect(composeTerritory(noTerritory, draft({ outlines }), never)).toMatchObject({
      rows: [{ code: '1', name: 'Norte' }],
      isWhole: true,
    });
    const drawn = composeTerritory(
      city(known('01', 'Norte', { persons: 5 }), known('02', 'Sur')),
      draft({ outlines }),
      never,
    );
    expect(drawn.rows).toMatchObject([
      { code: '01', persons: 5 },
      { code: '02', shape: null },
    ]);
    expect(drawn.absent).toEqual([]);
    expect(drawn.rows[0]?.shape).toMatch(/^M/);
  });

  it('is nothing without a column of names', () => {
    const sheet = list(['a', 'b'], ['1', '2']);
    expect(composeTerritory(noTerritory, draft({ sheet }), never).isWhole).toBe(false);
    const choices = { columns: { a: 'nombre', b: '' } as const };
    expect(composeTerritory(noTerritory, draft({ sheet, choices }), never).isWhole).toBe(true);
  });
});
