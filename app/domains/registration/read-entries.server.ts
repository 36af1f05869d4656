import { newId } from '#app/kernel/ids.ts';
import { certain } from '#app/kernel/certain.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { dayText } from '#app/platform/spreadsheets/cells.ts';
import type { Sheet, SheetProblem } from '#app/platform/spreadsheets/types.ts';
import { listOptions } from '#app/domains/declarations/list-options.server.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import {
  matchLocality,
  suggestLocality,
  type NamedLocality,
} from '#app/domains/plan/match-locality.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { fillInput, personOf } from './list-person.ts';
import { nameWords, type Traits } from './likeness.ts';
import {
  consentMoment,
  isMinorOn,
  meaningOfM,
  readListRow,
  type CellProblem,
  type ListContext,
  type ListRow,
} from './list-row.ts';
import { matchKey } from './match-keys.server.ts';
import { RegistrationForm, registrationProblems, type RegistrationInput } from './schema.ts';
import type { Channel } from './types.ts';

type Base = { line: number; id: string; channel: Channel; attended: boolean; key: string };
/** Somebody who came and gave no consent. */
type Attendance = Base & { kind: 'attendance' };
/** Somebody who is registered, with consent. */
export type Listed = Base & {
  kind: 'registration';
  input: RegistrationInput;
  consentAt: Date;
  traits: Traits;
};
/** A row of a list that will be kept. */
export type Entry = Attendance | Listed;

export type UnknownPlace = { line: number; text: string; suggestion: NamedLocality | null };

export type ReadList = {
  entries: Entry[];
  rejected: SheetProblem[];
  /** Answers and second contacts that were left out of rows that are kept. */
  leftOut: SheetProblem[];
  /** Rows whose locality is not one of the city's: they are kept without it. */
  unknownPlaces: UnknownPlace[];
  /** Rows that stand in the list a second time, with the line of the first. */
  repeated: { line: number; first: number }[];
};

/** What a list does not say of each row, and who brings it does. */
export type Told = {
  /** Everybody of the list consented on this day, by this channel, unless their row says no. */
  everybody?: { channel: Channel; day: string } | undefined;
  /** Localities as they were written, with the code that a person chose. */
  places?: Readonly<Record<string, string>> | undefined;
  /** Lines that are left out. */
  skipped?: readonly number[] | undefined;
};

/** The cells of a row with what was said of the whole list. */
function withTold(cells: Record<string, string>, { everybody }: Told): Record<string, string> {
  if (!everybody) return cells;
  const or = (given: string | undefined, otherwise: string) => given?.trim() || otherwise;
  return {
    ...cells,
    canal: or(cells['canal'], everybody.channel),
    acepta_inscripcion: or(cells['acepta_inscripcion'], 'si'),
    consentimiento_fecha: or(cells['consentimiento_fecha'], everybody.day),
  };
}

/** Reads a list's rows as what will be kept of them, each once. */
export async function readEntries(
  meeting: Meeting,
  table: Sheet,
  told: Told = {},
): Promise<ReadList> {
  const catalogue = await listOptions(getDb(), 'es');
  const localities = await listLocalities(getDb());
  const letterM = meaningOfM(table.rows.map(({ cells }) => cells['genero'] ?? ''));
  const list: ReadList = {
    entries: [],
    rejected: [...table.problems],
    leftOut: [],
    unknownPlaces: [],
    repeated: [],
  };
  const known = new Map<string, Entry>();
  const alike = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    if (told.skipped?.includes(line)) continue;
    const row = readListRow(withTold(cells, told), { catalogue, letterM });
    const chosen = told.places?.[row.place];
    const own = row.place === '' ? null : matchLocality(row.place, localities);
    const locality = own ?? (chosen === '' ? null : (chosen ?? null));
    const given = { line, row, locality, meeting, catalogue };
    const read = readEntry(given, alike);
    if (Array.isArray(read)) {
      list.rejected.push(...read.map((problem) => ({ line, ...problem })));
      continue;
    }
    if (row.place !== '' && locality === null && chosen === undefined) {
      const near = suggestLocality(row.place, localities);
      const suggestion = localities.find(({ code }) => code === near) ?? null;
      list.unknownPlaces.push({ line, text: row.place, suggestion });
    }
    list.leftOut.push(...row.leftOut.map((problem) => ({ line, ...problem })));
    addEntry(list, known, read);
  }
  list.rejected.sort((a, b) => a.line - b.line);
  return list;
}

