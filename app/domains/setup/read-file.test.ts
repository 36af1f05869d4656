import { describe, expect, it } from 'vitest';
import { lineOf } from './json-place.ts';
import { readSetup } from './read-file.ts';

const file = (part: string) => `{\n  "version": 1,\n  ${part}\n}\n`;
const problems = (text: string) => {
  const read = readSetup(text);
  return 'data' in read ? [] : read.problems;
};

describe('where something stands in a JSON text', () => {
  const text = '{"a": "} \\" ]",\n "b": [1,\n  {"c": [], "d": 2},\n  "x"],\n "e": {}\n}';

  it.each([
    [[], 1],
    [['a'], 1],
    [['b', 0], 2],
    [['b', 1, 'd'], 3],
    [['b', 2], 4],
    [['e', 'gone'], 5],
    [['b', 9], 2],
  ] as const)('%j is in line %i', (way, line) => {
    expect(lineOf(text, way)).toBe(line);
  });
});

describe('a set-up file', () => {
  it('may hold one part alone', () => {
    expect(readSetup(file('"textos": {}'))).toEqual({ data: { version: 1, texts: {} } });
    expect(readSetup(`\ufeff${file('"textos": {}')}`)).toHaveProperty('data');
  });

  it('that is no JSON, or cut off, says in which line', () => {
    expect(problems('{\n "version": 1,\n "ciudad": }')).toMatchObject([
      { line: 3, why: 'setup_not_json' },
    ]);
    expect(problems('{\n "version": 1,\n')).toMatchObject([{ line: 3, why: 'setup_not_json' }]);
    expect(problems('[]')).toMatchObject([{ line: 1 }]);
    expect(problems('{"version": 2}')).toMatchObject([{ place: 'version', why: 'setup_version' }]);
  });

  it('says each thing that is wrong with its line and its place, as the file names it', () => {
    const city = `"ciudad": {
    "nombre": "Puerto Claro",
    "zona": "America/Atlantis",
    "pais": "ZZ",
    "idiomas": ["en"],
    "nobmre": "x"
  }`;
    expect(problems(file(city))).toEqual([
      { line: 8, place: 'ciudad.nobmre', why: 'setup_unknown_name' },
      { line: 5, place: 'ciudad.zona', why: 'choose_one' },
      { line: 6, place: 'ciudad.pais', why: 'choose_one' },
      { line: 7, place: 'ciudad.idiomas', why: 'choose_one' },
    ]);
  });

  it('refuses a code that repeats and an institution that is nowhere', () => {
    const two =
      '"entidades": [\n{"slug": "a", "nombre": {"es": "A", "en": "A"}},\n' +
      '{"slug": "a", "nombre": {"es": "B", "en": "B"}}]';
    expect(problems(file(two))).toEqual([
      { line: 5, place: 'entidades[1].slug', why: 'value_repeated' },
    ]);
  });
});
