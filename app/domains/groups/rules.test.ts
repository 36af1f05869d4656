import { describe, expect, it } from 'vitest';
import { answersGoal, isGoalOfGroups, sumInvitations, whomToAsk } from './rules.ts';
import { isReminderDue, isAnswerTo } from '#app/domains/registration/need.rules.ts';
import { lackingOf } from '#app/domains/meetings/preparation.rules.ts';
import type { Goal, GoalVariable, Organisation } from './types.ts';
import type { Preparation } from '#app/domains/meetings/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

const group = (id: string, kind = 'jac', locality?: string): Organisation => ({
  id,
  name: id,
  kind,
  locality: locality ? { code: locality, name: locality } : null,
  contact: '',
});
const goal = (variable: GoalVariable, value: string, share: number, tolerance = 0.05): Goal => ({
  id: `${variable} ${value}`,
  meetingId: null,
  variable,
  value,
  share,
  tolerance,
  source: 'Censo 2018',
});
const said = (asks: ReturnType<typeof whomToAsk>) =>
  asks.map((ask) => [
    ask.why === 'goal' ? ask.goal.id : ask.why === 'kind' ? ask.kind : ask.why,
    ask.organisations.map((organisation) => organisation.id),
  ]);

describe('whom to ask next', () => {
  it('is the goal that the invited groups are farthest from; each group stands once', () => {
    const groups = [
      group('a', 'mujeres', '05'),
      group('b', 'juventud'),
      group('c', 'mujeres'),
      group('d', 'jac', '04'),
    ];
    const goals = [
      goal('genero', 'mujer', 0.3),
      goal('edad', 'jovenes_14_28', 0.6),
      goal('localidad', '05', 0.2),
    ];
    expect(said(whomToAsk(goals, groups, new Set(), null))).toEqual([
      ['edad jovenes_14_28', ['b']],
      ['genero mujer', ['a', 'c']],
      ['localidad 05', []],
      ['jac', ['d']],
    ]);
  });

  it('leaves out goals that are reached, within their tolerance', () => {
    const groups = [group('a', 'mujeres'), group('b', 'jac'), group('c', 'mujeres')];
    expect(
      said(whomToAsk([goal('genero', 'mujer', 0.5)], groups, new Set(['a', 'b']), null)),
    ).toEqual([]);
    expect(
      said(whomToAsk([goal('genero', 'mujer', 0.54)], groups, new Set(['a', 'b']), null)),
    ).toEqual([]);
    expect(
      said(whomToAsk([goal('genero', 'mujer', 0.56)], groups, new Set(['a', 'b']), null)),
    ).toEqual([['genero mujer', ['c']]]);
  });

  it('without goals is the meeting’s locality, then kinds of which nobody was invited, the most numerous first', () => {
    const groups = [
      group('a', 'jac', '05'),
      group('b', 'ong'),
      group('c', 'mujeres'),
      group('d', 'mujeres'),
      group('e', 'lgbti'),
      group('f', 'lgbti'),
    ];
    expect(said(whomToAsk([], groups, new Set(['e']), '05'))).toEqual([
      ['locality', ['a']],
      ['mujeres', ['c', 'd']],
      ['ong', ['b']],
    ]);
  });

  it('names a goal that no kind of group gathers only until somebody is invited', () => {
    expect(isGoalOfGroups({ variable: 'cuida', value: 'si' })).toBe(false);
    expect(said(whomToAsk([goal('cuida', 'si', 0.3)], [group('a')], new Set(), null))).toEqual([
      ['cuida si', []],
      ['jac', ['a']],
    ]);
    expect(said(whomToAsk([goal('cuida', 'si', 0.3)], [group('a')], new Set(['a']), null))).toEqual(
      [],
    );
  });

  it('counts a group towards a goal by its locality, its kind or whom its kind gathers', () => {
    expect(answersGoal(group('a', 'jac', '05'), { variable: 'localidad', value: '05' })).toBe(true);
    expect(
      answersGoal(group('a', 'jac', '05'), { variable: 'organizacion_tipo', value: 'jac' }),
    ).toBe(true);
    expect(answersGoal(group('a', 'discapacidad'), { variable: 'discapacidad', value: 'si' })).toBe(
      true,
    );
    expect(answersGoal(group('a', 'jac'), { variable: 'genero', value: 'mujer' })).toBe(false);
  });
});

it('sums invitations: what is not known counts as nothing', () => {
  expect(
    sumInvitations([
      { answer: 'viene', announced: 5, came: 3 },
      { answer: 'no_viene', announced: null, came: 0 },
      { answer: null, announced: null, came: null },
    ]),
  ).toEqual({ invited: 3, answered: 2, announced: 5, came: 3, tookPart: 1 });
});

describe('the answer to a need', () => {
  it('leads on, and may find a way in the end', () => {
    expect([
      isAnswerTo('pedido', 'previsto'),
      isAnswerTo('previsto', 'confirmado'),
      isAnswerTo('confirmado', 'dado'),
      isAnswerTo('confirmado', 'no_posible'),
      isAnswerTo('no_posible', 'confirmado'),
      isAnswerTo('dado', 'no_posible'),
    ]).not.toContain(false);
    expect([
      isAnswerTo('confirmado', 'previsto'),
      isAnswerTo('confirmado', 'pedido'),
      isAnswerTo('dado', 'confirmado'),
      isAnswerTo('no_posible', 'pedido'),
    ]).not.toContain(true);
  });
});

describe('the reminder of unanswered requests', () => {
  // A Saturday; Tuesday 8 is a holiday, so that the three working days before are 9, 10 and 11.
  const startsAt = new Date('2026-12-12T14:00:00Z');
  it.each([
    ['2026-12-04T15:00:00Z', false],
    ['2026-12-06T15:00:00Z', false],
    ['2026-12-07T15:00:00Z', true],
    ['2026-12-08T15:00:00Z', true],
    ['2026-12-11T15:00:00Z', true],
    ['2026-12-12T14:00:00Z', false],
  ])('at %s: %s', (now, due) => {
    expect(isReminderDue(startsAt, new Date(now))).toBe(due);
  });
});

describe('what a meeting lacks', () => {
  const now = new Date('2026-12-01T15:00:00Z');
  const meeting = (more: Partial<Meeting> = {}) =>
    ({
      state: 'publicado',
      kind: 'taller',
      capacity: 30,
      reserved: 0,
      held: 3,
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
    expect(lackingOf(meeting(), done({ openNeeds: 2, openDuplicates: 1 }), now)).toEqual([
      'needs',
      'duplicates',
    ]);
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
