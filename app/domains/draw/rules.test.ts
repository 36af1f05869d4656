import { describe, expect, it } from 'vitest';
import type { Meeting } from '#app/domains/meetings/types.ts';
import {
  mayCommit,
  expectedSeconds,
  mayHold,
  isPublished,
  mayPrepareDraw,
  proposeQuota,
  mayReplace,
  seedRule,
  seedTextOf,
  wrongTimes,
  mayShare,
  mayStart,
  mayStop,
} from './rules.ts';
import type { Draw, DrawShare, DrawState } from './types.ts';

const at = (hours: number) => new Date(1_800_000_000_000 + hours * 3_600_000);
const meeting = {
  allocation: 'sorteo',
  allottedAt: null,
  state: 'publicado',
  capacity: 10,
  reserved: 2,
  held: 0,
  heldReserved: 0,
  waiting: 30,
  ownClosesAt: at(0),
  startsAt: at(100),
} as Meeting;
const draw = (state: DrawState, more: Partial<Draw> = {}) =>
  ({
    state,
    sourceAt: at(10),
    sharesUntil: null,
    revealUntil: null,
    shares: [],
    ...more,
  }) as unknown as Draw;
const share = (sector: DrawShare['sector'], secret: string | null, commitment = 'ab') =>
  ({ sector, secret, commitment }) as DrawShare;
const reasonOf = (decision: { allowed: boolean; error?: { reason: string } }) =>
  decision.allowed ? 'yes' : decision.error?.reason;

describe('a quota', () => {
  it.each([
    [0.5, 0.1, 10, 4, 6],
    [0.3, 0, 10, 3, 3],
    [0.522, 0.05, 30, 14, 18],
    [0.05, 0.1, 20, 0, 3],
    [1, 0.1, 7, 6, 7],
  ])('for %s give or take %s of %i places is %i to %i', (share_, tolerance, size, min, max) => {
    expect(
      proposeQuota({ variable: 'genero', value: 'mujer', share: share_, tolerance }, size),
    ).toEqual({ variable: 'genero', value: 'mujer', min, max });
  });
});

it('the expected time covers what was measured', () => {
  for (const [types, people, seconds] of [
    [16, 200, 0.7],
    [56, 500, 1.9],
    [90, 800, 3.6],
    [120, 1000, 8.6],
    [150, 1500, 12],
    [200, 2000, 59],
    [260, 2000, 91],
    [330, 2500, 454],
  ] as const) {
    const { from, to } = expectedSeconds(types, people);
    expect(from, String(types)).toBeLessThanOrEqual(Math.max(1, seconds));
    expect(to, String(types)).toBeGreaterThanOrEqual(seconds);
  }
});

describe('a draw', () => {
  it.each([
    ['yes', {}, 1],
    ['draw_not_said', { allocation: 'llegada' }, 1],
    ['meeting_cancelled', { state: 'cancelado' }, 1],
    ['draw_done', { allottedAt: at(0) }, 1],
    ['draw_before_closing', {}, -1],
    ['meeting_started', {}, 100],
    ['draw_not_needed', { waiting: 8 }, 1],
    ['yes', { waiting: 9 }, 1],
    ['draw_not_needed', { held: 8 }, 1],
    ['yes', { held: 3 }, 1],
    ['draw_of_few', { held: 4 }, 1],
  ] as const)('can be prepared: %s (%o, hour %i)', (reason, more, hour) => {
    expect(reasonOf(mayPrepareDraw({ ...meeting, ...more } as Meeting, at(hour)))).toBe(reason);
  });

  it('is prepared anew only until it is committed to, and never while it is calculated', () => {
    const states: DrawState[] = [
      'preparada',
      'calculando',
      'detenida',
      'lista',
      'comprometida',
      'sorteada',
    ];
    expect(reasonOf(mayReplace(null))).toBe('yes');
    expect(states.map((state) => reasonOf(mayReplace({ state })))).toEqual([
      'yes',
      'draw_running',
      'yes',
      'yes',
      'draw_committed',
      'draw_committed',
    ]);
    expect(states.filter((state) => mayStart({ state }).allowed)).toEqual([
      'preparada',
      'detenida',
    ]);
    expect(states.filter((state) => mayStop({ state }).allowed)).toEqual(['calculando']);
    expect(states.filter((state) => mayCommit({ state }).allowed)).toEqual(['lista']);
  });

  it('waits for the randomness that was announced', () => {
    expect(reasonOf(mayHold(draw('lista'), meeting, at(11)))).toBe('draw_unproven');
    expect(reasonOf(mayHold(draw('comprometida'), meeting, at(9)))).toBe('draw_source_to_come');
    expect(reasonOf(mayHold(draw('comprometida'), meeting, at(10)))).toBe('yes');
    expect(reasonOf(mayHold(draw('comprometida'), meeting, at(100)))).toBe('meeting_started');
    expect(reasonOf(mayHold(draw('sorteada'), meeting, at(11)))).toBe('draw_done');
    expect(reasonOf(mayHold(draw('comprometida'), { ...meeting, allottedAt: at(9) }, at(11)))).toBe(
      'draw_done',
    );
  });

  it('is shown when nobody can add to its seed any more', () => {
    const circle = { sharesUntil: at(5), revealUntil: at(8) };
    expect(isPublished(draw('lista'), at(9))).toBe(false);
    expect(isPublished(draw('comprometida'), at(1))).toBe(true);
    expect(isPublished(draw('comprometida', circle), at(4.99))).toBe(false);
    expect(isPublished(draw('comprometida', circle), at(5))).toBe(true);
    expect(isPublished(draw('sorteada', circle), at(1))).toBe(true);
  });
});

