import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { listDeclarations } from '#app/domains/declarations/list-declarations.server.ts';
import { auditDisclosure } from '#app/domains/figures/audit-disclosure.server.ts';
import { getFigures } from '#app/domains/figures/get-figures.server.ts';
import { recountMeetings } from '#app/domains/figures/recount-meetings.server.ts';
import { releaseTables } from '#app/domains/figures/release-tables.server.ts';
import { replaceBaseline } from '#app/domains/figures/replace-baseline.server.ts';
import { sweeps } from '#app/domains/figures/sweeps.server.ts';
import { tallyOf, type TallyRow } from '#app/domains/figures/tally.ts';
import { cancelRegistration } from '#app/domains/registration/change-registration.server.ts';
import { checkIn, undoCheckIn } from '#app/domains/door/check-in.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { sweeps as workshopsSweeps } from '#app/domains/registration/sweeps.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { numbersOf } from '#tests/factories/worlds.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';
import { expectSameReads } from './same-reads.ts';

const database = freshDatabase();
let plan: TestPlan;
let facilitator: Actor;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
  facilitator = await newActor(database.owner, { roles: ['facilitacion'] });
});

type Person = { id: string; code: string };

/**
 * A meeting under way, at which these people are registered and arrive; what they say of themselves
 * is counted.
 */
async function newMeetingOf(
  people: Record<string, unknown>[],
  overrides: Parameters<typeof newMeeting>[2] = {},
): Promise<{ id: string; people: Person[] }> {
  const { id } = await newMeeting(database.owner, plan, {
    capacity: 500,
    startsIn: 1,
    closesIn: 0.9,
    ...overrides,
  });
  const registered: Person[] = [];
  for (const said of people) {
    const person = await registerPerson(null, id, newForm({ acepta_estadistica: 'si', ...said }), {
      channel: 'web',
      locale: 'es',
    });
    await checkIn(facilitator, id, person.id);
    registered.push(person);
  }
  return { id, people: registered };
}

/** The meeting is over and closed. */
async function hold(id: string): Promise<void> {
  await sql`
    update meeting
    set starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day',
      opens_at = opens_at - interval '2 days', closes_at = closes_at - interval '1 day',
      closed_at = now()
    where id = ${id}::uuid
  `.execute(database.owner);
}

const some = (count: number, said: Record<string, unknown>) =>
  Array.from({ length: count }, () => said);
