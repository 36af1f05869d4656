import type { Locale, Translate } from '#app/platform/i18n/messages.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import { signatureOf } from '#app/platform/mail/signature.ts';

type Params = {
  name: string;
  meeting: { title: string; startsAt: Date };
  minutes: string;
  certificate: string;
};

/**
 * The mail to who came, once the minutes are published: what happened with what was said, and the
 * certificate.
 */
export function composeThanksMail(
  t: Translate<'emails'>,
  locale: Locale,
  { name, meeting, minutes, certificate }: Params,
): { subject: string; text: string } {
  const said = { title: meeting.title, when: formatDate(meeting.startsAt, locale, 'weekday') };
  const parts = [
    t('greeting', { name }),
    t('thanks.text', said),
    t('thanks.minutes', { link: minutes }),
    t('thanks.certificate', { link: certificate }),
    signatureOf(t),
  ];
  return { subject: t('thanks.subject', said), text: parts.join('\n\n') };
}
