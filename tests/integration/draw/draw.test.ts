import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ParticipationGoal } from '#db/schema.d.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { commitSecret, revealSecret } from '#app/domains/draw/add-secret.server.ts';
import { buildDrawPool } from '#app/domains/draw/build-draw-pool.server.ts';
import { calculateLottery } from '#app/domains/draw/calculate-lottery.server.ts';
import { commitLottery } from '#app/domains/draw/commit-lottery.server.ts';
import { CommitForm } from '#app/domains/draw/schema.ts';
import {
  findDrawNames,
  getDrawDesk,
  getDrawFile,
  getPublicDraw,
} from '#app/domains/draw/get-draw.server.ts';
import { holdDraw } from '#app/domains/draw/hold-draw.server.ts';
import { jobs } from '#app/domains/draw/jobs.server.ts';
import { canonicalLottery, seatPeople, type WeightedPanel } from '#app/domains/draw/lottery.ts';
import { measureTypes } from '#app/domains/draw/measure-types.server.ts';
import { personalData } from '#app/domains/draw/personal-data.server.ts';
import { prepareDraw } from '#app/domains/draw/prepare-draw.server.ts';
import { roundLottery } from '#app/domains/draw/round-lottery.server.ts';
import { startCalculation, stopCalculation } from '#app/domains/draw/run-calculation.server.ts';
import { checkPanel } from '#app/domains/draw/select-panel.server.ts';
import type { PublicSource } from '#app/domains/draw/source.ts';
import { trustOf } from '#app/domains/draw/trust.ts';
import { quicknet1000, quicknet657413 } from '#tests/factories/drand.ts';
import { solveLeximin } from '#app/domains/draw/solve-leximin.server.ts';
import { sweeps } from '#app/domains/draw/sweeps.server.ts';
import { cancelRegistration } from '#app/domains/registration/change-registration.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { jobs as workshopJobs } from '#app/domains/registration/jobs.server.ts';
import { personalData as workshopsData } from '#app/domains/registration/personal-data.server.ts';
import { sweeps as workshopSweeps } from '#app/domains/registration/sweeps.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { localMoment } from '#app/domains/plan/rules.ts';
import { newMeeting, newWaiting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { numbersFrom } from '#tests/factories/pools.ts';
import { asWorker, freshDatabase, queuedJobs } from '#tests/integration/database.ts';

const database = freshDatabase();
const hour = 3_600_000;
let plan: TestPlan;
let facilitator: Actor & { personId: string };

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
  facilitator = await newActor(database.owner, { roles: ['facilitacion'] });
});

const goal = async (
  variable: ParticipationGoal['variable'],
  value: string,
  share: number,
  tolerance = 0.1,
) => {
  const id = newId();
  await database.owner
    .insertInto('participation_goal')
    .values({
      id,
      plan_id: plan.id,
      meeting_id: null,
      variable,
      value,
      share,
      tolerance,
      source: 'prueba',
      created_at: now(),
    })
    .execute();
  return id;
};
/** A meeting that draws its places, whose registration closed an hour ago. */
const drawing = async (capacity: number) =>
  (
    await newMeeting(database.owner, plan, {
      capacity,
      allocation: 'sorteo',
      opensIn: -48,
      closesIn: -1,
      startsIn: 240,
    })
  ).id;
const drawOf = async (meetingId: string) =>
  (await getDrawDesk(database.db, facilitator, meetingId)).draw!;
const stateOf = async ({ code }: { code: string }) =>
  (await getRegistration(database.db, code)).registration;
const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const inHours = (hours: number) => localMoment(new Date(now().getTime() + hours * hour));
const source = (hours: number, more: Record<string, string> = {}) =>
  CommitForm.parse({
    origen: 'loteria',
    loteria: 'Lotería de Bogotá',
    sorteo: '2857',
    cifras: '4',
    cifras_serie: '3',
    momento: inHours(hours),
    aportes: 'no',
    ...more,
  });
