import { describe, expect, it } from 'vitest';
import { matchLocality, suggestLocality, undoMojibake } from './match-locality.ts';

const names = [
  'Usaquén',
  'Chapinero',
  'Santa Fe',
  'San Cristóbal',
  'Usme',
  'Tunjuelito',
  'Bosa',
  'Kennedy',
  'Fontibón',
  'Engativá',
  'Suba',
  'Barrios Unidos',
  'Teusaquillo',
  'Los Mártires',
  'Antonio Nariño',
  'Puente Aranda',
  'La Candelaria',
  'Rafael Uribe Uribe',
  'Ciudad Bolívar',
  'Sumapaz',
];
const localities = names.map((name, index) => ({ code: String(index + 1).padStart(2, '0'), name }));
const match = (text: string) => matchLocality(text, localities);

describe('misspelt localities', () => {
  it.each([
    ['Kenedy', '08'],
    ['Usakén', '01'],
    ['Fontivon', '09'],
    ['Engatibá', '10'],
    ['Ciudad Bolivr', '19'],
    ['Localidad de Bossa', '07'],
    ['Puente Haranda', '16'],
  ])('«%s» suggests %s', (text, code) => expect(suggestLocality(text, localities)).toBe(code));

  it.each(['Verbenal', 'Marly', 'Bogotá', 'x', '', 'Usma Suba', '21'])(
    '«%s» suggests nothing',
    (text) => expect(suggestLocality(text, localities)).toBeNull(),
  );
});

describe('localities of real lists', () => {
  it.each([
    [' LA CANDELARIA', '17'],
    ['Candelaria', '17'],
    ['la candelaria ', '17'],
    ['SANTAFE', '03'],
    ['Santafé', '03'],
    ['santa  fe', '03'],
    ['Martires', '14'],
    ['LOS MÁRTIRES', '14'],
    ['ANTONIO NARIÃ‘O', '15'],
    ['Antonio NariÃ±o', '15'],
    ['ANTONIO NARI\u00c3\u0091O', '15'],
    ['Usaqu?n', '01'],
    ['USAQU\ufffdN', '01'],
    ['1', '01'],
    ['01', '01'],
    ['001', '01'],
    ['20', '20'],
    ['3 - Santa Fe', '03'],
    ['17 La Candelaria', '17'],
    ['Localidad de Suba', '11'],
    ['Usaque\u0301n', '01'],
    ['ciudad bolivar', '19'],
    ['Ciudad-Bolívar', '19'],
  ])('«%s» is %s', (text, code) => expect(match(text)).toBe(code));

  it.each([
    ['Marly'],
    ['Verbenal'],
    ['21'],
    ['0'],
    ['00'],
    ['?'],
    ['????'],
    [''],
    ['Usaqu??n'],
    ['Usaq?n'],
    ['3 Suba'],
    ['Santa'],
    ['Rafael Uribe'],
    ['Us?'],
    ['Bogotá'],
    ['.*'],
    ['1.5 millones'],
  ])('«%s» is shown, never guessed', (text) => expect(match(text)).toBeNull());

  it('a lost sign that fits two localities is neither', () => {
    expect(
      matchLocality('S?ba', [
        { code: '01', name: 'Suba' },
        { code: '02', name: 'Saba' },
      ]),
    ).toBeNull();
  });

  it('leaves text that was never broken alone', () => {
    for (const text of ['São Paulo', 'Ângela', 'Nariño', 'Ã', 'A Ã‰ €'])
      expect(undoMojibake(undoMojibake(text))).toBe(undoMojibake(text));
    expect(undoMojibake('Ângela')).toBe('Ângela');
  });
});
