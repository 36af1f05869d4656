import { first } from '#app/kernel/certain.ts';
import type { Translator } from '#app/platform/i18n/translator.ts';
import { signatureOf } from '#app/platform/mail/signature.ts';
import { pathOf } from '../rules.ts';
import { sayNotice } from '../say-notice.ts';
import type { NoticeView } from '../types.ts';

/** One mail with everything a person has not been told by mail yet, each with the link to its thing. */
export function composeDigest(
  translator: Translator,
  name: string,
  notices: NoticeView[],
  baseUrl: string,
): { subject: string; text: string } {
  const say = {
    notices: translator.t('notices'),
    common: translator.t('common'),
    locale: translator.locale,
  };
  const emails = translator.t('emails');
  const parts = notices.map((notice) => {
    const said = sayNotice(say, notice);
    const details = said.details.map((detail) => `${detail.label} ${detail.text}`);
    return [said.title, said.text, ...details, `${baseUrl}${pathOf(notice.subject)}`].join('\n');
  });
  const subject =
    notices.length === 1
      ? sayNotice(say, first(notices)).title
      : emails('digest.subject', { count: notices.length });
  return {
    subject,
    text: [
      emails('greeting', { name }),
      ...parts,
      emails('digest.more', { link: `${baseUrl}/cuenta/avisos` }),
      signatureOf(emails),
    ].join('\n\n'),
  };
}
