import type { LoaderFunctionArgs } from '@remix-run/node';

/** Lines of an iCalendar file (RFC 5545): a calendar holds at least one component, so the time zone stands even without meetings. */
function calendar(name: string): string {
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Convite//Talleres//ES', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${name}`, 'X-WR-TIMEZONE:America/Bogota', 'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'BEGIN:VTIMEZONE', 'TZID:America/Bogota', 'BEGIN:STANDARD', 'DTSTART:19930404T000000', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0500', 'TZNAME:-05', 'END:STANDARD', 'END:VTIMEZONE',
    'END:VCALENDAR', '',
  ].join('\r\n');
}

/** Workshops and other meetings, for people's own calendars. */
export function loader({ context }: LoaderFunctionArgs): Response {
  return new Response(calendar(context.visit.t('workshops')('calendar.name')), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="talleres.ics"', 'Cache-Control': 'public, max-age=3600' },
  });
}
