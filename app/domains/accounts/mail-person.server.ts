import { createHash } from 'node:crypto';
import { newSecret } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { composeAccountMail, type AccountMail } from './emails/account-mail.ts';
import { linkExpiry, mailsAnHour } from './rules.ts';
import { countMailsTo } from './store.server.ts';
import { insertLink } from './token.store.server.ts';
import type { Correspondent, LinkPurpose } from './types.ts';

/** What is stored of a link's token: its SHA-256, so that a leaked table opens no account. */
export function linkKey(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** An absolute address of this site, for mails. */
export function siteUrl(path: string): string {
  return `${config().baseUrl}${path}`;
}

/** Makes a link that works once; only the mail ever holds its token. */
export async function issueLink(
  tx: Tx,
  link: {
    personId: string;
    purpose: LinkPurpose;
    newEmail?: string;
    returnTo?: string | null | undefined;
  },
): Promise<string> {
  const token = newSecret();
  const at = now();
  await insertLink(tx, {
    key: linkKey(token),
    personId: link.personId,
    purpose: link.purpose,
    newEmail: link.newEmail ?? null,
    returnTo: link.returnTo ?? null,
    at,
    expiresAt: linkExpiry(link.purpose, at),
  });
  return siteUrl(`/enlace/${token}`);
}

/**
 * Queues a mail to a person in their language. Who asks for the same mail too often gets no more
 * for a while, without a word.
 */
export async function mailPerson(
  tx: Tx,
  person: Correspondent,
  kind: AccountMail,
  link: string,
  to: string = person.email,
  id?: string,
): Promise<void> {
  const { subject, text } = composeAccountMail(translatorOf(person.locale).t('emails'), kind, {
    name: person.name,
    link,
  });
  if (
    config().limits &&
    (await countMailsTo(tx, to, subject, new Date(now().getTime() - 3_600_000))) >= mailsAnHour
  )
    return;
  await queueMail(tx, { id, to, personId: person.id, subject, text });
}
