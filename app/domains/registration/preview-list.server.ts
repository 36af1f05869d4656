import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import type { Translator } from '#app/platform/i18n/translator.ts';
import { matchColumns, nameColumns } from '#app/platform/spreadsheets/name-columns.ts';
import { sayProblem } from '#app/platform/spreadsheets/say-problem.ts';
import { SheetRefused, type Sheet, type SheetProblem } from '#app/platform/spreadsheets/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { Fate, ListChoices } from './list-choices.ts';
import { listFileColumns } from './list-columns.ts';
import { openList, type ListAsked } from './open-list.server.ts';
import { personalColumns } from './personal-columns.ts';
import { prepareList, type PreparedList } from './prepare-list.server.ts';
import type { Likeness } from './likeness.ts';
import type { Entry } from './read-entries.server.ts';
import { selectRoster } from './store.server.ts';
import type { Channel, RosterRow } from './types.ts';
import { fatesOf } from './write-entries.server.ts';

type Note = { column: string; text: string };
/** One row of a list as who brings it sees it before it is loaded; nothing that a person says of themselves. */
export type PreviewRow = {
  line: number;
  name: string;
  contact: string;
  fate: Fate;
  /** The line of the row that this one repeats. */
  first: number | null;
  /** What the row would fill in a registration that is there. */
  fills: string[];
  notes: Note[];
};
/** One side of a pair: a row of the list, or a registration that is there. */
export type PreviewSide = {
  line: number | null;
  name: string;
  contact: string;
  channel: Channel;
  createdAt: Date | null;
};
export type PreviewPair = { why: Likeness['why']; one: PreviewSide; other: PreviewSide };

export type ListPreview = {
  id: string;
  /** The columns of the file, each with the column of ours that it is taken for and a first cell. */
  columns: { name: string; column: string; example: string }[];
  choices: ListChoices;
  /** Why no row can be read with these columns. */
  problems: string[];
  places: { text: string; lines: number; code: string; suggestion: string | null }[];
  rows: PreviewRow[];
  pairs: PreviewPair[];
};

const contactOf = (who: { email?: string | null | undefined; phone?: string | null | undefined }) =>
  [who.email, who.phone].filter(Boolean).join(' · ');

/**
 * What would become of each row of a list, and who may be one person, side by side with who is registered; the
 * reading leaves an audit row. Nothing is written.
 */
export async function previewList(
  actor: Actor,
  asked: ListAsked,
  translator: Translator,
): Promise<{ meeting: Meeting; preview: ListPreview }> {
  const { id, meeting, sheet, choices } = await openList(getDb(), actor, asked);
  const head = { id, choices, columns: columnsOf(sheet, choices) };
  try {
    const list = await prepareList(meeting, sheet, choices);
    const roster = await inTransaction(async (tx) => {
      await recordAudit(tx, actor, {
        action: 'registration.roster-read',
        subjectKind: 'meeting',
        subjectId: meeting.id,
        data: { as: 'cargar', rows: list.read },
      });
      return await selectRoster(tx, meeting.id);
    });
    return {
      meeting,
      preview: {
        ...head,
        problems: [],
        places: placesOf(list, choices),
        rows: rowsOf(meeting, list, { sheet, choices, translator }),
        pairs: pairsOf(list, roster),
      },
    };
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    const problems = error.problems.map((problem) => sayProblem(translator, problem).motivo);
    return { meeting, preview: { ...head, problems, places: [], rows: [], pairs: [] } };
  }
}

function columnsOf(sheet: Sheet, { map }: ListChoices): ListPreview['columns'] {
  const found = matchColumns(sheet.header, listFileColumns, map);
  const columnOf = new Map([...found].map(([column, name]) => [name, column]));
  return sheet.header.map((name) => {
    const full = sheet.rows.find(({ cells }) => cells[name]);
    const example = [...(full?.cells[name] ?? '')].slice(0, 40).join('');
    return { name, column: columnOf.get(name) ?? '', example };
  });
}

