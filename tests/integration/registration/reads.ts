import { sql } from 'kysely';
import type { Registration } from '#db/schema.d.ts';
import type { TestDatabase } from '#tests/integration/database.ts';

/** What tests of registrations look up past the application, as the owner of the database. */
export function readsOf(database: TestDatabase) {
  const mailsTo = async (email: string) =>
    await database.owner
      .selectFrom('mail')
      .select(['subject', 'body'])
      .where('recipient', '=', email)
      .orderBy('queued_at')
      .orderBy('id')
      .execute();
  return {
    /** What a registration declared; undefined where nothing is kept. */
    declaredOf: async (id: string) =>
      (
        await sql<{
          answers: Record<string, unknown>;
        }>`select answers from declared.declaration where registration_id = ${id}`.execute(
          database.owner,
        )
      ).rows[0]?.answers,
    /** The registrations checked in at a meeting and not undone. */
    arrivalsOf: async (meetingId: string) =>
      (
        await database.owner
          .selectFrom('check_in')
          .select('registration_id')
          .where('meeting_id', '=', meetingId)
          .where('undone_at', 'is', null)
          .execute()
      ).map((row) => row.registration_id),
    /** The registrations of a meeting, in order of arrival. */
    rowsOf: async (meetingId: string) =>
      await database.owner
        .selectFrom('registration')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('place')
        .execute(),
    /** How many registrations of a meeting are in a state. */
    countOf: async (meetingId: string, state: Registration['state']) =>
      Number(
        (
          await database.owner
            .selectFrom('registration')
            .select((eb) => eb.fn.countAll<number>().as('n'))
            .where('meeting_id', '=', meetingId)
            .where('state', '=', state)
            .executeTakeFirstOrThrow()
        ).n,
      ),
    /** The mails written to an address, the oldest first. */
    mailsTo,
    /** Their subjects, without the name of the meeting. */
    subjectsTo: async (email: string) =>
      (await mailsTo(email)).map((mail) => mail.subject.split(':')[0]),
  };
}
