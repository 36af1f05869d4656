import { describe, expect, it } from 'vitest';
import { dayText, isBlank, readDay, readMails, readPhones, readYes, undoNumber } from './cells.ts';
import { readWhole } from './whole-number.ts';

describe('days as people write them', () => {
  it.each([
    ['2026-11-02', '2026-11-02'],
    ['02/11/2026', '2026-11-02'],
    ['05/11/2026', '2026-11-05'],
    ['2-11-2026', '2026-11-02'],
    ['2.11.2026', '2026-11-02'],
    ['2/11/26', '2026-11-02'],
    ['3/5/80', '1980-05-03'],
    ['20261102', '2026-11-02'],
    ['2026/11/02', '2026-11-02'],
    ['2026-11-02T10:30:00-05:00', '2026-11-02'],
    ['2/11/2026 10:30', '2026-11-02'],
    ['2/11/2026 10:30:15 a. m.', '2026-11-02'],
    [' 2026-11-02 ', '2026-11-02'],
    ['29/02/2024', '2024-02-29'],
    ['20-nov-26', '2026-11-20'],
    ['20-nov.-26', '2026-11-20'],
    ['20-Nov-2026', '2026-11-20'],
    ['20/nov/2026', '2026-11-20'],
    ['20 de noviembre de 2026', '2026-11-20'],
    ['viernes, 20 de noviembre de 2026', '2026-11-20'],
    ['1 de Enero del 2026', '2026-01-01'],
    ['20 Jan 2026', '2026-01-20'],
    ['November 20, 2026', '2026-11-20'],
    ['46346', '2026-11-20'],
    ['46346.4375', '2026-11-20'],
    ['46346,4375', '2026-11-20'],
  ])('«%s» is %s', (text, day) => expect(dayText(readDay(text)!)).toBe(day));

  it.each([
    '31/02/2026',
    '29/02/2026',
    '2026-13-01',
    '11/20/2026',
    '11/2026',
    '2026',
    '12',
    'ayer',
    '',
    '02-11/2026',
    '99999999',
    '99999',
    '20-xyz-26',
  ])('«%s» is no day', (text) => expect(readDay(text)).toBeNull());
});

describe('yes and no as people write them', () => {
  it.each([
    'si',
    'sí',
    'Sí.',
    'SI',
    's',
    'x',
    'X',
    '✓',
    '1',
    '1.0',
    'verdadero',
    'TRUE',
    'acepto',
    'Sí acepto',
    'Sí, autorizo',
    'asistió',
    'Llegó',
  ])('«%s» says yes', (text) => expect(readYes(text)).toBe(true));
  it.each([
    '',
    ' ',
    'no',
    'NO',
    'n',
    '0',
    'falso',
    '-',
    '–',
    '—',
    'No acepto',
    'no asistió',
    'Ausente',
    'n/a',
  ])('«%s» says no', (text) => expect(readYes(text)).toBe(false));
  it.each(['quizás', 'pendiente', '2', 'sino', 'no sé'])('«%s» says neither', (text) =>
    expect(readYes(text)).toBeNull(),
  );
});

describe('numbers as people and Excel write them', () => {
  it.each([
    ['1234', 1234],
    ['1.234', 1234],
    ['1,234', 1234],
    ['1 234', 1234],
    ['1.234.567', 1_234_567],
    ['1.234,00', 1234],
    ['1234.0', 1234],
    ['12,0', 12],
    ['0', 0],
  ])('«%s» is %i', (text, number) => expect(readWhole(text)).toBe(number));
  it.each(['1.5', '12,34', '1.23.456', '1.234,5', '-1', 'doce', '', '1.234,567'])(
    '«%s» is no whole number',
    (text) => expect(readWhole(text)).toBeNull(),
  );

  it('digits come back whole from Excel, or not at all', () => {
    expect(
      [
        '3105550101.0',
        '3.105550101E+09',
        '3,105550101E9',
        '52345678,00',
        '+57 300',
        '3.10555E+09',
      ].map(undoNumber),
    ).toEqual(['3105550101', '3105550101', '3105550101', '52345678', '+57 300', null]);
  });
});

describe('several contacts in a cell', () => {
  it.each([
    ['a@x.co', ['a@x.co']],
    ['a@x.co / b@y.co', ['a@x.co', 'b@y.co']],
    ['a@x.co;b@y.co', ['a@x.co', 'b@y.co']],
    ['Ana <a@x.co>', ['a@x.co']],
    ['a@x.co y b@y.co.', ['a@x.co', 'b@y.co']],
    ['no tiene', []],
  ])('mails of «%s»', (text, found) => expect(readMails(text)).toEqual(found));

  it.each([
    ['300 123 4567', ['300 123 4567']],
    ['300-123-4567', ['300-123-4567']],
    ['(601) 234 5678', ['(601) 234 5678']],
    ['3001234567 / 3109876543', ['3001234567', '3109876543']],
    ['3001234567 3109876543', ['3001234567', '3109876543']],
    ['300 123 4567 - 601 234 5678', ['300 123 4567', '601 234 5678']],
    ['3001234567 o 6012345678', ['3001234567', '6012345678']],
    ['sin', []],
  ])('telephones of «%s»', (text, found) => expect(readPhones(text)).toEqual(found));

  it('what stands for nothing', () => {
    expect(['', '-', 'N/A', 'ns/nr', 'ninguno', '...', 'no'].map(isBlank)).toEqual([
      ...Array.from({ length: 6 }, () => true),
      false,
    ]);
  });
});
