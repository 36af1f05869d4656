import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { countUncertainMail } from '#app/platform/mail/count-mail.server.ts';
import { jobs } from '#app/platform/mail/jobs.server.ts';
import { deliverMail } from '#app/platform/mail/jobs.ts';
import { listMail } from '#app/platform/mail/list-mail.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { sweepMail } from '#app/platform/mail/sweep-mail.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { asWorker, freshDatabase, queuedJobs } from '#tests/integration/database.ts';

/**
 * The settings are read once, when the first module that needs them is loaded: the address is set
 * before that.
 */
const port = await vi.hoisted(async () => {
  const { createServer } = await import('node:net');
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => probe.once('listening', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  const free = typeof address === 'object' && address ? address.port : 0;
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${free}`;
  return free;
});

const database = freshDatabase();
const received: string[] = [];
/** What the server does between having a mail and saying so. */
let answering = async () => undefined as void;
const server = new SMTPServer({
  authOptional: true,
  onRcptTo: ({ address }, _session, done) =>
    done(
      address.startsWith('nadie')
        ? Object.assign(new Error('No such user'), { responseCode: 550 })
        : null,
    ),
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    stream.on('end', () => {
      received.push(text);
      answering().then(() => done(), done);
    });
  },
});

beforeAll(async () => await new Promise<void>((done) => server.listen(port, '127.0.0.1', done)));
afterAll(async () => await new Promise<void>((done) => server.close(done)));

describe('mail', () => {
  it('leaves through the worker, once, even when the job is repeated', async () => {
    await inTransaction(
      async (tx) =>
        await queueMail(tx, {
          to: 'rosa@prueba.convite',
          subject: 'Tu idea',
          text: 'Mírala en http://localhost:3000/ideas/1.',
        }),
    );
    expect(received).toEqual([]); // never from the request

    const [payload] = await queuedJobs<{ mailId: string }>(database, deliverMail.name);
    const handler = jobs.find((job) => job.name === deliverMail.name)!;
    // The web role does not read what waits to go out.
    await expect(handler.run(payload)).rejects.toMatchObject({ code: '42501' });
    const texts = async () =>
      await database.owner.selectFrom('mail').select(['body', 'links', 'sent_at']).execute();
    expect(await texts()).toMatchObject([{ links: ['http://localhost:3000/ideas/1'] }]);
    expect(await listMail(null)).toEqual([]);
    await asWorker(database, async () => {
      await handler.run(payload);
      await handler.run(payload);
    });
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('Subject: Tu idea');

    // Sent, its text is gone, and the links in it.
    expect(await texts()).toEqual([{ body: '', links: [], sent_at: expect.any(Date) as Date }]);
  });

  it('to an address that is nobody’s is not tried again, and says so', async () => {
    await inTransaction(
      async (tx) =>
        await queueMail(tx, { to: 'nadie@prueba.convite', subject: 'A nadie', text: 'A nadie.' }),
    );
    const payload = (await queuedJobs<{ mailId: string }>(database, deliverMail.name)).at(-1)!;
    const handler = jobs.find((job) => job.name === deliverMail.name)!;
    await asWorker(database, async () => await handler.run(payload));
    await asWorker(database, async () => await handler.run(payload));
    expect(
      await database.owner
        .selectFrom('mail')
        .select(['body', 'sent_at', 'refused_at'])
        .where('recipient', '=', 'nadie@prueba.convite')
        .execute(),
    ).toEqual([{ body: '', sent_at: null, refused_at: expect.any(Date) as Date }]);
    expect(await countUncertainMail(database.owner)).toBe(0);
  });

  it('is not sent again when the worker is killed once the server has taken it, and doctor counts it', async () => {
    await inTransaction(
      async (tx) =>
        await queueMail(tx, { to: 'ines@prueba.convite', subject: 'Una vez', text: 'Una vez.' }),
    );
    const payload = (await queuedJobs<{ mailId: string }>(database, deliverMail.name)).at(-1)!;
    const handler = jobs.find((job) => job.name === deliverMail.name)!;
    const before = received.length;
    const script = `
      const { useDatabase } = await import('#app/platform/db/db.server.ts');
      const { jobs } = await import('#app/platform/mail/jobs.server.ts');
      useDatabase(process.env.DATABASE_URL, 2);
      await jobs[0].run(${JSON.stringify(payload)});`;
    const worker = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, DATABASE_URL: database.url('worker') },
      stdio: 'ignore',
    });
    const died = once(worker, 'exit');
    // It has the whole mail, and answers nothing before the worker is dead.
    answering = async () => {
      worker.kill('SIGKILL');
      await died;
    };
    await died;
    await vi.waitFor(() => expect(received).toHaveLength(before + 1));
    answering = async () => undefined;
    await asWorker(database, async () => await handler.run(payload));
    expect(received).toHaveLength(before + 1);
    expect(
      await database.owner
        .selectFrom('mail')
        .select(['body', 'sent_at', 'handed_over_at'])
        .where('id', '=', payload.mailId)
        .execute(),
    ).toEqual([{ body: '', sent_at: null, handed_over_at: expect.any(Date) as Date }]);
    expect(await countUncertainMail(database.db)).toBe(0);
    setClockOffset(16 * 60_000);
    expect(await countUncertainMail(database.db)).toBe(1);
    setClockOffset(0);
  });

  it('is tried again when the server refuses it for now', async () => {
    await inTransaction(
      async (tx) =>
        await queueMail(tx, { to: 'luz@prueba.convite', subject: 'Otra vez', text: 'Otra vez.' }),
    );
    const payload = (await queuedJobs<{ mailId: string }>(database, deliverMail.name)).at(-1)!;
    const handler = jobs.find((job) => job.name === deliverMail.name)!;
    const before = received.length;
    answering = async () => {
      throw Object.assign(new Error('try later'), { responseCode: 451 });
    };
    await asWorker(database, async () => {
      await expect(handler.run(payload)).rejects.toMatchObject({ responseCode: 451 });
      answering = async () => undefined;
      await handler.run(payload);
      await handler.run(payload);
    });
    expect(received).toHaveLength(before + 2);
  });

  it('is not queued when its command fails', async () => {
    const before = await database.owner.selectFrom('mail').selectAll().execute();
    const act = inTransaction(async (tx) => {
      await queueMail(tx, { to: 'rosa@prueba.convite', subject: 'Nada', text: 'Nada.' });
      throw new Error('undone');
    });
    await expect(act).rejects.toThrow('undone');
    expect(await database.owner.selectFrom('mail').selectAll().execute()).toHaveLength(
      before.length,
    );
  });

  it('is kept for half a year', async () => {
    await inTransaction(
      async (tx) =>
        await queueMail(tx, { to: 'vieja@prueba.convite', subject: 'Hola', text: 'Hola' }),
    );
    setClockOffset(184 * 86_400_000);
    await inTransaction(
      async (tx) =>
        await queueMail(tx, { to: 'nueva@prueba.convite', subject: 'Hola', text: 'Hola' }),
    );
    await asWorker(database, sweepMail);
    setClockOffset(0);
    expect(
      (await database.owner.selectFrom('mail').select('recipient').execute()).map(
        (mail) => mail.recipient,
      ),
    ).toEqual(['nueva@prueba.convite']);
    await database.owner.deleteFrom('mail').execute();
  });
});