const release = async () =>
  await asWorker(database, async () => {
    await recountMeetings();
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

async function readTally(meetingId: string): Promise<TallyRow[]> {
  const { rows } = await sql<TallyRow>`
    select population, measure, value, people
    from declared.tally
    where meeting_id = ${meetingId}::uuid
  `.execute(database.owner);
  return rows;
}

const sorted = (rows: TallyRow[]) =>
  rows
    .map(({ population, measure, value, people }) => `${population} ${measure} ${value} ${people}`)
    .sort();

describe('counts', () => {
  it(
    'kept up to date by what changes equal a count of everything anew, whatever happens in ' +
      'whatever order',
    async () => {
      const next = numbersOf(7);
      const { id, people } = await newMeetingOf(some(12, { genero: 'mujer' }));
      const living = [...people];
      for (let step = 0; step < 40; step += 1) {
        const who = living[Math.floor(next() * living.length)]!;
        const dice = next();
        if (dice < 0.35)
          living.push(
            await registerPerson(
              null,
              id,
              newForm({
                genero: dice < 0.2 ? 'hombre' : 'no_binaria',
                anio_nacimiento: '1990',
                acepta_estadistica: next() < 0.8 ? 'si' : '',
              }),
              { channel: 'web', locale: 'es' },
            ),
          );
        else if (dice < 0.55) await checkIn(facilitator, id, who.id).catch(() => undefined);
        else if (dice < 0.7) await undoCheckIn(facilitator, id, who.id).catch(() => undefined);
        else if (dice < 0.85) await withdrawConsent(null, who.code, 'estadistica');
        else await cancelRegistration(null, who.code).catch(() => undefined);
        if (step % 8 === 7) await asWorker(database, recountMeetings);
      }
      await asWorker(database, recountMeetings);
      const { rows: present } = await sql<{ id: string; registered: boolean; attended: boolean }>`
      select id, state in ('inscrita', 'en_espera', 'ofrecida') as registered,
        exists (select from check_in where registration_id = r.id and undone_at is null) as attended
      from registration r
      where meeting_id = ${id}::uuid
    `.execute(database.owner);
      const declared = await listDeclarations(database.owner, id);
      const anew = tallyOf(
        present.map((person) => ({
          ...person,
          contributed: false,
          year: declared.get(person.id)?.year ?? 0,
          answers: declared.get(person.id)?.answers ?? null,
        })),
      );
      expect(sorted(await readTally(id))).toEqual(sorted(anew));
      // Nothing changed: nothing is counted again.
      expect(await asWorker(database, recountMeetings)).toEqual([]);
    },
    60_000,
  );

  it('and declarations are no business of the role that serves pages; nor does it publish', async () => {
    for (const table of ['declared.tally', 'declared.declaration', 'declared.recount'])
      await expect(sql`select * from ${sql.raw(table)}`.execute(database.db)).rejects.toMatchObject(
        { code: '42501' },
      );
    await expect(sql`delete from published_cell`.execute(database.db)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      sql`insert into release_attempt values (${plan.id}, '', now())`.execute(database.db),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a release', () => {
  it('shows what is safe, waits for enough more people, and keeps what it showed', async () => {
    const first = await newMeetingOf([
      ...some(20, { genero: 'mujer' }),
      ...some(9, { genero: 'hombre' }),
      ...some(6, {}),
    ]);
    expect(await release()).toBe(0);
    await hold(first.id);
    await sql`select mark_recount(${first.id}::uuid)`.execute(database.owner);
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

    // Three more people: the old table stays.
    const second = await newMeetingOf(some(3, { genero: 'hombre' }));
    await hold(second.id);
    await release();
    expect(await womenAndMen()).toMatchObject({ people: 35, hombres: 9 });
    // Nine more, but the men differ by three only: they could be told by subtraction.
    const third = await newMeetingOf(some(9, { genero: 'mujer' }));
    await hold(third.id);
    await release();
    expect(await womenAndMen()).toMatchObject({ people: 35, mujeres: 20, hombres: 9 });
    const fourth = await newMeetingOf([
      ...some(6, { genero: 'hombre' }),
      ...some(2, { genero: 'mujer' }),
    ]);
    await hold(fourth.id);
    await release();
    expect(await womenAndMen()).toMatchObject({ people: 55, mujeres: 31, hombres: 18, otras: 0 });

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
          tabla: 'talleres asistieron genero',
          valor: 'otras',
          desde: 2,
          hasta: 2,
        }),
      );
    },
    60_000,
  );

  it(
    'follows a permission taken back at once in its counts, and keeps its counts when the ' +
      'declarations’ time is over',
    async () => {
      const { id, people } = await newMeetingOf(some(8, { genero: 'mujer' }));
      await hold(id);
      await asWorker(database, recountMeetings);
      const women = async () =>
        (await readTally(id)).find(
          ({ population, measure, value }) =>
            population === 'asistieron' && measure === 'genero' && value === 'mujeres',
        )?.people;
      expect(await women()).toBe(8);
      await withdrawConsent(null, people[0]!.code, 'estadistica');
      await asWorker(database, recountMeetings);
      expect(await women()).toBe(7);
      setClockOffset(200 * 86_400_000);
      await workshopsSweeps['registration.retention']();
      expect((await listDeclarations(database.owner, id)).size).toBe(0);
      await asWorker(database, sweeps['figures.counts']);
      expect(await women()).toBe(7);
    },
    60_000,
  );
});

describe('the population', () => {
  it('is replaced by coordination alone, by whole files', async () => {
    const file = (text: string) => ({
      bytes: Buffer.from(`variable;valor;participacion;personas;definicion;fecha;fuente\n${text}`),
    });
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    await expect(
      replaceBaseline(facilitator, file('genero;mujeres;0,5;;Sexo;2018-06-30;DANE\n')),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await replaceBaseline(
      coordinator,
      file(
        'genero;mujeres;0,522;;Sexo;2018-06-30;DANE\ngenero;hombres;0,478;;Sexo;2018-06-30;DANE\n',
      ),
    );
    await expect(
      replaceBaseline(
        coordinator,
        file(
          'genero;mujeres;0,9;;Sexo;2018-06-30;DANE\ngenero;marcianas;0,1;;Sexo;2018-06-30;DANE\n',
        ),
      ),
    ).rejects.toMatchObject({ lines: [{ line: 3, column: 'valor' }] });
    await expect(replaceBaseline(coordinator, { bytes: new Uint8Array() })).rejects.toMatchObject({
      errors: { archivo: ['file_lines'] },
    });
    expect(
      (await getFigures(database.db, 'plan')).baseline.map(({ value, share }) => [value, share]),
    ).toEqual([
      ['hombres', 0.478],
      ['mujeres', 0.522],
    ]);
  });
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
