import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until something holds of a process; an error with what it said when that is not so within
 * so many seconds, or when it ended.
 */
export async function until(
  process: { child: ChildProcess; said: () => string },
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds: number,
): Promise<void> {
  const { child, said } = process;
  const deadline = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${what}: it ended before\n${said()}`);
    if (performance.now() > deadline)
      throw new Error(`${what}: not within ${seconds} seconds\n${said()}`);
    await pause(100);
  }
}
