import type { Translate } from '#app/platform/i18n/messages.ts';
import { signatureOf } from '#app/platform/mail/signature.ts';

/** The mails of this slice. */
export type AccountMail =
  | 'verify'
  | 'already_registered'
  | 'recover'
  | 'sign_in'
  | 'email_change'
  | 'email_changed'
  | 'password_changed';

/** A mail's subject and text: greeting, what happened, the link where there is one, and how to get help. */
export function composeAccountMail(
  t: Translate<'emails'>,
  kind: AccountMail,
  params: { name: string; link: string },
): { subject: string; text: string } {
  return {
    subject: t(`account.${kind}.subject`),
    text: [
      t('greeting', { name: params.name }),
      t(`account.${kind}.text`, { link: params.link }),
      signatureOf(t),
    ].join('\n\n'),
  };
}
