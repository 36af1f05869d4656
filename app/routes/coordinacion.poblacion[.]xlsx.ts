import { resource } from '#app/platform/http/resource.server.ts';
import { sheetReply } from '#app/platform/spreadsheets/write-spreadsheet.server.ts';
import { baselineSheet } from '#app/domains/figures/get-figures.server.ts';

/** The same as a workbook. */
export const loader = resource(async ({ visit }) => {
  visit.requireRole('coordinacion');
  return await sheetReply(await baselineSheet(visit.db), { name: 'poblacion', kind: 'xlsx' });
});
