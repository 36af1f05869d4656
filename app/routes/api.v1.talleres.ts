import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { readLimit } from '#app/platform/http/read-limit.ts';
import { meetingApiView } from '#app/domains/meetings/api-view.ts';
import { listMeetings } from '#app/domains/meetings/list-meetings.server.ts';

/** `GET /api/v1/talleres`: workshops and other meetings that were called, the latest first. */
export const loader = api(async ({ visit, url }) => {
  const { items, next } = await listMeetings(
    visit.db,
    {},
    { order: 'all', limit: readLimit(url), cursor: url.searchParams.get('cursor') ?? undefined },
  );
  return {
    datos: items.map((meeting) => meetingApiView(meeting, now(), config().baseUrl)),
    siguiente: next,
  };
});
