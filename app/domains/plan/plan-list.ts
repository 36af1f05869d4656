import { cleanText, lengthOf } from '#app/kernel/text.ts';
import { columnKey } from '#app/platform/spreadsheets/column-names.ts';
import type { SheetProblem, SheetRow } from '#app/platform/spreadsheets/types.ts';
import { readWhole } from '#app/platform/spreadsheets/whole-number.ts';
import { slugOf } from './rules.ts';
import type { Both } from './types.ts';

/** The columns of a list of institutions, with other names that people give them. */
export const institutionColumns = {
  nombre: ['entidad', 'institucion', 'nombre_de_la_entidad', 'secretaria', 'name'],
  nombre_en: ['entidad_en', 'en_ingles', 'nombre_en_ingles', 'name_en'],
} as const;

/** The columns of a list of commitments. */
export const commitmentColumns = {
  numero: ['orden', 'no', 'nro', 'n', 'number'],
  titulo: ['compromiso', 'nombre', 'title'],
  titulo_en: ['title_en', 'compromiso_en'],
  corto: ['titulo_corto', 'nombre_corto', 'short_title'],
  corto_en: ['titulo_corto_en', 'short_title_en'],
  resumen: ['descripcion', 'que_es', 'summary'],
  resumen_en: ['descripcion_en', 'summary_en'],
  reto: ['problema', 'reto_que_atiende', 'challenge'],
  reto_en: ['problema_en', 'challenge_en'],
  nivel: ['nivel_de_participacion', 'level'],
  nivel_en: ['level_en'],
  uso: ['para_que', 'que_pasa_con_los_aportes', 'use'],
  uso_en: ['use_en'],
  hitos: ['hito', 'milestones'],
  hitos_en: ['milestones_en'],
  entidades: ['entidad', 'responsable', 'responsables', 'institucion', 'instituciones'],
} as const;
type CommitmentColumn = keyof typeof commitmentColumns;

export type ListedInstitution = { line: number; slug: string; name: Both; isKnown: boolean };
export type ListedCommitment = {
  line: number;
  number: number;
  slug: string;
  texts: Record<'title' | 'shortTitle' | 'summary' | 'challenge' | 'level' | 'use', Both>;
  milestones: { es: string[]; en: string[] };
  /** Ends of addresses of institutions. */
  institutions: string[];
};
export type Listed<T> = { rows: T[]; problems: SheetProblem[] };

type Problem = Omit<SheetProblem, 'line'>;
const oneLine = (text: string) => cleanText(text).replace(/\s+/g, ' ');

/** A text in both languages: what the list does not say in English stays as it is in Spanish. */
const both = (es: string, en: string): Both => ({ es, en: en === '' ? es : en });

function tooLong(column: string, text: string, max: number): Problem | null {
  return lengthOf(text) > max
    ? { column, key: 'plan_list.long', params: { max, count: lengthOf(text) } }
    : null;
}

/** The institutions of a list; one that is known keeps its name, and none is told twice. */
export function readInstitutionRows(
  rows: readonly SheetRow[],
  known: readonly { slug: string }[],
): Listed<ListedInstitution> {
  const slugs = new Set(known.map(({ slug }) => slug));
  const seen = new Map<string, number>();
  const read: Listed<ListedInstitution> = { rows: [], problems: [] };
  for (const { line, cells } of rows) {
    const name = both(oneLine(cells['nombre'] ?? ''), oneLine(cells['nombre_en'] ?? ''));
    const slug = slugOf(name.es);
    const first = seen.get(slug);
    const problem =
      (name.es === '' ? { column: 'nombre', key: 'plan_list.name' as const } : null) ??
      tooLong('nombre', name.es, 160) ??
      tooLong('nombre_en', name.en, 160) ??
      (first === undefined
        ? null
        : { column: 'nombre', key: 'plan_list.twice' as const, params: { text: name.es, first } });
    seen.set(slug, first ?? line);
    if (problem) read.problems.push({ line, ...problem });
    else read.rows.push({ line, slug, name, isKnown: slugs.has(slug) });
  }
  return read;
}

/** What a list of commitments meets in the plan. */
export type PlanKnown = {
  institutions: readonly { slug: string; name: Both }[];
  numbers: readonly number[];
};

/** The number of a row: its own, or the next one that is free. */
function numberOf(text: string, taken: ReadonlySet<number>): number | Problem {
  if (text.trim() === '') {
    let next = 1;
    while (taken.has(next)) next += 1;
    return next;
  }
  const number = readWhole(text);
  if (number === null || number < 1 || number > 99)
    return { column: 'numero', key: 'plan_list.number' };
  return taken.has(number)
    ? { column: 'numero', key: 'plan_list.number_taken', params: { number } }
    : number;
}

