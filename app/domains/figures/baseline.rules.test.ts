import { describe, expect, it } from 'vitest';
import { baselineColumns, readBaseline } from './baseline.rules.ts';

const read = (...rows: string[][]) =>
  readBaseline(
    {
      header: [...baselineColumns],
      headerLine: 1,
      rows: rows.map((cells, index) => ({
        line: index + 2,
        cells: Object.fromEntries(
          baselineColumns.map((name, column) => [name, cells[column] ?? '']),
        ),
      })),
    },
    (measure, value) =>
      measure !== 'genero' || ['mujeres', 'hombres'].includes(value) ? value : null,
  );
const from = ['Sexo', '2018-06-30', 'DANE'];

describe('the population of a file', () => {
  it('takes shares as people write them, and makes shares of counts', () => {
    expect(
      read(
        ['genero', 'mujeres', '52,2 %', '', ...from],
        ['genero', 'hombres', '0.478', '', ...from],
      ).rows.map(({ value, share }) => [value, share]),
    ).toEqual([
      ['mujeres', 0.522],
      ['hombres', 0.478],
    ]);
    expect(
      read(
        ['localidad', '01', '', '1.500', ...from],
        ['localidad', '02', '', '500', ...from],
      ).rows.map(({ value, share, persons }) => [value, share, persons]),
    ).toEqual([
      ['01', 0.75, 1500],
      ['02', 0.25, 500],
    ]);
  });

  it('says line and reason of everything wrong, and then gives no row at all', () => {
    const { rows, problems } = read(
      ['peso', 'x', '0.1', '', ...from],
      ['genero', 'otro', '0.1', '', ...from],
      ['genero', 'mujeres', '1.4', '', ...from],
      ['genero', 'mujeres', '', 'doce', ...from],
      ['genero', 'mujeres', '', '', ...from],
      ['genero', 'mujeres', '0.5', '', 'Sexo', '31/06/2018', 'DANE'],
      ['genero', 'mujeres', '0.5', '', 'Sexo', '2018-06-30', ''],
      ['genero', 'mujeres', '0.8', '', ...from],
      ['genero', 'mujeres', '0.1', '', ...from],
      ['genero', 'hombres', '', '10', ...from],
    );
    expect(rows).toEqual([]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 10, 11]);
    expect(
      read(['genero', 'mujeres', '0.8', '', ...from], ['genero', 'hombres', '0.3', '', ...from])
        .problems,
    ).toMatchObject([{ line: 2 }]);
    expect(read().problems).toMatchObject([{ line: 1, key: 'rows.none' }]);
    expect(
      readBaseline({ header: ['variable'], headerLine: 3, rows: [] }, (_, text) => text).problems,
    ).toContainEqual({ line: 3, key: 'header.missing', params: { name: 'valor' } });
  });
});
