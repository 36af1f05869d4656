import { describe, it } from 'vitest';
import { countMeetings } from '#app/domains/figures/count-meetings.server.ts';
import { releaseTables } from '#app/domains/figures/release-tables.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';
import { holdMeeting, newHeldMeeting, some } from '#tests/integration/figures/held-meetings.ts';
import { expectSafeWorlds } from '#tests/integration/figures/safe-worlds.ts';
import { expectSameReads } from '#tests/integration/figures/same-reads.ts';

const database = freshDatabase();

describe('what is published of who takes part', () => {
  it(
    'lets nothing be recovered in a thousand random worlds',
    async () => await expectSafeWorlds(1000),
    3_600_000,
  );

  it('is read as fast with a million declarations', async () => {
    const plan = await newPlan(database.owner);
    const facilitator = await newActor(database.owner, { roles: ['facilitacion'] });
    const { id } = await newHeldMeeting({ database, plan, facilitator }, [
      ...some(12, { genero: 'mujer' }),
      ...some(10, { genero: 'hombre' }),
    ]);
    await holdMeeting(database, id);
    await asWorker(database, async () => {
      await countMeetings();
      await releaseTables();
    });
    await expectSameReads(database, id, 1_000_000);
  }, 600_000);
});
