import { describe, expect, it } from 'vitest';
import {
  columnName,
  consentMoment,
  isMinorOn,
  readCode,
  readDay,
  readListRow,
} from './list-row.ts';

describe('days of lists', () => {
  it.each([
    ['2026-11-02', [2026, 11, 2]],
    ['02/11/2026', [2026, 11, 2]],
    ['2-11-2026', [2026, 11, 2]],
    ['2.11.2026', [2026, 11, 2]],
    ['20261102', [2026, 11, 2]],
    ['2026/11/02', [2026, 11, 2]],
    ['2026-11-02T10:30:00-05:00', [2026, 11, 2]],
    ['2/11/2026 10:30', [2026, 11, 2]],
    [' 2026-11-02 ', [2026, 11, 2]],
    ['29/02/2024', [2024, 2, 29]],
  ] as const)('«%s» is read', (text, [year, month, day]) =>
    expect(readDay(text)).toEqual({ year, month, day }),
  );

  it.each([
    '31/02/2026',
    '29/02/2026',
    '2026-13-01',
    '11/2026',
    '2/11/26',
    '2026',
    '20261',
    'ayer',
    '',
    '02-11/2026',
    '99999999',
  ])('«%s» is no day', (text) => expect(readDay(text)).toBeNull());

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
  it('headers and codes are read however they were typed', () => {
    expect(['Año nacimiento', ' Acepta-Inscripción', 'WG_ver'].map(columnName)).toEqual([
      'anio_nacimiento',
      'acepta_inscripcion',
      'wg_ver',
    ]);
    expect(['Mujer trans', 'C.C.', 'Prefiero no responder', 'NO_PUEDE'].map(readCode)).toEqual([
      'mujer_trans',
      'cc',
      'prefiero_no_responder',
      'no_puede',
    ]);
  });

  it('several codes in one cell, a whole date of birth, and only «si» is a consent', () => {
    const row = readListRow({
      nombre: 'Rosa',
      apoyo: 'lsc; rampa|guia',
      anio_nacimiento: '3/5/1980',
      acepta_inscripcion: 'x',
      acepta_imagen: 'SÍ',
      consentimiento_fecha: 'ayer',
      asistio: 'Sí',
      canal: '',
    });
    expect(row).toMatchObject({
      channel: 'papel',
      consented: false,
      consentDay: 'wrong',
      attended: true,
      birth: { year: 1980, month: 5, day: 3 },
    });
    expect(row.fields).toMatchObject({
      apoyo: ['lsc', 'rampa', 'guia'],
      anio_nacimiento: '1980',
      acepta_inscripcion: '',
      acepta_imagen: 'si',
      cuida: [],
    });
    expect(readListRow({ anio_nacimiento: '1980', fecha_nacimiento: '1981-01-01' })).toMatchObject({
      birth: null,
      fields: { anio_nacimiento: '1980' },
    });
    expect(readListRow({ fecha_nacimiento: '1981-01-01' }).fields['anio_nacimiento']).toBe('1981');
    expect([
      readListRow({ canal: 'fax' }).channel,
      readListRow({ asistio: 'tal vez' }).attended,
    ]).toEqual([null, 'wrong']);
  });
});
