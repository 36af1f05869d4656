import { describe, expect, it } from 'vitest';
import { dueAt, pausedDays, terms } from '#app/domains/moderation/rules.ts';
import { ideas } from '#db/seeds/content/ideas.ts';
import { isSeeded, seedDemo } from '#db/seeds/demo.ts';
import { reviewedDaysAgo, sentDaysAgo } from '#db/seeds/ideas.ts';
import { answeredDaysAgo } from '#db/seeds/moderation.ts';
import { phaseSpan } from '#db/seeds/plan.ts';
import { momentOf } from '#db/seeds/timeline.ts';
import { newPerson } from '#tests/factories/people.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { numberOf, day } from './seeding.ts';

describe('on whatever day it is seeded', () => {
  const hours = Array.from(
    { length: 366 * 3 },
    (_, index) => new Date(Date.UTC(2026, 10, 24, 1) + index * 8 * 3_600_000),
  );

  it('exactly one idea of the queue is late, and no decision was', () => {
    for (const seededAt of hours) {
      const late = ideas
        .filter(({ fate }) => fate.kind === 'waiting' || fate.kind === 'returned_answered')
        .filter((idea) => {
          const paused =
            idea.fate.kind === 'waiting'
              ? 0
              : pausedDays(
                  momentOf(seededAt, reviewedDaysAgo(idea)),
                  momentOf(seededAt, answeredDaysAgo),
                );
          return dueAt(momentOf(seededAt, sentDaysAgo(idea)), terms.triage, paused) < seededAt;
        });
      expect(
        late.map((idea) => idea.key),
        seededAt.toISOString(),
      ).toEqual(['salida-nocturna']);
      const decided = ideas.filter(({ fate }) => fate.kind !== 'waiting' && fate.kind !== 'draft');
      const slow = decided.filter(
        (idea) =>
          momentOf(seededAt, reviewedDaysAgo(idea)) >
          dueAt(momentOf(seededAt, sentDaysAgo(idea)), terms.triage),
      );
      expect(
        slow.map((idea) => idea.key),
        seededAt.toISOString(),
      ).toEqual([]);
    }
  });

  it('the first act falls into the open phases and the last is over', () => {
    for (const seededAt of hours) {
      const { opensAt, closesAt } = phaseSpan(seededAt);
      expect(momentOf(seededAt, Math.max(...ideas.map(sentDaysAgo))).getTime()).toBeGreaterThan(
        opensAt.getTime(),
      );
      expect(momentOf(seededAt, 0.01).getTime()).toBeLessThan(seededAt.getTime());
      expect(closesAt.getTime() - seededAt.getTime()).toBeLessThanOrEqual(60 * day);
    }
  });
});

describe('a database that others filled', () => {
  const database = freshDatabase();

  it('is left as it is', async () => {
    await newPerson(database.db);
    await expect(seedDemo(database.url('owner'))).rejects.toThrow(/holds data/);
    expect(await numberOf(database, 'person')).toBe(1);
    expect(await isSeeded()).toBe(false);
  });
});
