import { describe, expect, it } from 'vitest';
import { trustOf } from './trust.ts';
import type { Draw, DrawShare } from './types.ts';

const at = (hours: number) => new Date(1_800_000_000_000 + hours * 3_600_000);
const lottery = { form: 'loteria' } as Draw['source'];
const drand = { form: 'drand', chain: 'quicknet', round: 1 } as Draw['source'];
const share = (sector: DrawShare['sector'], secret: string | null) =>
  ({ sector, secret, commitment: 'ab' }) as DrawShare;
const hidden = [share('gobierno', null), share('civil', null), share('civil', null)];
const revealed = hidden.map((one) => ({ ...one, secret: 'algo' }));
const draw = (more: Partial<Draw>) =>
  ({
    state: 'comprometida',
    source: drand,
    sourceAt: at(30),
    sharesUntil: null,
    revealUntil: null,
    shares: [],
    ...more,
  }) as Draw;
const circle = { sharesUntil: at(10), revealUntil: at(20) };

describe('who could still influence what', () => {
  it.each([
    [
      'drand alone',
      draw({}),
      1,
      ['lottery', 'drand_signed', 'drand_league', 'shares_none', 'runner', 'operator'],
    ],
    [
      'a lottery alone',
      draw({ source: lottery }),
      1,
      [
        'lottery',
        'lottery_typed',
        'lottery_known',
        'lottery_rigged',
        'shares_none',
        'runner',
        'operator',
      ],
    ],
    [
      'shares are committed to',
      draw(circle),
      1,
      [
        'lottery',
        'drand_signed',
        'drand_league',
        'shares_open',
        'shares_silent',
        'runner',
        'operator',
      ],
    ],
    [
      'shares are revealed',
      draw({ ...circle, shares: hidden }),
      15,
      ['lottery', 'drand_signed', 'drand_league', 'shares_silent', 'runner', 'operator'],
    ],
    [
      'shares are revealed, and a lottery comes',
      draw({ ...circle, source: lottery, shares: hidden }),
      15,
      [
        'lottery',
        'lottery_typed',
        'lottery_known',
        'lottery_rigged',
        'shares_silent',
        'shares_two',
        'runner',
        'operator',
      ],
    ],
    [
      'too few shares',
      draw({ ...circle, shares: hidden.slice(1) }),
      15,
      ['lottery', 'drand_signed', 'drand_league', 'shares_too_few', 'runner', 'operator'],
    ],
    [
      'somebody was silent',
      draw({ ...circle, shares: hidden }),
      20,
      ['lottery', 'drand_signed', 'drand_league', 'shares_not_revealed', 'runner', 'operator'],
    ],
    [
      'all were revealed, and it was drawn',
      draw({ ...circle, state: 'sorteada', shares: revealed }),
      40,
      ['lottery', 'drand_signed', 'drand_league', 'shares_all', 'operator'],
    ],
  ])('is said of each draw as it stands: %s', (_name, given, hour, keys) => {
    expect(trustOf(given, at(hour))).toEqual(keys);
  });
});
