import { withoutAccents } from '#app/kernel/accents.ts';

/**
 * A header as it is compared: `Año nacimiento:` is `anio_nacimiento`, in any case and accent, with or
 * without the signs that people put behind it.
 */
export function columnKey(text: string): string {
  return withoutAccents(text.replace(/ñ/gi, 'ni').normalize('NFC').replace(/ñ/gi, 'ni'))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

/** The header's own name of a column: the first of some names that it has. */
export function findColumn(header: string[], ...names: string[]): string | undefined {
  for (const name of names) {
    const found = header.find((given) => columnKey(given) === columnKey(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How the columns of a spreadsheet program are called: A, B … Z, AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
