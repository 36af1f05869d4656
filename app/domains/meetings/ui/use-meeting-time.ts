import { timeSpan } from '#app/platform/i18n/format.ts';
import { useLocale } from '#app/platform/i18n/use-t.ts';
import type { Meeting } from '../types.ts';

/** The hours of a meeting in words (9:00 a. m. – 12:30 p. m.). */
export function useMeetingTime(): (meeting: Pick<Meeting, 'startsAt' | 'endsAt'>) => string {
  const locale = useLocale();
  return (meeting) => timeSpan(meeting.startsAt, meeting.endsAt, locale);
}
