import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeEmbedded } from '#app/platform/db/embedded.server.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { crowd, expectOneMailEach, newcomer } from './crowd.ts';
import { RunningApp } from './running-app.ts';

/** What kills and what is killed under load, so many times each; `away`: seconds for which the database is frozen. */
export type Extent = { rounds: number; away: number };

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** The same tests, short in `npm test` and long in `npm run test:long`. */
export function describeDeaths({ rounds, away }: Extent): void {
  describe('Convite stays when its parts die', () => {
    const folder = temporaryFolder('deaths');
    const dataDir = join(folder, 'data');
    // A small disk of its own, where this machine allows it.
    const small = run('mount', '-t', 'tmpfs', '-o', 'size=1500m', 'tmpfs', folder);
    let app: RunningApp;

    beforeAll(async () => {
      app = await RunningApp.start(dataDir);
    }, 180_000);
    afterAll(async () => {
      await app?.stop();
      await removeEmbedded(dataDir);
      if (small) run('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    }, 60_000);

    it.each(['web', 'worker', 'database'] as const)(
      'kill -9 of %s under load: what was answered stands once, and its mail was sent once',
      async (kind) => {
        const people = crowd(app, kind, 6);
        for (let round = 0; round < rounds; round += 1) {
          const before = people.count();
          await app.until('a crowd', async () => people.count() > before + 10);
          app.signal(kind, 'SIGKILL');
          await app.well();
          const after = people.count();
          await app.until('acts after a death', async () => people.count() > after + 10);
        }
        const kept = await people.stop();
        expect(new Set(kept).size).toBe(kept.length);
        await expectOneMailEach(app, kept);
      },
      300_000,
    );

    it('web processes that answer nothing are replaced', async () => {
      const stuck = app.pids('web');
      app.signal('web', 'SIGSTOP');
      await app.until(
        'their end',
        async () => app.pids('web').every((pid) => !stuck.includes(pid)),
        40,
      );
      await app.well();
      expect(app.said).toContain('web: no responde');
    }, 120_000);

    it('a frozen database: people are told within seconds, and all is well when it moves again', async () => {
      app.signal('database', 'SIGSTOP');
      try {
        const began = performance.now();
        await app.until('503', async () => (await app.ask('/ideas?q=parque')).status === 503, 40);
        while (performance.now() - began < away * 1000) {
          const told = await app.ask('/ideas?q=parque');
          expect([told.status, told.ms < 20_000]).toEqual([503, true]);
          const alive = await app.ask('/salud');
          expect([alive.status, alive.ms < 10_000]).toEqual([200, true]);
          expect((await app.ask('/salud/lista')).status).toBe(503);
        }
      } finally {
        app.signal('database', 'SIGCONT');
      }
      await app.well();
      // A web process notices by itself, with its next beat, that the database speaks again.
      await app.until('reading', async () => (await app.ask('/ideas?q=parque')).status === 200, 10);
    }, 180_000);

    it.skipIf(!small)(
      'a full disk: pages stay, acts are refused in words, and all is well when there is space',
      async () => {
        const heavy = join(folder, 'heavy');
        const { bavail, bsize } = statfsSync(folder);
        writeFileSync(heavy, Buffer.alloc(bavail * bsize - 24 * 1024 ** 2));
        const form = newcomer('llena@prueba.convite');
        const answer = await fetch(`${app.url}/registro`, {
          method: 'POST',
          body: new URLSearchParams(form),
          headers: { connection: 'close' },
          redirect: 'manual',
        });
        expect(answer.status).toBe(503);
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
        expect(await answer.text()).toContain('nos quedamos sin espacio');
        expect((await app.ask('/salud/lista')).status).toBe(503);
        expect((await app.ask('/ideas')).status).toBe(200);
        rmSync(heavy);
        await app.well();
        await app.until('acts', async () => (await app.ask('/registro', form)).status === 303);
      },
      120_000,
    );

    it('kill -9 of the start itself: nothing is left behind, and the next start goes on', async () => {
      const pids = app.pids('all');
      app.signal('main', 'SIGKILL');
      await app.ended;
      const isAlive = (pid: number) => {
        try {
          process.kill(pid, 0);
          return true;
        } catch {
          return false;
        }
      };
      for (let i = 0; i < 300 && pids.some(isAlive); i += 1) await pause(100);
      expect(pids.filter(isAlive)).toEqual([]);
      app = await RunningApp.start(dataDir);
      expect((await app.ask('/ideas')).status).toBe(200);
    }, 180_000);

    it('SIGTERM to npm ends everything, politely', async () => {
      const pids = app.pids('all');
      expect(await app.stop()).toBe(0);
      const left = pids.filter((pid) => run('kill', '-0', String(pid)));
      expect(left).toEqual([]);
    }, 60_000);
  });
}
