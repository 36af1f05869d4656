import { invalid } from '#app/kernel/errors.ts';
import { api } from '#app/platform/http/api.server.ts';
import { readLimit } from '#app/platform/http/read-limit.ts';

/** `GET /api/v1/talleres`: workshops and other meetings that were called. None has been yet, so no cursor of this list exists. */
export const loader = api(async ({ url }) => {
  readLimit(url);
  if (url.searchParams.get('cursor')) throw invalid('cursor_malformed');
  return { datos: [], siguiente: null };
});
