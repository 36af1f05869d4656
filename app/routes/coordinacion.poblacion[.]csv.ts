import { stringify } from 'csv-stringify/sync';
import { resource } from '#app/platform/http/resource.server.ts';
import { baselineColumns, territoryColumn } from '#app/domains/figures/baseline.rules.ts';
import { listBaseline } from '#app/domains/figures/get-figures.server.ts';

/** The population as it stands, in the form in which it is replaced. */
export const loader = resource(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const rows = (await listBaseline(visit.db)).map((row) => [
    row.measure,
    row.value,
    row.persons === null ? row.share : '',
    row.persons ?? '',
    row.definition,
    row.asOf,
    row.source,
    row.territory,
  ]);
  return new Response(
    stringify([[...baselineColumns, territoryColumn], ...rows], { escape_formulas: true }),
    {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="poblacion.csv"',
        'Cache-Control': 'private, no-store',
      },
    },
  );
});
