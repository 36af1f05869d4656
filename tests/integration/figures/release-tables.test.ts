import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { auditDisclosure } from '#app/domains/figures/audit-disclosure.server.ts';
import { checkStanding } from '#app/domains/figures/check-standing.server.ts';
import { getFigures } from '#app/domains/figures/get-figures.server.ts';
import { countMeetings } from '#app/domains/figures/count-meetings.server.ts';
import { releaseTables } from '#app/domains/figures/release-tables.server.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';
import { holdMeeting, newHeldMeeting, some, type World } from './held-meetings.ts';
import { expectSameReads } from './same-reads.ts';

const database = freshDatabase();
let plan: TestPlan;
let facilitator: Actor;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
  facilitator = await newActor(database.owner, { roles: ['facilitacion'] });
});

const newMeetingOf = async (people: Record<string, unknown>[]) =>
  await newHeldMeeting(world(), people);
const world = (): World => ({ database, plan, facilitator });
const hold = async (id: string) => await holdMeeting(database, id);

const release = async () =>
  await asWorker(database, async () => {
    await countMeetings();
    return await releaseTables();
  });
const womenAndMen = async (scope = 'talleres') => {
  const table = (await getFigures(database.db, scope)).measured.find(
    ({ measure, population }) => measure === 'genero' && population === 'asistieron',
  );
  return (
    table && {
      people: table.people,
      ...Object.fromEntries(table.rows.map(({ value, people }) => [value, people])),
      unanswered: table.unanswered,
    }
  );
};

describe('a release', () => {
  it('shows what is safe, waits for enough more people, and keeps what it showed', async () => {
    const first = await newMeetingOf([
      ...some(20, { genero: 'mujer' }),
      ...some(9, { genero: 'hombre' }),
      ...some(6, {}),
    ]);
    expect(await release()).toBe(0);
    await hold(first.id);
    expect(await release()).toBeGreaterThan(0);
    expect(await womenAndMen()).toEqual({
      people: 35,
      mujeres: 20,
      hombres: 9,
      otras: 0,
      unanswered: 6,
    });
    // The same counts are not tried again.
    expect(await release()).toBe(0);

    // Three more people, of a meeting that is too small to be counted: the old table stays.
    const second = await newMeetingOf(some(3, { genero: 'hombre' }));
    await hold(second.id);
    await release();
    expect(await womenAndMen()).toMatchObject({ people: 35, hombres: 9 });
    // Twelve more, all of one meeting: who was there would know of whom the difference speaks.
    const third = await newMeetingOf([
      ...some(6, { genero: 'mujer' }),
      ...some(6, { genero: 'hombre' }),
    ]);
    await hold(third.id);
    await release();
    expect(await womenAndMen()).toMatchObject({ people: 35, mujeres: 20, hombres: 9 });
    const fourth = await newMeetingOf([
      ...some(6, { genero: 'hombre' }),
      ...some(5, { genero: 'mujer' }),
    ]);
    await hold(fourth.id);
    await release();
    expect(await womenAndMen()).toMatchObject({ people: 58, mujeres: 31, hombres: 21, otras: 0 });

    const kept = await database.owner
      .selectFrom('published_table')
      .select('is_current')
      .where('plan_id', '=', plan.id)
      .where('scope', '=', 'talleres')
      .where('measure', '=', 'genero')
      .where('population', '=', 'asistieron')
      .execute();
    expect(kept.map((row) => row.is_current).sort()).toEqual([false, true]);
    await expect(sql`update published_cell set people = 1`.execute(database.owner)).rejects.toThrow(
      /kept/,
    );
    expect(
      (await asWorker(database, async () => await auditDisclosure(getDb()))).recuperables,
    ).toEqual([]);
  }, 60_000);

  it(
    'protects a small group, also where subtraction would tell it; the audit finds it when ' +
      'the protection is taken away',
    async () => {
      const { id } = await newMeetingOf([
        ...some(20, { genero: 'mujer' }),
        ...some(12, { genero: 'hombre' }),
        ...some(2, { genero: 'no_binaria' }),
      ]);
      await hold(id);
      await release();
      const shown = (await womenAndMen())!;
      expect(shown).toMatchObject({ people: 34, otras: null });
      expect(Object.values(shown).filter((people) => people === null).length).toBeGreaterThan(1);
      expect(await asWorker(database, async () => await auditDisclosure(getDb()))).toMatchObject({
        recuperables: [],
      });
      // What a careless hand would have published: only the small cell hidden.
      await sql`alter table published_cell disable trigger published_cell_kept`.execute(
        database.owner,
      );
      await sql`
      update published_cell c
      set people = case value when 'mujeres' then 20 when 'hombres' then 12 when '' then 0 end
      from published_table t
      where t.id = c.table_id
        and t.plan_id = ${plan.id}::uuid
        and t.measure = 'genero'
        and t.population = 'asistieron'
        and value <> 'otras'
    `.execute(database.owner);
      await sql`alter table published_cell enable trigger published_cell_kept`.execute(
        database.owner,
      );
      const { recuperables } = await asWorker(database, async () => await auditDisclosure(getDb()));
      expect(recuperables).toContainEqual(
        expect.objectContaining({
          grupo: 'talleres asistieron genero (34)',
          valor: 'otras',
          desde: 2,
          hasta: 2,
        }),
      );
    },
    60_000,
  );
});

describe('figures that wait', () => {
  it('are named on the page and by doctor', async () => {
    expect(await checkStanding(database.db)).toMatchObject({ estado: 'bien' });
    await database.owner
      .insertInto('release_standing')
      .values({ plan_id: plan.id, counts_of: 'encuentros', measure: 'cuida', since: now() })
      .execute();
    expect((await getFigures(database.db, 'talleres')).standing).toEqual(['cuida']);
    expect(await checkStanding(database.db)).toMatchObject({
      estado: 'aviso',
      detalle: expect.stringContaining('cuida (encuentros) desde') as string,
    });
    // It goes on with the next release that can be proven.
    await hold((await newMeetingOf(some(12, { genero: 'mujer' }))).id);
    await release();
    expect((await getFigures(database.db, 'talleres')).standing).toEqual([]);
  }, 60_000);
});

describe('the public page', () => {
  it('reads no more rows when there are twenty thousand more declarations', async () => {
    const { id } = await newMeetingOf([
      ...some(12, { genero: 'mujer' }),
      ...some(10, { genero: 'hombre' }),
    ]);
    await hold(id);
    await release();
    await expectSameReads(database, id, 20_000);
  }, 60_000);
});
