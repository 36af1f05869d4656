import { certain } from '#app/kernel/certain.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { composeDigest } from './emails/digest.ts';
import { lockRecipient, selectUnmailedPeople, takeUnmailed } from './store.server.ts';

const peopleATime = 200;

/**
 * Mails one digest to each person with something unmailed. Repeated or run twice at once, nobody
 * gets anything twice.
 */
export async function sendAllDigests(): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const people = await selectUnmailedPeople(getDb(), after, peopleATime);
    for (const personId of people) await sendDigest(personId);
    if (people.length < peopleATime) return;
    after = certain(people.at(-1));
  }
}

/** What is taken is marked and its mail queued in one transaction; with nothing to tell there is no mail. */
async function sendDigest(personId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const person = await lockRecipient(tx, personId);
    if (!person) return;
    const notices = await takeUnmailed(tx, personId, now());
    if (notices.length === 0) return;
    const { subject, text } = composeDigest(
      translatorOf(person.locale),
      person.name,
      notices,
      config().baseUrl,
    );
    await queueMail(tx, { to: person.email, personId, subject, text });
  });
}
