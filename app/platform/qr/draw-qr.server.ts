import QRCode from 'qrcode';

/** A QR code to be drawn: its side in modules with the quiet zone, and the path of its dark modules. */
export type QrDrawing = { side: number; path: string };

/** Modules of white that readers need around a code. */
const quiet = 4;

/** The QR code of a text, with a quarter of it recoverable: posters get folded, wet and torn. */
export function drawQr(text: string): QrDrawing {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'Q' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      let end = column + 1;
      while (end < modules.size && modules.get(row, end)) end += 1;
      path += `M${column + quiet} ${row + quiet}h${end - column}v1h${column - end}z`;
      column = end - 1;
    }
  }
  return { side: modules.size + 2 * quiet, path };
}
