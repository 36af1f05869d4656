import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSession } from '#app/platform/session/session.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { seedBench, type BenchData } from '#db/seeds/bench.ts';
import { isSeeded } from '#db/seeds/demo.ts';
import { freshDatabase } from '#tests/integration/database.ts';

describe('the data of the bench', () => {
  const database = freshDatabase();
  const size = { ideas: 600, people: 300, supports: 9000 };
  let data: BenchData;
  const numberOf = async (query: string) =>
    Number(
      (await sql.raw<{ n: string }>(`select count(*) as n from ${query}`).execute(database.owner))
        .rows[0]!.n,
    );

  beforeAll(async () => {
    data = await seedBench(database.url('owner'), size);
  }, 120_000);

  it('is as much as was asked for, over all commitments and localities', async () => {
    expect(await numberOf('idea')).toBe(size.ideas);
    expect(await numberOf('person')).toBe(size.people);
    expect(await numberOf('support')).toBe(size.supports);
    expect(await numberOf('(select distinct commitment_id from idea) as used')).toBe(6);
    expect(
      await numberOf(
        '(select distinct locality_code from idea where locality_code is not null) as used',
      ),
    ).toBe(20);
    expect(await isSeeded()).toBe(true);
  });

  it('has exact counters and nothing of the future', async () => {
    expect(await numberOf('idea_stats')).toBe(size.ideas);
    expect(
      await numberOf(
        'idea_stats s where support_count <> (select count(*) from support p where ' +
          'p.idea_id = s.idea_id) or comment_count <> (select count(*) from idea_comment c ' +
          'where c.idea_id = s.idea_id)',
      ),
    ).toBe(0);
    expect(
      await numberOf(
        'idea where greatest(created_at, published_at) > now() or published_at < created_at',
      ),
    ).toBe(0);
    expect(await numberOf('support where created_at > now()')).toBe(0);
  });

  it('gives sessions that can support the ideas it names', async () => {
    expect(data.sessions).toHaveLength(data.people.length);
    const actor = await readSession(data.sessions[0]!);
    expect(actor?.personId).toBe(data.people[0]);
    for (const ideaId of data.ideaIds.slice(0, 3))
      expect(await castSupport(actor!, { ideaId, act: 'apoyar' })).toEqual({ changed: true });
  });

  it('refuses more supports than can be found', async () => {
    await expect(
      seedBench(database.url('owner'), { ideas: 10, people: 100, supports: 1000 }),
    ).rejects.toThrow(RangeError);
  });
});
