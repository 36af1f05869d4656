import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { listCalls } from '#app/domains/registration/list-calls.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { sweeps } from '#app/domains/registration/sweeps.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { findWaitingMail } from '#app/platform/mail/count-mail.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';
import { until } from '#tests/until.ts';

// The settings are read once, by the first module that needs them.
const port = await vi.hoisted(async () => {
  const { freePort } = await import('#tests/free-port.ts');
  const free = await freePort();
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${free}`;
  return free;
});

const database = freshDatabase();
const web = { channel: 'web', locale: 'es' } as const;
const minute = 60_000;

/** The worker as it runs anywhere, on this file's database. */
let worker: { child: ChildProcess; said: () => string };
beforeAll(async () => {
  const child = fork(fileURLToPath(new URL('../../../app/worker.server.ts', import.meta.url)), {
    env: { ...process.env, DATABASE_URL: database.url('worker') },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  worker = { child, said: () => said };
  let ready = false;
  child.once('message', () => (ready = true));
  await until(worker, 'the worker', () => ready, 60);
}, 70_000);
afterAll(async () => {
  setClockOffset(0);
  if (worker.child.exitCode !== null) return;
  const ended = once(worker.child, 'exit');
  worker.child.disconnect();
  await ended;
}, 30_000);

/** A mail server that takes everything, and who was written to. */
async function mailServer() {
  const to: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => (to.push(address), done()),
    onData: (stream, _session, done) => stream.on('data', () => undefined).on('end', () => done()),
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return { to, close: async () => await new Promise<void>((done) => server.close(done)) };
}

async function mailJobs() {
  const { rows } = await sql<{ state: string; tries: number }>`
    select state::text, retry_count as tries from pgboss.job where name = 'mail.deliver'
  `.execute(database.owner);
  return rows;
}

/** Lets the time pass that the queue waits between two tries, so often. */
async function tryAgain(times: number): Promise<void> {
  for (let n = 1; n <= times; n += 1) {
    await until(
      worker,
      `try ${n}`,
      async () =>
        (await mailJobs()).every(({ state, tries }) => state === 'retry' && tries >= n - 1),
      60,
    );
    await sql`
      update pgboss.job set start_after = now() where name = 'mail.deliver' and state = 'retry'
    `.execute(database.owner);
  }
}

describe('a mail server that is away for an hour', () => {
  it('costs nobody a mail or a place, and who has only a telephone is called as ever', async () => {
    const plan = await newPlan(database.owner);
    const meeting = await newMeeting(database.owner, plan, { capacity: 2, offerHours: 2 });
    const facilitator = await newActor(database.owner, {
      roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: meeting.id }],
    });
    const told = (correo: string) => newForm({ correo: `${correo}@prueba.convite` });
    const here = [
      await registerPerson(null, meeting.id, told('primera'), web),
      await registerPerson(null, meeting.id, told('segunda'), web),
    ];
    const mailed = await registerPerson(null, meeting.id, told('tercera'), web);
    const called = await registerPerson(
      null,
      meeting.id,
      newForm({ nombre: 'Rosa Teléfono', correo: '', telefono: '3105550142' }),
      web,
    );
    const next = await registerPerson(null, meeting.id, told('cuarta'), web);
    for (const { code } of here) await giveUp(code);
    const stateOf = async ({ code }: { code: string }) =>
      (await getRegistration(database.db, code)).registration.state;
    expect([await stateOf(mailed), await stateOf(called)]).toEqual(['ofrecida', 'ofrecida']);

    // More tries than the few minutes that other work is given.
    await tryAgain(9);
    setClockOffset(60 * minute);
    const waiting = (await mailJobs()).length;
    expect(await findWaitingMail(database.db)).toMatchObject({ count: waiting });
    expect((await listCalls(facilitator)).map(({ about, name }) => [about, name])).toEqual([
      ['offered', 'Rosa Teléfono'],
    ]);

    // The two hours of the offer do not run while its mail cannot leave.
    setClockOffset(150 * minute);
    await asWorker(database, async () => await sweeps['registration.offers']());
    expect([await stateOf(mailed), await stateOf(called)]).toEqual(['ofrecida', 'ofrecida']);

    const server = await mailServer();
    await tryAgain(1);
    await until(
      worker,
      'every mail',
      async () => (await mailJobs()).every(({ state }) => state === 'completed'),
      60,
    );
    await server.close();
    const all = await database.owner.selectFrom('mail').select(['recipient', 'sent_at']).execute();
    expect(server.to.toSorted()).toEqual(all.map(({ recipient }) => recipient).toSorted());
    expect(all.every(({ sent_at: sentAt }) => sentAt)).toBe(true);
    expect(server.to).not.toContain('');
    expect(await findWaitingMail(database.db)).toBeNull();

    // Told at last, the person has the hours that were promised, and no more.
    await asWorker(database, async () => await sweeps['registration.offers']());
    expect(await stateOf(mailed)).toBe('ofrecida');
    setClockOffset(271 * minute);
    await asWorker(database, async () => await sweeps['registration.offers']());
    expect(await Promise.all([mailed, called, next].map(stateOf))).toEqual([
      'en_espera',
      'ofrecida',
      'ofrecida',
    ]);
  }, 240_000);
});
