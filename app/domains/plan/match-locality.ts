import { distance } from 'fastest-levenshtein';
import { withoutAccents } from '#app/kernel/accents.ts';

export type NamedLocality = { code: string; name: string; otherNames?: string[] };

/** Bytes of a text that was read as Windows-1252, by character: what undoes one wrong decoding. */
const byteOf = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const,
  ),
);

/** UTF-8 that somebody read as Windows-1252 (`NariÃ±o`), as it was meant; any other text stays as it is. */
export function undoMojibake(text: string): string {
  if (!/[ÂÃ]/.test(text)) return text;
  const bytes = Array.from(text, (sign) => byteOf.get(sign) ?? sign.codePointAt(0) ?? 256);
  if (bytes.some((byte) => byte > 255)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}

/** What lists put before a name: the word for the division itself. */
const division =
  /^(?:LOCALIDAD|COMUNA|BARRIO|PARROQUIA|DISTRITO|CORREGIMIENTO|VEREDA|SECTOR|ZONA|MUNICIPIO)(?: DEL?)? /;

/** A place name without accents, signs or double spaces, in upper case; a sign that was lost stays a `?`. */
function plainForm(text: string): string {
  return withoutAccents(undoMojibake(text).replaceAll('\ufffd', '?'))
    .toUpperCase()
    .replace(/[^A-Z0-9?]+/g, ' ')
    .trim();
}

const withoutArticle = (text: string) => text.replace(/^(?:LAS?|LOS|EL) /, '');

/** The same without the word for the division and the article. */
export function normalForm(text: string): string {
  return withoutArticle(plainForm(text).replace(division, ''));
}

const together = (text: string) => text.replaceAll(' ', '');
const namesOf = ({ name, otherNames = [] }: NamedLocality) => [name, ...otherNames];

/** A code as it is compared: in any case, a number with or without its zeros. */
export function plainCode(code: string): string {
  return code
    .trim()
    .toUpperCase()
    .replace(/^0+(?=\d+$)/, '');
}

/** The only one of some localities that fits, or none. */
function onlyOne(
  localities: NamedLocality[],
  fits: (locality: NamedLocality) => boolean,
): NamedLocality | undefined {
  const [found, ...others] = localities.filter(fits);
  return others.length > 0 ? undefined : found;
}

/**
 * Reads a locality as lists have it: its code with or without the zero, or one of its names in any spelling
 * of its normal form. A `?` stands for one letter when exactly one locality fits. What does not
 * match is null: nothing is guessed.
 */
export function matchLocality(text: string, localities: NamedLocality[]): string | null {
  const exact =
    onlyOne(localities, ({ code }) => plainCode(code) === plainCode(text)) ??
    onlyOne(localities, (each) => namesOf(each).some((own) => plainForm(own) === plainForm(text)));
  if (exact) return exact.code;
  const form = normalForm(text);
  const [, number, rest] = /^0*(\d{1,12})(?: (.+))?$/.exec(form) ?? [];
  const byCode =
    number && localities.find((locality) => plainCode(locality.code) === plainCode(number));
  if (number && !byCode) return null;
  const name = together(number ? withoutArticle(rest ?? '') : form);
  if (byCode && name === '') return byCode.code;
  if (!/[A-Z]/.test(name)) return null;
  const lost = new RegExp(`^${name.replaceAll('?', '[A-Z]')}$`);
  const found = onlyOne(localities, (locality) =>
    namesOf(locality).some((own) => lost.test(together(normalForm(own)))),
  );
  if (!found) return null;
  return !byCode || byCode.code === found.code ? found.code : null;
}

/** How many letters a misspelt name may differ by: one of four, two of six, and never more than three. */
const mostEdits = (name: string) => Math.min(3, Math.floor((name.length + 2) / 4));

/**
 * The one locality that a misspelt name comes near to (`Kenedy` → Kennedy), to be asked of a person; null where none
 * or more than one does.
 */
export function suggestLocality(text: string, localities: NamedLocality[]): string | null {
  const name = together(normalForm(text)).replace(/^\d+/, '');
  const near = localities
    .map((each) => ({
      code: each.code,
      apart: Math.min(...namesOf(each).map((own) => distance(name, together(normalForm(own))))),
    }))
    .sort((a, b) => a.apart - b.apart);
  const [best, next] = near;
  if (!best || best.apart > mostEdits(name)) return null;
  return next?.apart === best.apart ? null : best.code;
}
