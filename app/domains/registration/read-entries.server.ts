import { newId } from '#app/kernel/ids.ts';
import { certain } from '#app/kernel/certain.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import type { CsvTable } from '#app/platform/files/read-csv.server.ts';
import { sayFieldMessage } from '#app/platform/i18n/field-message.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { listOptions } from '#app/domains/declarations/list-options.server.ts';
import type { Catalogue } from '#app/domains/declarations/types.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { matchLocality } from '#app/domains/plan/match-locality.ts';
import { nameWords, type Traits } from './likeness.ts';
import {
  columnName,
  consentMoment,
  dayText,
  isMinorOn,
  readListRow,
  type ListRow,
} from './list-row.ts';
import { matchKey } from './match-keys.server.ts';
import { RegistrationForm, registrationProblems, type RegistrationInput } from './schema.ts';
import type { Channel } from './types.ts';

type Base = { line: number; id: string; channel: Channel; attended: boolean };
/** Somebody who came and gave no consent. */
type Attendance = Base & { kind: 'attendance'; key: string };
/** Somebody who is registered, with consent. */
type Listed = Base & {
  kind: 'registration';
  key: string;
  input: RegistrationInput;
  consentAt: Date;
  traits: Traits;
};
/** A row of a list that will be kept. */
export type Entry = Attendance | Listed;

export type ReadList = {
  entries: Entry[];
  rejected: { line: number; reason: string }[];
  /** Rows whose locality is not one of the city's: they are kept without it. */
  unknownPlaces: { line: number; text: string }[];
  /** Rows that stand in the list a second time. */
  repeated: number;
};

/** Reads a list's rows as what will be kept of them, each once. */
export async function readEntries(meetingId: string, table: CsvTable): Promise<ReadList> {
  const names = table.header.map((name) => [name, columnName(name)] as const);
  const catalogue = await listOptions(getDb(), 'es');
  const localities = await listLocalities(getDb());
  const list: ReadList = {
    entries: [],
    rejected: table.problems.map(({ linea, motivo }) => ({ line: linea, reason: motivo })),
    unknownPlaces: [],
    repeated: 0,
  };
  const byKey = new Map<string, Entry>();
  const alike = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const row = readListRow(
      Object.fromEntries(names.map(([name, column]) => [column, cells[name] ?? ''])),
    );
    const locality = row.place === '' ? null : matchLocality(row.place, localities);
    if (row.place !== '' && locality === null) list.unknownPlaces.push({ line, text: row.place });
    const read = readEntry({ line, row, locality, meetingId, catalogue }, alike);
    if (typeof read === 'string') list.rejected.push({ line, reason: read });
    else {
      const first = byKey.get(read.key);
      if (first) {
        list.repeated += 1;
        first.attended ||= read.attended;
      } else {
        byKey.set(read.key, read);
        list.entries.push(read);
      }
    }
  }
  list.rejected.sort((a, b) => a.line - b.line);
  return list;
}

type Given = {
  line: number;
  row: ListRow;
  locality: string | null;
  meetingId: string;
  catalogue: Catalogue;
};

/** Under which a row of a meeting's list is found again. */
const keyOf = (meetingId: string, kind: string, parts: (string | undefined)[]) =>
  certain(matchKey('row', JSON.stringify([meetingId, kind, ...parts])));

/** A row as it will be kept, or why it cannot be; the reason never repeats what a person wrote. */
function readEntry(given: Given, alike: Map<string, number>): Entry | string {
  const { line, row } = given;
  if (row.channel === null) return 'canal: se espera papel, telefono, puerta o web.';
  if (row.attended === 'wrong') return 'asistio: se espera si o no.';
  const base = { line, id: newId(), channel: row.channel, attended: row.attended };
  if (row.consented && row.consentDay !== null)
    return readListed(base, given, row.consentDay === 'wrong' ? null : row.consentDay);
  return readAttendance(base, given, alike);
}

function readAttendance(
  base: Base,
  { row, meetingId }: Given,
  alike: Map<string, number>,
): Attendance | string {
  if (!base.attended)
    return (
      'No dice que acepta (acepta_inscripcion=si con consentimiento_fecha) ni que asistió: ' +
      'no se guarda nada.'
    );
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
    key: keyOf(meetingId, 'asistencia', [...who, String(nth)]),
  };
}

function readListed(
  base: Base,
  { row, locality, meetingId, catalogue }: Given,
  day: Exclude<ListRow['consentDay'], 'wrong'>,
): Listed | string {
  const consentAt = day && consentMoment(day, now());
  if (!consentAt)
    return 'consentimiento_fecha: se espera un día que ya pasó, como 2026-11-20 o 20/11/2026.';
  const parsed = RegistrationForm.safeParse({
    ...row.fields,
    ...(locality ? { localidad: locality } : {}),
  });
  if (!parsed.success)
    return whyOf(
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
  if (Object.keys(wrong).length > 0) return whyOf(wrong);
  const { name, email, phone, document } = input;
  return {
    ...base,
    kind: 'registration',
    input,
    consentAt,
    key: keyOf(meetingId, 'inscripcion', [email, phone, document, nameWords(name).join(' ')]),
    traits: {
      name,
      birthYear: matchKey('birth', input.answers.anio_nacimiento?.toString()),
      birthDate: row.birth && dayText(row.birth),
      document: matchKey('document', document),
      documentText: document ?? null,
      contacts: [matchKey('email', email), matchKey('phone', phone)].filter((key) => key !== null),
    },
  };
}

function whyOf(wrong: Record<string, string>): string {
  const translator = translatorOf('es');
  return Object.entries(wrong)
    .map(([field, message]) => {
      const key = /^[a-z_]+(\||$)/.test(message) ? message : 'required';
      return `${field}: ${sayFieldMessage(translator, key)}`;
    })
    .join(' ');
}
