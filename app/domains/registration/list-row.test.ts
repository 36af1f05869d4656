import { describe, expect, it } from 'vitest';
import { recordOf } from '#app/kernel/record.ts';
import { catalogueQuestions, type Catalogue } from '#app/domains/declarations/types.ts';
import { consentMoment, isMinorOn, meaningOfM, readListRow } from './list-row.ts';
import { readPhone } from './rules.ts';

const options: Partial<Record<keyof Catalogue, [string, string][]>> = {
  genero: [
    ['mujer', 'Mujer'],
    ['hombre', 'Hombre'],
    ['mujer_trans', 'Mujer trans'],
    ['no_binaria', 'Persona no binaria'],
    ['prefiero_no_responder', 'Prefiero no responder'],
  ],
  wg: [['mucha', 'Sí, mucha dificultad']],
  cuida: [['ninez', 'A niñas o niños']],
  apoyo: [
    ['lsc', 'Intérprete de lengua de señas colombiana'],
    ['rampa', 'Entrada sin escalones'],
    ['guia', 'Acompañante o guía'],
    ['otro', 'Otra cosa'],
  ],
  documento_tipo: [['cc', 'Cédula de ciudadanía']],
};
const catalogue: Catalogue = recordOf(catalogueQuestions, (question) =>
  (options[question] ?? []).map(([code, label]) => ({ code, label, source: '' })),
);
const read = (cells: Record<string, string>, letterM: 'hombre' | 'mujer' | null = null) =>
  readListRow(cells, { catalogue, letterM });
const leftOut = (cells: Record<string, string>) =>
  read(cells).leftOut.map(({ column, key }) => `${column} ${key}`);

describe('moments of lists', () => {
  it('consent of today counts from now, of another day from its noon, of one to come not', () => {
    const now = new Date('2026-11-20T14:00:00Z');
    expect(consentMoment({ year: 2026, month: 11, day: 2 }, now)).toEqual(
      new Date('2026-11-02T17:00:00Z'),
    );
    expect(consentMoment({ year: 2026, month: 11, day: 20 }, now)).toEqual(now);
    expect(consentMoment({ year: 2026, month: 11, day: 21 }, now)).toBeNull();
    // Late in the evening in Bogotá it is tomorrow in UTC.
    expect(
      consentMoment({ year: 2026, month: 11, day: 21 }, new Date('2026-11-21T03:00:00Z')),
    ).toBeNull();
  });

  it('somebody is of age on their birthday', () => {
    const birth = { year: 2008, month: 11, day: 20 };
    expect([
      isMinorOn(birth, new Date('2026-11-20T04:00:00Z')),
      isMinorOn(birth, new Date('2026-11-20T06:00:00Z')),
    ]).toEqual([true, false]);
  });
});

