import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { meetingApiView } from '#app/domains/meetings/api-view.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';

/** `GET /api/v1/talleres/:id`: only what everybody may see, whoever asks. */
export const loader = api(async ({ visit, params }) =>
  meetingApiView(await getMeeting(visit.db, null, params['id']), now(), config().baseUrl),
);
