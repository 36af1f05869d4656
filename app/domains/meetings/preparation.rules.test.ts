import { describe, expect, it } from 'vitest';
import { lackingOf } from './preparation.rules.ts';
import type { Meeting, Preparation } from './types.ts';

describe('what a meeting lacks', () => {
  const now = new Date('2026-12-01T15:00:00Z');
  const meeting = (more: Partial<Meeting> = {}) =>
    ({
      state: 'publicado',
      kind: 'taller',
      capacity: 30,
      reserved: 0,
      held: 3,
      heldReserved: 0,
      waiting: 0,
      access: ['lsc'],
      closedAt: null,
      opensAt: new Date('2026-11-20T15:00:00Z'),
      closesAt: new Date('2026-12-09T15:00:00Z'),
      startsAt: new Date('2026-12-10T15:00:00Z'),
      endsAt: new Date('2026-12-10T18:00:00Z'),
      ...more,
    }) as Meeting;
  const done = (more: Partial<Preparation> = {}): Preparation => ({
    facilitators: 1,
    goals: 1,
    invited: 4,
    openNeeds: 0,
    openDuplicates: 0,
    openCalls: 0,
    ...more,
  });

  it('is nothing when all is done, and each thing by itself', () => {
    expect(lackingOf(meeting(), done(), now)).toEqual([]);
    expect(
      lackingOf(
        meeting({ state: 'borrador', access: [] }),
        done({ facilitators: 0, goals: 0, invited: 0 }),
        now,
      ),
    ).toEqual(['publish', 'access', 'facilitators', 'goals', 'invitations']);
    expect(
      lackingOf(meeting(), done({ openNeeds: 2, openDuplicates: 1, openCalls: 3 }), now),
    ).toEqual(['calls', 'needs', 'duplicates']);
  });

  it('is its minutes once it was held, and nothing when it was cancelled or has them', () => {
    const after = new Date('2026-12-11T15:00:00Z');
    expect(lackingOf(meeting({ access: [] }), done({ invited: 0 }), after)).toEqual(['minutes']);
    expect(lackingOf(meeting({ state: 'con_acta' }), done(), after)).toEqual([]);
    expect(
      lackingOf(meeting({ state: 'cancelado', access: [] }), done({ openNeeds: 3 }), now),
    ).toEqual([]);
  });
});
