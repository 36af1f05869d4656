import { beforeEach, describe, expect, it } from 'vitest';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { savedByExcel, xlsx } from '#tests/factories/spreadsheets.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { file, newLocalities, run } from './lists.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { declaredOf, rowsOf } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  plan = await newPlan(database.owner);
  await newLocalities(database.owner);
});

const columns =
  'nombre,correo,telefono,acepta_inscripcion,acepta_estadistica,consentimiento_fecha,genero,localidad,apoyo';
const list = (...rows: string[]) => file(`${columns}\n${rows.join('\n')}\n`);

describe('a corrected list', () => {
  it('is the same people by name and mail, and fills what the first one left empty', async () => {
    const { id } = await newMeeting(database.owner, plan);
    await run(list('Rosa Díaz,rosa@prueba.convite,,si,,2026-11-02,,,'), id);
    const again = list(
      'ROSA DIAZ,Rosa@prueba.convite,3001112233,si,si,2026-11-02,mujer,Santa Fe,lsc',
    );
    const trial = await run(again, id, true);
    expect(trial).toMatchObject({ creadas: 0, ya_estaban: 1, completadas: 1 });
    expect(await run(again, id)).toEqual(trial);
    const [rosa, ...others] = await rowsOf(id);
    expect([rosa, others]).toMatchObject([{ name: 'Rosa Díaz', phone: '3001112233' }, []]);
    expect(await declaredOf(rosa!.id)).toEqual({
      genero: 'mujer',
      localidad: '03',
      canal: 'papel',
    });
    // What is there is never written over.
    const other = list('Rosa Díaz,rosa@prueba.convite,3109998877,si,si,2026-11-02,hombre,,');
    expect(await run(other, id)).toMatchObject({ creadas: 0, ya_estaban: 1, completadas: 0 });
    expect((await rowsOf(id))[0]).toMatchObject({ phone: '3001112233' });
    expect(await declaredOf(rosa!.id)).toMatchObject({ genero: 'mujer' });
  });

  it('finds who had only a telephone, and joins rows of one list; two mails are two people', async () => {
    const { id } = await newMeeting(database.owner, plan);
    await run(list('Beto Cruz,,3001112233,si,,2026-11-02,,,'), id);
    expect(
      await run(list('Beto Cruz,beto@prueba.convite,3001112233,si,,2026-11-02,,,'), id),
    ).toMatchObject({ creadas: 0, completadas: 1 });
    expect(
      await run(
        list(
          'Ana Ruiz,ana@prueba.convite,,si,,2026-11-02,,,',
          'Ana Ruiz,ana@prueba.convite,3005556677,si,,2026-11-02,,,',
          'Ana Ruiz,otra@prueba.convite,3005556677,si,,2026-11-02,,,',
        ),
        id,
      ),
    ).toMatchObject({
      creadas: 2,
      ya_estaban: 1,
      duplicados_posibles: [{ linea: 4, con_linea: 2 }],
    });
    expect((await rowsOf(id)).map(({ email, phone }) => [email, phone])).toEqual([
      ['beto@prueba.convite', '3001112233'],
      ['ana@prueba.convite', '3005556677'],
      ['otra@prueba.convite', '3005556677'],
    ]);
  });

  it('changes nothing of who registered on the web, nor brings back what somebody withdrew', async () => {
    const { id } = await newMeeting(database.owner, plan);
    await registerPerson(
      null,
      id,
      newForm({ nombre: 'Inés Pardo', correo: 'ines@prueba.convite' }),
      {
        channel: 'web',
        locale: 'es',
      },
    );
    await run(list('Elsa Mora,elsa@prueba.convite,,si,si,2026-11-02,mujer,,'), id);
    await database.owner
      .updateTable('registration_consent')
      .set({ revoked_at: new Date() })
      .where('purpose', '=', 'estadistica')
      .execute();
    const result = await run(
      list(
        'Inés Pardo,ines@prueba.convite,3001112233,si,si,2026-11-02,,,',
        'Elsa Mora,elsa@prueba.convite,,si,si,2026-11-02,,Usaquén,',
      ),
      id,
    );
    expect(result).toMatchObject({ creadas: 0, ya_estaban: 2, completadas: 0 });
    const [ines, elsa] = await rowsOf(id);
    expect(ines).toMatchObject({ phone: null });
    expect(await declaredOf(elsa!.id)).toEqual({ genero: 'mujer', canal: 'papel' });
  });
});

describe('a list that Excel saved', () => {
  it('is the same list: semicolons, Latin-1, days in its form, zeros and +57 lost', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const header = [
      'nombre',
      'correo',
      'telefono',
      'acepta_inscripcion',
      'acepta_estadistica',
      'consentimiento_fecha',
      'genero',
      'localidad',
      'anio_nacimiento',
    ];
    const given = ['Íñigo Muñoz', 'inigo@prueba.convite', '+57 3001112233', 'si', 'si'];
    const first = [...given, '2026-11-02', 'hombre', '03', '1980'];
    await run(file(`\ufeff${[header, first].map((row) => row.join(',')).join('\n')}\n`), id);
    const saved = ['Íñigo Muñoz', 'inigo@prueba.convite', '573001112233', 'si', 'si'];
    for (const bytes of [
      savedByExcel([header, [...saved, '2/11/2026', 'hombre', '3', '1.980'], ['', '', '', '']]),
      xlsx([
        header,
        [...saved.slice(0, 2), 573001112233, true, true, { serial: 46328 }, 'hombre', 3, 1980],
      ]),
    ])
      expect(await run(file(bytes), id)).toMatchObject({
        creadas: 0,
        ya_estaban: 1,
        completadas: 0,
        rechazadas: [],
        omitidas: [],
        localidades_sin_resolver: [],
      });
    expect((await rowsOf(id))[0]).toMatchObject({ phone: '3001112233' });
  });
});
