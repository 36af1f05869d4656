import { cleanText } from '#app/kernel/text.ts';
import { dayText, isBlank, readDay } from '#app/platform/spreadsheets/cells.ts';
import type { SheetProblem, SheetRow } from '#app/platform/spreadsheets/types.ts';
import { readWhole } from '#app/platform/spreadsheets/whole-number.ts';
import { normalForm, plainCode } from './match-locality.ts';
import { retypeName } from './place-names.ts';
import { yearOf, type TerritoryColumn } from './territory-columns.ts';
import { territoryLimits } from './territory.schema.ts';

/** A locality as a row of a list tells it; `code` is empty where the list has none. */
export type ListedLocality = {
  line: number;
  code: string;
  name: string;
  /** How the list had the name, where it was typed anew. */
  typed: string | null;
  otherNames: string[];
  persons: number | null;
  personsOn: string | null;
};

export type ListedRows = {
  localities: ListedLocality[];
  /** Rows that are no locality. */
  left: { line: number; name: string }[];
  problems: SheetProblem[];
};

const oneLine = (text: string) => cleanText(text).replace(/\s+/g, ' ');

/** A code as the database takes it: letters, digits, hyphens; Excel's `1.0` is `1`. */
export function readCode(text: string): string {
  return cleanText(text)
    .replace(/^(\d+)[.,]0+$/, '$1')
    .replace(/[^0-9A-Za-z_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 16);
}

/** A number of people as a list or a person writes it; NaN for what is none. */
export function readPersons(text: string): number | null {
  if (isBlank(text)) return null;
  const persons = readWhole(text);
  return persons !== null && persons <= territoryLimits.persons ? persons : Number.NaN;
}

/** A day, or the middle of a year: counts by year speak of its thirtieth of June. */
function readCountDay(text: string): string | null {
  const year = /^(?:19|20)\d\d$/.exec(text.trim())?.[0];
  if (year) return `${year}-06-30`;
  const day = readDay(text);
  return day && dayText(day);
}

const namesIn = (text: string, name: string) =>
  [...new Set(text.split(/[;,|/\n]+/).map(oneLine))]
    .filter((other) => other !== '' && other !== name && other.length <= territoryLimits.name)
    .slice(0, territoryLimits.otherNames);

/** Where each thing stands in a list. */
type Titles = Partial<Record<TerritoryColumn, string>>;

function readRow(
  { line, cells }: SheetRow,
  titles: Titles,
  retype: boolean,
): { locality: ListedLocality; problems: SheetProblem[] } {
  const cell = (column: TerritoryColumn) => {
    const title = titles[column];
    return title === undefined ? '' : (cells[title] ?? '');
  };
  const problems: SheetProblem[] = [];
  const wrong = (column: TerritoryColumn, key: SheetProblem['key'], text: string) =>
    void problems.push({ line, column: titles[column], key, params: { text: text.slice(0, 40) } });
  const typed = oneLine(cell('nombre'));
  const name = retype ? retypeName(typed) : typed;
  const persons = readPersons(cell('poblacion'));
  if (Number.isNaN(persons)) wrong('poblacion', 'territory.persons', cell('poblacion'));
  const year = yearOf(titles.poblacion ?? '');
  const dayCell = cell('fecha');
  const day = isBlank(dayCell) ? year && `${year}-06-30` : readCountDay(dayCell);
  if (!isBlank(dayCell) && day === null) wrong('fecha', 'cell.day', dayCell);
  const counted = Number.isNaN(persons) ? null : persons;
  return {
    locality: {
      line,
      code: readCode(cell('codigo')),
      name,
      typed: name === typed ? null : typed,
      otherNames: namesIn(cell('otros'), name),
      persons: counted,
      personsOn: counted === null ? null : day,
    },
    problems,
  };
}

/** The localities of a list; a row without a name, or one that repeats a code or a name, is none. */
export function readTerritoryRows(
  rows: readonly SheetRow[],
  columns: ReadonlyMap<string, TerritoryColumn>,
  { retype }: { retype: boolean },
): ListedRows {
  const titles: Titles = Object.fromEntries([...columns].map(([title, column]) => [column, title]));
  const read: ListedRows = { localities: [], left: [], problems: [] };
  const seen = new Map<string, number>();
  for (const row of rows) {
    const { locality, problems } = readRow(row, titles, retype);
    const { line, name, code } = locality;
    const twice = (key: string) => (seen.has(key) ? seen.get(key) : undefined);
    const sameCode = code === '' ? undefined : twice(`code ${plainCode(code)}`);
    const sameName = twice(`name ${normalForm(name)}`);
    const why = (): Omit<SheetProblem, 'line'> | null => {
      if (name === '') return { column: titles.nombre, key: 'territory.name' };
      if (name.length > territoryLimits.name)
        return {
          column: titles.nombre,
          key: 'territory.name_long',
          params: { max: territoryLimits.name },
        };
      if (sameCode !== undefined)
        return {
          column: titles.codigo,
          key: 'territory.code_twice',
          params: { text: code, first: sameCode },
        };
      return sameName === undefined
        ? null
        : {
            column: titles.nombre,
            key: 'territory.name_twice',
            params: { text: name, first: sameName },
          };
    };
    const refusal = why();
    if (refusal) {
      read.problems.push({ line, ...refusal });
      read.left.push({ line, name });
      continue;
    }
    if (code !== '') seen.set(`code ${plainCode(code)}`, line);
    seen.set(`name ${normalForm(name)}`, line);
    read.problems.push(...problems);
    read.localities.push(locality);
  }
  return read;
}
