import { z } from 'zod';
import { choice, line, localityCode, optionalText } from '#app/kernel/text.ts';
import type { DivisionWords } from '#app/platform/i18n/city-words.ts';
import type { TerritoryChoices } from './compose-territory.ts';
import { territoryColumns, type TerritoryColumn } from './territory-columns.ts';
import { readPersons } from './territory-rows.ts';
import { territoryLimits } from './territory.schema.ts';

/** What is done with the territory. */
export const TerritoryAct = z
  .object({ accion: choice(['leer', 'ver', 'guardar', 'deshacer', 'corregir', 'sin']) })
  .transform(({ accion }) => accion);

const word = line({ max: 40 });
const other = optionalText({ max: 40 });

/** How the city calls its parts; English says it as Spanish where nobody wrote another word. */
export const WordsForm = z
  .object({ palabra: word, palabras: word, palabra_en: other, palabras_en: other })
  .transform((form): DivisionWords => ({
    es: { one: form.palabra, many: form.palabras },
    en: { one: form.palabra_en ?? form.palabra, many: form.palabras_en ?? form.palabras },
  }));

/** The fields of a form that begin with a word, by what stands behind it. */
const fieldsOf = (form: FormData, begin: string): [string, string][] =>
  [...form.entries()].flatMap(([name, value]) =>
    name.startsWith(begin) && typeof value === 'string' ? [[name.slice(begin.length), value]] : [],
  );

const isColumn = (text: string): text is TerritoryColumn =>
  (territoryColumns as readonly string[]).includes(text);
const isCode = (text: string) => localityCode.safeParse(text).success;

/** What somebody chose of what they brought. A column chosen twice is an error of the second one's field. */
export function readTerritoryChoices(
  form: FormData,
  header: readonly string[],
): { choices: TerritoryChoices; wrong: Record<string, string> } {
  const columns: Record<string, TerritoryColumn | ''> = {};
  const wrong: Record<string, string> = {};
  header.forEach((title, index) => {
    const given = form.get(`columna_${index}`);
    const column = typeof given === 'string' && isColumn(given) ? given : '';
    const isTwice = column !== '' && Object.values(columns).includes(column);
    if (isTwice) wrong[`columna_${index}`] = 'column_twice';
    columns[title] = isTwice ? '' : column;
  });
  const join = form.get('unir');
  const becomes = fieldsOf(form, 'queda_').flatMap(([code, line]): [string, number][] =>
    isCode(code) && /^\d{1,6}$/.test(line) ? [[code, Number(line)]] : [],
  );
  const persons = fieldsOf(form, 'poblacion.').filter(
    ([code, text]) => isCode(code) && text.trim() !== '',
  );
  return {
    choices: {
      columns,
      join: typeof join === 'string' ? join.slice(0, 60) : undefined,
      asTyped: form.get('como_venian') === 'si',
      becomes: Object.fromEntries(becomes),
      persons: Object.fromEntries(persons.map(([code, text]) => [code, text.slice(0, 40)])),
    },
    wrong,
  };
}

const name = line({ max: territoryLimits.name });

/** Names and populations corrected by hand, `nombre.<code>` and `poblacion.<code>`; what is wrong, by its field. */
export function readCorrections(form: FormData): {
  corrections: { code: string; name: string; persons: number | null }[];
  wrong: Record<string, string>;
} {
  const persons = new Map(fieldsOf(form, 'poblacion.'));
  const wrong: Record<string, string> = {};
  const corrections = fieldsOf(form, 'nombre.').flatMap(([code, text]) => {
    const said = name.safeParse(text);
    const counted = readPersons(persons.get(code) ?? '');
    if (!said.success) wrong[`nombre.${code}`] = said.error.issues[0]?.message ?? 'required';
    if (Number.isNaN(counted)) wrong[`poblacion.${code}`] = 'number_invalid';
    return said.success ? [{ code, name: said.data, persons: counted }] : [];
  });
  return { corrections, wrong };
}
