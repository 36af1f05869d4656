import { beforeEach, describe, expect, it } from 'vitest';
import { ImportRefused } from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';
import { file, head, newLocalities, run } from './lists.ts';

const database = freshDatabase();
const { declaredOf, rowsOf } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  plan = await newPlan(database.owner);
  await newLocalities(database.owner);
});

describe('the file of a list', () => {
  it('reads Latin-1 with semicolons, and UTF-8 with its mark', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const latin = file(
      Buffer.from(
        'Nombre;Correo;Acepta inscripción;Consentimiento fecha;Año ' +
          'nacimiento;Acepta_estadistica;Localidad;Observación\nÍñigo ' +
          'Muñoz;inigo@prueba.convite;sí;2/11/2026;1980;si;ANTONIO NARIÑO;sobra\n',
        'latin1',
      ),
    );
    expect(await run(latin, id)).toMatchObject({
      creadas: 1,
      rechazadas: [],
      localidades_sin_resolver: [],
    });
    const [row] = await rowsOf(id);
    expect(row!.name).toBe('Íñigo Muñoz');
    expect(await declaredOf(row!.id)).toMatchObject({ anio_nacimiento: 1980, localidad: '15' });
    expect(
      await run(file(`\ufeff${head}\nÍñigo Otro,otro@prueba.convite,,si,2026-11-02,,\n`), id),
    ).toMatchObject({ creadas: 1 });
  });

  it('says of a row whose notes or group seem to hold data of somebody, and keeps it', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const rows = [
      'nombre,correo,acepta_inscripcion,acepta_estadistica,consentimiento_fecha,apoyo_otro,organizacion',
      'Iris Uno,iris@prueba.convite,si,si,2026-11-02,Llamar a mi mamá al 310 555 0123,Red de cuidadoras',
      'Olga Dos,olga@prueba.convite,si,si,2026-11-02,Una silla con brazos,Mi vecino Carlos Rodríguez',
    ];
    expect(await run(file(rows.join('\n')), id)).toMatchObject({
      creadas: 2,
      rechazadas: [],
      advertencias: [
        { linea: 2, motivo: 'apoyo_otro: Parece que tiene un dato personal.' },
        { linea: 3, motivo: 'organizacion: Parece que tiene un dato personal.' },
      ],
    });
  });

  it('rejects a wrong row with its line and reason, never with what it says', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const columns =
      'nombre,correo,telefono,acepta_inscripcion,acepta_estadistica,consentimiento_fecha,' +
      'genero,wg_oir,apoyo,anio_nacimiento,documento_tipo,canal,asistio,fecha_nacimiento';
    const bad: [row: string, reason: RegExp][] = [
      ['Rosa Secreta,,,si,si,2026-11-02,,,,,,,,', /^correo: /],
      ['Rosa Secreta,secreta@@x,,si,si,2026-11-02,,,,,,,,', /^correo: /],
      ['Rosa Secreta,,12,si,si,2026-11-02,,,,,,,,', /^telefono: /],
      [',s@prueba.convite,,si,si,2026-11-02,,,,,,,,', /^nombre: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,,,,,fax,,', /^canal: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,,,,,,quizás,', /^asistio: /],
      [
        'Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,,,,,,si,',
        /^asistio: .*todavía no empieza/,
      ],
      ['Rosa Secreta,s@prueba.convite,,pendiente,si,2026-11-02,,,,,,,,', /^acepta_inscripcion: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,31/02/2026,,,,,,,,', /^consentimiento_fecha: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2099-01-01,,,,,,,,', /^consentimiento_fecha: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,,,2015,,,,', /^acudiente_nombre: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,,,,,,,3/5/2012', /^acudiente_nombre: /],
      ['Rosa Secreta', /columnas/],
    ];
    const result = await run(
      file(
        `${columns}\n${bad.map(([row]) => row).join('\n')}\nRosa ` +
          'Buena,buena@prueba.convite,,si,si,2026-11-02,,,,,,,,\n',
      ),
      id,
    );
    expect(result.rechazadas.map((row) => row.linea)).toEqual(bad.map((_, index) => index + 2));
    result.rechazadas.forEach((row, index) => expect(row.motivo).toMatch(bad[index]![1]));
    expect(JSON.stringify(result)).not.toMatch(/Secreta|secreta/);
    expect([result.leidas, result.creadas, (await rowsOf(id)).length]).toEqual([
      bad.length + 1,
      1,
      1,
    ]);
  });

  it('keeps a person whose answers cannot all be read, and says which were left out', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const path = file(
      'Nombre completo;Correo electrónico;Celular;Autoriza;Acepta estadistica;Marca temporal;' +
        'Sexo;wg_oir;Apoyos;Año de nacimiento;Localidad\r\n' +
        'Rosa Buena;rosa@prueba.convite / otra@prueba.convite;3105550101.0;x;Sí;20-nov-25;' +
        'Femenino;2;silla alta;80;Usakén\r\n' +
        'Beto Bueno;;+57 310 555 0102;1;verdadero;05/11/2025 10:32;M;;;1.980;1\r\n',
    );
    const result = await run(path, id);
    expect(result).toMatchObject({
      creadas: 2,
      rechazadas: [],
      localidades_sin_resolver: [{ linea: 2, texto: 'Usakén', sugerencia: 'Usaquén' }],
    });
    expect(result.omitidas.map(({ linea, columna }) => [linea, columna])).toEqual([
      [2, 'anio_nacimiento'],
      [2, 'correo'],
      [2, 'wg_oir'],
    ]);
    const [rosa, beto] = await rowsOf(id);
    expect([rosa, beto]).toMatchObject([
      { name: 'Rosa Buena', email: 'rosa@prueba.convite', phone: '3105550101' },
      { name: 'Beto Bueno', email: null, phone: '3105550102' },
    ]);
    expect([await declaredOf(rosa!.id), await declaredOf(beto!.id)]).toEqual([
      { genero: 'mujer', canal: 'papel' },
      { genero: 'hombre', anio_nacimiento: 1980, localidad: '01', canal: 'papel' },
    ]);
  });

  it('is refused as a whole when its file or meeting cannot be used', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const good = file(`${head}\nAna Uno,a1@prueba.convite,,si,2026-11-02,,\n`);
    const closed = await newMeeting(database.owner, plan, {
      startsIn: -6,
      opensIn: -48,
      closesIn: -5,
    });
    await database.owner
      .updateTable('meeting')
      .set({ closed_at: new Date() })
      .where('id', '=', closed.id)
      .execute();
    const others = [
      closed.id,
      ...(
        await Promise.all([
          newMeeting(database.owner, plan, { kind: 'feria' }),
          newMeeting(database.owner, plan, { state: 'borrador' }),
          newMeeting(database.owner, plan, { state: 'cancelado' }),
        ])
      ).map((meeting) => meeting.id),
    ];
    for (const workshop of ['nada', '01900000-0000-7000-8000-000000000000', ...others])
      await expect(run(good, workshop)).rejects.toBeInstanceOf(ImportRefused);
    for (const content of ['', 'correo\na@b.co\n', 'nombre,nombre\na,b\n'])
      await expect(run(file(content), id)).rejects.toBeInstanceOf(ImportRefused);
    expect(await rowsOf(id)).toHaveLength(0);
  });
});
