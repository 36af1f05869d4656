import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect } from 'vitest';
import type { ParticipationGoal } from '#db/schema.d.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { calculateLottery } from '#app/domains/draw/calculate-lottery.server.ts';
import { CommitForm } from '#app/domains/draw/schema.ts';
import { getDrawDesk, getDrawFile, getPublicDraw } from '#app/domains/draw/get-draw.server.ts';
import { prepareDraw } from '#app/domains/draw/prepare-draw.server.ts';
import { startCalculation } from '#app/domains/draw/run-calculation.server.ts';
import { checkPanel } from '#app/domains/draw/select-panel.server.ts';
import type { PublicSource } from '#app/domains/draw/source.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { localMoment } from '#app/platform/city/local-time.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export const hour = 3_600_000;
export let plan: TestPlan;
export let facilitator: Actor & { personId: string };

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
  facilitator = await newActor(database.owner, { roles: ['facilitacion'] });
});

/** A goal of the plan; its id. */
export const goal = async (
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
export const drawing = async (capacity: number) =>
  (
    await newMeeting(database.owner, plan, {
      capacity,
      allocation: 'sorteo',
      opensIn: -48,
      closesIn: -1,
      startsIn: 240,
    })
  ).id;
export const drawOf = async (meetingId: string) =>
  (await getDrawDesk(database.db, facilitator, meetingId)).draw!;
/** What was found in a draw: its desk says none of it before the commitment. */
export const foundOf = async (meetingId: string) =>
  await database.owner
    .selectFrom('draw')
    .select(['types', 'smallest', 'rounding', 'panels', 'yielded'])
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow();
export const stateOf = async ({ code }: { code: string }) =>
  (await getRegistration(database.db, code)).registration;
export const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
export const inHours = (hours: number) => localMoment(new Date(now().getTime() + hours * hour));
/** The commitment to a draw of the Lotería de Bogotá in so many hours. */
export const source = (hours: number, more: Record<string, string> = {}) =>
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
export const withShares = (more: Record<string, string> = {}) =>
  source(6, { aportes: 'si', aportes_hasta: inHours(2), revelar_hasta: inHours(4), ...more });
/** What the lottery said, as its one text. */
export const lineOf = (draw: { source: PublicSource | null }) =>
  `${draw.source?.form === 'loteria' ? draw.source.day : ''}|4821117`;

/** Prepares a draw and has its lottery calculated to the end. */
export async function proven(
  meetingId: string,
  quotas = new Map<string, { min: number; max: number }>(),
) {
  await prepareDraw(facilitator, meetingId, quotas);
  const { id } = await drawOf(meetingId);
  await startCalculation(facilitator, meetingId);
  await asWorker(database, async () => await calculateLottery(id));
  return await drawOf(meetingId);
}

/** Three in ten are in a group, and of those four in ten in one of women. */
export function kindOfGroup(next: () => number): string {
  if (next() >= 0.3) return 'ninguna';
  return next() < 0.4 ? 'mujeres' : 'jac';
}

/** Thirty people: twenty men, six women, four who said nothing. */
export const thirty = [
  ...Array.from({ length: 20 }, () => ({ genero: 'hombre' })),
  ...Array.from({ length: 6 }, () => ({ genero: 'mujer' })),
  ...Array.from({ length: 4 }, () => ({})),
];

/**
 * The command finds the draw in its published files, and finds every change of them: of the source,
 * its proof, a secret, the text, the seed, the position, the panel, the times, the lottery.
 */
export async function expectChecked(meetingId: string): Promise<void> {
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
