import { plainCell } from '#app/platform/spreadsheets/cells.ts';
import { columnKey } from '#app/platform/spreadsheets/column-names.ts';
import { declined, type AnswerOption } from '#app/domains/declarations/types.ts';

/** Answers as people write them, read as the codes of the catalogue. What is none of them is null. */

/** How people write genders, by code. */
const genderWords: Record<string, readonly string[]> = {
  mujer: ['f', 'fem', 'femenino', 'femenina', 'mujer', 'mujeres', 'woman', 'female', 'mujer_cis'],
  hombre: ['h', 'masc', 'masculino', 'varon', 'hombre', 'hombres', 'man', 'male', 'hombre_cis'],
  mujer_trans: ['mujer_transgenero', 'trans_femenina', 'mujer_trans', 'transfemenina'],
  hombre_trans: ['hombre_transgenero', 'trans_masculino', 'hombre_trans', 'transmasculino'],
  no_binaria: ['no_binario', 'no_binarie', 'no_binaria', 'nb', 'persona_no_binaria', 'enby'],
  otra: ['otro', 'otra', 'otre', 'other'],
};

/** Words with which people decline an answer. */
const declines = /^(prefiero|prefiere)_no_|^no_(deseo|desea|quiero|quiere)_(responder|decir)/;

/** The option of a list that a text names: its code, its label, or another way to write it. */
export function readOption(
  column: string,
  text: string,
  options: readonly AnswerOption[],
  letterM: 'hombre' | 'mujer' | null,
): string | null {
  const word = columnKey(text);
  const plain = columnKey(text.replace(/\./g, ''));
  const offered = (code: string | null | undefined) =>
    code !== undefined && options.some((option) => option.code === code) ? code : null;
  const named = options.find(
    ({ code, label }) => code === word || code === plain || columnKey(label) === word,
  );
  if (named) return named.code;
  if (declines.test(word)) return offered(declined) ?? null;
  if (column === 'genero') {
    if (plain === 'm') return letterM;
    const found = Object.entries(genderWords).find(([, words]) => words.includes(plain));
    return offered(found?.[0]) ?? null;
  }
  if (column === 'victima' || column === 'etnia') {
    const none = column === 'victima' ? 'no' : 'ninguno';
    if (word === 'no' || word === 'ninguna') return offered(none) ?? null;
  }
  return null;
}

/** The parts of a cell that names several things. */
const partsOf = (text: string) =>
  text
    .split(/[;,|/\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);

/** The options that a cell names, by code or label, one behind the other; and what names none. */
export function readManyCodes(
  text: string,
  options: readonly AnswerOption[],
): { codes: string[]; unread: string[] } {
  const codes: string[] = [];
  const unread: string[] = [];
  const whole = readOption('', text, options, null);
  if (whole !== null) return { codes: [whole], unread };
  for (const part of partsOf(text)) {
    const one = readOption('', part, options, null);
    const words = part.split(/\s+/).map((word) => readOption('', word, options, null));
    if (one !== null) codes.push(one);
    else if (words.every((code) => code !== null)) codes.push(...words);
    else unread.push(part);
  }
  return { codes: [...new Set(codes)], unread };
}

/** The needs that a cell names; a plain «no» or «ninguno» names none. */
export function readNeeds(
  text: string,
  options: readonly AnswerOption[],
): { codes: string[]; unread: string[] } {
  if (
    /^(no|ningun[oa]?|nada|-+|–|—|n\/?a|no (necesito|necesita|aplica|requiere).*)?\.?$/.test(
      plainCell(text),
    )
  )
    return { codes: [], unread: [] };
  return readManyCodes(text, options);
}
