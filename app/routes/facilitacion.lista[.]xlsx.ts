import { resource } from '#app/platform/http/resource.server.ts';
import { sheetReply } from '#app/platform/spreadsheets/write-spreadsheet.server.ts';
import { emptyListColumns } from '#app/domains/registration/empty-list.ts';

/** An empty list of registrations, to be filled and brought to its meeting. */
export const loader = resource(async ({ visit }) => {
  visit.requireRole('facilitacion', 'coordinacion');
  return await sheetReply([[...emptyListColumns]], { name: 'lista', kind: 'xlsx' });
});
