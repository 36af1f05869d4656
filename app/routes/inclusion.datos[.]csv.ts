import { civilDay } from '#app/platform/i18n/format.ts';
import { resource } from '#app/platform/http/resource.server.ts';
import { sheetReply } from '#app/platform/spreadsheets/write-spreadsheet.server.ts';
import { requireFigures } from '#app/domains/figures/require-figures.server.ts';

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
  'participacion_desde',
  'participacion_hasta',
  'territorio',
];

/**
 * Everything that is published of a scope, as a table of rows; what is protected is empty and says
 * so.
 */
export const loader = resource(async ({ visit, url }) => {
  const { scope, measured } = await requireFigures(visit.db, url);
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
      four(row.reference?.share),
      four(row.ratio),
      four(row.interval?.[0]),
      four(row.interval?.[1]),
      table.people,
      table.unanswered ?? '',
      civilDay(table.releasedAt),
      four(row.margin?.[0]),
      four(row.margin?.[1]),
      row.reference?.territory ?? '',
    ]),
  );
  return await sheetReply([columns, ...rows], {
    name: `inclusion-${scope.replace(':', '-')}`,
    kind: 'csv',
    isPublic: true,
  });
});
