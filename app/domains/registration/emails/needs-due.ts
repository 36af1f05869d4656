import type { Locale, Translate } from '#app/platform/i18n/messages.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import { signatureOf } from '#app/platform/mail/signature.ts';

/** The mail that recalls needs without an answer. It names no person and no need. */
export function composeNeedsDue(
  t: Translate<'emails'>,
  locale: Locale,
  params: { name: string; title: string; startsAt: Date; count: number; link: string },
): { subject: string; text: string } {
  const said = {
    count: params.count,
    title: params.title,
    when: formatDate(params.startsAt, locale, 'moment'),
    link: params.link,
  };
  return {
    subject: t('needs_due.subject', said),
    text: [t('greeting', { name: params.name }), t('needs_due.text', said), signatureOf(t)].join(
      '\n\n',
    ),
  };
}
