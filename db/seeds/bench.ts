import { sql } from 'kysely';
import { systemActor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { openSession } from '#app/platform/session/session.server.ts';
import {
  drawIdeas,
  insertComments,
  insertHistory,
  insertIdeas,
  insertPeople,
  insertStats,
  insertSupports,
  makeTools,
  numberPublic,
} from './bench-rows.ts';
import { asOnlySeeder, emptyTables, readContents, writeContents } from './contents.ts';
import { phaseSpan, seedPlan } from './plan.ts';

export type BenchSize = { ideas: number; people: number; supports: number };
/**
 * What a bench needs to act: session tokens, whose they are (in the same order), and published
 * ideas.
 */
export type BenchData = { sessions: string[]; people: string[]; ideaIds: string[] };

/** People who sign in; none of them supports anything yet. */
const signedIn = 64;
const sampledIdeas = 2000;

/**
 * Adds a big city's worth of data by statements over whole sets: much too many for the commands.
 * Counters are exact, and texts, popularity and dates are spread as they are in life. All or
 * nothing is kept.
 */
export async function seedBench(
  ownerUrl: string,
  size: BenchSize,
  progress: (text: string) => void = () => undefined,
): Promise<BenchData> {
  check(size);
  return await asOnlySeeder(ownerUrl, async (owner) => {
    const contents = await readContents(owner);
    if (contents === 'seeding') await emptyTables(owner);
    if (contents !== 'demo' && contents !== 'bench') await writeContents(owner, 'seeding');
    await ensurePlan(owner);
    const drawn = await owner.transaction().execute(async (tx) => {
      await makeTools(tx);
      progress(`${size.people} people`);
      await insertPeople(tx, size.people);
      progress(`${size.ideas} ideas`);
      await drawIdeas(tx, size.ideas);
      await insertIdeas(tx);
      await insertHistory(tx);
      await numberPublic(tx);
      await insertComments(tx, Math.floor(size.ideas / 2));
      progress(`${size.supports} supports`);
      await insertSupports(tx, size.supports, supporters(size.people));
      await insertStats(tx);
      if (contents !== 'demo') await writeContents(tx, 'bench');
      return await drawSample(tx, size.people);
    });
    progress('vacuum');
    await sql`vacuum analyze`.execute(owner);
    const sessions: string[] = [];
    for (const personId of drawn.people) sessions.push(await openSession(owner, personId, 'bench'));
    return { sessions, ...drawn };
  });
}

/**
 * Pairs of a person and an idea are drawn at random and only once: too many of all there are would
 * never be found.
 */
function check({ ideas, people, supports }: BenchSize): void {
  for (const [name, value] of Object.entries({ ideas, people, supports })) {
    if (!Number.isSafeInteger(value) || value < (name === 'supports' ? 0 : 1))
      throw new RangeError(`${name} must be a whole number`);
  }
  if (supports > supporters(people) * ideas * 0.2)
    throw new RangeError('supports: at most one in five of all pairs of a person and an idea');
}

/** How many people support: all but those who sign in. */
function supporters(people: number): number {
  return Math.max(1, people - signedIn);
}

/** The plan of the demonstration, unless there is one that is open. */
async function ensurePlan(owner: Db): Promise<void> {
  const active = await owner
    .selectFrom('plan')
    .select('id')
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (!active) await seedPlan(now(), systemActor, phaseSpan(now()).opensAt);
}

async function drawSample(
  tx: Tx,
  people: number,
): Promise<{ people: string[]; ideaIds: string[] }> {
  const persons = await sql<{
    id: string;
  }>`
    select id
    from bench_person
    where n >= ${Math.min(supporters(people), people - 1)}
    order by n
    limit ${signedIn}
  `.execute(tx);
  const ideas = await sql<{
    id: string;
  }>`select id from bench_public order by n desc limit ${sampledIdeas}`.execute(tx);
  return { people: persons.rows.map((row) => row.id), ideaIds: ideas.rows.map((row) => row.id) };
}
