import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors, FormErrors } from '#app/platform/http/field-errors.ts';
import { readSpreadsheet } from '#app/platform/spreadsheets/read-spreadsheet.server.ts';
import { SheetRefused } from '#app/platform/spreadsheets/types.ts';
import type { TerritoryDraft } from './compose-territory.ts';
import { readGeoJson } from './geojson.ts';
import { canRunPlan } from './policy.ts';
import { guessColumns } from './territory-columns.ts';
import {
  deleteTerritoryDraft,
  selectTerritoryDraft,
  upsertTerritoryDraft,
} from './territory-draft.store.server.ts';
import { territoryLimits } from './territory.schema.ts';
import { lockTerritory } from './territory.store.server.ts';

type File = { name: string; bytes: Uint8Array };
/** A list, outlines, or both; a list may also be typed, a locality a line. */
export type Brought = { list: File | null; outlines: File | null; typed: string };

const limits = { bytes: 4 * 1024 * 1024, rows: territoryLimits.localities, columns: 60 };

/** The file's own name, without the folders that some browsers send. */
const fileName = (name: string) => (name.split(/[\\/]/).at(-1) ?? '').slice(0, 80);

async function readList(file: File): Promise<NonNullable<TerritoryDraft['sheet']>> {
  const isColumn = (key: string) => guessColumns([key]).size > 0;
  const sheet = await readSpreadsheet(file.bytes, { limits, isColumn });
  if (sheet.rows.length === 0) throw new SheetRefused({ line: sheet.headerLine, key: 'rows.none' });
  const { header, rows, problems } = sheet;
  return { name: fileName(file.name), header, rows, problems };
}

/** What was typed: a name a line, and its people behind a semicolon or a tab. */
function readTyped(typed: string): NonNullable<TerritoryDraft['sheet']> {
  const lines = typed.split(/\r?\n/).map((line) => line.trim());
  const rows = lines.flatMap((line, index) => {
    const [name = '', persons = ''] = line.split(/[;\t]/).map((part) => part.trim());
    return name === '' ? [] : [{ line: index + 1, cells: { nombre: name, poblacion: persons } }];
  });
  if (rows.length > limits.rows)
    throw new SheetRefused({ line: 0, key: 'file.rows', params: { max: limits.rows } });
  return { name: '', header: ['nombre', 'poblacion'], rows, problems: [] };
}

/** What a reader makes of a file; why it cannot be read is added to what is wrong, beside its field. */
async function read<T>(
  wrong: FormErrors,
  field: string,
  reader: () => T | Promise<T>,
): Promise<T | null> {
  try {
    return await reader();
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    wrong.errors[field] = ['file_lines'];
    wrong.lines.push(...error.problems);
    return null;
  }
}

/**
 * Keeps what somebody brings until they have looked at what would become of it. A list takes the place of an
 * earlier one, outlines that of earlier outlines; the other stays beside it.
 */
export async function bringTerritory(actor: Actor, brought: Brought): Promise<void> {
  authorize(canRunPlan(actor));
  const { list, outlines, typed } = brought;
  if (!list && !outlines && typed.trim() === '') throw fieldErrors({ lista: 'file_required' });
  const wrong = new FormErrors({});
  const sheet = list && (await read(wrong, 'lista', async () => await readList(list)));
  const written =
    !list && typed.trim() !== '' ? await read(wrong, 'escritas', () => readTyped(typed)) : null;
  const features = outlines && (await read(wrong, 'mapa', () => readGeoJson(outlines.bytes)));
  if (Object.keys(wrong.errors).length > 0) throw wrong;
  await inTransaction(async (tx) => {
    await lockTerritory(tx);
    const before = await selectTerritoryDraft(tx);
    const newList = sheet ?? written;
    await upsertTerritoryDraft(
      tx,
      {
        sheet: newList ?? before?.sheet ?? null,
        outlines:
          outlines && features
            ? { name: fileName(outlines.name), features }
            : (before?.outlines ?? null),
        choices: newList ? {} : (before?.choices ?? {}),
      },
      now(),
    );
  });
}

/** Lets go what was brought; the territory is as it was. */
export async function dropTerritoryDraft(actor: Actor): Promise<void> {
  authorize(canRunPlan(actor));
  await inTransaction(deleteTerritoryDraft);
}
