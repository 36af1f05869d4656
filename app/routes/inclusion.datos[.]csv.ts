import { stringify } from 'csv-stringify/sync';
import { invalid } from '#app/kernel/errors.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import { resource } from '#app/platform/http/resource.server.ts';
import { getFigures } from '#app/domains/figures/get-figures.server.ts';
import { isScope } from '#app/domains/figures/rules.ts';

const columns = [
  'ambito',
  'poblacion',
  'variable',
  'valor',
  'personas',
  'oculta',
  'participacion',
  'referencia',
  'razon',
  'razon_desde',
  'razon_hasta',
  'total',
  'no_responde',
  'publicada',
];

/**
 * Everything that is published of a scope, as a table of rows; what is protected is empty and says
 * so.
 */
export const loader = resource(async ({ visit, url }) => {
  const scope = url.searchParams.get('ambito') || 'plan';
  if (!isScope(scope)) throw invalid('scope_unknown_public');
  const { measured } = await getFigures(visit.db, scope);
  const four = (number: number | null | undefined) =>
    number === null || number === undefined ? '' : Math.round(number * 10_000) / 10_000;
  const rows = measured.flatMap((table) =>
    table.rows.map((row) => [
      scope,
      table.population,
      table.measure,
      row.value,
      row.people ?? '',
      row.people === null ? 'si' : 'no',
      four(row.share),
      four(row.reference),
      four(row.ratio),
      four(row.interval?.[0]),
      four(row.interval?.[1]),
      table.people,
      table.unanswered ?? '',
      civilDay(table.releasedAt),
    ]),
  );
  return new Response(stringify([columns, ...rows], { escape_formulas: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="inclusion-${scope.replace(':', '-')}.csv"`,
    },
  });
});
