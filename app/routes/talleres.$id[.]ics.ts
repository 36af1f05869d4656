import { page } from '#app/platform/http/route.server.ts';
import {
  calendarResponse,
  composeCalendar,
} from '#app/domains/meetings/compose-calendar.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';

/** One meeting, for people's own calendars. */
export const loader = page(async ({ visit, params }) => {
  const meeting = await getMeeting(visit.db, visit.actor, params['id']);
  return calendarResponse(composeCalendar([meeting], meeting.title), `taller-${meeting.number}`);
});