/** Localities that a person has to choose or has chosen, each once. */
function placesOf(list: PreparedList, choices: ListChoices): ListPreview['places'] {
  const open = new Map<string, ListPreview['places'][number]>();
  for (const { text, suggestion } of list.unknownPlaces) {
    const code = suggestion?.code ?? '';
    const known = open.get(text) ?? { text, lines: 0, code, suggestion: suggestion?.name ?? null };
    open.set(text, { ...known, lines: known.lines + 1 });
  }
  const chosen = Object.entries(choices.places ?? {})
    .filter(([text]) => !open.has(text))
    .map(([text, code]) => ({ text, lines: 0, code, suggestion: null }));
  return [...open.values(), ...chosen];
}

type Reading = {
  sheet: Sheet;
  choices: ListChoices;
  translator: Translator;
};

/** Every row of the file in its order. */
function rowsOf(
  meeting: Meeting,
  list: PreparedList,
  { sheet, choices, translator }: Reading,
): PreviewRow[] {
  const fates = fatesOf(meeting, list);
  const entryOf = new Map(list.entries.map((entry) => [entry.line, entry]));
  const firstOf = new Map(list.repeated.map(({ line, first }) => [line, first]));
  const notesOf = (problems: SheetProblem[], line: number): Note[] =>
    problems
      .filter((problem) => problem.line === line)
      .map((problem) => {
        const { columna = '', motivo } = sayProblem(translator, problem);
        return { column: columna, text: motivo };
      });
  const warningsOf = (entry: Entry | undefined): Note[] =>
    (entry ? personalColumns(entry) : []).map((column) => ({
      column,
      text: translator.t('roster')('load.personal'),
    }));
  const named = nameColumns(sheet, listFileColumns, choices.map);
  const lost = sheet.problems.map(({ line }) => ({ line, cells: {} as Record<string, string> }));
  return [...named.rows, ...lost]
    .sort((a, b) => a.line - b.line)
    .map(({ line, cells }) => {
      const entry = entryOf.get(line);
      const listed = entry?.kind === 'registration' ? entry.input : null;
      const filling = entry && list.fillings.get(entry.key);
      const refusals = notesOf(list.rejected, line);
      const fate = (): Fate => {
        if (choices.skipped?.includes(line)) return 'omitida';
        if (firstOf.has(line)) return 'repetida';
        return (entry && fates.get(entry.key)) ?? 'rechazada';
      };
      return {
        line,
        name: listed?.name ?? [cells['nombre'], cells['apellidos']].filter(Boolean).join(' '),
        contact: listed
          ? contactOf(listed)
          : [cells['correo'], cells['telefono']].filter(Boolean).join(' · '),
        fate: fate(),
        first: firstOf.get(line) ?? null,
        fills: filling ? [...filling.fields, ...(filling.needs.length > 0 ? ['apoyo'] : [])] : [],
        notes: [...refusals, ...notesOf(list.leftOut, line), ...warningsOf(entry)],
      };
    });
}

function pairsOf(list: PreparedList, roster: RosterRow[]): PreviewPair[] {
  const byLine = new Map(list.entries.map((entry) => [entry.line, entry]));
  const byId = new Map(roster.map((row) => [row.id, row]));
  const ofLine = (line: number): PreviewSide | null => {
    const entry = byLine.get(line);
    if (entry?.kind !== 'registration') return null;
    const { input, channel } = entry;
    return { line, name: input.name, contact: contactOf(input), channel, createdAt: null };
  };
  const ofRow = (id: string): PreviewSide | null => {
    const row = byId.get(id);
    return (
      (row && {
        line: null,
        name: row.name,
        contact: contactOf(row),
        channel: row.channel,
        createdAt: row.createdAt,
      }) ??
      null
    );
  };
  return list.pairs.flatMap(({ line, withLine, otherId, why }) => {
    const one = ofLine(line);
    const other = withLine === null ? ofRow(otherId) : ofLine(withLine);
    return one && other ? [{ why, one, other }] : [];
  });
}
