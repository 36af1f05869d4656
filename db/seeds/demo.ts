import { sql } from 'kysely';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { readCast, seedCoordinator, seedPeople } from './accounts.ts';
import { circleActs, seedCircle } from './circle.ts';
import { ideas } from './content/ideas.ts';
import {
  asOnlySeeder,
  dropJobs,
  emptyTables,
  holdsRows,
  readContents,
  withoutWaitingForDisk,
  writeContents,
} from './contents.ts';
import { advanceActs, ideaActs, type Ids } from './ideas.ts';
import { seedProfiles } from './inclusion.ts';
import { seedMeetings } from './meetings.ts';
import { moderationActs } from './moderation.ts';
import { proposalActs } from './proposals.ts';
import { seedPlan } from './plan.ts';
import { at, momentOf, play } from './timeline.ts';

/** Whether this database holds a demonstration, or a bench's data, to its end. */
export async function isSeeded(): Promise<boolean> {
  const contents = await readContents(getDb());
  return contents !== null && contents !== 'seeding';
}

/**
 * Plays the demonstration's story into an empty database, through the commands and at its own
 * times. Once it is there nothing happens; what a killed run left is emptied first; what others
 * wrote is never touched.
 */
export async function seedDemo(ownerUrl: string): Promise<void> {
  await asOnlySeeder(ownerUrl, async (owner) => {
    const contents = await readContents(owner);
    if (contents !== null && contents !== 'seeding') return;
    if (contents === 'seeding') await emptyTables(owner);
    else if (await holdsRows(owner))
      throw new Error(
        'The database holds data that no demonstration made: start with DEMO=0, or give an empty database.',
      );
    await writeContents(owner, 'seeding');
    const seededAt = now();
    setClockOffset(0);
    const offset = seededAt.getTime() - now().getTime();
    try {
      await withoutWaitingForDisk(async () => await tellStory(seededAt));
    } finally {
      setClockOffset(offset);
    }
    await settleNotices(seededAt);
    await dropJobs(owner);
    await writeContents(owner, 'demo');
    await sql`analyze`.execute(owner);
  });
}

async function tellStory(seededAt: Date): Promise<void> {
  await seedCoordinator(seededAt);
  const planned = momentOf(seededAt, 33);
  await at(
    planned,
    async () => await seedPlan(seededAt, (await readCast())('coordinacion'), planned),
  );
  await seedPeople(seededAt);
  await at(momentOf(seededAt, 30.8), async () => await seedCircle(await readCast()));
  const cast = await readCast();
  await at(momentOf(seededAt, 30.7), async () => await seedProfiles());
  const ideaIds: Ids = new Map();
  const proposalIds: Ids = new Map();
  await play(seededAt, [
    ...ideaActs(ideas, cast, ideaIds),
    ...moderationActs(ideas, cast, ideaIds),
    ...proposalActs(seededAt, cast, ideaIds, proposalIds),
    ...circleActs(seededAt, cast, ideaIds, proposalIds),
    ...advanceActs(cast, ideaIds),
  ]);
  await seedMeetings(seededAt, new Map());
}

/**
 * What people were told before yesterday counts as mailed, and before five days ago as read; the
 * rest is the worker's.
 */
async function settleNotices(seededAt: Date): Promise<void> {
  const before = (daysAgo: number) => momentOf(seededAt, daysAgo);
  await getDb()
    .updateTable('notice')
    .set((eb) => ({ mailed_at: eb.ref('created_at') }))
    .where('created_at', '<', before(1))
    .execute();
  await getDb()
    .updateTable('notice')
    .set((eb) => ({ read_at: eb.ref('created_at') }))
    .where('created_at', '<', before(5))
    .execute();
}
