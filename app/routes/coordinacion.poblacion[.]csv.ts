import { resource } from '#app/platform/http/resource.server.ts';
import { sheetReply } from '#app/platform/spreadsheets/write-spreadsheet.server.ts';
import { baselineSheet } from '#app/domains/figures/get-figures.server.ts';

/** The population as it stands, in the form in which it is replaced. */
export const loader = resource(async ({ visit }) => {
  visit.requireRole('coordinacion');
  return await sheetReply(await baselineSheet(visit.db), { name: 'poblacion', kind: 'csv' });
});
