import { getDb } from '#app/platform/db/db.server.ts';
import { readYes } from '#app/platform/spreadsheets/cells.ts';
import {
  ImportRefused,
  openSpreadsheet,
} from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import { selectMatches } from './word.store.server.ts';

const columns = { consulta: [], titulo: [], texto: [], relevante: [] } as const;

/** How well a list's queries find its texts, and each pair that went wrong. */
export type SearchMeasure = {
  /** Of the pairs that are relevant, the share that is found. */
  recall: number;
  /** Of the pairs that are found, the share that is relevant; pairs of which the list says nothing do not count. */
  precision: number;
  fallos: { consulta: string; titulo: string }[];
};

/** Asks each query of a list of its texts; refuses a list without a query, a text or a yes or no. */
export async function measureSearch(file: string): Promise<SearchMeasure> {
  const table = await openSpreadsheet(file, columns);
  const problems = table.rows.flatMap(({ line, cells }) => {
    const missing = ['consulta', 'titulo'].find((name) => !cells[name]);
    if (missing) return [{ archivo: file, linea: line, motivo: `Falta «${missing}».` }];
    if (readYes(cells['relevante'] ?? '') !== null) return [];
    return [{ archivo: file, linea: line, motivo: '«relevante» es si o no.' }];
  });
  if (problems.length > 0) throw new ImportRefused('La lista no se puede leer.', problems);
  const pairs = table.rows.map(({ cells }) => ({
    query: cells['consulta'] ?? '',
    title: cells['titulo'] ?? '',
    text: cells['texto'] ?? '',
    relevant: readYes(cells['relevante'] ?? '') === true,
  }));
  const found = await selectMatches(getDb(), pairs);
  const told = pairs.map((pair, index) => ({ ...pair, found: found[index] === true }));
  const hits = told.filter((pair) => pair.found && pair.relevant).length;
  const share = (of: number) => (of === 0 ? 1 : Math.round((1000 * hits) / of) / 1000);
  return {
    recall: share(told.filter((pair) => pair.relevant).length),
    precision: share(told.filter((pair) => pair.found).length),
    fallos: told.flatMap(({ found: isFound, relevant, query, title }) =>
      isFound === relevant ? [] : [{ consulta: query, titulo: title }],
    ),
  };
}