/** A row of commitments in its parts. */
function readCells({ cells }: SheetRow) {
  const cell = (column: CommitmentColumn) => cleanText(cells[column] ?? '');
  const inBoth = (column: 'titulo' | 'corto' | 'resumen' | 'reto' | 'nivel' | 'uso') =>
    both(cell(column), cell(`${column}_en`));
  const lines = (column: CommitmentColumn) =>
    cell(column)
      .split(/[\n;]/)
      .map((part) => part.trim())
      .filter(Boolean);
  const title = { es: oneLine(cell('titulo')), en: oneLine(inBoth('titulo').en) };
  return {
    number: cell('numero'),
    title,
    short: inBoth('corto'),
    paragraphs: {
      resumen: inBoth('resumen'),
      reto: inBoth('reto'),
      nivel: inBoth('nivel'),
      uso: inBoth('uso'),
    },
    milestones: { es: lines('hitos'), en: lines('hitos_en') },
    institutions: lines('entidades').map(oneLine),
  };
}

/** Everything that is wrong in a row of commitments but its number. */
function problemsOf(row: ReturnType<typeof readCells>): Problem[] {
  const { title, short, paragraphs, milestones, institutions } = row;
  const problems: (Problem | null)[] = [
    title.es === '' ? { column: 'titulo', key: 'plan_list.title' } : null,
    tooLong('titulo', title.es, 160),
    tooLong('titulo_en', title.en, 160),
    tooLong('corto', short.es, 80),
    tooLong('corto_en', short.en, 80),
    ...Object.entries(paragraphs).flatMap(([column, text]) => [
      tooLong(column, text.es, 1500),
      tooLong(`${column}_en`, text.en, 1500),
    ]),
    paragraphs.resumen.es === '' ? { column: 'resumen', key: 'plan_list.summary' } : null,
    paragraphs.reto.es === '' ? { column: 'reto', key: 'plan_list.challenge' } : null,
    institutions.length === 0 ? { column: 'entidades', key: 'plan_list.institution' } : null,
    ...institutions.map((name) => tooLong('entidades', name, 160)),
    milestones.en.length > 0 && milestones.en.length !== milestones.es.length
      ? { column: 'hitos_en', key: 'plan_list.milestones' }
      : null,
  ];
  return problems.filter((problem) => problem !== null);
}

/** The commitments of a list, whole: a row with anything wrong in it is told and none of it is taken. */
export function readCommitmentRows(
  rows: readonly SheetRow[],
  known: PlanKnown,
): Listed<ListedCommitment> & { institutions: ListedInstitution[] } {
  const taken = new Set(known.numbers);
  const slugs = new Map(
    known.institutions.flatMap(({ slug, name }) => [
      [slug, slug],
      [slugOf(name.es), slug],
    ]),
  );
  const read: Listed<ListedCommitment> = { rows: [], problems: [] };
  const fresh = new Map<string, ListedInstitution>();
  const slugFor = (name: string, line: number): string => {
    const slug = slugs.get(slugOf(name)) ?? slugOf(name);
    if (!slugs.has(slug)) {
      slugs.set(slug, slug);
      fresh.set(slug, { line, slug, name: { es: name, en: name }, isKnown: false });
    }
    return slug;
  };
  for (const each of rows) {
    const { line } = each;
    const row = readCells(each);
    const { title, short, paragraphs, milestones } = row;
    const number = numberOf(row.number, taken);
    const wrong = [...problemsOf(row), ...(typeof number === 'number' ? [] : [number])];
    read.problems.push(...wrong.map((problem) => ({ line, ...problem })));
    if (wrong.length > 0 || typeof number !== 'number') continue;
    taken.add(number);
    const usualShort = both(title.es.slice(0, 80), title.en.slice(0, 80));
    read.rows.push({
      line,
      number,
      slug: `${slugOf(title.es)}-${number}`,
      texts: {
        title,
        shortTitle: both(short.es || usualShort.es, short.en || usualShort.en),
        summary: paragraphs.resumen,
        challenge: paragraphs.reto,
        level: paragraphs.nivel,
        use: paragraphs.uso,
      },
      milestones: milestones.en.length > 0 ? milestones : { es: milestones.es, en: milestones.es },
      institutions: [...new Set(row.institutions.map((name) => slugFor(name, line)))],
    });
  }
  return { ...read, institutions: [...fresh.values()] };
}

const keysOf = (columns: Record<string, readonly string[]>) =>
  new Set(Object.entries(columns).flat(2).map(columnKey));
/** Whether a title is one of a list's. */
export const isInstitutionColumn = (key: string) => keysOf(institutionColumns).has(key);
export const isCommitmentColumn = (key: string) => keysOf(commitmentColumns).has(key);
