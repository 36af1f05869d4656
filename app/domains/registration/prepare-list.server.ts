import { getDb } from '#app/platform/db/db.server.ts';
import {
  nameColumns,
  requireColumns,
  type ColumnMap,
} from '#app/platform/spreadsheets/name-columns.ts';
import type { Sheet } from '#app/platform/spreadsheets/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { findFillings, type Filling } from './fill-registration.server.ts';
import { findKnown } from './find-known.server.ts';
import { findListPairs, type FoundPair } from './find-list-pairs.server.ts';
import { listFileColumns } from './list-columns.ts';
import type { KnownRow } from './list.store.server.ts';
import { readEntries, type ReadList, type Told } from './read-entries.server.ts';

/** A list read against a meeting: what would become of each of its rows. Nothing is written yet. */
export type PreparedList = ReadList & {
  /** How many rows the file has. */
  read: number;
  /** Registrations that rows are, by the rows' keys, and what the rows would fill in them. */
  known: Map<string, KnownRow>;
  fillings: Map<string, Filling>;
  pairs: FoundPair[];
};

/** Reads a list's rows, finds who is there already, what would be filled, and who may be one person. */
export async function prepareList(
  meeting: Meeting,
  sheet: Sheet,
  told: Told & { map?: ColumnMap | undefined } = {},
): Promise<PreparedList> {
  const table = nameColumns(sheet, listFileColumns, told.map);
  requireColumns(table, 'nombre');
  const list = await readEntries(meeting, table, told);
  const known = await findKnown(meeting.id, list.entries);
  return {
    ...list,
    read: table.rows.length + table.problems.length,
    known,
    fillings: await findFillings(getDb(), list.entries, known),
    pairs: await findListPairs(meeting.id, list.entries, known),
  };
}