/** The same with secrets of the Circle, committed to for two hours and revealed in two more. */
const withShares = (more: Record<string, string> = {}) =>
  source(6, { aportes: 'si', aportes_hasta: inHours(2), revelar_hasta: inHours(4), ...more });
/** What the lottery said, as its one text. */
const lineOf = (draw: { source: PublicSource | null }) =>
  `${draw.source?.form === 'loteria' ? draw.source.day : ''}|4821117`;
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

/** Prepares a draw and has its lottery calculated to the end. */
async function proven(meetingId: string, quotas = new Map<string, { min: number; max: number }>()) {
  await prepareDraw(facilitator, meetingId, quotas);
  const { id } = await drawOf(meetingId);
  await asWorker(database, async () => await measureTypes(id));
  await startCalculation(facilitator, meetingId);
  await asWorker(database, async () => await calculateLottery(id));
  return await drawOf(meetingId);
}

/** Three in ten are in a group, and of those four in ten in one of women. */
function kindOfGroup(next: () => number): string {
  if (next() >= 0.3) return 'ninguna';
  return next() < 0.4 ? 'mujeres' : 'jac';
}

/** Thirty people: twenty men, six women, four who said nothing. */
const thirty = [
  ...Array.from({ length: 20 }, () => ({ genero: 'hombre' })),
  ...Array.from({ length: 6 }, () => ({ genero: 'mujer' })),
  ...Array.from({ length: 4 }, () => ({})),
];

