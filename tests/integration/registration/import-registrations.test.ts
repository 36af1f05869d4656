import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { importRegistrations } from '#app/domains/registration/import-registrations.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { settleDuplicate } from '#app/domains/registration/settle-duplicate.server.ts';
import { ImportRefused } from '#app/platform/files/read-csv.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'convite-list-'));
let plan: TestPlan;

beforeEach(async () => {
  await database.owner.updateTable('plan').set({ state: 'archived' }).execute();
  plan = await newPlan(database.owner);
  await newLocality(database.owner, '03', 'Santa Fe');
  await newLocality(database.owner, '15', 'Antonio Nariño');
  await newLocality(database.owner, '01', 'Usaquén');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Buffer): string {
  const path = join(folder, `${Math.random()}.csv`);
  writeFileSync(path, content);
  return path;
}
const run = async (path: string, workshop: string, dryRun = false) =>
  await importRegistrations({ file: path, workshop, dryRun });
const rowsOf = async (meetingId: string) =>
  await database.owner
    .selectFrom('registration')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('place')
    .execute();
const arrivalsOf = async (meetingId: string) =>
  (
    await database.owner
      .selectFrom('check_in')
      .select('registration_id')
      .where('meeting_id', '=', meetingId)
      .where('undone_at', 'is', null)
      .execute()
  ).map((row) => row.registration_id);
const declaredOf = async (id: string) =>
  (
    await sql<{
      answers: Record<string, unknown>;
    }>`select answers from declared.declaration where registration_id = ${id}`.execute(
      database.owner,
    )
  ).rows[0]?.answers;
const mailsTo = async (email: string) =>
  (
    await database.owner
      .selectFrom('mail')
      .select('subject')
      .where('recipient', '=', email)
      .execute()
  ).length;

const head = 'nombre,correo,telefono,acepta_inscripcion,consentimiento_fecha,asistio,canal';

describe('a list of registrations', () => {
  it('keeps each row’s own consent and answers, and resolves or reports its locality', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const path = file(
      'nombre,correo,telefono,acepta_inscripcion,acepta_estadistica,acepta_imagen,consentimiento_fecha,' +
        'genero,anio_nacimiento,localidad,cuida,apoyo,wg_ver,documento_tipo,documento,canal,asistio\r\n' +
        'Rosa ' +
        'Díaz,rosa-lista@prueba.convite,,si,si,si,2026-11-02,Mujer,03/05/1980,SANTAFE,"ninez, ' +
        'persona_mayor",lsc|rampa,mucha,C.C.,52.345.678,papel,\r\n' +
        'Beto Cruz,,300 123 4567,Sí,no,,02/11/2026,hombre,1971,ANTONIO NARIÃ‘O,,,,,,telefono,\r\n' +
        'Ciro Peña,ciro-lista@prueba.convite,,si,si,,2026-11-02,,1990,Verbenal,,,,,,,\r\n' +
        'Dora Luna,dora-lista@prueba.convite,,si,si,,2026-11-02,,,Usaqu?n,,,,,,,\r\n',
    );
    expect(await run(path, id)).toEqual({
      leidas: 4,
      creadas: 4,
      ya_estaban: 0,
      en_espera: 0,
      solo_asistencia: 0,
      rechazadas: [],
      duplicados_posibles: [],
      localidades_sin_resolver: [{ linea: 4, texto: 'Verbenal' }],
    });
    const [rosa, beto, ciro, dora] = await rowsOf(id);
    expect(rosa).toMatchObject({
      name: 'Rosa Díaz',
      channel: 'papel',
      state: 'inscrita',
      recorded_by: null,
    });
    expect(beto).toMatchObject({ phone: '3001234567', channel: 'telefono' });
    expect(await declaredOf(rosa!.id)).toEqual({
      genero: 'mujer',
      anio_nacimiento: 1980,
      localidad: '03',
      cuida: ['ninez', 'persona_mayor'],
      wg_ver: 'mucha',
      canal: 'papel',
    });
    expect([
      await declaredOf(beto!.id),
      await declaredOf(ciro!.id),
      await declaredOf(dora!.id),
    ]).toEqual([
      undefined,
      { anio_nacimiento: 1990, canal: 'papel' },
      { localidad: '01', canal: 'papel' },
    ]);
    const consents = await database.owner
      .selectFrom('registration_consent')
      .select(['purpose', 'given_at', 'channel'])
      .where('registration_id', '=', rosa!.id)
      .orderBy('purpose')
      .execute();
    expect(consents.map((row) => [row.purpose, row.given_at.toISOString(), row.channel])).toEqual(
      ['estadistica', 'imagen', 'inscripcion'].map((purpose) => [
        purpose,
        '2026-11-02T17:00:00.000Z',
        'papel',
      ]),
    );
    expect(
      await database.owner
        .selectFrom('registration_need')
        .select('need')
        .where('registration_id', '=', rosa!.id)
        .orderBy('need')
        .execute(),
    ).toEqual([{ need: 'lsc' }, { need: 'rampa' }]);
    expect([await mailsTo('rosa-lista@prueba.convite'), await arrivalsOf(id)]).toEqual([1, []]);
    // No document is kept as text, and no audit row says who or what.
    expect(JSON.stringify(await rowsOf(id))).not.toContain('52345678');
    expect(
      JSON.stringify(
        await database.owner
          .selectFrom('audit_entry')
          .select('data')
          .where('subject_id', 'in', [id, rosa!.id])
          .execute(),
      ),
    ).not.toMatch(/Rosa|mujer|lsc/);
  });

  it('counts who gave no consent as attendance only: no name, no contact', async () => {
    const { id } = await newMeeting(database.owner, plan, {
      startsIn: -6,
      opensIn: -48,
      closesIn: -5,
      lasts: 3,
    });
    const path = file(
      `${head}\nSin Permiso,sin@prueba.convite,,no,2026-11-02,si,\nSin Fecha,,3001112233,` +
        'si,,si,\n,,,,,si,\n,,,,,si,\nNi Vino,nadie@prueba.convite,,,,no,\nCon Permiso,' +
        'con-lista@prueba.convite,,si,2026-11-02,si,\n',
    );
    const result = await run(path, id);
    expect(result).toMatchObject({ leidas: 6, creadas: 1, solo_asistencia: 4, ya_estaban: 0 });
    expect(result.rechazadas.map((row) => row.linea)).toEqual([6]);
    const rows = await rowsOf(id);
    expect(rows.filter((row) => row.state === 'solo_asistencia')).toHaveLength(4);
    for (const row of rows.filter((each) => each.state === 'solo_asistencia'))
      expect(row).toMatchObject({
        name: '',
        email: null,
        phone: null,
        email_key: null,
        phone_key: null,
        document_key: null,
        birth_key: null,
      });
    expect((await arrivalsOf(id)).length).toBe(5);
    // The meeting began: nobody is told now that they are registered.
    expect(await mailsTo('con-lista@prueba.convite')).toBe(0);
    expect(await run(path, id)).toMatchObject({ creadas: 0, solo_asistencia: 0, ya_estaban: 5 });
    expect([(await rowsOf(id)).length, (await arrivalsOf(id)).length]).toEqual([5, 5]);
  });

  it(
    'creates nothing twice, in a second run, within the list or with two runs at once; who ' +
      'came is added',
    async () => {
      const { id } = await newMeeting(database.owner, plan);
      const rows = Array.from(
        { length: 230 },
        (_, index) => `Persona Número${index},lista-${index}@prueba.convite,,si,2026-11-02,,`,
      );
      const path = file(`${head}\n${rows.join('\n')}\n${rows[7]}\n`);
      const both = await Promise.all([run(path, id), run(path, id)]);
      expect(both.reduce((sum, result) => sum + result.creadas, 0)).toBe(230);
      expect(both.reduce((sum, result) => sum + result.ya_estaban, 0)).toBe(232);
      expect(await rowsOf(id)).toHaveLength(230);
      expect(await run(path, id)).toMatchObject({
        leidas: 231,
        creadas: 0,
        ya_estaban: 231,
        en_espera: 0,
      });
      const came = file(
        `${head}\n${rows[0]!.replace(/,,$/, ',si,')}\n${rows[1]!.replace('Persona Número1', ' persona  NUMERO1')}\n`,
      );
      expect(await run(came, id)).toMatchObject({ creadas: 0, ya_estaban: 2 });
      expect(await arrivalsOf(id)).toEqual([
        (await rowsOf(id)).find((row) => row.email === 'lista-0@prueba.convite')!.id,
      ]);
      expect(await mailsTo('lista-0@prueba.convite')).toBe(1);
    },
    60_000,
  );

  it('checks in who was merged as the one that was kept, and nobody whose arrival a person undid', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const facilitator = await newActor(database.owner, {
      roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
    });
    const list = (came: string) =>
      file(
        `${head}\nRosa Díaz,rosa-m@prueba.convite,,si,2026-11-02,,\nRosa Elvira ` +
          `Diaz,rosa-m@prueba.convite,,si,2026-11-02,${came},\nBeto ` +
          `Cruz,beto-m@prueba.convite,,si,2026-11-02,${came},\n`,
      );
    await run(list(''), id);
    const [kept, merged, beto] = await rowsOf(id);
    await settleDuplicate(facilitator, [kept!.id, merged!.id], 'unidas');
    expect(await run(list('si'), id)).toMatchObject({
      creadas: 0,
      ya_estaban: 3,
      duplicados_posibles: [],
    });
    expect((await arrivalsOf(id)).sort()).toEqual([kept!.id, beto!.id].sort());
    await database.owner
      .updateTable('check_in')
      .set({ undone_at: new Date() })
      .where('registration_id', '=', beto!.id)
      .execute();
    await run(list('si'), id);
    expect(await arrivalsOf(id)).toEqual([kept!.id]);
  });

  it('gives no more places than there are; a trial says the same and writes nothing', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 3, reserved: 1 });
    await registerPerson(null, id, newForm(), { channel: 'web', locale: 'es' });
    const path = file(
      `${head}\nAna Uno,a1@prueba.convite,,si,2026-11-02,,web\nAna Dos,a2@prueba.convite,,` +
        'si,2026-11-02,,web\nAna Tres,a3@prueba.convite,,si,2026-11-02,,telefono\nAna Cuatro,' +
        'a4@prueba.convite,,si,2026-11-02,si,papel\n',
    );
    const trial = await run(path, id, true);
    expect([
      (await rowsOf(id)).length,
      (await arrivalsOf(id)).length,
      await mailsTo('a1@prueba.convite'),
    ]).toEqual([1, 0, 0]);
    const result = await run(path, id);
    expect(result).toEqual(trial);
    expect(result).toMatchObject({ creadas: 4, en_espera: 2 });
    // The web form does not give the reserved place; the phone does; the next one waits.
    expect((await rowsOf(id)).map((row) => row.state)).toEqual([
      'inscrita',
      'inscrita',
      'en_espera',
      'inscrita',
      'en_espera',
    ]);
    expect(await arrivalsOf(id)).toHaveLength(1);
  });

  it('holds the places against those who register on the web at the same time', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 20 });
    const path = file(
      `${head}\n${Array.from(
        { length: 150 },
        (_, index) =>
          `Persona ` + `Papel${index},papel-${index}@prueba.convite,,si,2026-11-02,,papel`,
      ).join('\n')}\n`,
    );
    await Promise.all([
      run(path, id),
      ...Array.from({ length: 20 }, () =>
        registerPerson(null, id, newForm(), { channel: 'web', locale: 'es' }),
      ),
    ]);
    const states = (await rowsOf(id)).map((row) => row.state);
    expect([states.length, states.filter((state) => state === 'inscrita').length]).toEqual([
      170, 20,
    ]);
  });

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

  it('rejects a wrong row with its line and reason, never with what it says', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const columns =
      'nombre,correo,telefono,acepta_inscripcion,acepta_estadistica,consentimiento_fecha,' +
      'genero,wg_oir,apoyo,anio_nacimiento,documento_tipo,canal,asistio,fecha_nacimiento';
    const bad: [row: string, reason: RegExp][] = [
      ['Rosa Secreta,,,si,si,2026-11-02,,,,,,,,', /^correo: /],
      ['Rosa Secreta,secreta@@x,,si,si,2026-11-02,,,,,,,,', /^correo: /],
      ['Rosa Secreta,s@prueba.convite,12,si,si,2026-11-02,,,,,,,,', /^telefono: /],
      [',s@prueba.convite,,si,si,2026-11-02,,,,,,,,', /^nombre: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,femenino,,,,,,,', /^genero: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,2,,,,,,', /^wg_oir: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,,cohete,,,,,', /^apoyo: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,,,80,,,,', /^anio_nacimiento: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,,,,dni,,,', /^documento_tipo: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,,,,,fax,,', /^canal: /],
      ['Rosa Secreta,s@prueba.convite,,si,si,2026-11-02,,,,,,,quizás,', /^asistio: /],
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
    expect(JSON.stringify(result)).not.toMatch(/Secreta|secreta|femenino|cohete/);
    expect([result.leidas, result.creadas, (await rowsOf(id)).length]).toEqual([
      bad.length + 1,
      1,
      1,
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
