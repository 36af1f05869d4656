import { expect, it } from 'vitest';
import { buildDrawPool } from '#app/domains/draw/build-draw-pool.server.ts';
import { calculateLottery } from '#app/domains/draw/calculate-lottery.server.ts';
import { findRelaxation } from '#app/domains/draw/find-relaxation.server.ts';
import { getDrawDesk } from '#app/domains/draw/get-draw.server.ts';
import { prepareDraw } from '#app/domains/draw/prepare-draw.server.ts';
import { startCalculation } from '#app/domains/draw/run-calculation.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newWaiting } from '#tests/factories/meetings.ts';
import { asWorker } from '#tests/integration/database.ts';
import { database, drawing, facilitator, goal } from './draws.ts';

/**
 * Who runs a meeting registers invented people whose answers they know, beside one person whose they
 * want to know, and tries quotas out on them before anything is public.
 */

const fake = { genero: 'hombre', anio_nacimiento: 1990 };

/** What the desk says, but for what is made by chance or by the clock. */
async function deskOf(meetingId: string): Promise<string> {
  const desk = await getDrawDesk(database.db, facilitator, meetingId);
  return JSON.stringify([desk.draw, desk.proposed], (key, value: unknown) =>
    ['id', 'meetingId', 'preparedAt', 'lotterySha256'].includes(key) ? undefined : value,
  );
}

/** What a draw's people would tell if it were told: how many types there are, and by how much quotas fail. */
async function unprotected(meetingId: string): Promise<string> {
  const { draw } = await getDrawDesk(database.db, facilitator, meetingId);
  return await asWorker(database, async () => {
    const { pool } = await buildDrawPool(database.db, draw!);
    return `${pool.types.length} ${(await findRelaxation(pool)).total}`;
  });
}

it('tells nothing of one person among invented ones, by quotas tried out or people who go and come back', async () => {
  await goal('genero', 'mujer_trans', 0.2, 0.05);
  const old = await goal('edad', 'mayores_60', 0.2);
  const attack = async (secret: Record<string, unknown>) => {
    const meetingId = await drawing(6);
    const [first] = await newWaiting(database.owner, meetingId, [
      ...Array.from({ length: 11 }, () => fake),
      secret,
    ]);
    const told: string[] = [];
    const off: string[] = [];
    const tryOut = async (min: number, max: number) => {
      await prepareDraw(facilitator, meetingId, new Map([[old, { min, max }]]));
      const { draw } = await getDrawDesk(database.db, facilitator, meetingId);
      off.push(await unprotected(meetingId));
      told.push(await deskOf(meetingId));
      await startCalculation(facilitator, meetingId);
      told.push(await deskOf(meetingId));
      await asWorker(database, async () => await calculateLottery(draw!.id));
      told.push(await deskOf(meetingId));
    };
    await tryOut(1, 6);
    await tryOut(2, 6);
    await tryOut(0, 0);
    await giveUp(first!.code);
    await tryOut(1, 1);
    await database.owner
      .updateTable('registration')
      .set({ state: 'en_espera' })
      .where('id', '=', first!.id)
      .execute();
    await tryOut(1, 1);
    return { told, off };
  };
  const one = await attack({ genero: 'mujer_trans', anio_nacimiento: 1950 });
  const other = await attack(fake);
  expect(one.off).not.toEqual(other.off);
  expect(one.told).toHaveLength(15);
  expect(one.told).toEqual(other.told);
}, 120_000);
