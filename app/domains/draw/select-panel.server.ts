import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { certain } from '#app/kernel/certain.ts';
import type { ColumnMap, Columns } from '#app/platform/spreadsheets/name-columns.ts';
import {
  ImportRefused,
  openSpreadsheet,
  sayProblems,
  type FileProblem,
} from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import type { Sheet } from '#app/platform/spreadsheets/types.ts';
import {
  canonicalLottery,
  drawPosition,
  largestMove,
  panelAt,
  seatPeople,
  sha256Hex,
  waitingOrder,
  type WeightedPanel,
} from './lottery.ts';
import { checkDraw } from './check-draw.ts';
import { DrawRecord } from './draw-record.ts';
import { readLottery } from './read-lottery.ts';
import { buildPool, byCodeUnits, featuresOf, quotaColumns, type Pool } from './pool.ts';
import { findRelaxation } from './find-relaxation.server.ts';
import { roundLottery } from './round-lottery.server.ts';
import { solveLeximin, type LeximinProgress } from './solve-leximin.server.ts';

/** The files or arguments of a draw cannot be used. */
export class DrawRefused extends Error {
  readonly problems: FileProblem[];
  constructor(message: string, problems: FileProblem[]) {
    super(message);
    this.problems = problems;
  }
}

export type Draw = {
  probabilidades: Record<string, number>;
  minimo: number;
  loteria: WeightedPanel[];
  /** The farthest that whole weights move anybody's probability. */
  redondeo: number;
  hash: string;
  semilla: string;
  panel: string[];
};

type Infeasible = {
  factible: false;
  relajacion: {
    feature: string;
    value: string;
    min: number;
    max: number;
    min_nuevo: number;
    max_nuevo: number;
  }[];
  cambio_total: number;
};

type Watch = { progress?: (text: string) => void; stopped?: () => boolean };

function sayProgress({ fixed, types, smallest, gap }: LeximinProgress): string {
  return (
    `LEXIMIN sin terminar: ${fixed} de ${types} grupos resueltos; ` +
    `menor probabilidad por resolver ${smallest.toFixed(6)}, ` +
    `cota superior ${(smallest + gap).toFixed(6)} (faltan ${gap.toExponential(1)})`
  );
}

/** Says how it goes after two seconds, and then every two. */
function everyTwoSeconds(say: (text: string) => void): (progress: LeximinProgress) => void {
  let next = performance.now() + 2000;
  return (progress) => {
    if (performance.now() < next) return;
    next = performance.now() + 2000;
    say(sayProgress(progress));
  };
}

/**
 * Draws a panel: proves the LEXIMIN probabilities, makes them a lottery of whole weights, and takes
 * the panel that the seed points at. The lottery and its hash depend on people and quotas alone, so
 * they can be published before the seed is known; without a seed, 32 random bytes are taken and
 * returned. Position: the SHA-256 of seed ‖ hash (bytes, not their hexadecimal text) as one
 * unsigned big-endian integer, modulo a million.
 */
export async function drawPanel(
  pool: Pool,
  seed: string | undefined,
  watch: Watch = {},
): Promise<Draw | Infeasible> {
  const result = await solveLeximin(pool, {
    ...(watch.progress && { progress: everyTwoSeconds(watch.progress) }),
    ...(watch.stopped && { stopped: watch.stopped }),
  });
  if (result.kind === 'unfinished')
    throw new DrawRefused(`Se interrumpió y no hay lotería. ${sayProgress(result.progress)}.`, []);
  if (result.kind === 'infeasible') {
    const { changes, total } = await findRelaxation(pool);
    return {
      factible: false,
      relajacion: changes.map(({ newMin, newMax, ...quota }) => ({
        ...quota,
        min_nuevo: newMin,
        max_nuevo: newMax,
      })),
      cambio_total: total,
    };
  }
  const loteria = seatPeople(pool, await roundLottery(pool, result));
  const redondeo = largestMove(pool, result.probabilities, loteria);
  if (redondeo > 1e-6)
    watch.progress?.(
      `Aviso: los pesos enteros mueven la probabilidad de alguien en ${redondeo.toExponential(2)}, más de 1e-6.`,
    );
  const hash = await sha256Hex(canonicalLottery(loteria));
  const semilla = seed?.toLowerCase() ?? randomBytes(32).toString('hex');
  return {
    probabilidades: Object.fromEntries(
      pool.types
        .flatMap((members, t) => {
          const probability = certain(result.probabilities[t]);
          return members.map((id): [string, number] => [id, probability]);
        })
        .sort(([a], [b]) => byCodeUnits(a, b)),
    ),
    minimo: Math.min(...result.probabilities),
    loteria,
    redondeo,
    hash,
    semilla,
    panel: panelAt(loteria, await drawPosition(semilla, hash)),
  };
}

export type Redraw = {
  hash: string;
  semilla: string;
  posicion: number;
  panel: string[];
  espera?: string[];
};

