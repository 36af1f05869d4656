import { readFile } from 'node:fs/promises';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { nameColumns, type ColumnMap, type Columns } from './name-columns.ts';
import { columnKey } from './column-names.ts';
import { readSpreadsheet } from './read-spreadsheet.server.ts';
import { sayProblem, type SaidProblem } from './say-problem.ts';
import { SheetRefused, type Sheet, type SheetProblem } from './types.ts';

export type FileProblem = { archivo: string } & SaidProblem;

/** A list or the arguments of its command cannot be used at all; nothing was written. */
export class ImportRefused extends Error {
  readonly problems: FileProblem[];
  constructor(message: string, problems: FileProblem[]) {
    super(message);
    this.problems = problems;
  }
}

/** Says what is wrong in a file to who runs a command. */
export function sayProblems(file: string, problems: SheetProblem[]): FileProblem[] {
  const translator = translatorOf('es');
  return problems.map((problem) => ({ archivo: file, ...sayProblem(translator, problem) }));
}

/** What came of reading a file of a command; one that cannot be used is refused in the command's words. */
export async function refuseUnread<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    const said = sayProblems(file, error.problems);
    throw new ImportRefused(said.map(({ motivo }) => motivo).join(' '), said);
  }
}

/** The spreadsheet of a command with the import's own names on its columns. */
export async function openSpreadsheet(
  file: string,
  columns: Columns,
  map?: ColumnMap,
): Promise<Sheet> {
  const keys = new Set(Object.entries(columns).flat(2).map(columnKey));
  for (const name of Object.values(map ?? {})) if (name !== undefined) keys.add(columnKey(name));
  return await refuseUnread(file, async () =>
    nameColumns(
      await readSpreadsheet(await readFile(file), { isColumn: (key) => keys.has(key) }),
      columns,
      map,
    ),
  );
}
