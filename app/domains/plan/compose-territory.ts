import type { SheetProblem, SheetRow } from '#app/platform/spreadsheets/types.ts';
import type { Feature } from './geojson.ts';
import { joinChoices, joinOutlines, type JoinChoice } from './join-outlines.ts';
import { normalForm, plainCode } from './match-locality.ts';
import { drawPlaces } from './outline.ts';
import { guessColumns, type TerritoryColumn } from './territory-columns.ts';
import { readPersons, readTerritoryRows, type ListedLocality } from './territory-rows.ts';
import type { LocalityData, TerritoryData } from './territory.types.ts';

/** What somebody brought, and what they chose of it. */
export type TerritoryDraft = {
  sheet: { name: string; header: string[]; rows: SheetRow[]; problems: SheetProblem[] } | null;
  outlines: { name: string; features: Feature[] } | null;
  choices: TerritoryChoices;
};
export type TerritoryChoices = {
  /** What each column is, by its title; empty for one that is not used. Without it the titles tell. */
  columns?: Record<string, TerritoryColumn | ''> | undefined;
  /** The property of the outlines that names a locality. */
  join?: string | undefined;
  /** Names stay as the list has them. */
  asTyped?: boolean | undefined;
  /** For a locality that the list lacks and that must stay: the line of the row that it is now. */
  becomes?: Record<string, number> | undefined;
  /** People typed by hand, by code. */
  persons?: Record<string, string> | undefined;
};

export type ComposedRow = LocalityData & {
  line: number | null;
  /** How it was called before: in the list, or by the city. */
  formerly: string | null;
  /** A population typed by hand that is no number. */
  wrongPersons: string | null;
};
/** A locality that the list lacks. */
export type Absent = { code: string; name: string; mustStay: boolean };

export type Composition = {
  columns: { name: string; column: TerritoryColumn | ''; example: string }[];
  rows: ComposedRow[];
  left: { line: number; name: string }[];
  absent: Absent[];
  /** New rows, one of which an absent locality may be. */
  fresh: { line: number; name: string }[];
  join: { chosen: string; choices: JoinChoice[]; joined: number } | null;
  problems: SheetProblem[];
  /** Whether it can be saved: there is a column with names, and a row. */
  isWhole: boolean;
  map: TerritoryData['map'];
};

/** The list that a draft brings: its rows, or what its outlines say of themselves. */
export function listOf({ sheet, outlines }: TerritoryDraft): {
  header: string[];
  rows: SheetRow[];
  problems: SheetProblem[];
} {
  if (sheet) return sheet;
  const features = outlines?.features ?? [];
  const header = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  return {
    header: header.slice(0, 60),
    rows: features.map(({ properties }, index) => ({ line: index + 1, cells: properties })),
    problems: [],
  };
}

function columnsOf(header: string[], choices: TerritoryChoices): Map<string, TerritoryColumn> {
  const guessed = guessColumns(header);
  const chosen = choices.columns;
  return new Map(
    header.flatMap((title) => {
      const column = chosen && title in chosen ? chosen[title] : guessed.get(title);
      return column ? [[title, column] as const] : [];
    }),
  );
}

/** Which locality of the city each row is: the one of its name, of its code, or that somebody said. */
function knownOf(
  rows: readonly ListedLocality[],
  before: readonly LocalityData[],
  becomes: Record<string, number>,
): Map<number, LocalityData> {
  const known = new Map<number, LocalityData>();
  const taken = new Set<string>();
  const take = (row: ListedLocality, found: LocalityData | undefined) => {
    if (!found || known.has(row.line) || taken.has(found.code)) return;
    known.set(row.line, found);
    taken.add(found.code);
  };
  const names = ({ name, otherNames }: LocalityData) => [name, ...otherNames].map(normalForm);
  for (const row of rows)
    take(
      row,
      before.find((each) => names(each).includes(normalForm(row.name))),
    );
  for (const row of rows)
    if (row.code !== '')
      take(
        row,
        before.find(({ code }) => plainCode(code) === plainCode(row.code)),
      );
  for (const row of rows)
    take(
      row,
      before.find(({ code }) => becomes[code] === row.line),
    );
  return known;
}

/** Codes for rows without one, counted on from the first that is free. */
function codeGiver(taken: Iterable<string>): (wanted: string) => string {
  const used = new Set([...taken].map(plainCode));
  let number = 0;
  return (wanted) => {
    let code = wanted;
    while (code === '' || used.has(plainCode(code))) code = String((number += 1)).padStart(2, '0');
    used.add(plainCode(code));
    return code;
  };
}

