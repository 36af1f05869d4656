import { describe, expect, it } from 'vitest';
import { answersGoal, isGoalOfGroups, keyOfAsk, sumInvitations, whomToAsk } from './rules.ts';
import type { Goal, GoalVariable, Organisation } from './types.ts';

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
  asks.map((ask) => [keyOfAsk(ask), ask.organisations.map((organisation) => organisation.id)]);

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

  it('without goals is the meeting’s locality, then kinds that nobody was invited of, most numerous first', () => {
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
