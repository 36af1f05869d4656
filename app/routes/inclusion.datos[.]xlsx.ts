import { resource } from '#app/platform/http/resource.server.ts';
import { sheetReply } from '#app/platform/spreadsheets/write-spreadsheet.server.ts';
import { dataSheet } from '#app/domains/figures/data-sheet.server.ts';

/** The same as a workbook. */
export const loader = resource(async ({ visit, url }) => {
  const { name, rows } = await dataSheet(visit.db, url);
  return await sheetReply(rows, { name, kind: 'xlsx', isPublic: true });
});
