import { describe, expect, it } from 'vitest';
import type { Meeting } from '#app/domains/meetings/types.ts';
import {
  mayCommit,
  expectedSeconds,
  mayHold,
  isSourceLost,
  mayPrepareDraw,
  proposeQuota,
  mayReplace,
  seedTextOf,
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
  waiting: 30,
  closesAt: at(0),
  startsAt: at(100),
} as Meeting;
const draw = (state: DrawState, more: Partial<Draw> = {}) =>
  ({
    state,
    sourceKind: 'fuente',
    sourceAt: at(10),
    sourceUntil: null,
    shares: [],
    ...more,
  }) as unknown as Draw;
const share = (secret: string | null) => ({ secret }) as DrawShare;
const reasonOf = (decision: { allowed: boolean; error?: { reason: string } }) =>
  decision.allowed ? 'yes' : decision.error!.reason;

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
  ] as const)('can be prepared: %s (%o, hour %i)', (reason, more, hour) => {
    expect(reasonOf(mayPrepareDraw({ ...meeting, ...more } as Meeting, at(hour)))).toBe(reason);
  });

  it('is prepared anew only until it is committed to, and never while it is calculated', () => {
    const states: DrawState[] = [
      'midiendo',
      'preparada',
      'calculando',
      'detenida',
      'imposible',
      'lista',
      'comprometida',
      'sorteada',
    ];
    expect(reasonOf(mayReplace(null))).toBe('yes');
    expect(states.map((state) => reasonOf(mayReplace({ state })))).toEqual([
      'yes',
      'yes',
      'draw_running',
      'yes',
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
    expect(states.filter((state) => mayCommit(draw(state), at(1)).allowed)).toEqual(['lista']);
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
    const circle = (shares: DrawShare[]) =>
      draw('comprometida', { sourceKind: 'circulo', sourceUntil: at(20), shares });
    expect(reasonOf(mayHold(circle([share('a'), share(null)]), meeting, at(11)))).toBe(
      'draw_secrets_missing',
    );
    expect(reasonOf(mayHold(circle([share('a'), share('b')]), meeting, at(11)))).toBe('yes');
    expect(reasonOf(mayHold(circle([share('a'), share(null)]), meeting, at(20)))).toBe('yes');
    expect(reasonOf(mayHold(circle([share(null)]), meeting, at(20)))).toBe('draw_secrets_missing');
    expect([
      isSourceLost(circle([share(null)]), at(20)),
      isSourceLost(circle([share('a')]), at(20)),
      isSourceLost(circle([]), at(19)),
      isSourceLost(draw('comprometida'), at(50)),
    ]).toEqual([true, false, false, false]);
    expect(seedTextOf([share('uno'), share(null), share('dos')])).toBe('uno\ndos');
  });

  it('takes secrets before its moment and hears them after it', () => {
    const circle = draw('comprometida', { sourceKind: 'circulo', sourceUntil: at(20) });
    expect([9, 10, 20].map((hour) => reasonOf(mayShare(circle, at(hour), 'comprometer')))).toEqual([
      'yes',
      'draw_secrets_closed',
      'draw_secrets_closed',
    ]);
    expect([9, 10, 20].map((hour) => reasonOf(mayShare(circle, at(hour), 'revelar')))).toEqual([
      'draw_source_to_come',
      'yes',
      'draw_secrets_closed',
    ]);
    expect(reasonOf(mayShare(draw('comprometida'), at(9), 'comprometer'))).toBe('draw_no_secrets');
  });
});
