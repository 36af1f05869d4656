import { expect, test } from 'vitest';
import { keepRunning, type Run } from './keep-running.server.ts';

/** Something whose lives end after so many milliseconds, as often as is said; the next one stays. */
function mortal(deaths: number, lives: number) {
  const started: number[] = [];
  const start = (): Run => {
    started.push(performance.now());
    let end = () => undefined as void;
    const ended = new Promise<string>((done) => {
      end = () => done('SIGTERM');
      if (started.length <= deaths) setTimeout(() => done('SIGKILL'), lives);
    });
    return { ready: Promise.resolve(), ended, end: async () => end() };
  };
  return { start, started };
}

/** Keeps a worker running, with the lines that are told of it; that it is hopeless fails the test. */
function keepWorker(start: () => Run, pauses: number[]) {
  const told: string[] = [];
  const kept = keepRunning({
    name: 'worker',
    start,
    tell: (line) => void told.push(line),
    onHopeless: () => expect.unreachable(),
    pauses,
  });
  return { kept, told };
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((done) => setTimeout(done, 5));
};

test('what dies is started again, each time a little later', async () => {
  const { start, started } = mortal(3, 1);
  const { kept, told } = keepWorker(start, [10, 40, 160]);
  await kept.ready;
  await until(() => started.length === 4);
  const gaps = started.slice(1).map((at, i) => at - started[i]!);
  expect(gaps[0]).toBeGreaterThanOrEqual(9);
  expect(gaps[1]).toBeGreaterThanOrEqual(39);
  expect(gaps[2]).toBeGreaterThanOrEqual(159);
  expect(told[0]).toMatch(/^worker: terminó \(SIGKILL\).*it ended \(SIGKILL\) and starts again/);
  await kept.stop();
});

test('what dies again and again is given up, with its reason in one line', async () => {
  const { start, started } = mortal(99, 1);
  const last = await new Promise<string>((done) => {
    keepRunning({ name: 'web', start, tell: () => undefined, onHopeless: done, pauses: [1, 1, 1] });
  });
  expect(last).toMatch(
    /^web: terminó 4 veces seguidas, la última por SIGKILL .* last time by SIGKILL$/,
  );
  expect(started.length).toBe(4);
});

test('a death whose cause may pass is forgiven as often as it comes', async () => {
  const { start, started } = mortal(12, 1);
  const kept = keepRunning({
    name: 'PostgreSQL',
    start,
    tell: () => undefined,
    onHopeless: () => expect.unreachable(),
    isForgiven: () => true,
    pauses: [1],
  });
  await until(() => started.length === 13);
  await kept.stop();
});

test('a restart is no death, and what was stopped stays so', async () => {
  const { start, started } = mortal(0, 1);
  const { kept, told } = keepWorker(start, [1]);
  await kept.restart();
  await until(() => started.length === 2);
  await kept.stop();
  await new Promise((done) => setTimeout(done, 30));
  expect([started.length, told]).toEqual([2, []]);
});
