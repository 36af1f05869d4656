import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { countIdeas, listIdeas } from '#app/domains/ideas/list-ideas.server.ts';
import type { IdeaOrder } from '#app/domains/ideas/types.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newLocality } from '#tests/factories/plans.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;

beforeAll(async () => {
  plan = await newPlan(database.db);
  await newLocality(database.db, '08', 'Kennedy');
  for (let n = 0; n < 57; n += 1) {
    const idea = await newIdea(database.db, {
      commitmentId: plan.commitments[n % 2]!.id,
      authorId: null,
      ...(n % 5 === 0 ? { localityCode: '08' } : {}),
      row: { published_at: new Date(Date.UTC(2026, 10, 1, 0, 0, Math.floor(n / 3), 0)) },
    });
    await database.db
      .updateTable('idea_stats')
      .set({ support_count: n % 7 })
      .where('idea_id', '=', idea.id)
      .execute();
  }
  await newIdea(database.db, {
    commitmentId: plan.commitments[0]!.id,
    title: 'Andenes sin huecos',
    description: 'Que el andén de la esquina se arregle.',
  });
  await newIdea(database.db, {
    commitmentId: plan.commitments[0]!.id,
    title: 'Parqueadero para bicicleta',
    description: 'Que cada colegio tenga uno.',
  });
  await newIdea(database.db, {
    commitmentId: plan.commitments[0]!.id,
    title: 'Sin publicar bicicleta',
    state: 'enviada',
  });
  await sql`analyze`.execute(database.owner);
});

async function all(order: IdeaOrder, seed = 7): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 20; page += 1) {
    const { items, next } = await listIdeas(database.db, { order }, { seed, cursor, limit: 10 });
    seen.push(...items.map((idea) => idea.id));
    if (!next) return seen;
    cursor = next;
  }
  throw new Error('the list does not end');
}

describe('the list', () => {
  it.each(['recientes', 'apoyadas', 'azar'] as const)(
    'in order %s shows every published idea once, page by page',
    async (order) => {
      const seen = await all(order);
      expect(seen).toHaveLength(59);
      expect(new Set(seen).size).toBe(59);
    },
  );

  it('at random is the same for one visit and another for the next', async () => {
    expect(await all('azar', 1)).toEqual(await all('azar', 1));
    expect(await all('azar', 1)).not.toEqual(await all('azar', 2));
  });

  it.each([
    ['bicicletas', 'Parqueadero para bicicleta'],
    ['anden', 'Andenes sin huecos'],
    ['ANDÉN', 'Andenes sin huecos'],
    ['"sin huecos"', 'Andenes sin huecos'],
  ])('searching %s finds by stem and without accents', async (q, title) => {
    const { items } = await listIdeas(database.db, { text: q, order: 'recientes' }, { seed: 1 });
    expect(items.map((idea) => idea.title)).toEqual([title]);
    expect(await countIdeas(database.db, { text: q, order: 'recientes' })).toBe(1);
  });

  it.each(["'; drop table idea; --", '%', '(((', '🚲', 'a'.repeat(200), '-"'])(
    'searching %j finds nothing and harms nothing',
    async (q) => {
      const { items } = await listIdeas(database.db, { text: q, order: 'apoyadas' }, { seed: 1 });
      expect(items).toEqual([]);
    },
  );

  it('searching what no text has is no search', async () => {
    const { items } = await listIdeas(
      database.db,
      { text: '\0', order: 'apoyadas' },
      { seed: 1, limit: 100 },
    );
    expect(items).toHaveLength(59);
  });

  it('narrows by place and commitment together', async () => {
    const { items } = await listIdeas(
      database.db,
      { localityCode: '08', commitmentSlug: plan.commitments[0]!.slug, order: 'recientes' },
      { seed: 1, limit: 100 },
    );
    expect(items).toHaveLength(6);
    expect(items.every((idea) => idea.locality?.name === 'Kennedy')).toBe(true);
  });

  it.each([
    'x',
    'W10',
    Buffer.from('["recientes",1,"1; drop","x"]').toString('base64url'),
    Buffer.from('["azar",1,"1","018f"]').toString('base64url'),
  ])('refuses the cursor %s with 400', async (cursor) => {
    await expect(
      listIdeas(database.db, { order: 'recientes' }, { seed: 1, cursor }),
    ).rejects.toMatchObject({ kind: 'invalid' });
  });
});