describe('the draw of a meeting’s places', () => {
  it('is prepared, proven, committed to and drawn; anybody finds the same from the file and the seed', async () => {
    const women = await goal('genero', 'mujer', 0.5);
    const meetingId = await drawing(6);
    const people = await newWaiting(database.owner, meetingId, thirty);
    expect((await getDrawDesk(database.db, facilitator, meetingId)).proposed).toEqual([
      { goalId: women, variable: 'genero', value: 'mujer', min: 2, max: 4 },
    ]);
    await expect(
      prepareDraw(facilitator, meetingId, new Map([[women, { min: 4, max: 2 }]])),
    ).rejects.toMatchObject({ errors: { [`max.${women}`]: ['quota_range'] } });
    await prepareDraw(facilitator, meetingId, new Map([[women, { min: 2, max: 4 }]]));
    expect(await queuedJobs(database, 'draw.measure-types')).toHaveLength(1);
    await expect(startCalculation(facilitator, meetingId)).rejects.toMatchObject({
      reason: 'draw_moved',
    });
    // What people declared is out of reach of pages.
    const { id } = await drawOf(meetingId);
    await expect(measureTypes(id)).rejects.toThrow(/permission denied/);
    await expect(sql`select from declared.draw_work`.execute(database.db)).rejects.toThrow(
      /permission denied/,
    );
    await asWorker(database, async () => await measureTypes(id));
    expect(await drawOf(meetingId)).toMatchObject({
      state: 'preparada',
      size: 6,
      people: 30,
      types: 2,
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
    expect(draw).toMatchObject({ state: 'lista', types: 2, failed: false });
    expect(draw.rounding!).toBeLessThanOrEqual(1e-6);
    expect(draw.smallest!).toBeCloseTo(4 / 24, 8);

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
    await cancelRegistration(null, names.get(panel[0]!)!.code);
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
    await cancelRegistration(null, seated[0]!.code);
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
    const meetingId = await drawing(3);
    const people = await newWaiting(
      database.owner,
      meetingId,
      Array.from({ length: 5 }, () => ({})),
    );
    await proven(meetingId);
    await commitLottery(facilitator, meetingId, source(2));
    for (const { code } of people.slice(0, 2)) await cancelRegistration(null, code);
    await workshopSweeps['registration.undrawn']();
    expect((await Promise.all(people.slice(2).map(stateOf))).map(({ state }) => state)).toEqual([
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
    const meetingId = await drawing(3);
    await newWaiting(
      database.owner,
      meetingId,
      Array.from({ length: 12 }, () => ({})),
    );
    expect(await proven(meetingId)).toMatchObject({ state: 'lista', smallest: 0.25, types: 1 });
  }, 30_000);

  it('with quotas that no panel meets says the smallest change that would do, and relaxes nothing', async () => {
    const women = await goal('genero', 'mujer', 0.5);
    const meetingId = await drawing(10);
    await newWaiting(database.owner, meetingId, thirty);
    expect(await proven(meetingId, new Map([[women, { min: 8, max: 10 }]]))).toMatchObject({
      state: 'imposible',
      relaxation: {
        total: 2,
        changes: [{ variable: 'genero', value: 'mujer', min: 8, max: 10, newMin: 6, newMax: 10 }],
      },
    });
    await expect(commitLottery(facilitator, meetingId, source(24))).rejects.toMatchObject({
      reason: 'draw_unproven',
    });
    await expect(startCalculation(facilitator, meetingId)).rejects.toMatchObject({
      reason: 'draw_moved',
    });
    expect(await proven(meetingId, new Map([[women, { min: 6, max: 10 }]]))).toMatchObject({
      state: 'lista',
    });
  }, 30_000);

  it(
    'is refused where it was not said beforehand, before registration closes, and where ' +
      'there is room for all',
    async () => {
      const byArrival = await newMeeting(database.owner, plan, {
        capacity: 2,
        closesIn: -1,
        opensIn: -48,
      });
      await expect(prepareDraw(facilitator, byArrival.id, new Map())).rejects.toMatchObject({
        kind: 'conflict',
        reason: 'draw_not_said',
      });
      const open = await newMeeting(database.owner, plan, { capacity: 2, allocation: 'sorteo' });
      await newWaiting(database.owner, open.id, [{}, {}, {}]);
      await expect(prepareDraw(facilitator, open.id, new Map())).rejects.toMatchObject({
        reason: 'draw_before_closing',
      });
      const roomy = await drawing(3);
      await newWaiting(database.owner, roomy, [{}, {}, {}]);
      await expect(prepareDraw(facilitator, roomy, new Map())).rejects.toMatchObject({
        reason: 'draw_not_needed',
      });
      const other = await newActor(database.owner, {
        roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: newId() }],
      });
      await expect(prepareDraw(other, roomy, new Map())).rejects.toMatchObject({
        kind: 'not-found',
      });
      await expect(getPublicDraw(database.db, null, byArrival.id)).rejects.toMatchObject({
        kind: 'not-found',
      });
    },
  );
});

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
    const { id } = await drawOf(meetingId);
    await asWorker(database, async () => await measureTypes(id));
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
    'blocks no other job, says how far it is, can be stopped and goes on to the very same ' +
      'lottery; another goes on after a crash',
    async () => {
      const meetingId = await large();
      const { id, types } = await drawOf(meetingId);
      expect(types!).toBeGreaterThan(140);
      await startCalculation(facilitator, meetingId);
      // The job itself returns at once.
      await asWorker(database, async () => {
        await jobs.find((job) => job.name === 'draw.calculate-lottery')!.run({ drawId: id });
        await until(
          async () => (await work(id)) !== undefined && (await drawOf(meetingId)).progress !== null,
        );
        const running = await drawOf(meetingId);
        expect(running).toMatchObject({ state: 'calculando', progress: { types } });
        expect(running.progress!.upper).toBeGreaterThanOrEqual(running.progress!.smallest);
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
      expect(done.rounding!).toBeLessThanOrEqual(1e-6);
      expect(await work(id)).toBeUndefined();
      expect(done.lotterySha256).toBe(await atOnce(id, meetingId));
    },
    300_000,
  );

  it('begins anew when somebody took back what they declared while it ran', async () => {
    await goal('genero', 'mujer', 0.5);
    const meetingId = await drawing(4);
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
    await prepareDraw(
      facilitator,
      meetingId,
      new Map(
        (await getDrawDesk(database.db, facilitator, meetingId)).proposed.map(({ goalId }) => [
          goalId,
          { min: 2, max: 2 },
        ]),
      ),
    );
    const { id } = await drawOf(meetingId);
    await asWorker(database, async () => await measureTypes(id));
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
    expect(weights.get(names.get(people[20]!.id)!)! / 1e6).toBeCloseTo(2 / 5, 5);
    expect(weights.get(names.get(people[25]!.id)!)! / 1e6).toBeCloseTo(2 / 25, 5);
  }, 60_000);
});

describe('the seed of the Circle', () => {
  const member = async (sector: 'gobierno' | 'civil') =>
    await newActor(database.owner, {
      roles: [{ role: 'circulo', scopeKind: 'sector', scopeId: sector }],
    });
  const phrases = ['el agua clara baja sola', 'la montaña no se mueve', 'tres caminos, un puente'];
  /** A draw whose lottery is proven. */
  const ready = async () => {
    const meetingId = await drawing(3);
    const people = await newWaiting(
      database.owner,
      meetingId,
      Array.from({ length: 9 }, () => ({})),
    );
    await proven(meetingId);
    return { meetingId, people };
  };
  /** Each commits to its phrase. */
  const committed = async (meetingId: string, actors: Actor[]) => {
    for (const [index, actor] of actors.entries())
      await commitSecret(actor, meetingId, sha(phrases[index] ?? ''));
  };
  const files = ['loteria.json', 'fichas.json'];
  const publicDraw = async (meetingId: string) =>
    (await getPublicDraw(database.db, null, meetingId)).draw;

  it('is the source and three secrets of both sectors, closed before the lottery is shown', async () => {
    const { meetingId, people } = await ready();
    const [one, two, three] = [
      await member('civil'),
      await member('gobierno'),
      await member('civil'),
    ];
    await expect(commitSecret(one, meetingId, sha('x'))).rejects.toMatchObject({
      reason: 'draw_no_secrets',
    });
    await commitLottery(facilitator, meetingId, withShares());
    await expect(commitSecret(facilitator, meetingId, sha('x'))).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(
      commitSecret(
        await newActor(database.owner, { roles: ['circulo'] }),
        meetingId,
        sha('de nadie'),
      ),
    ).rejects.toMatchObject({ reason: 'draw_no_sector' });
    await commitSecret(one, meetingId, sha('otro que se cambia'));
    await committed(meetingId, [one, two, three]);
    // A copy of another's would count as one more and add nothing.
    await expect(commitSecret(two, meetingId, sha(phrases[0] ?? ''))).rejects.toMatchObject({
      errors: { huella: ['hash_of_another'] },
    });
    // Shares can still change: nobody sees the lottery, nor what they are called in it.
    for (const file of files)
      await expect(getDrawFile(database.db, null, meetingId, file)).rejects.toMatchObject({
        kind: 'not-found',
      });
    expect(await findDrawNames(database.db, people[0]?.id ?? '')).toBeNull();
    expect((await publicDraw(meetingId))?.shares.map(({ personId }) => personId)).toEqual([
      null,
      null,
      null,
    ]);
    await expect(revealSecret(one, meetingId, phrases[0] ?? '')).rejects.toMatchObject({
      reason: 'draw_source_to_come',
    });

    setClockOffset(2 * hour);
    const { text } = await getDrawFile(database.db, null, meetingId, 'loteria.json');
    expect(sha(text)).toBe((await publicDraw(meetingId))?.lotterySha256);
    expect(await findDrawNames(database.db, people[0]?.id ?? '')).not.toBeNull();
    for (const actor of [one, await member('gobierno')])
      await expect(
        commitSecret(actor, meetingId, sha('con la lotería a la vista')),
      ).rejects.toMatchObject({ reason: 'draw_secrets_closed' });
    await expect(revealSecret(one, meetingId, 'el agua turbia')).rejects.toMatchObject({
      errors: { secreto: ['secret_wrong'] },
    });
    for (const [index, actor] of [one, two, three].entries())
      await revealSecret(actor, meetingId, phrases[index] ?? '');
    await expect(holdDraw(facilitator, meetingId, '4821 117')).rejects.toMatchObject({
      reason: 'draw_source_to_come',
    });
    setClockOffset(6.1 * hour);
    await holdDraw(facilitator, meetingId, 'Número 4821, serie 117');
    const draw = await publicDraw(meetingId);
    if (!draw) throw new Error('No draw');
    const byHash = phrases.toSorted((a, b) => (sha(a) < sha(b) ? -1 : 1));
    expect(draw).toMatchObject({ seedText: [lineOf(draw), ...byHash].join('\n') });
    expect(draw.seed).toBe(sha(draw.seedText ?? ''));
    await expectChecked(meetingId);
  }, 30_000);

  it('is the source alone when the last to reveal keeps silent, which is published', async () => {
    const { meetingId } = await ready();
    const circle = [await member('civil'), await member('gobierno'), await member('civil')];
    const [one, two, last] = circle;
    if (!one || !two || !last) throw new Error('No circle');
    await commitLottery(facilitator, meetingId, withShares());
    await committed(meetingId, circle);
    setClockOffset(2.5 * hour);
    await revealSecret(one, meetingId, phrases[0] ?? '');
    await revealSecret(two, meetingId, phrases[1] ?? '');
    // The source cannot be known yet when the time to reveal is over.
    setClockOffset(4.1 * hour);
    await expect(revealSecret(last, meetingId, phrases[2] ?? '')).rejects.toMatchObject({
      reason: 'draw_secrets_closed',
    });
    await expect(holdDraw(facilitator, meetingId, '4821 117')).rejects.toMatchObject({
      reason: 'draw_source_to_come',
    });
    setClockOffset(6.1 * hour);
    await expect(revealSecret(last, meetingId, phrases[2] ?? '')).rejects.toMatchObject({
      reason: 'draw_secrets_closed',
    });
    await holdDraw(facilitator, meetingId, '4821 117');
    const draw = await publicDraw(meetingId);
    if (!draw) throw new Error('No draw');
    expect(draw.seedText).toBe(lineOf(draw));
    expect(
      draw.shares.map(({ secret }) => secret).filter((secret) => secret === null),
    ).toHaveLength(1);
    expect(trustOf(draw, now())).toContain('shares_not_revealed');
  }, 30_000);

  it.each([
    ['one sector alone', ['civil', 'civil', 'civil'] as const],
    ['two people', ['civil', 'gobierno'] as const],
    ['nobody', [] as const],
  ])(
    'is the source alone with too few secrets: %s',
    async (_name, sectors) => {
      const { meetingId } = await ready();
      await commitLottery(facilitator, meetingId, withShares());
      const circle = await Promise.all(sectors.map(async (sector) => await member(sector)));
      await committed(meetingId, circle);
      setClockOffset(2.5 * hour);
      for (const [index, actor] of circle.entries())
        await expect(revealSecret(actor, meetingId, phrases[index] ?? '')).rejects.toMatchObject({
          reason: 'draw_shares_few',
        });
      setClockOffset(6.1 * hour);
      await holdDraw(facilitator, meetingId, '4821 117');
      const draw = await publicDraw(meetingId);
      if (!draw) throw new Error('No draw');
      expect(draw.seedText).toBe(lineOf(draw));
      expect(trustOf(draw, now())).toContain('shares_too_few');
    },
    30_000,
  );

  it('cannot be asked for once the lottery is public, nor its source be changed', async () => {
    const { meetingId } = await ready();
    await commitLottery(facilitator, meetingId, source(5));
    for (const other of [withShares(), source(9), source(5, { cifras: '5' })])
      await expect(commitLottery(facilitator, meetingId, other)).rejects.toMatchObject({
        reason: 'draw_committed',
      });
    setClockOffset(7 * hour);
    await expect(commitLottery(facilitator, meetingId, source(9))).rejects.toMatchObject({
      reason: 'draw_committed',
    });
  }, 30_000);

  it('is refused with a source that is known before its shares are closed, by the database too', async () => {
    const { meetingId } = await ready();
    await expect(
      commitLottery(facilitator, meetingId, withShares({ momento: inHours(3) })),
    ).rejects.toMatchObject({ errors: { momento: ['draw_source_before_shares'] } });
    await commitLottery(facilitator, meetingId, withShares());
    for (const moved of [
      { source_at: new Date(now().getTime() + 3 * hour) },
      { shares_until: new Date(now().getTime() - hour) },
      { reveal_until: null },
    ])
      await expect(
        database.owner.updateTable('draw').set(moved).where('meeting_id', '=', meetingId).execute(),
      ).rejects.toThrow(/draw_shares_before_source/);
  }, 30_000);
});

describe('a round of drand', () => {
  it('that was really published gives the seed, by its signature and no other', async () => {
    // Half a day before round 1000 of quicknet.
    setClockOffset(Date.UTC(2023, 7, 23, 4) - Date.now());
    const meetingId = await drawing(3);
    await newWaiting(
      database.owner,
      meetingId,
      Array.from({ length: 9 }, () => ({})),
    );
    await proven(meetingId);
    await commitLottery(
      facilitator,
      meetingId,
      CommitForm.parse({
        origen: 'drand',
        cadena: 'quicknet',
        momento: '2023-08-23T10:59:24',
        aportes: 'no',
      }),
    );
    expect(await publicDraw(meetingId)).toMatchObject({
      source: { form: 'drand', chain: 'quicknet', round: 1000 },
      sourceAt: new Date('2023-08-23T15:59:24Z'),
    });
    setClockOffset(Date.UTC(2023, 7, 23, 16) - Date.now());
    for (const [given, reason] of [
      [quicknet657413, 'source_other_round'],
      [{ ...quicknet1000, signature: quicknet657413.signature }, 'source_not_signed'],
      [{ ...quicknet1000, randomness: 'ab'.repeat(32) }, 'source_not_signed'],
    ] as const)
      await expect(holdDraw(facilitator, meetingId, JSON.stringify(given))).rejects.toMatchObject({
        errors: { resultado: [expect.stringContaining(reason) as string] },
      });
    await holdDraw(facilitator, meetingId, JSON.stringify(quicknet1000));
    const draw = await publicDraw(meetingId);
    expect(draw).toMatchObject({
      seedText:
        'drand|52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971|1000|' +
        'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
      sourceProof: quicknet1000,
    });
    await expectChecked(meetingId);
  }, 30_000);

  const publicDraw = async (meetingId: string) =>
    (await getPublicDraw(database.db, null, meetingId)).draw;
});

/**
 * The command finds the draw in its published files, and finds every change of them: of the source,
 * its proof, a secret, the text, the seed, the position, the panel, the times, the lottery.
 */
async function expectChecked(meetingId: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'convite-record-'));
  try {
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const file = async (name: string) =>
      write(name, (await getDrawFile(database.db, null, meetingId, name)).text);
    const [lottery, tokens] = [await file('loteria.json'), await file('fichas.json')];
    const record = JSON.parse(readFileSync(await file('sorteo.json'), 'utf8')) as PublishedRecord;
    const { draw } = await getPublicDraw(database.db, null, meetingId);
    const checked = async (given: object) =>
      await checkPanel(lottery, write('otro.json', JSON.stringify(given)), tokens);
    const right = await checked(record);
    expect(right).toMatchObject({
      hash: draw?.lotterySha256,
      semilla: draw?.seed,
      posicion: draw?.position,
      panel: draw?.panel,
      espera: draw?.waiting,
    });
    expect(Object.values(right.comprobado)).toEqual(Array.from({ length: 8 }, () => true));
    const { resultado, fuente } = record;
    const otherLine = resultado.texto.replace(/[0-9a-f](?=\n|$)/, (last) =>
      last === '0' ? '1' : '0',
    );
    for (const [changed, what] of [
      [{ ...record, loteria_sha256: 'ab'.repeat(32) }, 'huella'],
      [{ ...record, comprometida_en: '2030-01-01T00:00:00.000Z' }, 'momentos'],
      [{ ...record, fuente: { ...fuente, ronda: 1001, dia: '2020-01-01' } }, 'fuente'],
      [
        {
          ...record,
          resultado: { ...resultado, texto: otherLine, ronda: { round: 1, signature: 'ab' } },
        },
        'semilla',
      ],
      [{ ...record, resultado: { ...resultado, texto: `${resultado.texto}\notro` } }, 'texto'],
      [{ ...record, resultado: { ...resultado, posicion: resultado.posicion + 1 } }, 'posicion'],
      [{ ...record, resultado: { ...resultado, panel: [] } }, 'panel'],
      [
        {
          ...record,
          aportes: [
            {
              sector: 'civil',
              huella: sha('a'),
              comprometido_en: record.comprometida_en,
              secreto: 'b',
            },
          ],
        },
        'aportes',
      ],
    ] as const)
      expect((await checked(changed)).comprobado, what).toMatchObject({ [what]: false });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type PublishedRecord = {
  comprometida_en: string;
  fuente: object;
  resultado: { texto: string; posicion: number };
};

describe('who is who in a draw', () => {
  it('goes with the registrations and with an account; the lottery stays in public', async () => {
    const meetingId = await drawing(2);
    const people = await newWaiting(
      database.owner,
      meetingId,
      Array.from({ length: 5 }, () => ({})),
    );
    const person = await newActor(database.owner);
    await database.owner
      .updateTable('registration')
      .set({ person_id: person.personId })
      .where('id', '=', people[0]!.id)
      .execute();
    await proven(meetingId);
    await commitLottery(facilitator, meetingId, source(1.5));
    const own = await findDrawNames(database.db, people[0]!.id);
    expect(await personalData.collect(database.db, person.personId)).toMatchObject({
      sorteos: [{ seudonimo: own!.pseudonym, ficha: own!.token }],
    });
    await inTransaction(async (tx) => {
      await personalData.erase(tx, person.personId);
      await workshopsData.erase(tx, person.personId);
    });
    expect(await findDrawNames(database.db, people[0]!.id)).toBeNull();
    setClockOffset(2 * hour);
    await holdDraw(facilitator, meetingId, '4821 117');
    const drawn = (await getPublicDraw(database.db, null, meetingId)).draw!;
    expect(drawn.waiting).toHaveLength(5);
    expect(
      (await Promise.all(people.map(stateOf))).filter(({ state }) => state === 'inscrita'),
    ).toHaveLength(2);

    setClockOffset(230 * 24 * hour);
    await asWorker(database, async () => {
      await workshopSweeps['registration.retention']();
      await sweeps['draw.retention']();
    });
    expect(await database.owner.selectFrom('draw_entry').select('token').execute()).toEqual([]);
    expect((await getPublicDraw(database.db, null, meetingId)).draw).toMatchObject({
      panel: drawn.panel,
      waiting: drawn.waiting,
    });
    expect(sha((await getDrawFile(database.db, null, meetingId, 'loteria.json')).text)).toBe(
      drawn.lotterySha256,
    );
    expect(
      JSON.parse((await getDrawFile(database.db, null, meetingId, 'fichas.json')).text),
    ).toHaveLength(5);
  }, 30_000);
});
