import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { calculateLottery } from '#app/domains/draw/calculate-lottery.server.ts';
import { commitLottery } from '#app/domains/draw/commit-lottery.server.ts';
import {
  findDrawNames,
  getDrawDesk,
  getDrawFile,
  getPublicDraw,
} from '#app/domains/draw/get-draw.server.ts';
import { holdDraw } from '#app/domains/draw/hold-draw.server.ts';
import type { WeightedPanel } from '#app/domains/draw/lottery.ts';
import { buildDrawPool } from '#app/domains/draw/build-draw-pool.server.ts';
import { prepareDraw } from '#app/domains/draw/prepare-draw.server.ts';
import { startCalculation } from '#app/domains/draw/run-calculation.server.ts';
import { jobs as workshopJobs } from '#app/domains/registration/jobs.server.ts';
import { sweeps as workshopSweeps } from '#app/domains/registration/sweeps.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newWaiting } from '#tests/factories/meetings.ts';
import { asWorker, queuedJobs } from '#tests/integration/database.ts';
import {
  drawOf,
  foundOf,
  sha,
  source,
  lineOf,
  proven,
  thirty,
  database,
  facilitator,
  hour,
  goal,
  drawing,
  stateOf,
} from './draws.ts';

const mailsTo = async (email: string) =>
  (
    await database.owner
      .selectFrom('mail')
      .select('subject')
      .where('recipient', '=', email)
      .orderBy('queued_at')
      .orderBy('id')
      .execute()
  ).map((mail) => mail.subject.split(':')[0]);

