import { createReadStream } from 'node:fs';
import { isId } from '#app/kernel/ids.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { ImportRefused, readCsv } from '#app/platform/files/read-csv.server.ts';
import { findMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { findListPairs } from './find-list-pairs.server.ts';
import { columnName, listColumns } from './list-row.ts';
import { selectKnownRows } from './list.store.server.ts';
import { readEntries } from './read-entries.server.ts';
import { obstacleOf, tryEntries, writeEntries } from './write-entries.server.ts';

/** What the command prints. */
export type ListResult = {
  leidas: number;
  /** Registrations written, those that wait among them. */
  creadas: number;
  ya_estaban: number;
  en_espera: number;
  solo_asistencia: number;
  rechazadas: { linea: number; motivo: string }[];
  /** `con_linea` is null when the other one was registered before, outside this list. */
  duplicados_posibles: { linea: number; con_linea: number | null; puntaje: number }[];
  localidades_sin_resolver: { linea: number; texto: string }[];
};

/**
 * Registers a list kept on paper, by phone or exported. Each row keeps its own consent; one without
 * it counts as attendance only. Places are given under the meeting's lock as to anybody else. The
 * same list again creates nothing, so that a run that was cut off is finished by another. With
 * `dryRun` it says the same and writes nothing.
 */
export async function importRegistrations(
  input: { file: string; workshop: string; dryRun?: boolean | undefined },
  progress: (text: string) => void = () => undefined,
): Promise<ListResult> {
  const refuse = (motivo: string, linea = 0) =>
    new ImportRefused(motivo, [{ archivo: input.file, linea, motivo }]);
  const meeting = isId(input.workshop) ? await findMeeting(getDb(), input.workshop) : null;
  if (!meeting) throw refuse(`No hay un encuentro «${input.workshop}».`);
  const obstacle = obstacleOf(meeting);
  if (obstacle) throw refuse(obstacle);
  const table = await readCsv(createReadStream(input.file), input.file).catch((error: unknown) => {
    throw refuse(error instanceof Error ? error.message : String(error));
  });
  const wrong = problemOfHeader(table.header);
  if (wrong) throw refuse(wrong, 1);
  const ignored = [...new Set(table.header)].filter(
    (name) => !listColumns.includes(columnName(name)),
  );
  if (ignored.length > 0) progress(`Columnas que no se usan: ${ignored.join(', ')}`);

  const { entries, rejected, unknownPlaces, repeated } = await readEntries(meeting.id, table);
  const known = await selectKnownRows(
    getDb(),
    meeting.id,
    entries.map((entry) => entry.key),
  );
  const pairs = await findListPairs(meeting.id, entries, known);
  const read = table.rows.length + table.problems.length;
  const list = { entries, pairs, read, rejected: rejected.length };
  const written = input.dryRun
    ? tryEntries(meeting, entries, known)
    : await writeEntries(meeting, list, { refuse, progress });
  return {
    leidas: read,
    creadas: written.created,
    ya_estaban: repeated + written.there,
    en_espera: written.waiting,
    solo_asistencia: written.attendanceOnly,
    duplicados_posibles: pairs.map(({ line, withLine, score }) => ({
      linea: line,
      con_linea: withLine,
      puntaje: score,
    })),
    localidades_sin_resolver: unknownPlaces.map(({ line, text }) => ({ linea: line, texto: text })),
    rechazadas: rejected.map(({ line, reason }) => ({ linea: line, motivo: reason })),
  };
}

/** Why a list cannot be used with these columns. */
function problemOfHeader(header: string[]): string | null {
  const columns = header.map(columnName);
  if (!columns.includes('nombre')) return 'Falta la columna «nombre».';
  const twice = columns.find(
    (name, index) => listColumns.includes(name) && columns.indexOf(name) !== index,
  );
  return twice ? `La columna «${twice}» está dos veces.` : null;
}
