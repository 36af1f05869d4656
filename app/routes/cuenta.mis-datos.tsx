import { page } from '#app/platform/http/route.server.ts';
import { exportOwnData } from '#app/domains/accounts/export-own-data.server.ts';
import { personalData } from '#app/subjects.server.ts';

/** The file with everything we keep of the person who asks for it. */
export const loader = page(async ({ visit }) => {
  const collected = await exportOwnData(
    visit.requireActor(),
    visit.facts.token ?? '',
    personalData,
  );
  return new Response(`${JSON.stringify(collected, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="mis-datos-convite.json"',
      'Cache-Control': 'private, no-store',
    },
  });
});
