import { describe, expect, it } from 'vitest';
import { filesMatching, textOf } from './source-files.ts';

/** What may be wider: an address, and the numbers of a drawing. */
const isAllowed = (line: string) => /https?:\/\/|\burl\(/.test(line) || isDrawing(line);
const isDrawing = (line: string) =>
  /\bd="M|['"`][MmLl][\d.\s,-]/.test(line) || (line.match(/-?\d+(\.\d+)?[ ,]/g)?.length ?? 0) > 20;

const widest = 120;
const sources = filesMatching('{app,db,tests}/**/*.{ts,tsx,js,css}', '*.{js,ts}');

describe('layout', () => {
  it(`no line is wider than ${widest} characters, but for addresses and drawings`, () => {
    const wide = sources.flatMap((file) =>
      textOf(file)
        .split('\n')
        .flatMap((line, index) =>
          line.length > widest && !isAllowed(line) ? [`${file}:${index + 1}`] : [],
        ),
    );
    expect(wide).toEqual([]);
  });
});
