import { createTransport, type Transporter } from 'nodemailer';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { handle } from '#app/platform/jobs/define-job.ts';
import { log } from '#app/platform/log/log.server.ts';
import { deliverMail } from './jobs.ts';

let transport: Transporter | undefined;
/** How long a server may be silent, in milliseconds: several mails are tried one after another. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Notes that a mail is given to the server now; undefined when it was sent, or given before. */
async function takeMail(mailId: string) {
  return await getDb()
    .updateTable('mail')
    .set({ handed_over_at: now() })
    .where('id', '=', mailId)
    .where('sent_at', 'is', null)
    .where('handed_over_at', 'is', null)
    .returning(['recipient', 'subject', 'body'])
    .executeTakeFirst();
}

/** Gone out, or never to be sent again: the text, which may hold a link that opens something, is kept no longer. */
async function closeMail(mailId: string, sentAt: Date | null): Promise<void> {
  await getDb()
    .updateTable('mail')
    .set({ sent_at: sentAt, body: '', links: [] })
    .where('id', '=', mailId)
    .where('sent_at', 'is', null)
    .execute();
}

/** Never to arrive: who asked for it finds out by `refused_at`. */
async function giveUpMail(mailId: string): Promise<void> {
  await getDb()
    .updateTable('mail')
    .set({ refused_at: now(), body: '', links: [] })
    .where('id', '=', mailId)
    .execute();
}

const neverMet = new Set(['ECONNREFUSED', 'EDNS', 'ENOTFOUND', 'EAI_AGAIN', 'EAUTH', 'ETLS']);

/** Whether the server says for good that the address is nobody's. */
function isUnknownAddress(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: unknown; code?: string };
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
}

/** Whether the server has certainly not taken a mail: it refused it, or was not reached. */
function isRefused(error: unknown): boolean {
  const { responseCode, code, syscall, message } = error as {
    responseCode?: unknown;
    code?: string;
    syscall?: string;
    message?: string;
  };
  return (
    typeof responseCode === 'number' ||
    neverMet.has(code ?? '') ||
    syscall === 'connect' ||
    /^(Connection timeout|Greeting never received|connect )/.test(message ?? '')
  );
}

/**
 * Hands a mail to the server, once: what was given and not answered for, because this process or the
 * connection died in between, may have arrived and is not sent again.
 */
async function deliver(mailId: string): Promise<void> {
  const url = config().smtpUrl;
  if (!url) return;
  const mail = await takeMail(mailId);
  if (!mail) return await closeMail(mailId, null);
  transport ??= createTransport({ url, ...patience });
  try {
    await transport.sendMail({
      from: config().mailFrom,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body,
      messageId: `<${mailId}@convite>`,
    });
  } catch (error) {
    if (isUnknownAddress(error)) return await giveUpMail(mailId);
    if (!isRefused(error)) {
      log.warn({ mailId }, 'nobody knows whether the mail server took a mail: not sent again');
      return await closeMail(mailId, null);
    }
    await getDb()
      .updateTable('mail')
      .set({ handed_over_at: null })
      .where('id', '=', mailId)
      .where('body', '<>', '') // a repeated job may have given it up meanwhile
      .execute();
    throw error;
  }
  await closeMail(mailId, now());
}

/** What the worker does for mail. */
export const jobs = [handle(deliverMail, async ({ mailId }) => await deliver(mailId))];
