import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkLines } from '#app/platform/personal-data/check-lines.server.ts';
import { readSpreadsheet } from '#app/platform/spreadsheets/read-spreadsheet.server.ts';
import { writeCsv, writeXlsx } from '#app/platform/spreadsheets/write-spreadsheet.server.ts';
import { selectPanel } from '#app/domains/draw/select-panel.server.ts';
import { baselineSheet } from '#app/domains/figures/get-figures.server.ts';
import { replaceBaseline } from '#app/domains/figures/replace-baseline.server.ts';
import { importIdeas } from '#app/domains/ideas/import-ideas.server.ts';
import { importRegistrations } from '#app/domains/registration/import-registrations.server.ts';
import { mapOf } from '#app/platform/cli/read-arguments.server.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { latin1, ods, savedByExcel, utf16le, xlsx } from '#tests/factories/spreadsheets.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const database = freshDatabase();
const folder = temporaryFolder('sheets');
let plan: TestPlan;
let files = 0;

beforeEach(async () => {
  plan = await newPlan(database.owner);
});

function file(bytes: Buffer | string): string {
  const path = join(folder, `${(files += 1)}.hoja`);
  writeFileSync(path, bytes);
  return path;
}

describe('what the product gives', () => {
  it('it takes back, as it is and after Excel has saved it', async () => {
    await newLocality(database.owner, '03', 'Santa Fe');
    await newLocality(database.owner, '04', 'San Cristóbal');
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const take = async (bytes: Buffer) => {
      await replaceBaseline(coordinator, { bytes });
      return await baselineSheet(database.owner);
    };
    const given = await take(
      Buffer.from(
        'variable,valor,participacion,personas,definicion,fecha,fuente,territorio\n' +
          'genero,mujeres,0.522,,"Sexo, según censo",2018-06-30,DANE,ciudad\n' +
          'genero,hombres,0.478,,"Sexo, según censo",2018-06-30,DANE,ciudad\n' +
          'localidad,03,,103500,Residencia habitual,2018-06-30,=DANE,pais\n' +
          'localidad,04,,1000000,Residencia habitual,2018-06-30,=DANE,pais\n',
      ),
    );
    expect(given).toHaveLength(5);
    expect(await take(Buffer.from(writeCsv(given)))).toEqual(given);
    expect(await take(await writeXlsx(given, 'poblacion'))).toEqual(given);
    const { header, rows } = await readSpreadsheet(Buffer.from(writeCsv(given)));
    const cells = rows.map((row) => header.map((name) => row.cells[name] ?? ''));
    const asExcelShows = (text: string) =>
      text
        .replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')
        .replace(/^0\.(\d+)$/, '0,$1')
        .replace(/^0(\d)$/, '$1')
        .replace(/^(\d+)(\d{3})(\d{3})$/, '$1.$2.$3')
        .replace(/^(\d{3})(\d{3})$/, '$1.$2');
    const shown = [header, ...cells.map((row) => row.map(asExcelShows))];
    expect(shown[3]).toEqual([
      'localidad',
      '3',
      '',
      '103.500',
      'Residencia habitual',
      '30/06/2018',
      '=DANE',
      'pais',
    ]);
    expect(await take(savedByExcel([...shown, ['', '', '', '']]))).toEqual(given);
    expect(await take(utf16le(shown.map((row) => row.join('\t')).join('\r\n')))).toEqual(given);
    const asNumbers = cells.map((row) =>
      row.map((cell) => {
        if (/^\d{4}-/.test(cell)) return { serial: 43281 };
        return /^[\d.]+$/.test(cell) ? Number(cell) : cell;
      }),
    );
    expect(await take(xlsx([header, ...asNumbers]))).toEqual(given);
    expect(await take(ods([header, ...asNumbers]))).toEqual(given);
  });
});

describe('every import goes through the one reader', () => {
  it('and takes a workbook, other headers and --map', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const people = xlsx([
      ['Lista'],
      ['Quién', 'Dónde escribirle', 'Permiso', 'Fecha de consentimiento'],
      ['Rosa Díaz', 'rosa@prueba.convite', 'x', { serial: 46328 }],
    ]);
    const map = { nombre: 'quien', correo: 'DONDE ESCRIBIRLE', acepta_inscripcion: 'Permiso' };
    expect(await importRegistrations({ file: file(people), workshop: id, map })).toMatchObject({
      creadas: 1,
      rechazadas: [],
    });
    const ideas = ods([
      ['Asunto', 'Título', 'Apoyos', 'Fecha'],
      ['Más árboles', 'no es', '1.234', { serial: 45292 }],
    ]);
    expect(
      await importIdeas({
        file: file(ideas),
        commitment: plan.commitments[0]!.slug,
        map: { titulo: 'asunto' },
      }),
    ).toMatchObject({ creadas: 1 });
    expect(
      await database.owner.selectFrom('idea').select(['title', 'prior_supports']).execute(),
    ).toEqual([{ title: 'Más árboles', prior_supports: 1234 }]);
    const texts = file(latin1('sep=;\r\nN.º;Comentario\r\n1;Llámame al 3105550101\r\n'));
    const { lineas } = await checkLines(texts, { id: 'n_º', texto: 'comentario' });
    expect(lineas).toMatchObject([{ id: '1', hallazgos: [{ tipo: 'telefono' }] }]);
    const pool = xlsx([
      ['Cédula', 'Género'],
      [101, 'Mujer'],
      [102, 'Mujer'],
      [103, 'Hombre'],
    ]);
    const quotas = latin1(
      'Característica;Valor;Mínimo;Máximo\ngenero;mujer;1;1\ngenero;hombre;0;9,0\n',
    );
    const drawn = await selectPanel({
      people: file(pool),
      quotas: file(quotas),
      size: 2,
      id: 'cedula',
      seed: '00',
    });
    expect(drawn).toMatchObject({ probabilidades: { 101: 0.5, 102: 0.5, 103: 1 } });
    const renamed = await selectPanel({
      people: file(
        xlsx([
          ['Cédula', 'Sexo'],
          [101, 'Mujer'],
          [102, 'Mujer'],
          [103, 'Hombre'],
        ]),
      ),
      quotas: file(quotas),
      size: 2,
      id: 'cedula',
      seed: '00',
      map: { genero: 'Sexo' },
    });
    expect(renamed).toEqual(drawn);
  });

  it('--map takes names with spaces, several pairs in one, and says what it does not know', () => {
    const given = (map: string[], ...positionals: string[]) => ({
      values: { map },
      positionals: ['lista.csv', ...positionals],
      progress: () => undefined,
    });
    expect(mapOf(given(['titulo=Título de la idea', 'id=n']), ['id', 'titulo'])).toEqual({
      titulo: 'Título de la idea',
      id: 'n',
    });
    expect(mapOf(given(['titulo=a,id=b'], 'fecha=c'), null)).toEqual({
      titulo: 'a',
      id: 'b',
      fecha: 'c',
    });
    for (const [map, ...rest] of [['peso=a'], ['titulo'], ['=a'], ['titulo=a', 'sobra']] as const)
      expect(() => mapOf(given([map], ...rest), ['titulo'])).toThrow();
  });
});
