import { cleanText } from '#app/kernel/text.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import {
  dayText,
  isBlank,
  plainCell,
  readDay,
  readMails,
  readPhones,
  readYes,
  undoNumber,
  type Day,
} from '#app/platform/spreadsheets/cells.ts';
import { columnKey } from '#app/platform/spreadsheets/column-names.ts';
import type { SheetProblem } from '#app/platform/spreadsheets/types.ts';
import { email } from '#app/kernel/text.ts';
import { noonOf } from '#app/platform/city/local-time.ts';
import { listOf } from '#app/domains/declarations/rules.ts';
import { questions, type Catalogue } from '#app/domains/declarations/types.ts';
import { readManyCodes, readNeeds, readOption } from './list-answers.ts';
import type { ListColumn } from './list-columns.ts';
import { readDocument, readPhone, registrationLimits } from './rules.ts';
import { channels, type Channel } from './types.ts';
import { readWhole } from '#app/platform/spreadsheets/whole-number.ts';

/**
 * When a paper was signed: noon of its day in the city, or now when that is still to come today; null
 * for a day that is.
 */
export function consentMoment(day: Day, now: Date): Date | null {
  const noon = noonOf(dayText(day));
  if (noon <= now) return noon;
  return civilDay(now) === dayText(day) ? now : null;
}

/** Whether somebody was under 18 on a day. */
export function isMinorOn(birth: Day, today: Date): boolean {
  const eighteenth = dayText({ ...birth, year: birth.year + 18 });
  return civilDay(today) < eighteenth;
}

/** What is wrong in a row's cell; the row says the line. */
export type CellProblem = Omit<SheetProblem, 'line'>;

export type ListRow = {
  /** The form's fields as they go to its schema; the locality apart, as it was written. */
  fields: Record<string, string | string[]>;
  place: string;
  channel: Channel | null;
  consented: boolean | 'wrong';
  /** The day that consent was given: null when there is none, `wrong` when it is no day. */
  consentDay: Day | null | 'wrong';
  attended: boolean | 'wrong';
  birth: Day | null;
  /** Answers and second contacts that are left out: the person stays. */
  leftOut: CellProblem[];
};

/** What the cells of a list are read against. */
export type ListContext = {
  catalogue: Catalogue;
  /** Whether `M` stands for a man or a woman in this list: its other letters say so; null when none does. */
  letterM: 'hombre' | 'mujer' | null;
};

/** What `M` means in a list: a man beside an `F` or «femenino», a woman beside an `H` or «hombre». */
export function meaningOfM(genders: string[]): ListContext['letterM'] {
  const words = new Set(genders.map((text) => plainCell(text).replace(/\./g, '')));
  const besideF = ['f', 'fem', 'femenino', 'femenina'].some((word) => words.has(word));
  const besideH = ['h', 'hombre'].some((word) => words.has(word));
  if (besideF === besideH) return null;
  return besideF ? 'hombre' : 'mujer';
}

type Cell = (name: ListColumn) => string;
type Leave = (column: ListColumn, key: 'list.unread' | 'list.several' | 'list.digits_lost') => void;

const permissions = [
  'acepta_estadistica',
  'acepta_contacto',
  'acepta_imagen',
  'menor_oido',
] as const;

/** The first of the contacts of a cell that is one; others are told. */
function firstOf(
  column: 'correo' | 'telefono',
  found: string[],
  isOne: (text: string) => boolean,
  leave: Leave,
): string {
  const good = found.filter(isOne);
  if (good.length > 1 || (good.length === 1 && found.length > 1)) leave(column, 'list.several');
  return good[0] ?? '';
}

/**
 * How somebody is reached. With one contact that can be read, another that cannot is left out; with none the cell
 * goes on as it is, and the form's schema says what is wrong.
 */
function readContacts(cell: Cell, leave: Leave): { correo: string; telefono: string } {
  const phoneText = undoNumber(cell('telefono'));
  const mail = firstOf(
    'correo',
    readMails(cell('correo')),
    (text) => email.safeParse(text).success,
    leave,
  );
  const phone =
    phoneText === null
      ? ''
      : firstOf('telefono', readPhones(phoneText), (text) => readPhone(text) !== null, leave);
  const has = mail !== '' || phone !== '';
  if (has && mail === '' && !isBlank(cell('correo'))) leave('correo', 'list.unread');
  if (has && phone === '' && !isBlank(cell('telefono')))
    leave('telefono', phoneText === null ? 'list.digits_lost' : 'list.unread');
  const orGiven = (found: string, column: ListColumn) =>
    has || isBlank(cell(column)) ? found : cell(column);
  return { correo: orGiven(mail, 'correo'), telefono: orGiven(phone, 'telefono') };
}