/** Takes a row in, or joins it with the earlier row of the same person: what that one left empty is filled. */
function addEntry(list: ReadList, known: Map<string, Entry>, read: Entry): void {
  const names =
    read.kind === 'registration' ? personOf(read.input) : { own: [read.key], same: [read.key] };
  const first = names.same.map((name) => known.get(name)).find((entry) => entry !== undefined);
  const learn = (entry: Entry, under: string[]) => {
    for (const name of under) if (!known.has(name)) known.set(name, entry);
  };
  if (!first) {
    list.entries.push(read);
    learn(read, names.own);
    return;
  }
  list.repeated.push({ line: read.line, first: first.line });
  first.attended ||= read.attended;
  if (first.kind !== 'registration' || read.kind !== 'registration') return;
  first.input = fillInput(first.input, read.input);
  first.traits = traitsOf(first.input, first.traits.birthDate ?? read.traits.birthDate);
  learn(first, personOf(first.input).own);
}

type Given = {
  line: number;
  row: ListRow;
  locality: string | null;
  meeting: Meeting;
  catalogue: ListContext['catalogue'];
};

/** Under which a row of a meeting's list is found again. */
const keyOf = (meetingId: string, kind: string, parts: (string | undefined)[]) =>
  certain(matchKey('row', JSON.stringify([meetingId, kind, ...parts])));

/** A row as it will be kept, or why it cannot be; the reason never repeats what a person wrote. */
function readEntry(given: Given, alike: Map<string, number>): Entry | CellProblem[] {
  const { line, row, meeting } = given;
  if (row.channel === null) return [{ column: 'canal', key: 'list.channel' }];
  if (row.attended === 'wrong') return [{ column: 'asistio', key: 'list.yes_no' }];
  if (row.consented === 'wrong') return [{ column: 'acepta_inscripcion', key: 'list.yes_no' }];
  if (row.attended && meeting.startsAt > now())
    return [{ column: 'asistio', key: 'list.attended_early' }];
  const base = { line, id: newId(), channel: row.channel, attended: row.attended };
  if (row.consented && row.consentDay !== null)
    return readListed(base, given, row.consentDay === 'wrong' ? null : row.consentDay);
  return readAttendance(base, given, alike);
}

function readAttendance(
  base: Omit<Base, 'key'>,
  { row, meeting }: Given,
  alike: Map<string, number>,
): Attendance | CellProblem[] {
  if (!base.attended) return [{ key: 'list.nothing' }];
  // Rows without a name, or with the same, are different people: the third one is the third one
  // again in the next run.
  const who = ['nombre', 'correo', 'telefono', 'documento'].map((name) =>
    String(row.fields[name]).toLowerCase(),
  );
  const nth = (alike.get(who.join('\n')) ?? 0) + 1;
  alike.set(who.join('\n'), nth);
  return {
    ...base,
    kind: 'attendance',
    key: keyOf(meeting.id, 'asistencia', [...who, String(nth)]),
  };
}

function readListed(
  base: Omit<Base, 'key'>,
  { row, locality, meeting, catalogue }: Given,
  day: Exclude<ListRow['consentDay'], 'wrong'>,
): Listed | CellProblem[] {
  const consentAt = day && consentMoment(day, now());
  if (!consentAt) return [{ column: 'consentimiento_fecha', key: 'list.consent_day' }];
  const parsed = RegistrationForm.safeParse({
    ...row.fields,
    ...(locality ? { localidad: locality } : {}),
  });
  if (!parsed.success)
    return problemsOf(
      Object.fromEntries(
        parsed.error.issues.map((issue) => [String(issue.path[0] ?? ''), issue.message]),
      ),
    );
  const input = parsed.data;
  const wrong = registrationProblems(input, {
    catalogue,
    isLocality: locality !== null,
    today: now(),
  });
  if (
    row.birth &&
    isMinorOn(row.birth, now()) &&
    !(input.guardianName && input.guardianContact && input.minorHeard)
  )
    wrong['acudiente_nombre'] ??= 'required';
  if (Object.keys(wrong).length > 0) return problemsOf(wrong);
  const { name, email, phone } = input;
  return {
    ...base,
    kind: 'registration',
    input,
    consentAt,
    key: keyOf(meeting.id, 'inscripcion', [email ?? phone, nameWords(name).join(' ')]),
    traits: traitsOf(input, row.birth && dayText(row.birth)),
  };
}

function traitsOf(
  { name, email, phone, document, answers }: RegistrationInput,
  birthDate: string | null,
): Traits {
  return {
    name,
    birthYear: matchKey('birth', answers.anio_nacimiento?.toString()),
    birthDate,
    document: matchKey('document', document),
    documentText: document ?? null,
    contacts: [matchKey('email', email), matchKey('phone', phone)].filter((key) => key !== null),
  };
}

function problemsOf(wrong: Record<string, string>): CellProblem[] {
  return Object.entries(wrong).map(([column, message]) => ({
    column,
    key: 'cell.field',
    params: { message: /^[a-z_]+(\||$)/.test(message) ? message : 'required' },
  }));
}
