import { resource } from '#app/platform/http/resource.server.ts';
import { sheetReply } from '#app/platform/spreadsheets/write-spreadsheet.server.ts';
import { dataSheet } from '#app/domains/figures/data-sheet.server.ts';

/** Everything that is published of a scope, as a table of rows. */
export const loader = resource(async ({ visit, url }) => {
  const { name, rows } = await dataSheet(visit.db, url);
  return await sheetReply(rows, { name, kind: 'csv', isPublic: true });
});
