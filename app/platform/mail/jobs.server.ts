import { createTransport, type Transporter } from 'nodemailer';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { handle } from '#app/platform/jobs/define-job.ts';
import { deliverMail } from './jobs.ts';

let transport: Transporter | undefined;

async function deliver(mailId: string): Promise<void> {
  const url = config().smtpUrl;
  if (!url) return;
  const mail = await getDb()
    .selectFrom('mail')
    .selectAll()
    .where('id', '=', mailId)
    .executeTakeFirst();
  if (!mail || mail.sent_at) return; // repeated after a crash: already gone out
  transport ??= createTransport(url);
  await transport.sendMail({
    from: config().mailFrom,
    to: mail.recipient,
    subject: mail.subject,
    text: mail.body,
    messageId: `<${mail.id}@convite>`,
  });
  // Gone out: the text, which may hold a link that opens something, is kept no longer.
  await getDb()
    .updateTable('mail')
    .set({ sent_at: now(), body: '', links: [] })
    .where('id', '=', mailId)
    .execute();
}

/** What the worker does for mail. */
export const jobs = [handle(deliverMail, async ({ mailId }) => await deliver(mailId))];
