import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { isCalled } from './call.rules.ts';
import { openCall } from './open-call.server.ts';
import { composeRegistrationMail, type RegistrationMail } from './emails/registration-mail.ts';
import { mailOf } from './rules.ts';
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
type More = {
  query?: string;
  until?: Date | null;
  note?: string;
  link?: string;
  /** The mail's id, where one person is told. */
  mailId?: string | undefined;
  /** They are there and see or hear it now: nobody need call them. */
  present?: boolean;
};

/**
 * Mails people about their registration; who gave only a phone stands on the list of those whom who
 * facilitates the meeting calls.
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
    const to = mailOf(person);
    if (!to) {
      if (!more.present) await callInstead(tx, person, meeting, kind, more.note ?? '');
      continue;
    }
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
        contact: `${baseUrl}/ayuda/contacto`,
        onlineUrl,
      },
    );
    // What an address that is no longer theirs is told does not follow to the new one.
    const about = kind === 'contact_moved' ? {} : { aboutId: person.id };
    await queueMail(tx, {
      id: more.mailId,
      to,
      personId: person.personId,
      ...about,
      subject,
      text,
    });
  }
}

/** What cannot be mailed waits to be said by telephone. */
async function callInstead(
  tx: Tx,
  person: Reachable,
  meeting: Meeting,
  kind: RegistrationMail,
  note: string,
): Promise<void> {
  if (!person.phone || !isCalled(kind) || meeting.startsAt <= now()) return;
  await openCall(tx, person.id, kind, meeting, note);
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
  const to = mailOf(person);
  if (!to) return;
  const { baseUrl } = config();
  const { subject, text } = composeThanksMail(translatorOf(person.lang).t('emails'), person.lang, {
    name: person.name,
    meeting,
    minutes: `${baseUrl}/talleres/${meeting.id}/acta`,
    certificate: `${baseUrl}/constancias/${codeOfCertificate(person.id)}`,
  });
  await queueMail(tx, { to, personId: person.personId, aboutId: person.id, subject, text });
}
