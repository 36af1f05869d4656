import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts } from './marked-parts.ts';

test('paragraphs stand apart, with what is found in them marked', () => {
  const text = 'Llama al 310.\n \nO escribe a ana@x.co, gracias';
  expect(
    markedParts(text, [
      { from: 9, to: 12 },
      { from: 28, to: 36 },
    ]),
  ).toEqual([
    [
      { text: 'Llama al ', marked: false },
      { text: '310', marked: true },
      { text: '.', marked: false },
    ],
    [
      { text: 'O escribe a ', marked: false },
      { text: 'ana@x.co', marked: true },
      { text: ', gracias', marked: false },
    ],
  ]);
});

test('whatever is marked, nothing is lost and nothing is said twice', () => {
  const text = fc.array(fc.constantFrom('a', 'b ', '\n', '\n\n', '😀')).map((all) => all.join(''));
  const spans = fc
    .array(fc.nat(40), { maxLength: 8 })
    .map((all) => all.toSorted((a, b) => a - b))
    .map((all) =>
      all.flatMap((from, at) => (at % 2 === 0 ? [{ from, to: all[at + 1] ?? from }] : [])),
    );
  fc.assert(
    fc.property(text, spans, (written, marks) => {
      const said = markedParts(written, marks).map((pieces) =>
        pieces.map((piece) => piece.text).join(''),
      );
      const paragraphs = written.split(/\n\s*\n/).map((part) => part.trim());
      expect(said).toEqual(paragraphs.filter((part) => part !== ''));
    }),
  );
});
