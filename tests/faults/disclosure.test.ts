import { describe, it } from 'vitest';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
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
    const { id } = await newMeeting(database.owner, plan);
    await expectSameReads(database, id, 1_000_000);
  }, 600_000);
});
