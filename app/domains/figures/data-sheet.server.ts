import { civilDay } from '#app/platform/i18n/format.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { requireFigures } from './require-figures.server.ts';

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
 * Everything that is published of the scope that an address names, as rows under their header and the name of
 * their file; what is protected is empty and says so.
 */
export async function dataSheet(
  db: Db,
  url: URL,
): Promise<{ name: string; rows: (string | number)[][] }> {
  const { scope, measured } = await requireFigures(db, url);
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
  return { name: `inclusion-${scope.replace(':', '-')}`, rows: [columns, ...rows] };
}
