/** A part of a text: from where to where, in UTF-16 units. */
export type TextSpan = { from: number; to: number };
type Piece = { text: string; marked: boolean };

/**
 * The paragraphs of a text, parted by blank lines, each in pieces that are marked or not; the spans are in order
 * and apart.
 */
export function markedParts(text: string, spans: readonly TextSpan[]): Piece[][] {
  const paragraphs: Piece[][] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n\s*\n|$/g)) {
    const part = text.slice(start, gap.index);
    const from = start + part.length - part.trimStart().length;
    if (part.trim() !== '') paragraphs.push(piecesOf(text, from, from + part.trim().length, spans));
    start = gap.index + gap[0].length;
  }
  return paragraphs;
}

function piecesOf(text: string, start: number, end: number, spans: readonly TextSpan[]): Piece[] {
  const pieces: Piece[] = [];
  let done = start;
  for (const span of spans) {
    const from = Math.max(span.from, done);
    const to = Math.min(span.to, end);
    if (from >= to) continue;
    pieces.push({ text: text.slice(done, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    done = to;
  }
  pieces.push({ text: text.slice(done, end), marked: false });
  return pieces.filter((piece) => piece.text !== '');
}
