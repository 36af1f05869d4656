/** The most octets of a line of an iCalendar file, its end not counted (RFC 5545, 3.1). */
export const octetsOfLine = 75;

const octets = new TextEncoder();

/** One line folded: never within a letter, and what goes on begins with a space, which counts too. */
function foldLine(line: string): string {
  let folded = '';
  let length = 0;
  for (const letter of line) {
    const size = octets.encode(letter).length;
    if (length + size > octetsOfLine) {
      folded += '\r\n ';
      length = 1;
    }
    folded += letter;
    length += size;
  }
  return folded;
}

/** The lines of an iCalendar file as they were before they were folded. */
export function unfoldLines(text: string): string {
  return text.replace(/\r\n[ \t]/g, '');
}

/** An iCalendar file whose lines hold at most 75 octets, however it was folded before. */
export function foldLines(text: string): string {
  return unfoldLines(text).split('\r\n').map(foldLine).join('\r\n');
}
