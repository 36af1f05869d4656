import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { readLimit } from '#app/platform/http/read-limit.ts';
import { ideaApiView } from '#app/domains/ideas/api-view.ts';
import { listDescribedIdeas, visitSeed } from '#app/domains/ideas/list-ideas.server.ts';
import { ListFilters } from '#app/domains/ideas/schema.ts';

/** `GET /api/v1/ideas`: the filters and orders of the page. */
export const loader = api(async ({ visit, url }) => {
  const filters = ListFilters.parse(Object.fromEntries(url.searchParams));
  const { items, next } = await listDescribedIdeas(visit.db, filters, {
    seed: visitSeed(visit.device, 'api'),
    cursor: url.searchParams.get('cursor') ?? undefined,
    limit: readLimit(url),
  });
  return { datos: items.map((idea) => ideaApiView(idea, config().baseUrl)), siguiente: next };
});
