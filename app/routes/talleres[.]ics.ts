import type { LoaderFunctionArgs } from '@remix-run/node';
import {
  calendarResponse,
  composeCalendar,
} from '#app/domains/meetings/compose-calendar.server.ts';
import { listMeetings } from '#app/domains/meetings/list-meetings.server.ts';

/** Workshops and other meetings to come, for people's own calendars. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { items } = await listMeetings(context.visit.db, {}, { order: 'coming', limit: 100 });
  return calendarResponse(
    composeCalendar(items, context.visit.t('meetings')('calendar.name')),
    'talleres',
  );
}
