import { resource } from '#app/platform/http/resource.server.ts';
import { getDrawFile } from '#app/domains/draw/get-draw.server.ts';

/** The lottery of a draw, or the tokens of its waiting list: exactly the bytes that were hashed. */
export const loader = resource(async ({ visit, params }) => {
  const { name, text } = await getDrawFile(visit.db, visit.actor, params['id'], params['archivo']);
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-cache',
    },
  });
});
