import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { learnWords } from '#app/domains/ideas/learn-words.server.ts';
import { countIdeas, listIdeas } from '#app/domains/ideas/list-ideas.server.ts';
import { measureSearch } from '#app/domains/ideas/measure-search.server.ts';
import { suggestSearch } from '#app/domains/ideas/suggest-search.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const list = (name: string) => fileURLToPath(new URL(`../../search/${name}.csv`, import.meta.url));

beforeAll(async () => {
  const plan = await newPlan(database.db);
  const titles = [
    'Participación de las niñas',
    'Más participación en el parque',
    '¿Huecos? «Huecos» en la Cra. 7…',
    'Un hueco y otros huecos',
  ];
  for (const title of titles)
    await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      title,
      description: title,
    });
  await newIdea(database.db, {
    commitmentId: plan.commitments[0]!.id,
    title: 'Nadie más lee este borrador',
    description: 'Nadie más lee este borrador: secreto, secretos.',
    state: 'borrador',
  });
  await asWorker(database, learnWords);
});

async function found(text: string): Promise<string[]> {
  const filters = { text, order: 'recientes' } as const;
  const { items } = await listIdeas(database.db, filters, { seed: 1 });
  expect(await countIdeas(database.db, filters)).toBe(items.length);
  return items.map(({ title }) => title).toSorted();
}

describe('the search', () => {
  // The second list was written by somebody who did not know the rules, and looks for accidents: casa, casan.
  it.each([
    ['labelled', 0.95],
    ['unseen', 0.85],
  ])('finds what people mean, however they type it (%s)', async (name, rightly) => {
    const { recall, precision, fallos } = await measureSearch(list(name));
    expect(recall, JSON.stringify(fallos)).toBeGreaterThanOrEqual(0.95);
    expect(precision, JSON.stringify(fallos)).toBeGreaterThanOrEqual(rightly);
  });

  it('finds words glued to signs, and a street as it is abbreviated', async () => {
    expect(await found('carrera 7 hueco')).toEqual(['¿Huecos? «Huecos» en la Cra. 7…']);
    expect(await found('“más participacion”')).toEqual(['Más participación en el parque']);
    expect(await found('participar -parque')).toEqual(['Participación de las niñas']);
  });

  it('shows everything to who typed only words that say nothing', async () => {
    for (const text of ['de la', '¿Y los nuestros?'])
      expect(await found(text), text).toHaveLength(4);
    for (const text of ['¿?', '"', '-', '()', '%', '🚲'])
      expect(await found(text), text).toEqual([]);
  });

  it('offers the spelling of published ideas for a word that none holds', async () => {
    expect(await found('paticipacion')).toEqual([]);
    expect(await suggestSearch(database.db, 'paticipacion niñas')).toBe('participación niñas');
    expect(await suggestSearch(database.db, 'huecoss')).toBe('huecos');
    // Nothing alike; a word that is found; a word of a draft.
    expect(await suggestSearch(database.db, 'xilófono')).toBeNull();
    expect(await suggestSearch(database.db, 'participaciones')).toBeNull();
    expect(await suggestSearch(database.db, 'secretoss')).toBeNull();
  });
});
