import { invalid, notFound } from '#app/kernel/errors.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import type { Translate } from '#app/platform/i18n/messages.ts';
import { api } from '#app/platform/http/api.server.ts';
import type { Baseline } from '#app/domains/figures/baseline.rules.ts';
import { readPopulation, requireFigures } from '#app/domains/figures/require-figures.server.ts';
import { isMeasure, populations } from '#app/domains/figures/rules.ts';
import type { Measured } from '#app/domains/figures/types.ts';

const percent = (share: number) => Math.round(share * 1000) / 10;
const twice = (number: number) => Math.round(number * 100) / 100;
const maybe = <T, R>(value: T | null, of: (value: T) => R): R | null =>
  value === null ? null : of(value);

/** Where the numbers of a table come from: what people said, and each source it is compared with. */
function sourceOf(table: Measured, baseline: Baseline[], t: Translate<'figures'>): string {
  const compared = new Set(
    table.rows.flatMap(({ value, reference }) => (reference === null ? [] : [value])),
  );
  const used = baseline.filter(
    ({ measure, value }) => measure === table.measure && compared.has(value),
  );
  const counted = populations.some((each) => each === table.population)
    ? 'api.source.registrations'
    : 'api.source.accounts';
  return [
    t(counted),
    ...new Set(
      used.map(({ source, asOf, territory, definition }) =>
        t('api.source.row', { source, date: asOf, place: t(`territory.${territory}`), definition }),
      ),
    ),
  ].join(' ');
}

/**
 * `GET /api/v1/inclusion?ambito=&variable=&poblacion=`: who takes part, from the published tables alone.
 * What is protected is null; what was not published is not found.
 */
export const loader = api(async ({ visit, url }) => {
  const variable = url.searchParams.get('variable') || 'genero';
  if (!isMeasure(variable)) throw invalid('variable_unknown');
  const population = readPopulation(url);
  const { scope, measured, baseline } = await requireFigures(visit.db, url);
  const table = measured.find(
    (each) => each.measure === variable && each.population === population,
  );
  if (!table) throw notFound('figures_unpublished');
  const t = visit.t('figures');
  return {
    ambito: scope,
    variable,
    poblacion: population,
    definicion: t(`definition.${variable}`),
    corte: civilDay(table.releasedAt),
    umbral: table.threshold,
    n: table.people,
    no_responde: table.unanswered,
    fuente: sourceOf(table, baseline, t),
    filas: table.rows.map((row) => ({
      valor: row.value,
      n: row.people,
      porcentaje: maybe(row.share, percent),
      intervalo: maybe(row.margin, (margin) => margin.map(percent)),
      referencia: maybe(row.reference, ({ share }) => percent(share)),
      territorio: row.reference?.territory ?? null,
      razon: maybe(row.ratio, twice),
      intervalo_razon: maybe(row.interval, (interval) => interval.map(twice)),
      oculta: row.people === null,
    })),
  };
});
