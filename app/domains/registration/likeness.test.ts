import { describe, expect, it } from 'vitest';
import { edits, likeness, likePairs, nameLikeness, type Traits } from './likeness.ts';

const person = (name: string, more: Partial<Traits> = {}): Traits => ({
  name,
  birthYear: more.birthDate?.slice(0, 4) ?? null,
  birthDate: null,
  document: more.documentText ?? null,
  documentText: null,
  contacts: [],
  ...more,
});

describe('how alike names are', () => {
  it.each([
    ['María Fernanda López', 'Maria Fernada Lopez', 0.9],
    ['López María', 'María López', 1],
    ['Ana Lucía Rojas Peña', 'Ana Rojas', 0.85],
    ['Luz Mari Díaz', 'Luzmari Diaz', 0.9],
    ['J. Pérez', 'Juan Pérez', 0.85],
    ['Cuervo', 'cuervo', 1],
  ])('«%s» and «%s» are', (a, b, least) => {
    expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(least);
    expect(nameLikeness(b, a)).toBe(nameLikeness(a, b));
  });

  it.each([
    ['María López', 'Rosa Gutiérrez'],
    ['Ana Rojas', 'Ana Téllez'],
    ['', 'Ana'],
    ['¿?', '¡!'],
  ])('«%s» and «%s» are not', (a, b) => expect(nameLikeness(a, b)).toBeLessThan(0.75));

  it('edits count a swap of neighbours once', () => {
    expect([
      edits('rosa', 'rosa'),
      edits('rosa', 'rsoa'),
      edits('rosa', 'rosas'),
      edits('rosa', 'luz'),
      edits('abcdefgh', 'a', 2),
    ]).toEqual([0, 1, 1, 4, 3]);
  });
});

describe('whether a pair is offered', () => {
  it('with nearly the name and the same year of birth, but not with another year', () => {
    expect(
      likeness(
        person('María López', { birthYear: '1990' }),
        person('Maria Lopes', { birthYear: '1990' }),
      ),
    ).toMatchObject({ why: 'nombre' });
    expect(
      likeness(
        person('María López', { birthYear: '1990' }),
        person('María López', { birthYear: '1955' }),
      ),
    ).toBeNull();
  });

  it('with a typo in the document, when something else agrees', () => {
    const rosa = person('Rosa Elvira Díaz', { documentText: '52345678' });
    expect(likeness(rosa, person('Rosa Diaz', { documentText: '52345687' }))).toMatchObject({
      why: 'documento',
    });
    expect(likeness(rosa, person('Camilo Ortiz', { documentText: '52345679' }))).toBeNull();
  });

  it('always with the same document or contact, less sure when the names differ', () => {
    const same = likeness(
      person('Rosa Díaz', { contacts: ['a'] }),
      person('Rosa Díaz', { contacts: ['a'] }),
    )!;
    const family = likeness(
      person('Rosa Díaz', { contacts: ['a'] }),
      person('Camilo Ortiz', { contacts: ['a'] }),
    )!;
    expect([same.why, family.why]).toEqual(['contacto', 'contacto']);
    expect(same.score).toBeGreaterThan(family.score);
    expect(
      likeness(person('Rosa Díaz', { document: 'k' }), person('Camilo Ortiz', { document: 'k' })),
    ).toMatchObject({ why: 'documento' });
  });

  it('with a date whose day and month were swapped', () => {
    expect(
      likeness(
        person('Rosa Díaz', { birthDate: '1990-05-03' }),
        person('Rosa Diaz', { birthDate: '1990-03-05' }),
      ),
    ).not.toBeNull();
  });

  it('not for one common word', () => {
    expect(likeness(person('María', { birthYear: '1990' }), person('María'))).toBeNull();
  });
});

describe('a list', () => {
  it('gives each pair once, the earlier row first', () => {
    const rows = [
      person('Rosa Díaz', { birthYear: '1990', contacts: ['x'] }),
      person('Camilo Ortiz'),
      person('Diaz Rosa', { birthYear: '1990', contacts: ['x'] }),
    ];
    expect(likePairs(rows).map(({ first, second }) => [first, second])).toEqual([[0, 2]]);
    expect(likePairs(rows, () => false)).toEqual([]);
  });

  it('does not take the phone of a hall for a family’s', () => {
    const names = [
      'Ana Rojas',
      'Beto Cruz',
      'Ciro Peña',
      'Dora Luna',
      'Elsa Mora',
      'Fabio Gil',
      'Gina Soto',
      'Hugo Vela',
      'Inés Pardo',
      'Ana Roja',
    ];
    const pairs = likePairs(
      names.map((name) => person(name, { birthYear: '1990', contacts: ['hall'] })),
    );
    expect(pairs.map(({ first, second }) => [names[first], names[second]])).toEqual([
      ['Ana Rojas', 'Ana Roja'],
    ]);
  });

  it('of 5,000 rows is compared in seconds', () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      person(`Nombre${(index * 31) % 997} Apellido${(index * 17) % 1009}`, {
        birthYear: String(1940 + (index % 70)),
        documentText: String(10_000_000 + index * 379),
      }),
    );
    // Time of this process alone: a busy machine makes the clock run on.
    const began = process.cpuUsage();
    likePairs(rows);
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(10);
  }, 60_000);
});
