/** Whether every other byte of a beginning is zero, as in the Latin letters of UTF-16. */
function zerosAt(bytes: Uint8Array, first: 0 | 1): boolean {
  const looked = bytes.subarray(0, 400);
  const pairs = Math.floor(looked.length / 2);
  let zeros = 0;
  for (let at = first; at < pairs * 2; at += 2) if (looked[at] === 0) zeros += 1;
  return pairs >= 2 && zeros / pairs > 0.6;
}

/** UTF-16 says so in its first two bytes; some programs leave them out. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (zerosAt(bytes, 1)) return 'utf-16le';
  return zerosAt(bytes, 0) ? 'utf-16be' : null;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function decodeLine(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Lists glued together from two programs change their encoding between lines, never within one. */
function decodeLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  let begin = 0;
  bytes.forEach((byte, at) => {
    if (byte !== lineFeed && byte !== carriageReturn) return;
    lines.push(decodeLine(bytes.subarray(begin, at + 1)));
    begin = at + 1;
  });
  return lines.join('') + decodeLine(bytes.subarray(begin));
}

/**
 * The text of a file as spreadsheets write it: UTF-8 with or without its mark, UTF-16 of either order, or
 * Windows-1252 (Latin-1 with the signs of Windows), line by line where a file mixes them. Ends of lines
 * become one kind.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = utf16Of(bytes);
  const text = wide ? new TextDecoder(wide).decode(bytes) : decodeLines(bytes);
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
