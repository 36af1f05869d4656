import type { ChildProcess } from 'node:child_process';
import type { Run } from './keep-running.server.ts';

const patience = 8000;

/** How a process ended, in a word: its signal, or its exit code. */
export function endOf({ exitCode, signalCode }: ChildProcess): string {
  return signalCode ?? String(exitCode ?? 'error');
}

/** Ends a process politely, and after eight seconds in any case. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(late);
}

/** The life of a process that says `{ready: true}` once it serves. */
export function childRun(child: ChildProcess): Run {
  const ended = new Promise<string>((done) => {
    child.once('exit', () => done(endOf(child)));
    child.once('error', (error) => done(error.message));
  });
  const ready = new Promise<void>((done, fail) => {
    child.on('message', (message: { ready?: true }) => message.ready && done());
    void ended.then((why) => fail(new Error(`ended (${why}) before it was ready`)));
  });
  return { ready, ended, end: async () => await endChild(child) };
}

const every = 2000;
const mostMissed = 5;

/**
 * Ends a process that answers nothing for ten seconds. What is counted are questions without an answer, not time:
 * a machine that slept has asked none.
 */
export function endWhenStuck(child: ChildProcess, onStuck: () => void): void {
  let unanswered = 0;
  child.on('message', (message: { pong?: true }) => {
    if (message.pong) unanswered = 0;
  });
  const timer = setInterval(() => {
    if (!child.connected) return;
    unanswered += 1;
    if (unanswered > mostMissed) {
      clearInterval(timer);
      onStuck();
      child.kill('SIGKILL');
    } else child.send({ ping: true }, () => undefined);
  }, every).unref();
  child.once('exit', () => clearInterval(timer));
}
