import { config } from '#app/platform/config/config.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { composeRegistrationMail, type RegistrationMail } from './emails/registration-mail.ts';
import { composeThanksMail } from './emails/thanks-mail.ts';
import { codeOfCertificate, codeOfRegistration } from './match-keys.server.ts';
import { getOnlineUrl } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { Reachable } from './types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

const withPlace: RegistrationMail[] = [
  'registered',
  'accepted',
  'drawn',
  'not_drawn',
  'meeting_changed',
];

/** `link`: where to go instead of the page of their registration. */
type More = { query?: string; until?: Date | null; note?: string; link?: string };

/**
 * Mails people about their registration; who gave only a phone is called by the facilitator, whose
 * list says so.
 */
export async function tellMany(
  tx: Tx,
  people: Reachable[],
  meeting: Meeting,
  kind: RegistrationMail,
  more: More = {},
): Promise<void> {
  const { baseUrl } = config();
  const onlineUrl =
    people.length > 0 && meeting.modality !== 'presencial' && withPlace.includes(kind)
      ? await getOnlineUrl(tx, meeting.id)
      : '';
  for (const person of people) {
    if (!person.email) continue;
    const { subject, text } = composeRegistrationMail(
      translatorOf(person.lang).t('emails'),
      person.lang,
      kind,
      {
        name: person.name,
        meeting,
        link:
          more.link ??
          `${baseUrl}/inscripciones/${codeOfRegistration(person.id)}${more.query ?? ''}`,
        until: more.until ?? null,
        note: more.note ?? '',
        onlineUrl,
      },
    );
    await queueMail(tx, { to: person.email, personId: person.personId, subject, text });
  }
}

/** The same for one. */
export async function tell(
  tx: Tx,
  person: Reachable,
  meeting: Meeting,
  kind: RegistrationMail,
  more: More = {},
): Promise<void> {
  await tellMany(tx, [person], meeting, kind, more);
}

/** Thanks who came and sends the minutes and the certificate; the caller marks them as thanked. */
export async function tellThanks(tx: Tx, person: Reachable, meeting: Meeting): Promise<void> {
  if (!person.email) return;
  const { baseUrl } = config();
  const { subject, text } = composeThanksMail(translatorOf(person.lang).t('emails'), person.lang, {
    name: person.name,
    meeting,
    minutes: `${baseUrl}/talleres/${meeting.id}/acta`,
    certificate: `${baseUrl}/constancias/${codeOfCertificate(person.id)}`,
  });
  await queueMail(tx, { to: person.email, personId: person.personId, subject, text });
}
