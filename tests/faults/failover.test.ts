import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { crowd, expectOneMailEach, newcomer } from './crowd.ts';
import { RunningApp } from './running-app.ts';
import { ServerPair } from './server-pair.ts';

/** Reading and writing are back within so many seconds after another server writes. */
const most = 15;
/** For so many milliseconds the copy that has not taken over yet is all there is. */
const reading = 4000;

describe('a PostgreSQL that another one takes over from', () => {
  const folder = temporaryFolder('failover');
  let pair: ServerPair;
  let app: RunningApp;

  beforeAll(async () => {
    pair = await ServerPair.start(folder);
    app = await RunningApp.start(`${folder}/app`, pair.settings);
  }, 240_000);
  afterAll(async () => {
    await app?.stop();
    await pair?.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const ready = async () => (await app.ask('/salud/lista')).status;
  let registered = 0;
  const register = async () => {
    registered += 1;
    return await app.ask('/registro', newcomer(`una-${registered}@prueba.convite`));
  };
  const seconds = (since: number) => (performance.now() - since) / 1000;

  /** Both web processes do it: so often in a row. */
  const back = async () => {
    const since = performance.now();
    for (let row = 0; row < 6;) {
      const [act, page] = [await register(), await app.ask('/ideas?q=parque')];
      row = act.status === 303 && page.status === 200 && (await ready()) === 200 ? row + 1 : 0;
      if (seconds(since) > 60) throw new Error(`not back in a minute\n${app.said}`);
    }
    return seconds(since);
  };

  it('an address that leads to the copy for a while: what was opened meanwhile is left by itself', async () => {
    const pids = [...app.pids('web'), ...app.pids('worker')];
    pair.line.move(pair.standby!.keys.port);
    pair.line.cut();
    await app.until('a refusal', async () => (await register()).status === 503);
    for (const began = performance.now(); performance.now() - began < reading;) {
      const told = await register();
      expect([told.status, /^\d+$/.test(told.retryAfter)]).toEqual([503, true]);
      expect(await ready()).toBe(503);
      expect((await app.ask('/ideas?q=parque')).status).toBe(200);
    }
    pair.line.move(pair.primary.keys.port);
    const took = await back();
    console.log(`back ${took.toFixed(1)} s after the address leads to the server that writes`);
    expect(took).toBeLessThan(most);
    expect([...app.pids('web'), ...app.pids('worker')]).toEqual(pids);
  }, 120_000);

  it('an act that no copy confirms in time is not said to be kept', async () => {
    await pair.endStandby();
    for (const told of await Promise.all([register(), register(), register()])) {
      expect([told.status, /^\d+$/.test(told.retryAfter)]).toEqual([503, true]);
      expect(told.ms).toBeLessThan(20_000);
    }
    expect((await app.ask('/ideas?q=parque')).status).toBe(200);
    await pair.follow();
    await back();
  }, 120_000);

  it.each([
    ['was killed', 'SIGKILL', false],
    ['was stopped by its operator', 'SIGINT', false],
    ['lost its power: nothing comes back on any connection', 'SIGKILL', true],
  ] as const)(
    'after a server that %s: what was answered stands once, and all goes on by itself',
    async (what, how, silent) => {
      if (!pair.standby) await pair.follow();
      await app.well();
      const pids = [...app.pids('web'), ...app.pids('worker')];
      const people = crowd(app, what.replace(/\W/g, '-').slice(0, 20), 6);
      await app.until('a crowd', async () => people.count() > 20);
      const { port } = pair.standby!.keys;
      if (silent) pair.line.silence();
      await pair.end(how);
      await pause(1000);
      pair.line.move(port);
      for (const began = performance.now(); performance.now() - began < reading;) {
        expect(await ready()).toBe(503);
        expect((await register()).status).toBe(503);
      }
      const before = people.count();
      await pair.promote();
      const took = await back();
      console.log(`back ${took.toFixed(1)} s after another server writes (the first ${what})`);
      await app.until('acts afterwards', async () => people.count() > before + 20);
      const kept = await people.stop();
      expect(await pair.notOnce(kept)).toEqual([]);
      expect(took).toBeLessThan(most);
      await expectOneMailEach(app, kept);
      expect([...app.pids('web'), ...app.pids('worker')]).toEqual(pids);
    },
    400_000,
  );
});
