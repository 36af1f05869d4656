import { beforeEach, describe, expect, it } from 'vitest';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { settleDuplicate } from '#app/domains/registration/settle-duplicate.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';
import { begin, file, head, newLocalities, run } from './lists.ts';

const database = freshDatabase();
const { declaredOf, arrivalsOf, mailsTo, rowsOf } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  plan = await newPlan(database.owner);
  await newLocalities(database.owner);
});
const mailCountOf = async (email: string) => (await mailsTo(email)).length;

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
      completadas: 0,
      en_espera: 0,
      solo_asistencia: 0,
      rechazadas: [],
      advertencias: [],
      omitidas: [],
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
    expect([await mailCountOf('rosa-lista@prueba.convite'), await arrivalsOf(id)]).toEqual([1, []]);
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
    expect(await mailCountOf('con-lista@prueba.convite')).toBe(0);
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
      await begin(database.owner, id);
      const came = file(
        `${head}\n${rows[0]!.replace(/,,$/, ',si,')}\n${rows[1]!.replace('Persona Número1', ' persona  NUMERO1')}\n`,
      );
      expect(await run(came, id)).toMatchObject({ creadas: 0, ya_estaban: 2 });
      expect(await arrivalsOf(id)).toEqual([
        (await rowsOf(id)).find((row) => row.email === 'lista-0@prueba.convite')!.id,
      ]);
      expect(await mailCountOf('lista-0@prueba.convite')).toBe(1);
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
    await begin(database.owner, id);
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
        'a4@prueba.convite,,si,2026-11-02,,papel\n',
    );
    const trial = await run(path, id, true);
    expect([
      (await rowsOf(id)).length,
      (await arrivalsOf(id)).length,
      await mailCountOf('a1@prueba.convite'),
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
});