describe('the times of a commitment', () => {
  const alone = { sharesUntil: null, revealUntil: null };
  it.each([
    ['in order', { at: at(30), sharesUntil: at(10), revealUntil: at(20) }, {}],
    [
      'the source as the time to reveal is over',
      { at: at(20), sharesUntil: at(10), revealUntil: at(20) },
      {},
    ],
    ['the source alone', { at: at(1), ...alone }, {}],
    ['a source that is past', { at: at(0), ...alone }, { momento: 'draw_moment_past' }],
    [
      'a source within the hour',
      { at: at(0.9), ...alone },
      { momento: 'draw_moment_soon|minutes=60' },
    ],
    [
      'a source after the meeting began',
      { at: at(100), ...alone },
      { momento: 'draw_moment_late' },
    ],
    [
      'a source that the last to reveal would know',
      { at: at(19), sharesUntil: at(10), revealUntil: at(20) },
      { momento: 'draw_source_before_shares' },
    ],
    [
      'shares that close at once, and no time to reveal',
      { at: at(30), sharesUntil: at(0.5), revealUntil: at(1) },
      {
        aportes_hasta: 'draw_moment_soon|minutes=60',
        revelar_hasta: 'draw_moment_soon|minutes=60',
      },
    ],
    [
      'shares closed before they are asked for',
      { at: at(30), sharesUntil: at(-1), revealUntil: at(20) },
      { aportes_hasta: 'draw_moment_past' },
    ],
  ])('are judged: %s', (_name, times, wrong) => {
    expect(wrongTimes(times, at(0), at(100))).toEqual(wrong);
  });
});

describe('shares of the Circle', () => {
  const circle = (shares: DrawShare[]) =>
    draw('comprometida', { sharesUntil: at(10), revealUntil: at(20), sourceAt: at(20), shares });
  const three = [share('gobierno', 'a'), share('civil', 'b'), share('civil', 'c')];
  const hidden = three.map((one) => ({ ...one, secret: null }));

  it('are committed to before the lottery is shown, and heard after it', () => {
    expect(
      [9, 10, 20].map((hour) => reasonOf(mayShare(circle(hidden), at(hour), 'commit'))),
    ).toEqual(['yes', 'draw_secrets_closed', 'draw_secrets_closed']);
    expect(
      [9, 10, 20].map((hour) => reasonOf(mayShare(circle(hidden), at(hour), 'reveal'))),
    ).toEqual(['draw_source_to_come', 'yes', 'draw_secrets_closed']);
    expect(reasonOf(mayShare(draw('comprometida'), at(9), 'commit'))).toBe('draw_no_secrets');
    expect(reasonOf(mayShare(circle(hidden.slice(1)), at(11), 'reveal'))).toBe('draw_shares_few');
  });

  it('make the seed with the source when they are three of both sectors and all revealed', () => {
    const rule = (shares: DrawShare[]) => seedRule(circle(shares));
    expect(rule(three)).toBe('with_shares');
    expect(rule(three.slice(1))).toBe('too_few');
    expect(rule(three.slice(1).concat(share('civil', 'd')))).toBe('too_few');
    expect(rule([...three.slice(1), share('gobierno', null)])).toBe('not_revealed');
    expect(seedRule(draw('comprometida', { shares: three }))).toBe('no_shares');
    // In the order of their hashes, whoever was first.
    const mixed = [
      share('civil', 'dos', 'c2'),
      share('gobierno', 'uno', 'a1'),
      share('civil', 'tres', 'b0'),
    ];
    expect(seedTextOf('2026-12-03|4821117', circle(mixed))).toBe(
      '2026-12-03|4821117\nuno\ntres\ndos',
    );
    for (const fewer of [three.slice(1), [...three.slice(1), share('gobierno', null)]])
      expect(seedTextOf('2026-12-03|4821117', circle(fewer))).toBe('2026-12-03|4821117');
  });
});
