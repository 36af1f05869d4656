import { withoutAccents } from '#app/kernel/accents.ts';
import { cleanText } from '#app/kernel/text.ts';
import { questions } from '#app/domains/declarations/types.ts';
import { channels, type Channel } from './types.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/**
 * Columns of a list of registrations: the form's fields (contract, section 5) and what the paper
 * adds.
 */
const formColumns = [
  'nombre',
  'correo',
  'telefono',
  'acepta_inscripcion',
  'acepta_estadistica',
  'acepta_contacto',
  'acepta_imagen',
  ...questions,
  'apoyo',
  'apoyo_otro',
  'documento_tipo',
  'documento',
  'acudiente_nombre',
  'acudiente_contacto',
  'menor_oido',
] as const;
const paperColumns = ['canal', 'consentimiento_fecha', 'asistio'] as const;
/** Also taken: a whole date of birth, of which only the year is kept. */
const birthColumn = 'fecha_nacimiento';
export const listColumns: readonly string[] = [...formColumns, ...paperColumns, birthColumn];

const codeColumns = new Set([
  'genero',
  'wg_ver',
  'wg_oir',
  'wg_caminar',
  'wg_recordar',
  'wg_cuidado',
  'wg_comunicar',
  'etnia',
  'victima',
  'organizacion_tipo',
  'documento_tipo',
  'como_supo',
]);
const manyCodes = new Set(['cuida', 'apoyo']);
const yesColumns = new Set([
  'acepta_inscripcion',
  'acepta_estadistica',
  'acepta_contacto',
  'acepta_imagen',
  'menor_oido',
]);

const plain = (text: string) => withoutAccents(text).toLowerCase().trim();

/** A header as it is compared: `Año nacimiento` is `anio_nacimiento`. */
export function columnName(text: string): string {
  return plain(text.replace(/ñ/gi, 'ni')).replace(/[\s-]+/g, '_');
}

/**
 * A code as somebody typed it: `Mujer trans` is `mujer_trans`; whether it exists the catalogue
 * says.
 */
export function readCode(text: string): string {
  return plain(text)
    .replace(/\./g, '')
    .replace(/[\s-]+/g, '_');
}

export type Day = { year: number; month: number; day: number };

/**
 * A calendar day as lists write it: `2026-11-20`, `20/11/2026`, `20-11-2026`, `20261120`; a time
 * behind it is left out. Null when there is no such day.
 */
export function readDay(text: string): Day | null {
  const only = text.trim().replace(/(?<=\d)[T ]+\d{1,2}:\d{2}.*$/, '');
  const found =
    /^(?<year>\d{4})(?<sign>[-/.]?)(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})$/.exec(only) ??
    /^(?<day>\d{1,2})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<year>\d{4})$/.exec(only);
  if (found?.groups?.['sign'] === '' && only.length !== 8) return null;
  const [year, month, day] = ['year', 'month', 'day'].map((name) => Number(found?.groups?.[name]));
  if (!year || !month || !day) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
    ? { year, month, day }
    : null;
}

const two = (number: number) => String(number).padStart(2, '0');
export const dayText = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`;

/**
 * When a paper was signed: noon of its day in Bogotá, or now when that is still to come today; null
 * for a day that is.
 */
export function consentMoment(day: Day, now: Date): Date | null {
  const noon = new Date(`${dayText(day)}T12:00:00-05:00`);
  if (noon <= now) return noon;
  return civilDay(now) === dayText(day) ? now : null;
}

/** Whether somebody was under 18 on a day. */
export function isMinorOn(birth: Day, today: Date): boolean {
  const eighteenth = dayText({ ...birth, year: birth.year + 18 });
  return civilDay(today) < eighteenth;
}

export type ListRow = {
  /** The form's fields as they go to its schema; the locality apart, as it was written. */
  fields: Record<string, string | string[]>;
  place: string;
  channel: Channel | null;
  consented: boolean;
  /** The day that consent was given: null when there is none, `wrong` when it is no day. */
  consentDay: Day | null | 'wrong';
  attended: boolean | 'wrong';
  birth: Day | null;
};

/** Whether a row says that its person came. */
function readAttended(text: string): ListRow['attended'] {
  if (text === 'si') return true;
  return text === '' || text === 'no' ? false : 'wrong';
}

/**
 * Reads the cells of a row, whose names are `columnName`s, into what the form would have posted.
 */
export function readListRow(cells: Record<string, string>): ListRow {
  const cell = (name: string) => cleanText(cells[name] ?? '');
  const fields: ListRow['fields'] = {};
  for (const column of formColumns) {
    const text = cell(column);
    if (manyCodes.has(column))
      fields[column] = plain(text)
        .split(/[^a-z0-9_]+/)
        .filter(Boolean);
    else if (yesColumns.has(column)) fields[column] = plain(text) === 'si' ? 'si' : '';
    else if (codeColumns.has(column)) fields[column] = readCode(text);
    else if (column !== 'localidad') fields[column] = text;
  }
  const birth = readDay(cell('anio_nacimiento')) ?? readDay(cell(birthColumn));
  if (birth && !/^\d{4}$/.test(cell('anio_nacimiento')))
    fields['anio_nacimiento'] = String(birth.year);
  const channel = readCode(cell('canal')) || 'papel';
  return {
    fields,
    place: (cells['localidad'] ?? '').trim(),
    channel: channels.find((known) => known === channel) ?? null,
    consented: fields['acepta_inscripcion'] === 'si',
    consentDay:
      cell('consentimiento_fecha') === ''
        ? null
        : (readDay(cell('consentimiento_fecha')) ?? 'wrong'),
    attended: readAttended(plain(cell('asistio'))),
    birth: birth && String(birth.year) === fields['anio_nacimiento'] ? birth : null,
  };
}
