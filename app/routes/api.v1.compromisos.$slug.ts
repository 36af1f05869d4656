import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { countIdeasByCommitment } from '#app/domains/ideas/count-ideas-by-commitment.server.ts';
import { commitmentApiDetail } from '#app/domains/plan/api-view.ts';
import { getCommitment } from '#app/domains/plan/get-commitment.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';

/** `GET /api/v1/compromisos/:slug`: one of the active plan or of an archived one. */
export const loader = api(async ({ visit, params }) => {
  const { db, locale } = visit;
  const commitment = await getCommitment(db, params.slug ?? '', locale);
  const [phases, ideas] = await Promise.all([
    commitment.plan.state === 'active' ? getPhases(db, locale) : [],
    countIdeasByCommitment(db),
  ]);
  return commitmentApiDetail(commitment, {
    phases,
    ideas: ideas.get(commitment.id) ?? 0,
    now: now(),
    baseUrl: config().baseUrl,
  });
});
