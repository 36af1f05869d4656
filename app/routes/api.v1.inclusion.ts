import { invalid } from '#app/kernel/errors.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { getFigures } from '#app/domains/figures/get-figures.server.ts';
import { isMeasure, isScope, everyPopulation, thresholdOf } from '#app/domains/figures/rules.ts';

const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);
const twice = (number: number) => Math.round(number * 100) / 100;

/**
 * `GET /api/v1/inclusion?ambito=&variable=&poblacion=`: who takes part, from the published tables alone.
 * What is protected is null.
 */
export const loader = api(async ({ visit, url }) => {
  const scope = url.searchParams.get('ambito') || 'plan';
  const variable = url.searchParams.get('variable') || 'genero';
  const population = url.searchParams.get('poblacion') || 'asistieron';
  if (!isMeasure(variable)) throw invalid('variable_unknown');
  if (!isScope(scope) || !everyPopulation.some((each) => each === population))
    throw invalid('scope_unknown_public');
  const t = visit.t('figures');
  const { measured, baseline } = await getFigures(visit.db, scope);
  const table = measured.find(
    (each) => each.measure === variable && each.population === population,
  );
  const sources = [
    ...new Set(
      baseline.flatMap((row) =>
        row.measure === variable ? [`${row.source} (${row.asOf}): ${row.definition}`] : [],
      ),
    ),
  ];
  return {
    ambito: scope,
    variable,
    poblacion: population,
    definicion: t(`definition.${variable}`),
    corte: civilDay(table?.releasedAt ?? now()),
    umbral: thresholdOf(variable),
    n: table?.people ?? 0,
    no_responde: table ? table.unanswered : 0,
    fuente: [t('api.source'), ...sources].join(' '),
    filas: (table?.rows ?? []).map((row) => ({
      valor: row.value,
      n: row.people,
      porcentaje: percent(row.share),
      referencia: percent(row.reference),
      razon: row.ratio === null ? null : twice(row.ratio),
      intervalo: row.interval?.map(twice) ?? null,
      oculta: row.people === null,
    })),
  };
});
