import { systemActor } from '#app/kernel/actor.ts';
import { isId } from '#app/kernel/ids.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { columnKey } from '#app/platform/spreadsheets/column-names.ts';
import type { ColumnMap } from '#app/platform/spreadsheets/name-columns.ts';
import {
  ImportRefused,
  openSpreadsheet,
  refuseUnread,
} from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import { sayProblem } from '#app/platform/spreadsheets/say-problem.ts';
import type { SheetProblem } from '#app/platform/spreadsheets/types.ts';
import { findMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { isListColumn, listFileColumns } from './list-columns.ts';
import { personalColumns } from './personal-columns.ts';
import { prepareList, type PreparedList } from './prepare-list.server.ts';
import { obstacleOf, tryEntries, writeEntries, type Written } from './write-entries.server.ts';

/** What the command prints. */
export type ListResult = {
  leidas: number;
  /** Registrations written, those that wait among them. */
  creadas: number;
  ya_estaban: number;
  /** Of those that were there, the ones in which the list filled something that was empty. */
  completadas: number;
  en_espera: number;
  solo_asistencia: number;
  rechazadas: { linea: number; motivo: string }[];
  /** Rows that are kept and whose notes or groups seem to hold somebody's data; never which. */
  advertencias: { linea: number; motivo: string }[];
  /** Answers and second contacts left out of rows that were kept. */
  omitidas: { linea: number; columna: string; motivo: string }[];
  /** `con_linea` is null when the other one was registered before, outside this list. */
  duplicados_posibles: { linea: number; con_linea: number | null; puntaje: number }[];
  localidades_sin_resolver: { linea: number; texto: string; sugerencia?: string }[];
};

type ListInput = {
  file: string;
  workshop: string;
  map?: ColumnMap | undefined;
  dryRun?: boolean | undefined;
};

/**
 * Registers a list kept on paper, by phone or exported. Each row keeps its own consent; one without
 * it counts as attendance only. Places are given under the meeting's lock as to anybody else. The
 * same list again creates nothing, so that a run that was cut off is finished by another; a corrected one fills what
 * was empty. With `dryRun` it says the same and writes nothing.
 */
export async function importRegistrations(
  input: ListInput,
  progress: (text: string) => void = () => undefined,
): Promise<ListResult> {
  const refuse = (motivo: string, linea = 0) =>
    new ImportRefused(motivo, [{ archivo: input.file, linea, motivo }]);
  const meeting = isId(input.workshop) ? await findMeeting(getDb(), input.workshop) : null;
  if (!meeting) throw refuse(`No hay un encuentro «${input.workshop}».`);
  const obstacle = obstacleOf(meeting);
  if (obstacle) throw refuse(obstacle);
  const table = await openSpreadsheet(input.file, listFileColumns, input.map);
  const ignored = table.header.filter((name) => !isListColumn(columnKey(name)));
  if (ignored.length > 0) progress(`Columnas que no se usan: ${ignored.join(', ')}`);
  const list = await refuseUnread(input.file, async () => await prepareList(meeting, table));
  const written = input.dryRun
    ? tryEntries(meeting, list)
    : await writeEntries(systemActor, meeting, list, { refuse, progress });
  return sayResult(list, written);
}

/** Rows of which several things are said are told once, each thing with its column. */
function sayLines(problems: SheetProblem[]): { linea: number; motivo: string }[] {
  const translator = translatorOf('es');
  const lines = new Map<number, string[]>();
  for (const problem of problems) {
    const { linea, columna, motivo } = sayProblem(translator, problem);
    const said = columna === undefined ? motivo : `${columna}: ${motivo}`;
    lines.set(linea, [...(lines.get(linea) ?? []), said]);
  }
  return [...lines].map(([linea, said]) => ({ linea, motivo: said.join(' ') }));
}

function sayResult(list: PreparedList, written: Written): ListResult {
  const translator = translatorOf('es');
  return {
    leidas: list.read,
    creadas: written.created,
    ya_estaban: list.repeated.length + written.there,
    completadas: written.filled,
    en_espera: written.waiting,
    solo_asistencia: written.attendanceOnly,
    rechazadas: sayLines(list.rejected),
    advertencias: list.entries.flatMap((entry) =>
      personalColumns(entry).map((column) => ({
        linea: entry.line,
        motivo: `${column}: ${translator.t('roster')('load.personal')}`,
      })),
    ),
    omitidas: list.leftOut.map((problem) => {
      const { linea, columna = '', motivo } = sayProblem(translator, problem);
      return { linea, columna, motivo };
    }),
    duplicados_posibles: list.pairs.map(({ line, withLine, score }) => ({
      linea: line,
      con_linea: withLine,
      puntaje: score,
    })),
    localidades_sin_resolver: list.unknownPlaces.map(({ line, text, suggestion }) => ({
      linea: line,
      texto: text,
      ...(suggestion ? { sugerencia: suggestion.name } : {}),
    })),
  };
}
