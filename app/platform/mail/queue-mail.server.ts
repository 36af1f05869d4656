import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { deliverMail } from './jobs.ts';

/**
 * Queues a mail in the command's transaction; the worker sends it, or the demonstration's mailbox
 * keeps it. `aboutId` says what it is about, so that it follows when the address is corrected.
 */
export async function queueMail(
  tx: Tx,
  mail: {
    id?: string | undefined;
    to: string;
    personId?: string | null;
    aboutId?: string;
    subject: string;
    text: string;
  },
): Promise<void> {
  const id = mail.id ?? newId();
  const links = [...mail.text.matchAll(/https?:\/\/\S+/g)].map((match) =>
    match[0].replace(/[.,)]+$/, ''),
  );
  const kept = config().smtpUrl === undefined;
  await tx
    .insertInto('mail')
    .values({
      id,
      recipient: mail.to,
      person_id: mail.personId ?? null,
      subject: mail.subject,
      body: mail.text,
      links,
      about_id: mail.aboutId ?? null,
      queued_at: now(),
      sent_at: kept ? now() : null,
    })
    .execute();
  if (!kept) await enqueue(tx, deliverMail, { mailId: id });
}

/** Whether a mail of this id is there already: a job that is repeated makes no second one. */
export async function isQueued(tx: Tx, id: string | undefined): Promise<boolean> {
  if (!id) return false;
  const found = await tx.selectFrom('mail').select('id').where('id', '=', id).executeTakeFirst();
  return found !== undefined;
}
