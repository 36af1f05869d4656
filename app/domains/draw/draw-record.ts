import { z } from 'zod';
import { calendarDay } from '#app/kernel/text.ts';
import { drandChainNames, drandChains, roundTime } from './drand.ts';
import type { CheckedDraw } from './check-draw.ts';
import { sourcePattern, type PublicSource } from './source.ts';
import type { Draw } from './types.ts';

const source = z.discriminatedUnion('origen', [
  z
    .object({
      origen: z.literal('loteria'),
      loteria: z.string(),
      sorteo: z.int(),
      dia: calendarDay,
      cifras: z.int().min(1).max(20),
      cifras_serie: z.int().min(0).max(20),
      momento: z.iso.datetime(),
    })
    .transform((given) => ({
      sourceAt: new Date(given.momento),
      source: {
        form: given.origen,
        name: given.loteria,
        number: given.sorteo,
        day: given.dia,
        digits: given.cifras,
        series: given.cifras_serie,
      } satisfies PublicSource,
    })),
  z
    .object({ origen: z.literal('drand'), cadena: z.enum(drandChainNames), ronda: z.int() })
    .transform((given) => ({
      sourceAt: roundTime(given.cadena, given.ronda),
      source: {
        form: given.origen,
        chain: given.cadena,
        round: given.ronda,
      } satisfies PublicSource,
    })),
]);

const moment = z.iso
  .datetime()
  .nullable()
  .transform((text) => (text === null ? null : new Date(text)));

/**
 * The record of a draw, published from its commitment on: all that is needed to check that what came
 * of it follows from what was said before. Its names are the contract's.
 */
export const DrawRecord = z
  .object({
    loteria_sha256: z.string(),
    comprometida_en: z.iso.datetime(),
    fuente: source,
    aportes_hasta: moment,
    revelar_hasta: moment,
    aportes: z.array(
      z
        .object({
          sector: z.enum(['gobierno', 'civil']),
          huella: z.string(),
          comprometido_en: z.iso.datetime(),
          secreto: z.string().nullable(),
        })
        .transform((share) => ({
          sector: share.sector,
          commitment: share.huella,
          committedAt: new Date(share.comprometido_en),
          secret: share.secreto,
        })),
    ),
    resultado: z
      .object({
        ronda: z
          .object({
            round: z.int(),
            signature: z.string(),
            previous_signature: z.string().optional(),
          })
          .nullable(),
        texto: z.string(),
        semilla: z.string(),
        posicion: z.int(),
        panel: z.array(z.string()),
      })
      .nullable(),
  })
  .transform((given): CheckedDraw => ({
    lotterySha256: given.loteria_sha256,
    committedAt: new Date(given.comprometida_en),
    ...given.fuente,
    sharesUntil: given.aportes_hasta,
    revealUntil: given.revelar_hasta,
    shares: given.aportes,
    sourceProof: given.resultado?.ronda ?? null,
    seedText: given.resultado?.texto ?? null,
    seed: given.resultado?.semilla ?? null,
    position: given.resultado?.posicion ?? null,
    panel: given.resultado?.panel ?? null,
  }));

/** The source in the contract's names. */
function sourceOf(given: PublicSource) {
  return given.form === 'drand'
    ? {
        origen: given.form,
        cadena: given.chain,
        cadena_sha256: drandChains[given.chain].hash,
        ronda: given.round,
      }
    : {
        origen: given.form,
        loteria: given.name,
        sorteo: given.number,
        dia: given.day,
        cifras: given.digits,
        cifras_serie: given.series,
      };
}

/** The record of a draw that was committed to; of another there is none. */
export function recordOf(draw: Draw) {
  const { source: given, committedAt, sourceAt, seedText, seed } = draw;
  if (!given || !committedAt || !sourceAt)
    throw new Error('A draw that was not committed to has no record');
  return {
    loteria_sha256: draw.lotterySha256,
    comprometida_en: committedAt.toISOString(),
    fuente: {
      ...sourceOf(given),
      momento: sourceAt.toISOString(),
      se_escribe: sourcePattern(given),
    },
    aportes_hasta: draw.sharesUntil?.toISOString() ?? null,
    revelar_hasta: draw.revealUntil?.toISOString() ?? null,
    aportes: draw.shares.map((share) => ({
      sector: share.sector,
      huella: share.commitment,
      comprometido_en: share.committedAt.toISOString(),
      secreto: share.secret,
    })),
    resultado:
      draw.state === 'sorteada'
        ? {
            ronda: draw.sourceProof,
            texto: seedText,
            semilla: seed,
            posicion: draw.position,
            panel: draw.panel,
          }
        : null,
  };
}
