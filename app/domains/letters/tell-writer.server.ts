import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { insertCall } from './call.store.server.ts';
import { composeLetterMail } from './emails/letter-mail.ts';
import { codeOfLetter } from './letter-code.server.ts';
import { callDue, mailOf, numberOf } from './rules.ts';
import type { Letter, Told } from './types.ts';

/** The address of a letter's page. */
export function pathOfLetter(id: string): string {
  return `/ayuda/contacto/${codeOfLetter(id)}`;
}

/** Mails who wrote; who gave only a telephone stands on the list of those whom coordination calls. */
export async function tellWriter(
  tx: Tx,
  letter: Letter,
  about: Told,
  { body = '' }: { body?: string } = {},
): Promise<void> {
  const to = mailOf(letter);
  if (!to) {
    if (letter.phone)
      await insertCall(tx, { letterId: letter.id, about, dueAt: callDue(now()), at: now() });
    return;
  }
  const { subject, text } = composeLetterMail(
    translatorOf(letter.lang).t('emails'),
    letter.lang,
    about,
    {
      number: numberOf(letter),
      kind: letter.kind,
      dueAt: letter.dueAt,
      replyUntil: letter.replyUntil,
      body,
      link: `${config().baseUrl}${pathOfLetter(letter.id)}`,
    },
  );
  await queueMail(tx, { to, personId: letter.personId, subject, text });
}