function rowOf(
  row: ListedLocality,
  known: LocalityData | undefined,
  code: string,
  given: { typedPersons: string | undefined; source: string },
): ComposedRow {
  const byHand = given.typedPersons === undefined ? null : readPersons(given.typedPersons);
  const isWrong = Number.isNaN(byHand);
  const listed = row.persons ?? (isWrong ? null : byHand);
  const persons = listed ?? known?.persons ?? null;
  // A list that lost accents or capitals does not take them from the city.
  const isSame = known !== undefined && normalForm(known.name) === normalForm(row.name);
  const name = isSame ? known.name : row.name;
  const renamed = known && known.name !== name ? known.name : null;
  const typed = row.typed ?? row.name;
  return {
    code,
    name,
    otherNames: row.otherNames.length > 0 ? row.otherNames : (known?.otherNames ?? []),
    persons,
    personsOn: listed === null ? (known?.personsOn ?? null) : row.personsOn,
    source: listed === null ? (known?.source ?? '') : given.source,
    shape: known?.shape ?? null,
    line: row.line,
    formerly: renamed ?? (typed === name ? null : typed),
    wrongPersons: isWrong ? (given.typedPersons ?? null) : null,
  };
}

/** The rows with the outlines that belong to them, in a picture of their own. */
function withOutlines(
  rows: ComposedRow[],
  codes: readonly string[],
  draft: TerritoryDraft,
): Pick<Composition, 'rows' | 'join' | 'map'> | null {
  const features = draft.outlines?.features;
  if (!features) return null;
  const joined = rows.map((row, index) => ({ ...row, code: codes[index] ?? row.code }));
  const choices = joinChoices(features, joined);
  const chosen =
    choices.find(({ property }) => property === draft.choices.join)?.property ??
    choices[0]?.property ??
    '';
  const places = joinOutlines(features, joined, chosen);
  const order = [...places.keys()].sort((a, b) => a - b);
  const { width, height, paths } = drawPlaces(order.map((index) => places.get(index) ?? []));
  const shapes = new Map(order.map((index, n) => [index, paths[n] ?? '']));
  return {
    rows: rows.map((row, index) => ({ ...row, shape: shapes.get(index) || null })),
    join: { chosen, choices, joined: order.length },
    map: order.length > 0 ? { width, height, inset: null } : null,
  };
}

/** Outlines alone, brought to a city that has its localities: they are only drawn. */
function onlyDrawn(draft: TerritoryDraft, before: TerritoryData): Composition | null {
  if (draft.sheet || before.localities.length === 0) return null;
  const rows = before.localities.map((each) => ({
    ...each,
    line: null,
    formerly: null,
    wrongPersons: null,
  }));
  const drawn = withOutlines(
    rows,
    rows.map(({ code }) => code),
    draft,
  );
  if (!drawn?.join?.joined) return null;
  return { columns: [], left: [], absent: [], fresh: [], problems: [], isWhole: true, ...drawn };
}

/**
 * What would become of a territory with what somebody brought: each row with its fate, and what the list
 * lacks. Nothing is written.
 */
export function composeTerritory(
  before: TerritoryData,
  draft: TerritoryDraft,
  mustStay: (code: string) => boolean,
): Composition {
  const drawn = onlyDrawn(draft, before);
  if (drawn) return drawn;
  const list = listOf(draft);
  const { choices } = draft;
  const columns = columnsOf(list.header, choices);
  const read = readTerritoryRows(list.rows, columns, { retype: !choices.asTyped });
  const known = knownOf(read.localities, before.localities, choices.becomes ?? {});
  const matched = new Set([...known.values()].map(({ code }) => code));
  const codeOf = codeGiver(before.localities.map(({ code }) => code));
  const source = draft.sheet?.name ?? draft.outlines?.name ?? '';
  const rows = read.localities.map((row) => {
    const code = known.get(row.line)?.code ?? codeOf(row.code);
    const typedPersons = choices.persons?.[code];
    return rowOf(row, known.get(row.line), code, { typedPersons, source });
  });
  // A row that is a locality of the city keeps that one's code; its outline still has the list's.
  const codes = read.localities.map(({ code }, index) => code || (rows[index]?.code ?? ''));
  const shown = withOutlines(rows, codes, draft) ?? { rows, join: null, map: before.map };
  return {
    columns: list.header.map((name) => ({
      name,
      column: columns.get(name) ?? '',
      example: list.rows
        .map(({ cells }) => (cells[name] ?? '').trim())
        .filter(Boolean)
        .slice(0, 5)
        .join(', ')
        .slice(0, 80),
    })),
    left: read.left,
    absent: before.localities
      .filter(({ code }) => !matched.has(code))
      .map(({ code, name }) => ({ code, name, mustStay: mustStay(code) })),
    fresh: read.localities
      .filter(({ line }) => {
        const own = known.get(line);
        return !own || choices.becomes?.[own.code] === line;
      })
      .map(({ line, name }) => ({ line, name })),
    problems: [...list.problems, ...read.problems],
    isWhole: rows.length > 0 && [...columns.values()].includes('nombre'),
    ...shown,
  };
}
