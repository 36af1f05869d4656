import { describe, expect, it } from 'vitest';
import { commitLottery } from '#app/domains/draw/commit-lottery.server.ts';
import { CommitForm } from '#app/domains/draw/schema.ts';
import { findDrawNames, getDrawFile, getPublicDraw } from '#app/domains/draw/get-draw.server.ts';
import { holdDraw } from '#app/domains/draw/hold-draw.server.ts';
import { personalData } from '#app/domains/draw/personal-data.server.ts';
import { quicknet1000, quicknet657413 } from '#tests/factories/drand.ts';
import { sweeps } from '#app/domains/draw/sweeps.server.ts';
import { personalData as workshopsData } from '#app/domains/registration/personal-data.server.ts';
import { sweeps as workshopSweeps } from '#app/domains/registration/sweeps.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { newWaiting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { asWorker } from '#tests/integration/database.ts';
import {
  sha,
  source,
  proven,
  database,
  facilitator,
  hour,
  drawing,
  stateOf,
  expectChecked,
} from './draws.ts';

describe('a round of drand', () => {
  it('that was really published gives the seed, by its signature and no other', async () => {
    // Half a day before round 1000 of quicknet.
    setClockOffset(Date.UTC(2023, 7, 23, 4) - Date.now());
    const meetingId = await drawing(5);
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

describe('who is who in a draw', () => {
  it('goes with the registrations and with an account; the lottery stays in public', async () => {
    const meetingId = await drawing(5);
    const people = await newWaiting(
      database.owner,
      meetingId,
      Array.from({ length: 8 }, () => ({})),
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
    expect(drawn.waiting).toHaveLength(8);
    expect(
      (await Promise.all(people.map(stateOf))).filter(({ state }) => state === 'inscrita'),
    ).toHaveLength(5);

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
    ).toHaveLength(8);
  }, 30_000);
});
