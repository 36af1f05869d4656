import { formatDate } from '#app/platform/i18n/format.ts';
import type { Locale, Translate } from '#app/platform/i18n/messages.ts';
import { signatureOf } from '#app/platform/mail/signature.ts';
import type { Letter, Told } from '#app/domains/letters/types.ts';

/**
 * A mail about a letter, in its writer's language. It repeats nothing that they wrote, nor their name:
 * the address may be another's. An answer about personal data stands on the letter's page alone.
 */
export function composeLetterMail(
  t: Translate<'emails'>,
  locale: Locale,
  about: Told,
  said: {
    number: string;
    kind: Letter['kind'];
    dueAt: Date;
    replyUntil: Date | null;
    body: string;
    link: string;
  },
): { subject: string; text: string } {
  const params = {
    number: said.number,
    due: formatDate(said.dueAt, locale),
    until: said.replyUntil ? formatDate(said.replyUntil, locale) : '',
    link: said.link,
  };
  const parts = [
    t(`letter.${about}.text`, params),
    said.kind === 'datos' ? '' : said.body,
    t('letter.link', params),
    signatureOf(t),
  ];
  return {
    subject: t(`letter.${about}.subject`, params),
    text: parts.filter(Boolean).join('\n\n'),
  };
}
