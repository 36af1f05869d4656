import { createEvents, type EventAttributes } from 'ics';
import { offsetText } from '#app/kernel/zone.ts';
import { city } from '#app/platform/city/city.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { foldLines } from './calendar-lines.ts';
import type { PublicMeeting } from './types.ts';

const utc = (date: Date): [number, number, number, number, number] => [
  date.getUTCFullYear(),
  date.getUTCMonth() + 1,
  date.getUTCDate(),
  date.getUTCHours(),
  date.getUTCMinutes(),
];

function eventOf(meeting: PublicMeeting): EventAttributes {
  const url = `${config().baseUrl}/talleres/${meeting.id}`;
  return {
    uid: `${meeting.id}@convite`,
    sequence: meeting.version,
    title: meeting.title,
    description: `${meeting.purpose}\n\n${url}`,
    url,
    start: utc(meeting.startsAt),
    startInputType: 'utc',
    end: utc(meeting.endsAt),
    endInputType: 'utc',
    startOutputType: 'utc',
    endOutputType: 'utc',
    location: [meeting.venue, meeting.address, meeting.locality?.name].filter(Boolean).join(', '),
    status: meeting.state === 'cancelado' ? 'CANCELLED' : 'CONFIRMED',
    productId: 'convite',
    calName: undefined,
  };
}

/**
 * Meetings as an iCalendar file (RFC 5545): one, or the feed of all. A feed without meetings is
 * still a calendar.
 */
export function composeCalendar(meetings: PublicMeeting[], name: string): string {
  if (meetings.length === 0) {
    const offset = offsetText(now(), city().timeZone);
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:convite',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      `X-WR-CALNAME:${name}`,
      'BEGIN:VTIMEZONE',
      `TZID:${city().timeZone}`,
      'BEGIN:STANDARD',
      'DTSTART:19930404T000000',
      `TZOFFSETFROM:${offset}`,
      `TZOFFSETTO:${offset}`,
      'END:STANDARD',
      'END:VTIMEZONE',
      'END:VCALENDAR',
      '',
    ];
    return foldLines(lines.join('\r\n'));
  }
  const { error, value } = createEvents(meetings.map(eventOf), {
    calName: name,
    method: 'PUBLISH',
    productId: 'convite',
  });
  if (error || !value) throw error ?? new Error('no calendar');
  // The library counts letters where the standard counts octets.
  return foldLines(value);
}

/** The answer that carries a calendar. */
export function calendarResponse(text: string, file: string): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `inline; filename="${file}.ics"`,
      'Cache-Control': 'public, max-age=300',
    },
  });
}
