import type { Locale, Translate } from '#app/platform/i18n/messages.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import { signatureOf } from '#app/platform/mail/signature.ts';

/** The mails about a registration. */
export type RegistrationMail =
  | 'registered'
  | 'waiting'
  | 'waiting_goals'
  | 'in_draw'
  | 'drawn'
  | 'not_drawn'
  | 'still_waiting'
  | 'offered'
  | 'offer_expired'
  | 'accepted'
  | 'cancelled'
  | 'cancelled_for'
  | 'annulled'
  | 'meeting_cancelled'
  | 'meeting_changed'
  | 'personal_link'
  | 'need_answered'
  | 'contact_corrected'
  | 'contact_moved'
  | 'merged'
  | 'merged_elsewhere';

type Params = {
  name: string;
  meeting: { title: string; startsAt: Date; venue: string; address: string };
  link?: string;
  until?: Date | null;
  /** Words of a person: why it was cancelled, what changed, what was answered. */
  note?: string;
  /** Where to write when something is wrong. */
  contact?: string;
  /** Where a virtual meeting is; only for who holds a place. */
  onlineUrl?: string;
};

/** What says no more of a registration: what it opens, or it goes to an address that is not its own. */
const bare: RegistrationMail[] = ['personal_link', 'merged_elsewhere', 'contact_moved'];

/** A mail's subject and text, in the language in which the person registered. */
export function composeRegistrationMail(
  t: Translate<'emails'>,
  locale: Locale,
  kind: RegistrationMail,
  params: Params,
): { subject: string; text: string } {
  const { meeting } = params;
  const place = [meeting.venue, meeting.address].filter(Boolean).join(', ');
  const said = {
    title: meeting.title,
    when: formatDate(meeting.startsAt, locale, 'moment'),
    place,
    link: params.link ?? '',
    until: params.until ? formatDate(params.until, locale, 'moment') : '',
    note: params.note ?? '',
    contact: params.contact ?? '',
  };
  const where = [
    t('registration.facts', said),
    params.onlineUrl ? t('registration.online', { link: params.onlineUrl }) : '',
  ]
    .filter(Boolean)
    .join('\n');
  const parts = [
    kind === 'contact_moved' ? t('greeting.nobody') : t('greeting', { name: params.name }),
    t(`registration.${kind}.text`, said),
    bare.includes(kind) ? '' : where,
    signatureOf(t),
  ];
  return {
    subject: t(`registration.${kind}.subject`, said),
    text: parts.filter(Boolean).join('\n\n'),
  };
}
