import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { readLimit } from '#app/platform/http/read-limit.ts';
import { findStandingDecisions } from '#app/domains/circle/find-decisions-of-proposals.server.ts';
import { proposalApiView } from '#app/domains/proposals/api-view.ts';
import { listProposalsWithIdeas } from '#app/domains/proposals/list-proposals.server.ts';
import { PublicFilters } from '#app/domains/proposals/schema.ts';

/** `GET /api/v1/propuestas`: what reached the Circle, the latest first, with the filters of the page. */
export const loader = api(async ({ visit, url }) => {
  const filters = PublicFilters.parse(Object.fromEntries(url.searchParams));
  const { items, next } = await listProposalsWithIdeas(
    visit.db,
    {
      ...filters,
      limit: readLimit(url),
      cursor: url.searchParams.get('cursor'),
    },
    visit.locale,
  );
  const decisions = await findStandingDecisions(
    visit.db,
    items.map((item) => item.id),
  );
  return {
    datos: items.map((item) => proposalApiView(item, decisions.get(item.id), config().baseUrl)),
    siguiente: next,
  };
});