/** The tokens of a waiting list out of their file. */
async function readTokens(file: string): Promise<string[]> {
  const refused = new DrawRefused('El archivo no es una lista de fichas.', [
    { archivo: file, linea: 0, motivo: 'Se espera una lista JSON de textos.' },
  ]);
  const given = await readFile(file, 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch(() => {
      throw refused;
    });
  if (!Array.isArray(given) || !given.every((token) => typeof token === 'string')) throw refused;
  return given;
}

type PublishedLottery = { panels: WeightedPanel[]; sha256: string };

/** A lottery that was published, out of its file. */
async function readPublished(file: string): Promise<PublishedLottery> {
  const bytes = await readFile(file);
  const panels = readLottery(bytes.toString('utf8'));
  if (!panels)
    throw new DrawRefused('El archivo no es una lotería.', [
      {
        archivo: file,
        linea: 0,
        motivo: 'Se espera la lista de paneles con pesos enteros que suman 1.000.000.',
      },
    ]);
  return { panels, sha256: await sha256Hex(bytes) };
}

async function redraw(
  { panels, sha256: hash }: PublishedLottery,
  seed: string,
  tokens?: string,
): Promise<Redraw> {
  const semilla = seed.toLowerCase();
  const posicion = await drawPosition(semilla, hash);
  return {
    hash,
    semilla,
    posicion,
    panel: panelAt(panels, posicion),
    ...(tokens === undefined
      ? {}
      : { espera: await waitingOrder(await readTokens(tokens), semilla, hash) }),
  };
}

/**
 * What anybody does with a lottery that was published and the seed that came after: its hash, the
 * position, the panel; with the tokens, the order of the waiting list.
 */
export async function redrawPanel(file: string, seed: string, tokens?: string): Promise<Redraw> {
  return await redraw(await readPublished(file), seed, tokens);
}

type Checked = Redraw & { comprobado: Record<string, boolean> };

/**
 * The same with the record of the draw: the seed is the record's, and everything is checked that was
 * committed to before, from the source's form or signature to the panel.
 */
export async function checkPanel(file: string, record: string, tokens?: string): Promise<Checked> {
  const lottery = await readPublished(file);
  const draw = await readFile(record, 'utf8')
    .then((text) => DrawRecord.parse(JSON.parse(text)))
    .catch(() => {
      throw new DrawRefused('El archivo no es el registro de un sorteo.', [
        { archivo: record, linea: 0, motivo: 'Se espera el archivo sorteo.json de su página.' },
      ]);
    });
  if (draw.seed === null)
    throw new DrawRefused('Este sorteo todavía no se ha hecho.', [
      { archivo: record, linea: 0, motivo: 'El registro no tiene resultado.' },
    ]);
  const checks = await checkDraw(draw, lottery);
  return {
    ...(await redraw(lottery, draw.seed, tokens)),
    comprobado: {
      huella: checks.hash,
      momentos: checks.times,
      fuente: checks.source === true,
      aportes: checks.shares === true,
      texto: checks.text === true,
      semilla: checks.seed === true,
      posicion: checks.position === true,
      panel: checks.panel === true,
    },
  };
}

async function readTable(file: string, columns: Columns, map: ColumnMap): Promise<Sheet> {
  const table = await openSpreadsheet(file, columns, map).catch((error: unknown) => {
    throw error instanceof ImportRefused
      ? new DrawRefused('No se puede leer el archivo.', error.problems)
      : error;
  });
  if (table.problems.length > 0)
    throw new DrawRefused(
      'El archivo tiene filas que no se entienden.',
      sayProblems(file, table.problems),
    );
  return table;
}

/** Splits what `--map` says between the columns of the quotas and those of the people. */
function splitMap(map: ColumnMap): { ofQuotas: ColumnMap; ofPeople: ColumnMap } {
  const isOfQuotas = ([column]: [string, unknown]) => Object.hasOwn(quotaColumns, column);
  const all = Object.entries(map);
  return {
    ofQuotas: Object.fromEntries(all.filter(isOfQuotas)),
    ofPeople: Object.fromEntries(all.filter((pair) => !isOfQuotas(pair))),
  };
}

/** The fair draw over two files; every problem of both is told at once. */
export async function selectPanel(
  input: {
    people: string;
    quotas: string;
    size: number;
    id?: string | undefined;
    seed?: string | undefined;
    map?: ColumnMap | undefined;
  },
  watch: Watch = {},
): Promise<Draw | Infeasible> {
  const { ofQuotas, ofPeople } = splitMap(input.map ?? {});
  const quotas = {
    table: await readTable(input.quotas, quotaColumns, ofQuotas),
    file: input.quotas,
  };
  const features = featuresOf(quotas.table);
  const columns = Object.fromEntries([...features, input.id ?? 'id'].map((name) => [name, []]));
  const people = { table: await readTable(input.people, columns, ofPeople), file: input.people };
  const { pool, problems } = buildPool(people, quotas, input.size, input.id);
  if (!pool) throw new DrawRefused('No se puede sortear con estos archivos.', problems);
  return await drawPanel(pool, input.seed, watch);
}
