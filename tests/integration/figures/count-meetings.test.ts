import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { countMeetings } from '#app/domains/figures/count-meetings.server.ts';
import type { TallyRow } from '#app/domains/figures/tally.ts';
import { auditDisclosure } from '#app/domains/figures/audit-disclosure.server.ts';
import { releaseTables } from '#app/domains/figures/release-tables.server.ts';
import { sweeps as registrationSweeps } from '#app/domains/registration/sweeps.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { undoCheckIn } from '#app/domains/door/check-in.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';
import { holdMeeting, newHeldMeeting, some, type World } from './held-meetings.ts';

const database = freshDatabase();
let plan: TestPlan;
let facilitator: Actor;
const world = (): World => ({ database, plan, facilitator });

beforeEach(async () => {
  plan = await newPlan(database.owner);
  facilitator = await newActor(database.owner, { roles: ['facilitacion'] });
});

afterEach(() => setClockOffset(0));

async function readGender(meetingId: string): Promise<string[]> {
  const { rows } = await sql<TallyRow>`
    select part, value, people
    from declared.tally
    where meeting_id = ${meetingId}::uuid and measure = 'genero'
    order by part, value
  `.execute(database.owner);
  return rows.map(({ part, value, people }) => `${part} ${value} ${people}`);
}
const count = async () => await asWorker(database, countMeetings);

describe('a meeting', () => {
  it('is counted once, when it is over; what is changed later is not counted', async () => {
    const { id, people } = await newHeldMeeting(world(), [
      ...some(6, { genero: 'mujer' }),
      ...some(2, { genero: 'hombre', falta: true }),
      { genero: 'mujer', acepta_estadistica: '' },
    ]);
    expect(await count()).toEqual([]);
    await withdrawConsent(null, people[0]!.code, 'estadistica');
    await holdMeeting(database, id);
    expect(await count()).toEqual([id]);
    const counted = ['solo_inscritas hombres 2', 'vinieron  2', 'vinieron mujeres 5'];
    expect(await readGender(id)).toEqual(counted);
    await withdrawConsent(null, people[1]!.code, 'estadistica');
    await undoCheckIn(facilitator, id, people[2]!.id).catch(() => undefined);
    expect(await count()).toEqual([]);
    expect(await readGender(id)).toEqual(counted);
  });

  it('that was counted keeps its counts when the time of its people is over', async () => {
    const { id } = await newHeldMeeting(world(), [
      ...some(12, { genero: 'mujer' }),
      ...some(10, { genero: 'hombre' }),
    ]);
    await holdMeeting(database, id);
    expect(await count()).toEqual([id]);
    const counted = await readGender(id);
    expect(counted).toEqual(['vinieron hombres 10', 'vinieron mujeres 12']);
    await asWorker(database, releaseTables);
    const published = async () =>
      (
        await sql<{ n: number }>`select count(*)::int as n from published_cell`.execute(
          database.owner,
        )
      ).rows;
    const before = await published();
    expect(before[0]!.n).toBeGreaterThan(0);
    setClockOffset(200 * 86_400_000);
    await asWorker(database, registrationSweeps['registration.retention']);
    const left = await sql<{ n: number }>`
      select count(*)::int as n from declared.declaration where meeting_id = ${id}::uuid
    `.execute(database.owner);
    expect(left.rows).toEqual([{ n: 0 }]);
    expect(await count()).toEqual([]);
    expect(await readGender(id)).toEqual(counted);
    await asWorker(database, releaseTables);
    expect(await published()).toEqual(before);
    const audit = await asWorker(database, async () => await auditDisclosure(getDb()));
    expect(audit.recuperables).toEqual([]);
  }, 60_000);

  it('whose people’s time was over before it was counted is in no table', async () => {
    const { id } = await newHeldMeeting(world(), some(12, { genero: 'mujer' }));
    await holdMeeting(database, id);
    setClockOffset(200 * 86_400_000);
    await asWorker(database, registrationSweeps['registration.retention']);
    expect(await count()).toEqual([id]);
    expect(await readGender(id)).toEqual([]);
  });

  it('of fewer than five who came is in no table', async () => {
    const { id } = await newHeldMeeting(world(), [
      ...some(4, { genero: 'mujer' }),
      ...some(9, { genero: 'hombre', falta: true }),
    ]);
    await holdMeeting(database, id);
    expect(await count()).toEqual([id]);
    expect(await readGender(id)).toEqual([]);
  });

  it('and what people declare is no business of the role that serves pages; nor does it publish', async () => {
    for (const table of ['tally', 'tallied', 'declaration', 'act_batch', 'act_tally', 'backed'])
      await expect(
        sql`select * from ${sql.raw(`declared.${table}`)}`.execute(database.db),
      ).rejects.toMatchObject({ code: '42501' });
    await expect(sql`delete from published_cell`.execute(database.db)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      sql`insert into release_attempt values (${plan.id}, '', now())`.execute(database.db),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
