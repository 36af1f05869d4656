import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readCsv, type CsvProblem, type CsvTable } from '#app/platform/files/read-csv.server.ts';
import { canonicalLottery, largestMove, panelAt, positionOf, seatPeople, type WeightedPanel } from './lottery.ts';
import { buildPool, byCodeUnits, type Pool } from './pool.ts';
import { findRelaxation } from './find-relaxation.server.ts';
import { roundLottery } from './round-lottery.server.ts';
import { solveLeximin, type LeximinProgress } from './solve-leximin.server.ts';

/** The files or arguments of a draw cannot be used. */
export class DrawRefused extends Error {
  readonly problems: CsvProblem[];
  constructor(message: string, problems: CsvProblem[]) {
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

type Infeasible = { factible: false; relajacion: { feature: string; value: string; min: number; max: number; min_nuevo: number; max_nuevo: number }[]; cambio_total: number };

type Watch = { progress?: (text: string) => void; stopped?: () => boolean };

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

/** The digest that draws: SHA-256 of the bytes of the seed followed by the 32 bytes of the lottery's hash. */
export function drawDigest(seed: string, lotteryHash: string): Uint8Array {
  return sha256(Buffer.concat([Buffer.from(seed, 'hex'), Buffer.from(lotteryHash, 'hex')]));
}

function sayProgress({ fixed, types, smallest, gap }: LeximinProgress): string {
  return `LEXIMIN sin terminar: ${fixed} de ${types} grupos resueltos; menor probabilidad por resolver ${smallest.toFixed(6)}, cota superior ${(smallest + gap).toFixed(6)} (faltan ${gap.toExponential(1)})`;
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
 * Draws a panel: proves the LEXIMIN probabilities, makes them a lottery of whole weights, and takes the panel that the seed
 * points at. The lottery and its hash depend on people and quotas alone, so they can be published before the seed is known;
 * without a seed, 32 random bytes are taken and returned. Position: the SHA-256 of seed ‖ hash (bytes, not their hexadecimal
 * text) as one unsigned big-endian integer, modulo a million.
 */
export async function drawPanel(pool: Pool, seed: string | undefined, watch: Watch = {}): Promise<Draw | Infeasible> {
  const result = await solveLeximin(pool, { ...(watch.progress && { progress: everyTwoSeconds(watch.progress) }), ...(watch.stopped && { stopped: watch.stopped }) });
  if (result.kind === 'unfinished') throw new DrawRefused(`Se interrumpió y no hay lotería. ${sayProgress(result.progress)}.`, []);
  if (result.kind === 'infeasible') {
    const { changes, total } = await findRelaxation(pool);
    return { factible: false, relajacion: changes.map(({ newMin, newMax, ...quota }) => ({ ...quota, min_nuevo: newMin, max_nuevo: newMax })), cambio_total: total };
  }
  const loteria = seatPeople(pool, await roundLottery(pool, result));
  const redondeo = largestMove(pool, result.probabilities, loteria);
  if (redondeo > 1e-6) watch.progress?.(`Aviso: los pesos enteros mueven la probabilidad de alguien en ${redondeo.toExponential(2)}, más de 1e-6.`);
  const hash = sha256(canonicalLottery(loteria)).toString('hex');
  const semilla = seed?.toLowerCase() ?? randomBytes(32).toString('hex');
  return {
    probabilidades: Object.fromEntries(pool.types.flatMap((members, t) => members.map((id): [string, number] => [id, result.probabilities[t]!])).sort(([a], [b]) => byCodeUnits(a, b))),
    minimo: Math.min(...result.probabilities),
    loteria,
    redondeo,
    hash,
    semilla,
    panel: panelAt(loteria, positionOf(drawDigest(semilla, hash))),
  };
}

async function readTable(file: string): Promise<CsvTable> {
  const table = await readCsv(createReadStream(file), file).catch((error: unknown) => {
    throw new DrawRefused('No se puede leer el archivo.', [{ archivo: file, linea: 0, motivo: error instanceof Error ? error.message : String(error) }]);
  });
  if (table.problems.length > 0) throw new DrawRefused('El archivo tiene filas que no se entienden.', table.problems);
  return table;
}

/** The fair draw over two files; every problem of both is told at once. */
export async function selectPanel(input: { people: string; quotas: string; size: number; id?: string | undefined; seed?: string | undefined }, watch: Watch = {}): Promise<Draw | Infeasible> {
  const people = { table: await readTable(input.people), file: input.people };
  const quotas = { table: await readTable(input.quotas), file: input.quotas };
  const { pool, problems, unnamed } = buildPool(people, quotas, input.size, input.id);
  if (!pool) throw new DrawRefused('No se puede sortear con estos archivos.', problems);
  for (const { feature, value, people: count } of unnamed) watch.progress?.(`Aviso: ninguna cuota nombra «${feature}» = «${value}» (personas: ${count}).`);
  return await drawPanel(pool, input.seed, watch);
}
