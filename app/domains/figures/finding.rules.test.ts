import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersOf } from '#tests/factories/worlds.ts';
import { findingOf, openRange, peopleToInvite, tellingAnswers } from './finding.rules.ts';

/** What is said of a group of which so many answered that they are, so many are silent, of all. */
const said = (people: number, silent: number, all: number, reference: number) =>
  findingOf(openRange(people, silent, all), reference);

const tables = fc
  .record({ all: fc.integer({ min: 1, max: 3000 }), reference: fc.integer({ min: 1, max: 990 }) })
  .chain(({ all, reference }) =>
    fc.record({
      all: fc.constant(all),
      reference: fc.constant(reference / 1000),
      people: fc.integer({ min: 0, max: all }),
      silent: fc.integer({ min: 0, max: all }),
    }),
  )
  .filter(({ all, people, silent }) => people + silent <= all);

describe('what is said of a group', () => {
  it('is even only inside the band, missing and over only outside, whatever the silent would answer', () => {
    fc.assert(
      fc.property(tables, ({ all, people, silent, reference }) => {
        const finding = said(people, silent, all, reference);
        for (const answered of [people, people + silent]) {
          const ratio = answered / all / reference;
          if (finding === 'even') expect(ratio >= 0.8 && ratio <= 1.25).toBe(true);
          if (finding === 'missing') expect(ratio).toBeLessThan(0.8);
          if (finding === 'over') expect(ratio).toBeGreaterThan(1.25);
        }
        // More silence never tells more.
        if (finding !== 'unsure' && silent > 0)
          expect([finding, 'unsure']).toContain(said(people, silent, all, reference));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('is never told by less than it was told by before: silence only opens it', () => {
    fc.assert(
      fc.property(tables, ({ all, people, silent, reference }) => {
        const open = said(people, silent, all, reference);
        // The silent answer, all of them one way or the other: what was said stands.
        if (open !== 'unsure') {
          expect(said(people, 0, all, reference)).toBe(open);
          expect(said(people + silent, 0, all, reference)).toBe(open);
        }
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  it('is wrong in under one sample in twenty, *even* of those who are not as well as the rest', () => {
    const next = numbersOf(20);
    const draw = (of: number, truth: number) =>
      Array.from({ length: of }, () => (next() < truth ? 1 : 0)).reduce<number>((a, b) => a + b, 0);
    const worlds = [34, 100, 400, 2000].flatMap((all) =>
      [0, 0.1, 0.86].flatMap((silence) =>
        [0.4, 0.41, 0.5, 0.52, 0.6, 0.66].map((truth) => ({ all, silence, truth })),
      ),
    );
    for (const { all, silence, truth } of worlds) {
      const times = all > 1000 ? 100 : 400;
      const ratio = truth / 0.52;
      let wrong = 0;
      for (let sample = 0; sample < times; sample += 1) {
        const people = draw(all, truth);
        // Those who belong keep silent, then the others: the worst that silence can do.
        const silent = Math.round(all * silence);
        const finding = said(Math.max(0, people - silent), silent, all, 0.52);
        const isEven = ratio >= 0.8 && ratio <= 1.25;
        if (finding !== 'unsure' && (finding === 'even') !== isEven) wrong += 1;
      }
      expect(wrong / times, JSON.stringify({ all, silence, truth })).toBeLessThan(0.05);
    }
  });

  it('was *even* of 859 silent in 1,000, and of 40 % against 52 % in samples of 34; it is no more', () => {
    expect(said(74, 859, 1000, 0.52)).toBe('unsure');
    for (let people = 0; people <= 34; people += 1)
      expect(said(people, 0, 34, 0.52)).not.toBe('even');
    expect(said(520, 0, 1000, 0.52)).toBe('even');
    expect(said(200, 0, 1000, 0.52)).toBe('missing');
    expect(said(800, 0, 1000, 0.52)).toBe('over');
  });

  it('says how many answers would tell: so many do, half of them do not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }).map((share) => share / 100),
        fc.integer({ min: 5, max: 90 }).map((share) => share / 100),
        (share, reference) => {
          const answers = tellingAnswers(share, reference);
          if (answers === null) return;
          const at = (all: number) => said(Math.round(share * all), 0, all, reference);
          // A little more, since whole people round.
          const enough = Math.ceil(answers * 1.2) + 10;
          expect([enough, at(enough)]).not.toEqual([enough, 'unsure']);
          if (answers > 60) expect(at(Math.floor(answers * 0.5))).toBe('unsure');
        },
      ),
      { numRuns: 1000, seed: 3 },
    );
    expect(tellingAnswers(0.65, 0.52)).toBeNull();
    expect(tellingAnswers(0.52, 0.52)).toBe(96);
  });
});

describe('the people to invite', () => {
  it('are the fewest with whom the share is met, nobody leaving', () => {
    fc.assert(
      fc.property(tables, ({ all, people, reference }) => {
        const more = peopleToInvite(people, all, reference);
        expect((people + more) / (all + more)).toBeGreaterThanOrEqual(reference - 1e-9);
        if (more > 0) expect((people + more - 1) / (all + more - 1)).toBeLessThan(reference);
      }),
      { numRuns: 2000, seed: 4 },
    );
    // Exchanging 32 of the women would do the same; inviting takes 62 men.
    expect(peopleToInvite(78, 230, 0.478)).toBe(62);
  });
});
