import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { file, newLocalities, run } from './lists.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { rowsOf } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  plan = await newPlan(database.owner);
  await newLocalities(database.owner);
});

describe('possible duplicates of a list', () => {
  it('are offered within it and against who was there, noted once, and nothing merges', async () => {
    const { id } = await newMeeting(database.owner, plan);
    await registerPerson(
      null,
      id,
      newForm({
        nombre: 'María Fernanda López',
        correo: 'mafe-web@prueba.convite',
        anio_nacimiento: '1990',
      }),
      { channel: 'web', locale: 'es' },
    );
    const path = file(
      'nombre,correo,telefono,acepta_inscripcion,consentimiento_fecha,anio_nacimiento,documento\n' +
        'Lopez Maria Fernada,mf@prueba.convite,,si,2026-11-02,1990,\nCamilo Ortiz,' +
        'camilo@prueba.convite,,si,2026-11-02,1975,79123456\nOrtis Camilo,,3009998877,si,' +
        '2026-11-02,,79123465\nInés Pardo,ines@prueba.convite,,si,2026-11-02,1990,\n',
    );
    const result = await run(path, id);
    expect(result.creadas).toBe(4);
    expect(result.duplicados_posibles).toEqual([
      { linea: 2, con_linea: null, puntaje: expect.any(Number) },
      { linea: 4, con_linea: 3, puntaje: expect.any(Number) },
    ]);
    const again = await run(path, id);
    expect(again.duplicados_posibles).toEqual(result.duplicados_posibles);
    const noted = await database.owner
      .selectFrom('registration_duplicate as d')
      .innerJoin('registration as r', 'r.id', 'd.registration_id')
      .select(['r.name', 'd.why', 'd.outcome'])
      .where('r.meeting_id', '=', id)
      .orderBy('r.place')
      .execute();
    expect(noted).toEqual([
      { name: 'Lopez Maria Fernada', why: 'nombre', outcome: null },
      { name: 'Ortis Camilo', why: 'documento', outcome: null },
    ]);
    expect((await rowsOf(id)).map((row) => row.state)).toEqual(
      Array.from({ length: 5 }, () => 'inscrita'),
    );
    // What a person settled is not offered again.
    await database.owner
      .updateTable('registration_duplicate')
      .set({ outcome: 'distintas' })
      .execute();
    expect((await run(path, id)).duplicados_posibles).toEqual([]);
  });

  const febrl = '../shared/data/personas/febrl_dataset1.csv';
  it.skipIf(!existsSync(febrl))(
    'of 1,000 rows with 500 known ones are nearly all offered, and hardly any other ' +
      '(skipped where ../shared/data is absent)',
    async () => {
      const { id } = await newMeeting(database.owner, plan, { capacity: 1000 });
      const people = readFileSync(febrl, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').map((cell) => cell.trim()));
      const rows = people.map((cells, index) =>
        [
          `${cells[1]} ${cells[2]}`.trim(),
          `febrl-${index}@prueba.convite`,
          'si',
          '2026-11-02',
          cells[9],
          cells[10],
        ].join(','),
      );
      const path = file(
        `nombre,correo,acepta_inscripcion,consentimiento_fecha,anio_nacimiento,documento\n${rows.join('\n')}\n`,
      );
      const truth = (line: number) => people[line - 2]![0]!.split('-')[1];
      const began = performance.now();
      const result = await run(path, id);
      const seconds = Math.round((performance.now() - began) / 100) / 10;
      const right = result.duplicados_posibles.filter(
        (pair) => truth(pair.linea) === truth(pair.con_linea!),
      ).length;
      const [precision, recall] = [right / result.duplicados_posibles.length, right / 500];
      process.stdout.write(
        `febrl_dataset1: ${result.creadas} created, ${result.rechazadas.length} rejected, ` +
          `${result.duplicados_posibles.length} pairs offered, precision ` +
          `${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${seconds} s\n`,
      );
      expect(precision).toBeGreaterThanOrEqual(0.98);
      expect(recall).toBeGreaterThanOrEqual(0.96);
      expect(
        await database.owner
          .selectFrom('registration')
          .select('id')
          .where('meeting_id', '=', id)
          .where('state', '=', 'unida')
          .execute(),
      ).toEqual([]);
    },
    120_000,
  );
});
