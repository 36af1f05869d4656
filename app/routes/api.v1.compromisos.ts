import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { readLimit } from '#app/platform/http/read-limit.ts';
import { decodeCursor, encodeCursor } from '#app/kernel/paging.ts';
import { countIdeasByCommitment } from '#app/domains/ideas/count-ideas-by-commitment.server.ts';
import { commitmentApiView } from '#app/domains/plan/api-view.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';

/** `GET /api/v1/compromisos`: those of the active plan, by number. */
export const loader = api(async ({ visit, url }) => {
  const { db, locale } = visit;
  const limit = readLimit(url);
  const cursor = url.searchParams.get('cursor');
  const [after] = cursor ? decodeCursor(cursor, ['number']) : [0];
  const [all, phases, ideas] = await Promise.all([
    listCommitments(db, locale),
    getPhases(db, locale),
    countIdeasByCommitment(db),
  ]);
  const rest = all.filter((each) => each.number > Number(after));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return {
    datos: items.map((each) =>
      commitmentApiView(each, {
        phases,
        ideas: ideas.get(each.id) ?? 0,
        now: now(),
        baseUrl: config().baseUrl,
      }),
    ),
    siguiente: rest.length > items.length && last ? encodeCursor([last.number]) : null,
  };
});
