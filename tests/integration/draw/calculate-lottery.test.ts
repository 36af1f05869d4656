import { spawn } from 'node:child_process';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buildDrawPool } from '#app/domains/draw/build-draw-pool.server.ts';
import { calculateLottery } from '#app/domains/draw/calculate-lottery.server.ts';
import { commitLottery } from '#app/domains/draw/commit-lottery.server.ts';
import { getDrawDesk } from '#app/domains/draw/get-draw.server.ts';
import { jobs } from '#app/domains/draw/jobs.server.ts';
import { canonicalLottery, seatPeople, type WeightedPanel } from '#app/domains/draw/lottery.ts';
import { prepareDraw } from '#app/domains/draw/prepare-draw.server.ts';
import { roundLottery } from '#app/domains/draw/round-lottery.server.ts';
import { startCalculation, stopCalculation } from '#app/domains/draw/run-calculation.server.ts';
import { solveLeximin } from '#app/domains/draw/solve-leximin.server.ts';
import { sweeps } from '#app/domains/draw/sweeps.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { newWaiting } from '#tests/factories/meetings.ts';
import { numbersFrom } from '#tests/factories/pools.ts';
import { asWorker } from '#tests/integration/database.ts';
import {
  drawOf,
  foundOf,
  sha,
  source,
  kindOfGroup,
  thirty,
  database,
  facilitator,
  goal,
  drawing,
} from './draws.ts';

