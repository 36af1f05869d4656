import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { isReminderDue } from './need.rules.ts';
import { composeNeedsDue } from './emails/needs-due.ts';
import { listCoordinators, listFacilitators } from '#app/domains/meetings/list-staff.server.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { markReminded, selectMeetingsToRemind } from './need.store.server.ts';

/**
 * Three working days never span more calendar days than this, whatever holidays fall among them.
 */
const widest = 14 * 86_400_000;

/**
 * Recalls needs without an answer, three working days before the meeting and once: to its
 * facilitators, or to coordination when it has none.
 */
export async function remindNeeds(): Promise<void> {
  const at = now();
  for (const { id, startsAt } of await selectMeetingsToRemind(
    getDb(),
    at,
    new Date(at.getTime() + widest),
  )) {
    if (!isReminderDue(startsAt, at)) continue;
    await inTransaction(async (tx) => {
      const meeting = await lockMeeting(tx, id);
      const open = meeting && (await markReminded(tx, id, at));
      if (!meeting || open === null) return;
      const own = await listFacilitators(tx, id, at);
      const people = own.length > 0 ? own : await listCoordinators(tx, at);
      for (const person of people) {
        if (!person.email) continue;
        const locale = person.locale === 'en' ? 'en' : 'es';
        const mail = composeNeedsDue(translatorOf(locale).t('emails'), locale, {
          name: person.name,
          title: meeting.title,
          startsAt: meeting.startsAt,
          count: open,
          link: `${config().baseUrl}/facilitacion/talleres/${id}/apoyos`,
        });
        await queueMail(tx, { to: person.email, personId: person.id, ...mail });
      }
      await recordAudit(tx, systemActor, {
        action: 'registration.needs-reminded',
        subjectKind: 'meeting',
        subjectId: id,
        data: { open, told: people.length },
      });
    });
  }
}