describe('the draw of a meeting’s places', () => {
  it('is prepared, proven, committed to and drawn; anybody finds the same from the file and the seed', async () => {
    const women = await goal('genero', 'mujer', 0.5);
    const meetingId = await drawing(6);
    const people = await newWaiting(database.owner, meetingId, thirty);
    const old = await goal('edad', 'mayores_60', 0.2);
    expect((await getDrawDesk(database.db, facilitator, meetingId)).proposed).toEqual([
      { goalId: women, fixed: true, variable: 'genero', value: 'mujer', min: 2, max: 4 },
      { goalId: old, fixed: false, variable: 'edad', value: 'mayores_60', min: 0, max: 2 },
    ]);
    await expect(
      prepareDraw(facilitator, meetingId, new Map([[old, { min: 4, max: 2 }]])),
    ).rejects.toMatchObject({ errors: { [`max.${old}`]: ['quota_range'] } });
    // What is the plan's stays as it is, whatever is typed for it.
    await prepareDraw(facilitator, meetingId, new Map([[women, { min: 0, max: 0 }]]));
    // What people declared is out of reach of pages.
    const { id } = await drawOf(meetingId);
    await expect(buildDrawPool(database.db, await drawOf(meetingId))).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`select from declared.draw_work`.execute(database.db)).rejects.toThrow(
      /permission denied/,
    );
    expect(await drawOf(meetingId)).toMatchObject({
      state: 'preparada',
      size: 6,
      people: 30,
      types: null,
      quotas: [
        { variable: 'edad', value: 'mayores_60', min: 0, max: 6 },
        { variable: 'genero', value: 'mujer', min: 2, max: 4 },
      ],
    });
    await expect(commitLottery(facilitator, meetingId, source(24))).rejects.toMatchObject({
      reason: 'draw_unproven',
    });
    await startCalculation(facilitator, meetingId);
    await expect(prepareDraw(facilitator, meetingId, new Map())).rejects.toMatchObject({
      reason: 'draw_running',
    });
    await asWorker(database, async () => await calculateLottery(id));
    const draw = await drawOf(meetingId);
    expect(draw).toMatchObject({ state: 'lista', types: null, smallest: null, failed: false });
    const found = await foundOf(meetingId);
    expect(found).toMatchObject({ types: 2, yielded: [] });
    expect(found.rounding).toBeLessThanOrEqual(1e-6);
    expect(found.smallest).toBeCloseTo(4 / 24, 8);

    // Nothing is public, and nobody knows what they are called, before the commitment.
    expect((await getPublicDraw(database.db, null, meetingId)).draw).toBeNull();
    expect(await findDrawNames(database.db, people[0]!.id)).toBeNull();
    await expect(getDrawFile(database.db, null, meetingId, 'loteria.json')).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(commitLottery(facilitator, meetingId, source(-1))).rejects.toMatchObject({
      errors: { momento: ['draw_moment_past'] },
    });
    await expect(commitLottery(facilitator, meetingId, source(0.5))).rejects.toMatchObject({
      errors: { momento: ['draw_moment_soon|minutes=60'] },
    });
    await expect(commitLottery(facilitator, meetingId, source(300))).rejects.toMatchObject({
      errors: { momento: ['draw_moment_late'] },
    });
    await commitLottery(facilitator, meetingId, source(24));
    await expect(prepareDraw(facilitator, meetingId, new Map())).rejects.toMatchObject({
      reason: 'draw_committed',
    });
    await expect(commitLottery(facilitator, meetingId, source(30))).rejects.toMatchObject({
      reason: 'draw_committed',
    });
    const { text } = await getDrawFile(database.db, null, meetingId, 'loteria.json');
    expect(sha(text)).toBe((await getPublicDraw(database.db, null, meetingId)).draw!.lotterySha256);

    // Somebody of the panel-to-be gives up before the draw: the lottery stands.
    await expect(holdDraw(facilitator, meetingId, '4821 serie 117')).rejects.toMatchObject({
      reason: 'draw_source_to_come',
    });
    const seed = sha(lineOf(await drawOf(meetingId)));
    const hash = sha(text);
    const lottery = JSON.parse(text) as WeightedPanel[];
    const position = Number(BigInt(`0x${sha(Buffer.from(seed + hash, 'hex'))}`) % 1_000_000n);
    let left = position;
    const panel = lottery.find(({ peso }) => (left -= peso) < 0)!.panel;
    const names = new Map(
      await Promise.all(
        people.map(
          async (person) =>
            [(await findDrawNames(database.db, person.id))!.pseudonym, person] as const,
        ),
      ),
    );
    await giveUp(names.get(panel[0]!)!.code);
    setClockOffset(25 * hour);
    for (const typed of ['', '4821', '4821 serie 1170', '117 4821', '2026-01-01|4821117'])
      await expect(holdDraw(facilitator, meetingId, typed)).rejects.toMatchObject({
        errors: { resultado: [expect.stringMatching(/^source_/) as string] },
      });
    await holdDraw(facilitator, meetingId, '4821 serie 117');
    await expect(holdDraw(facilitator, meetingId, 'otra cosa')).rejects.toMatchObject({
      reason: 'draw_done',
    });

    const drawn = (await getPublicDraw(database.db, null, meetingId)).draw!;
    expect(drawn).toMatchObject({
      state: 'sorteada',
      seed,
      position,
      panel,
      seedText: lineOf(drawn),
    });
    const fichas = JSON.parse(
      (await getDrawFile(database.db, null, meetingId, 'fichas.json')).text,
    ) as string[];
    expect(fichas).toEqual([...fichas].sort());
    const keyOf = (token: string) =>
      sha(Buffer.concat([Buffer.from(seed + hash, 'hex'), Buffer.from(token)]));
    expect(drawn.waiting).toEqual([...fichas].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));

    const seated = panel.slice(1).map((name) => names.get(name)!);
    const tokens = new Map(
      await Promise.all(
        people.map(
          async (person) => [(await findDrawNames(database.db, person.id))!.token, person] as const,
        ),
      ),
    );
    const others = drawn
      .waiting!.map((token) => tokens.get(token)!)
      .filter((person) => !seated.includes(person) && person !== names.get(panel[0]!));
    for (const person of [...seated, others[0]!])
      expect((await stateOf(person)).state).toBe('inscrita');
    for (const [index, person] of others.slice(1).entries())
      expect(await stateOf(person)).toMatchObject({ state: 'en_espera', turn: index + 1 });
    const [told] = await queuedJobs<{ meetingId: string; drawn: boolean }>(
      database,
      'registration.tell-allotted',
    );
    await workshopJobs.find((job) => job.name === 'registration.tell-allotted')!.run(told);
    expect(await mailsTo(seated[0]!.email)).toEqual(['Tienes puesto por sorteo']);
    expect(await mailsTo(others[1]!.email)).toEqual(['El sorteo no te dio puesto']);
    // A place that becomes free goes on in that order.
    await giveUp(seated[0]!.code);
    expect((await stateOf(others[1]!)).state).toBe('ofrecida');
    const said = await database.owner
      .selectFrom('audit_entry')
      .select(['action', 'is_public'])
      .where('subject_id', '=', meetingId)
      .where('action', 'like', 'draw.%')
      .orderBy('id')
      .execute();
    expect(said.map(({ action, is_public }) => [action, is_public])).toEqual([
      ['draw.draw-prepared', false],
      ['draw.lottery-started', false],
      ['draw.lottery-committed', true],
      ['draw.draw-held', true],
    ]);
  }, 60_000);

  it('ends by itself when so many give up that there is room for everybody', async () => {
    const meetingId = await drawing(5);
    const people = await newWaiting(
      database.owner,
      meetingId,
      Array.from({ length: 7 }, () => ({})),
    );
    await proven(meetingId);
    await commitLottery(facilitator, meetingId, source(2));
    for (const { code } of people.slice(0, 2)) await giveUp(code);
    await workshopSweeps['registration.undrawn']();
    expect((await Promise.all(people.slice(2).map(stateOf))).map(({ state }) => state)).toEqual([
      'inscrita',
      'inscrita',
      'inscrita',
      'inscrita',
      'inscrita',
    ]);
    setClockOffset(3 * hour);
    await expect(holdDraw(facilitator, meetingId, 'algo')).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'draw_done',
    });
  }, 30_000);

  it('without goals gives everybody the same', async () => {
    const meetingId = await drawing(5);
    const twenty = Array.from({ length: 20 }, () => ({}));
    await newWaiting(database.owner, meetingId, twenty);
    expect(await proven(meetingId)).toMatchObject({ state: 'lista' });
    expect(await foundOf(meetingId)).toMatchObject({ smallest: 0.25, types: 1 });
  }, 30_000);

  it('lets quotas that no panel meets give way, and names at the commitment those that are not sensitive', async () => {
    await goal('genero', 'mujer', 0.8, 0);
    const old = await goal('edad', 'mayores_60', 0.2);
    const meetingId = await drawing(10);
    await newWaiting(database.owner, meetingId, thirty);
    const draw = await proven(meetingId, new Map([[old, { min: 3, max: 4 }]]));
    expect(draw).toMatchObject({ state: 'lista', yielded: [] });
    // All six women, as near to eight as there are.
    expect((await foundOf(meetingId)).smallest).toBeCloseTo(4 / 24, 8);
    await commitLottery(facilitator, meetingId, source(24));
    expect((await getPublicDraw(database.db, null, meetingId)).draw).toMatchObject({
      yielded: [{ variable: 'edad', value: 'mayores_60' }],
    });
  }, 30_000);

  it('of fewer than ten people has no quotas, which would be about them', async () => {
    await goal('genero', 'mujer', 0.5);
    await goal('edad', 'mayores_60', 0.5);
    const meetingId = await drawing(5);
    await newWaiting(database.owner, meetingId, [...thirty.slice(17, 25), {}]);
    expect(await proven(meetingId)).toMatchObject({ state: 'lista', quotas: [] });
    expect((await foundOf(meetingId)).smallest).toBeCloseTo(5 / 9, 6);
  }, 30_000);
});