describe('a calculation', () => {
  /**
   * Seven hundred people of some 150 types: eight seconds of work of one core, also where that is
   * three times as fast more than two pulses.
   */
  async function large(): Promise<string> {
    for (const [variable, value, share] of [
      ['genero', 'mujer', 0.5],
      ['edad', 'jovenes_14_28', 0.3],
      ['edad', 'mayores_60', 0.2],
      ['cuida', 'si', 0.3],
      ['discapacidad', 'si', 0.1],
      ['localidad', '05', 0.15],
      ['localidad', '07', 0.2],
      ['organizacion_tipo', 'jac', 0.2],
      ['organizacion_tipo', 'mujeres', 0.1],
    ] as const)
      await goal(variable, value, share, 0.03);
    const next = numbersFrom(5);
    const meetingId = await drawing(60);
    await newWaiting(
      database.owner,
      meetingId,
      Array.from({ length: 700 }, () => ({
        genero: next() < 0.62 ? 'mujer' : 'hombre',
        anio_nacimiento: 1945 + Math.floor(next() * 62),
        cuida: [next() < 0.35 ? 'ninez' : 'no'],
        wg_ver: next() < 0.12 ? 'mucha' : 'ninguna',
        localidad: ['05', '07', '11'][Math.floor(next() * 3)],
        organizacion_tipo: kindOfGroup(next),
      })),
    );
    await prepareDraw(
      facilitator,
      meetingId,
      new Map(
        (await getDrawDesk(database.db, facilitator, meetingId)).proposed.map(
          ({ goalId, min, max }) => [goalId, { min, max }],
        ),
      ),
    );
    return meetingId;
  }
  const work = async (drawId: string) =>
    (
      await sql<{
        state: string;
      }>`select state from declared.draw_work where draw_id = ${drawId}::uuid`.execute(
        database.owner,
      )
    ).rows[0];
  const until = async (act: () => Promise<boolean>) => {
    for (let tries = 0; !(await act()); tries += 1) {
      if (tries > 3000) throw new Error('It never came to that');
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  /** The lottery of this draw as one run finds it that nobody stops. */
  const atOnce = async (drawId: string, meetingId: string) => {
    const draw = await drawOf(meetingId);
    const { pool } = await asWorker(
      database,
      async () => await buildDrawPool(database.db, { ...draw, id: drawId }),
    );
    const result = await solveLeximin(pool);
    if (result.kind !== 'leximin') throw new Error(result.kind);
    return sha(canonicalLottery(seatPeople(pool, await roundLottery(pool, result))));
  };

  it(
    'blocks no other job, says nothing of what it finds, can be stopped and goes on to the very same ' +
      'lottery; another goes on after a crash',
    async () => {
      const meetingId = await large();
      const { id } = await drawOf(meetingId);
      await startCalculation(facilitator, meetingId);
      // The job itself returns at once.
      await asWorker(database, async () => {
        await jobs.find((job) => job.name === 'draw.calculate-lottery')!.run({ drawId: id });
        await until(async () => (await work(id)) !== undefined);
        expect(await drawOf(meetingId)).toMatchObject({ state: 'calculando', types: null });
        // A second worker leaves it alone.
        await calculateLottery(id);
        expect((await drawOf(meetingId)).state).toBe('calculando');
        await stopCalculation(facilitator, meetingId);
        await new Promise((done) => setTimeout(done, 2500));
      });
      const stopped = await drawOf(meetingId);
      expect(stopped).toMatchObject({ state: 'detenida', failed: false, lotterySha256: null });
      await expect(commitLottery(facilitator, meetingId, source(24))).rejects.toMatchObject({
        reason: 'draw_unproven',
      });

      // A worker of its own takes it up and dies in the middle.
      await startCalculation(facilitator, meetingId);
      const before = (await work(id))!.state;
      const script =
        `import { useDatabase } from '#app/platform/db/db.server.ts'; import { ` +
        `calculateLottery } from '#app/domains/draw/calculate-lottery.server.ts'; ` +
        'useDatabase(process.env.DATABASE_URL, 3); await ' +
        `calculateLottery(${JSON.stringify(id)});`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, DATABASE_URL: database.url('worker') },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await until(async () => (await work(id))?.state !== before);
      child.kill('SIGKILL');
      expect((await drawOf(meetingId)).state).toBe('calculando');
      await database.owner
        .updateTable('draw')
        .set({ lease_until: new Date(0) })
        .where('id', '=', id)
        .execute();
      await asWorker(database, async () => {
        await sweeps['draw.lotteries']();
        await until(async () => (await drawOf(meetingId)).state !== 'calculando');
      });
      const done = await drawOf(meetingId);
      expect(done).toMatchObject({ state: 'lista', failed: false });
      const found = await foundOf(meetingId);
      expect(found.types).toBeGreaterThan(140);
      expect(found.rounding).toBeLessThanOrEqual(1e-6);
      expect(await work(id)).toBeUndefined();
      expect(done.lotterySha256).toBe(await atOnce(id, meetingId));
    },
    300_000,
  );

  it('begins anew when somebody took back what they declared while it ran', async () => {
    await goal('genero', 'mujer', 0.5, 0);
    const meetingId = await drawing(6);
    const people = await newWaiting(database.owner, meetingId, thirty);
    await database.owner
      .insertInto('registration_consent')
      .values({
        registration_id: people[25]!.id,
        purpose: 'estadistica',
        policy_version: '1',
        policy_sha256: 'x',
        channel: 'web',
        given_at: now(),
      })
      .execute();
    await prepareDraw(facilitator, meetingId, new Map());
    const { id } = await drawOf(meetingId);
    await startCalculation(facilitator, meetingId);
    await asWorker(database, async () => {
      const running = calculateLottery(id);
      await until(
        async () =>
          (
            await database.owner
              .selectFrom('draw')
              .select('lease_by')
              .where('id', '=', id)
              .executeTakeFirstOrThrow()
          ).lease_by !== null,
      );
      await withdrawConsent(null, people[25]!.code, 'estadistica');
      await running;
    });
    // Two of five women, no longer of six.
    const draw = await drawOf(meetingId);
    expect(draw.state).toBe('lista');
    const weights = new Map<string, number>();
    for (const { peso, panel } of JSON.parse(
      (
        await database.owner
          .selectFrom('draw')
          .select('lottery')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).lottery!,
    ) as WeightedPanel[])
      for (const name of panel) weights.set(name, (weights.get(name) ?? 0) + peso);
    const names = new Map(
      (
        await database.owner
          .selectFrom('draw_entry')
          .select(['registration_id', 'pseudonym'])
          .where('draw_id', '=', id)
          .execute()
      ).map((row) => [row.registration_id, row.pseudonym]),
    );
    expect(weights.get(names.get(people[20]!.id)!)! / 1e6).toBeCloseTo(3 / 5, 5);
    expect(weights.get(names.get(people[25]!.id)!)! / 1e6).toBeCloseTo(3 / 25, 5);
  }, 60_000);
});
