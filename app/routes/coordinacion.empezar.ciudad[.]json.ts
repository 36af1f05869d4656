import { resource } from '#app/platform/http/resource.server.ts';
import { exportSetup } from '#app/domains/setup/export-setup.server.ts';

/** The whole city in a file, as another installation would take it. */
export const loader = resource(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const { text } = await exportSetup(visit.db);
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="ciudad.json"',
    },
  });
});
