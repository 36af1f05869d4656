import type { Locale, Translate } from '#app/platform/i18n/messages.ts';
import { formatDate, formatList, timeSpan } from '#app/platform/i18n/format.ts';
import type { Meeting } from './types.ts';

type Shared = Pick<
  Meeting,
  'title' | 'startsAt' | 'endsAt' | 'venue' | 'address' | 'locality' | 'modality' | 'kind'
>;

/** When a meeting is, in words: day and hours. */
export function whenOf(
  meeting: Pick<Meeting, 'startsAt' | 'endsAt'>,
  locale: Locale,
): { day: string; hours: string } {
  return {
    day: formatDate(meeting.startsAt, locale, 'weekday'),
    hours: timeSpan(meeting.startsAt, meeting.endsAt, locale),
  };
}

/** Where a meeting is, in one line; a virtual one says so. */
export function whereOf(meeting: Shared, t: Translate<'meetings'>): string {
  const place = [meeting.venue, meeting.address, meeting.locality?.name].filter(Boolean).join(', ');
  if (meeting.modality === 'virtual') return t('where.online');
  return meeting.modality === 'hibrida' ? t('where.both', { place }) : place;
}

/** A short text to copy: what, when, where, what is there for everybody, and the address. */
export function shareText(
  meeting: Shared,
  access: string[],
  link: string,
  t: Translate<'meetings'>,
  locale: Locale,
): string {
  const { day, hours } = whenOf(meeting, locale);
  const lines = [
    t('share.what', { title: meeting.title }),
    t('share.when', { day, hours }),
    whereOf(meeting, t),
    access.length > 0 ? t('share.access', { list: formatList(access, locale) }) : '',
    t(meeting.kind === 'feria' ? 'share.fair' : 'share.register', { link }),
  ];
  return lines.filter(Boolean).join('\n');
}

/** Links that open a messaging app or the mail with the text written. */
export function shareLinks(text: string, subject: string): { whatsapp: string; mail: string } {
  return {
    whatsapp: `https://wa.me/?text=${encodeURIComponent(text)}`,
    mail: `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`,
  };
}
