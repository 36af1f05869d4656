import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { readCursor } from '#app/platform/http/paging.ts';
import { readLimit } from '#app/platform/http/read-limit.ts';
import { entryApiView } from '#app/domains/transparency/api-view.ts';
import { listPublicEntries } from '#app/domains/transparency/list-entries.server.ts';

/** `GET /api/v1/transparencia/registro`: the public acts, newest first, without the names of those who acted. */
export const loader = api(async ({ visit, url }) => {
  const t = visit.t('coordination');
  const { items, next } = await listPublicEntries(visit.db, {
    cursor: readCursor(url),
    limit: readLimit(url),
  });
  return {
    datos: items.map((entry) =>
      entryApiView(
        entry,
        t(`audit.${entry.action}`, { who: t(`who.${entry.who}`) }),
        config().baseUrl,
      ),
    ),
    siguiente: next,
  };
});