/** A document as it was before Excel took it for a number; one that cannot be read is left out. */
function readDocumentCell(cell: Cell, leave: Leave): string {
  const text = undoNumber(cell('documento'));
  if (isBlank(cell('documento'))) return '';
  if (text !== null && readDocument(text) !== null) return text;
  leave('documento', text === null ? 'list.digits_lost' : 'list.unread');
  return '';
}

/** The year of birth, and the whole day where the list has it. */
function readBirth(cell: Cell, leave: Leave): { year: string; birth: Day | null } {
  const given = cell('anio_nacimiento');
  const year = isBlank(given) ? null : readWhole(given);
  if (year !== null && year >= 1900 && year <= 2100) {
    const birth = readDay(cell('fecha_nacimiento'));
    return { year: String(year), birth: birth?.year === year ? birth : null };
  }
  const birth = readDay(given) ?? readDay(cell('fecha_nacimiento'));
  if (birth) return { year: String(birth.year), birth };
  for (const column of ['anio_nacimiento', 'fecha_nacimiento'] as const)
    if (!isBlank(cell(column))) leave(column, 'list.unread');
  return { year: '', birth: null };
}

/** What somebody says of themselves: what no option of the catalogue is, is left out and told. */
function readAnswers(cell: Cell, context: ListContext, leave: Leave): ListRow['fields'] {
  const fields: ListRow['fields'] = {};
  for (const column of [...questions, 'documento_tipo'] as const) {
    if (column === 'localidad' || column === 'anio_nacimiento') continue;
    const text = cell(column);
    const list = column === 'documento_tipo' ? column : listOf(column);
    if (isBlank(text) || text === '') fields[column] = column === 'cuida' ? [] : '';
    else if (column === 'cuida') {
      const { codes, unread } = readManyCodes(text, context.catalogue.cuida);
      fields[column] = codes;
      if (unread.length > 0) leave(column, 'list.unread');
    } else if (list === null) fields[column] = text;
    else {
      const code = readOption(column, text, context.catalogue[list], context.letterM);
      fields[column] = code ?? '';
      if (code === null) leave(column, 'list.unread');
    }
  }
  for (const [column, most] of [
    ['genero_otra', 80],
    ['organizacion', 160],
  ] as const)
    if (String(fields[column]).length > most) {
      fields[column] = '';
      leave(column, 'list.unread');
    }
  return fields;
}

/** What somebody requires; words that no need of the catalogue is are kept as another need, in their words. */
function readNeedCells(cell: Cell, catalogue: Catalogue): ListRow['fields'] {
  const { codes, unread } = readNeeds(cell('apoyo'), catalogue.apoyo);
  const other = [cell('apoyo_otro'), ...unread].filter((text) => !isBlank(text)).join('; ');
  return {
    apoyo: other === '' ? codes : [...new Set([...codes, 'otro'])],
    apoyo_otro: [...other].slice(0, registrationLimits.needNote).join(''),
  };
}

/** Reads the cells of a row into what the form would have posted. */
export function readListRow(cells: Record<string, string>, context: ListContext): ListRow {
  const cell: Cell = (name) => cleanText(cells[name] ?? '');
  const leftOut: CellProblem[] = [];
  const leave: Leave = (column, key) => void leftOut.push({ column, key });
  const { year, birth } = readBirth(cell, leave);
  const fields: ListRow['fields'] = {
    nombre: [cell('nombre'), cell('apellidos')].filter(Boolean).join(' '),
    ...readContacts(cell, leave),
    ...readAnswers(cell, context, leave),
    ...readNeedCells(cell, context.catalogue),
    anio_nacimiento: year,
    documento: readDocumentCell(cell, leave),
    acudiente_nombre: cell('acudiente_nombre'),
    acudiente_contacto: cell('acudiente_contacto'),
  };
  for (const column of permissions) {
    const said = readYes(cell(column));
    fields[column] = said ? 'si' : '';
    if (said === null) leave(column, 'list.unread');
  }
  const consented = readYes(cell('acepta_inscripcion')) ?? 'wrong';
  fields['acepta_inscripcion'] = consented === true ? 'si' : '';
  const channel = columnKey(cell('canal')) || 'papel';
  const day = cell('consentimiento_fecha');
  return {
    fields,
    place: isBlank(cell('localidad')) ? '' : cell('localidad'),
    channel: channels.find((known) => known === channel) ?? null,
    consented,
    consentDay: isBlank(day) ? null : (readDay(day) ?? 'wrong'),
    attended: readYes(cell('asistio')) ?? 'wrong',
    birth,
    leftOut,
  };
}
