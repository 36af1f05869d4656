import { beforeAll, describe, expect, it } from 'vitest';
import { readBogota } from '#db/seeds/plan.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { TerritoryFile } from '#app/domains/plan/territory.schema.ts';
import type { TerritoryData } from '#app/domains/plan/territory.types.ts';
import { readTerritory, writeTerritory } from '#app/domains/plan/write-territory.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor, newPerson } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let coordinator: Actor;

beforeAll(async () => {
  coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
});

const write = async (data: TerritoryData) =>
  await inTransaction(async (tx) => await writeTerritory(tx, coordinator, data));
const file: TerritoryData = TerritoryFile.parse(readBogota().territory);

describe('a territory as plain data', () => {
  it('comes back as it was written', async () => {
    await write(file);
    expect(await readTerritory(database.db)).toEqual(file);
    await write({ ...file, localities: file.localities.toReversed() });
    expect((await readTerritory(database.db)).localities.map(({ code }) => code)).toEqual(
      file.localities.map(({ code }) => code).reverse(),
    );
  });

  it('goes whole before the city opens, while nothing refers to it; after that it stays', async () => {
    await write({ ...file, map: null, localities: [] });
    expect((await readTerritory(database.db)).localities).toHaveLength(20);
    await database.owner.updateTable('city').set({ opened_at: null }).execute();
    await write({ ...file, map: null, localities: [], undivided: true });
    expect(await readTerritory(database.db)).toMatchObject({ undivided: true, localities: [] });
  });

  it('keeps a locality that an idea names, without a shape in another picture', async () => {
    await write(file);
    const plan = await newPlan(database.owner);
    const author = await newPerson(database.owner);
    await newIdea(database.owner, {
      commitmentId: plan.commitments[0]?.id ?? '',
      authorId: author.id,
      localityCode: '08',
    });
    await write({ ...file, map: { width: 9, height: 9, inset: null }, localities: [] });
    expect((await readTerritory(database.db)).localities).toMatchObject([
      { code: '08', name: 'Kennedy', shape: null },
    ]);
  });
});

describe('a territory in a set-up file', () => {
  const first = file.localities[0];
  it.each([
    ['a repeated code', { localities: [first, first] }],
    ['a shape that is no path of ours', { localities: [{ ...first, shape: 'M0 0"/><script>' }] }],
    ['shapes without a picture', { map: null }],
    ['a code that no address can carry', { localities: [{ ...first, code: '../x' }] }],
    ['people below zero', { localities: [{ ...first, persons: -1 }] }],
    ['a day that is none', { localities: [{ ...first, personsOn: '2018-02-30' }] }],
  ])('refuses %s', (_, change) =>
    expect(TerritoryFile.safeParse({ ...file, ...change }).success).toBe(false),
  );
});
