import { describe, expect, it } from 'vitest';
import { findNamedPeople } from './named-people.ts';

const namedIn = (text: string, ...names: string[]) =>
  (findNamedPeople(names, [text])[0] ?? []).map(({ from, to }) => text.slice(from, to));

describe('people of a list who are named in a text', () => {
  it.each([
    ['Habló Ana Pérez de la ruta.', 'Ana María Pérez Gómez', 'Ana Pérez'],
    ['Habló ANA MARIA PEREZ GOMEZ de la ruta.', 'Ana María Pérez Gómez', 'ANA MARIA PEREZ GOMEZ'],
    ['la señora ana pérez pidió luz', 'Ana Pérez Gómez', 'ana pérez'],
    ['María Pérez lo dijo.', 'Ana María Pérez', 'María Pérez'],
    ['Ana M. Pérez lo dijo.', 'Ana María Pérez', 'Ana M. Pérez'],
    ['Vino Juan de la Cruz, de la junta.', 'Juan de la Cruz Ruiz', 'Juan de la Cruz'],
    ['Vino Juan Cruz.', 'Juan de la Cruz', 'Juan Cruz'],
    ['Asistió Pérez Gómez, Ana María.', 'Ana María Pérez Gómez', 'Pérez Gómez, Ana María'],
    ['Habló Ana Pérez.', 'PÉREZ GÓMEZ ANA MARÍA', 'Ana Pérez'],
    ['Habló Ana Pérez.', 'Pérez Gómez, Ana', 'Ana Pérez'],
    ['Lo dijo Ximenilla Quetzal.', 'Ximenilla Quetzal Pérez', 'Ximenilla Quetzal'],
    ['Habló Ana Martín.', 'Ana Martín Gómez', 'Ana Martín'],
    ['Habló Ana\nPérez.', 'Ana Pérez', 'Ana\nPérez'],
  ])('finds %j by %j', (text, name, found) => {
    expect(namedIn(text, name)).toEqual([found]);
  });

  it.each([
    ['Ana pidió luz y Pérez la apoyó.', 'Ana Pérez'],
    ['Habló Ana. Pérez respondió.', 'Ana Pérez'],
    ['Ana y Pérez hablaron.', 'Ana Pérez'],
    ['Vino Ana.\n\nPérez no vino.', 'Ana Pérez'],
    ['Habló Ana Gutiérrez.', 'Ana Pérez Gómez'],
    ['La vecina 1 pidió luz.', 'Vecina 1'],
    ['Vino Ana.', 'Ana'],
    ['', 'Ana Pérez'],
  ])('finds nobody in %j by %j', (text, name) => {
    expect(namedIn(text, name)).toEqual([]);
  });

  it('finds each of several, in order and apart, in each text', () => {
    expect(
      findNamedPeople(
        ['Ana Pérez', 'Luis Gómez Ruiz', 'Ana Lucía Pérez'],
        ['Luis Gómez y Ana Lucía Pérez.', 'Nadie.'],
      ),
    ).toEqual([
      [
        { from: 0, to: 10 },
        { from: 13, to: 28 },
      ],
      [],
    ]);
  });

  it('takes a text that repeats a name for as long as it is', () => {
    const names = Array.from({ length: 200 }, (_, at) => `Ana María Apellido${'x'.repeat(at + 1)}`);
    expect(namedIn('ana '.repeat(5000), ...names)).toEqual([]);
  });
});
