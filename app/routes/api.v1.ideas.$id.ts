import { authorize } from '#app/kernel/verdict.ts';
import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { ideaApiView } from '#app/domains/ideas/api-view.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { canSeeIdea } from '#app/domains/ideas/policy.ts';

/** `GET /api/v1/ideas/:id`: only what everybody may see, whoever asks. */
export const loader = api(async ({ visit, params }) => {
  const idea = await getIdea(visit.db, params['id']);
  authorize(canSeeIdea(null, idea));
  return ideaApiView({ ...idea, excerpt: '' }, config().baseUrl);
});