describe('cells of lists', () => {
  it('several codes or labels in one cell, a whole date of birth, an x that consents', () => {
    const row = read({
      nombre: 'Rosa',
      apellidos: 'Díaz Mora',
      apoyo: 'lsc; Entrada sin escalones|guia',
      anio_nacimiento: '3/5/1980',
      acepta_inscripcion: 'x',
      acepta_imagen: 'SÍ',
      consentimiento_fecha: 'ayer',
      asistio: 'Sí',
      canal: '',
    });
    expect(row).toMatchObject({
      channel: 'papel',
      consented: true,
      consentDay: 'wrong',
      attended: true,
      birth: { year: 1980, month: 5, day: 3 },
      leftOut: [],
    });
    expect(row.fields).toMatchObject({
      nombre: 'Rosa Díaz Mora',
      apoyo: ['lsc', 'rampa', 'guia'],
      anio_nacimiento: '1980',
      acepta_imagen: 'si',
      cuida: [],
    });
    expect(read({ anio_nacimiento: '1980', fecha_nacimiento: '1981-01-01' })).toMatchObject({
      birth: null,
      fields: { anio_nacimiento: '1980' },
    });
    expect(read({ fecha_nacimiento: '1981-01-01' }).fields['anio_nacimiento']).toBe('1981');
    expect(read({ anio_nacimiento: '1.980' }).fields['anio_nacimiento']).toBe('1980');
    expect([read({ canal: 'fax' }).channel, read({ asistio: 'tal vez' }).attended]).toEqual([
      null,
      'wrong',
    ]);
    expect(read({ acepta_inscripcion: 'pendiente' }).consented).toBe('wrong');
  });

  it.each([
    ['F', 'mujer'],
    ['femenino', 'mujer'],
    ['Masculino', 'hombre'],
    ['Varón', 'hombre'],
    ['H', 'hombre'],
    ['Mujer Trans', 'mujer_trans'],
    ['no binario', 'no_binaria'],
    ['Prefiero no decirlo', 'prefiero_no_responder'],
    ['n/a', ''],
  ])('the gender «%s» is %s', (text, code) => {
    expect(read({ genero: text }).fields['genero']).toBe(code);
    expect(leftOut({ genero: text })).toEqual([]);
  });

  it('M is a man beside an F, a woman beside an H, and else nobody knows', () => {
    expect([meaningOfM(['F', 'M']), meaningOfM(['H', 'm.']), meaningOfM(['M'])]).toEqual([
      'hombre',
      'mujer',
      null,
    ]);
    expect(meaningOfM(['F', 'M', 'H'])).toBeNull();
    expect(read({ genero: 'M' }, 'hombre').fields['genero']).toBe('hombre');
    expect(leftOut({ genero: 'M' })).toEqual(['genero list.unread']);
  });

  it('an answer that cannot be read is left out and told; a need stays in its own words', () => {
    expect(
      leftOut({
        genero: 'marciano',
        wg_ver: '2',
        cuida: 'gatos',
        anio_nacimiento: '80',
        documento: '1',
        documento_tipo: 'dni',
        acepta_imagen: 'depende',
        organizacion: 'o'.repeat(161),
      }),
    ).toEqual([
      'anio_nacimiento list.unread',
      'genero list.unread',
      'wg_ver list.unread',
      'cuida list.unread',
      'documento_tipo list.unread',
      'organizacion list.unread',
      'documento list.unread',
      'acepta_imagen list.unread',
    ]);
    expect(read({ apoyo: 'lsc, silla alta' }).fields).toMatchObject({
      apoyo: ['lsc', 'otro'],
      apoyo_otro: 'silla alta',
    });
    expect(read({ apoyo: 'Ninguno', apoyo_otro: '–' }).fields).toMatchObject({
      apoyo: [],
      apoyo_otro: '',
    });
  });

  it('of several contacts the first that works; one that does not is left out where another stands', () => {
    expect(read({ correo: 'a@x.co / b@y.co', telefono: '3105550101.0' }).fields).toMatchObject({
      correo: 'a@x.co',
      telefono: '3105550101',
    });
    expect(leftOut({ correo: 'a@x.co / b@y.co' })).toEqual(['correo list.several']);
    expect(leftOut({ correo: 'a@x', telefono: '3105550101' })).toEqual(['correo list.unread']);
    expect(leftOut({ correo: 'a@x.co', telefono: '3.10555E+09' })).toEqual([
      'telefono list.digits_lost',
    ]);
    expect(read({ correo: 'a@x' }).fields['correo']).toBe('a@x');
    expect(read({ telefono: '3.10555E+09' }).fields['telefono']).toBe('3.10555E+09');
    expect(
      ['3105550101.0', '+57 310 555 0101', '573105550101', '310.555.0101'].map(readPhone),
    ).toEqual(Array.from({ length: 4 }, () => '3105550101'));
    expect(readPhone('3.10555E+09')).toBeNull();
  });

  it('documents come back from Excel whole', () => {
    expect(
      ['52.345.678', '52345678.0', '5.2345678E+07'].map(
        (documento) => read({ documento }).fields['documento'],
      ),
    ).toEqual(['52.345.678', '52345678', '52345678']);
  });
});
