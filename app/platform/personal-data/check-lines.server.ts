import type { ColumnMap } from '#app/platform/spreadsheets/name-columns.ts';
import {
  ImportRefused,
  openSpreadsheet,
  sayProblems,
} from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import { findPersonalData } from './find-personal-data.ts';
import { measureDetector, type Measure } from './measure.ts';
import { personalKinds, type PersonalKind } from './types.ts';

type CheckedLine = {
  id: string;
  hallazgos: {
    tipo: PersonalKind;
    desde: number;
    hasta: number;
    texto: string;
    confianza: number;
  }[];
};
export type CheckResult = {
  lineas: CheckedLine[];
  medidas?: Partial<Record<PersonalKind, Measure>>;
};

/** The columns of such a list. */
export const checkedColumns = { id: [], texto: [], tipos: [] } as const;

const kindsOf = (cell: string) =>
  cell
    .split(';')
    .map((kind) => kind.trim().toLowerCase())
    .filter(Boolean);

/**
 * Runs the detector over a list (`id, texto, tipos?`); with `tipos` also measures it. Refuses a list without a text
 * and kinds that do not exist: they would spoil the measure unseen.
 */
export async function checkLines(file: string, map?: ColumnMap): Promise<CheckResult> {
  const table = await openSpreadsheet(file, checkedColumns, map);
  const refuse = (linea: number, motivo: string): never => {
    throw new ImportRefused('La lista no se puede leer.', [{ archivo: file, linea, motivo }]);
  };
  if (table.problems.length > 0)
    throw new ImportRefused('La lista no se puede leer.', sayProblems(file, table.problems));
  for (const name of ['id', 'texto'])
    if (!table.header.includes(name)) refuse(table.headerLine, `Falta la columna «${name}».`);
  for (const { line, cells } of table.rows)
    for (const kind of kindsOf(cells['tipos'] ?? ''))
      if (!personalKinds.some((known) => known === kind)) refuse(line, `No hay un tipo «${kind}».`);
  const texts = table.rows.map(({ cells }) => ({
    id: cells['id'] ?? '',
    text: cells['texto'] ?? '',
    kinds: kindsOf(cells['tipos'] ?? ''),
  }));
  const lineas = texts.map(({ id, text }) => ({
    id,
    hallazgos: findPersonalData(text).map(({ kind, from, to, confidence }) => ({
      tipo: kind,
      desde: from,
      hasta: to,
      texto: text.slice(from, to),
      confianza: confidence,
    })),
  }));
  return table.header.includes('tipos') ? { lineas, medidas: measureDetector(texts) } : { lineas };
}
