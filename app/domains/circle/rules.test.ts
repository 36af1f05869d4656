import { describe, expect, it } from 'vitest';
import {
  agrees,
  mayDecide,
  mayVote,
  countVotes,
  instantOf,
  isInTerm,
  missingAnswers,
  missingUntil,
  quorumOf,
  sumVotes,
} from './rules.ts';
import type { DecisionCode, Seat, Sector, Vote } from './types.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

let counter = 0;
const seat = (sector: Sector, present: boolean, vote: Vote | null = null): Seat => ({
  memberId: `m${(counter += 1)}`,
  sector,
  present,
  vote,
});
const pair = (
  sector: Sector,
  first: Parameters<typeof seat>[2] = null,
  isSecondThere = false,
): Seat[] => [seat(sector, true, first), seat(sector, isSecondThere)];
const reasonOf = (decision: ReturnType<typeof mayDecide>) =>
  decision.allowed ? null : decision.error.reason;

describe('quorum', () => {
  it('is half of each sector, rounded up', () => {
    expect(quorumOf([...pair('gobierno'), ...pair('civil')]).isMet).toBe(true);
    expect(
      quorumOf([
        seat('gobierno', true),
        seat('gobierno', false),
        seat('gobierno', false),
        ...pair('civil'),
      ]).isMet,
    ).toBe(false);
    expect(
      quorumOf([
        seat('gobierno', true),
        seat('gobierno', true),
        seat('gobierno', false),
        ...pair('civil'),
      ]).isMet,
    ).toBe(true);
  });

  it('is missing when one sector is, however many the other brings', () => {
    expect(
      quorumOf([
        seat('gobierno', true),
        seat('gobierno', true),
        seat('civil', false),
        seat('civil', false),
      ]).isMet,
    ).toBe(false);
  });

  it('leaves out who recused themselves, from the base and from the count', () => {
    const seats = [seat('gobierno', true, 'impedimento'), seat('gobierno', true), ...pair('civil')];
    expect(quorumOf(seats).bySector.gobierno).toEqual({ base: 1, present: 1, needed: 1 });
    expect(
      quorumOf([seat('gobierno', true, 'impedimento'), seat('gobierno', false), ...pair('civil')])
        .isMet,
    ).toBe(false);
  });

  it('needs one person of each sector at least', () => {
    expect(quorumOf([seat('gobierno', true, 'impedimento'), ...pair('civil')]).isMet).toBe(false);
    expect(quorumOf([]).isMet).toBe(false);
  });
});

describe('votes', () => {
  it('count from the table; a recusal stands from anywhere', () => {
    const seats = [
      seat('gobierno', true, 'a_favor'),
      seat('gobierno', false, 'a_favor'),
      seat('civil', false, 'impedimento'),
      seat('civil', true, 'abstencion'),
    ];
    expect(countVotes(seats)).toEqual({
      gobierno: { a_favor: 1, en_contra: 0, abstencion: 0, impedimento: 0 },
      civil: { a_favor: 0, en_contra: 0, abstencion: 1, impedimento: 1 },
    });
    expect(sumVotes(countVotes(seats))).toEqual({
      a_favor: 1,
      en_contra: 0,
      abstencion: 1,
      impedimento: 1,
    });
  });

  it('are cast by who is present; a recusal may come from elsewhere', () => {
    expect(mayVote('a_favor', true).allowed).toBe(true);
    expect(mayVote('impedimento', false).allowed).toBe(true);
    for (const vote of ['a_favor', 'en_contra', 'abstencion'] as const)
      expect(reasonOf(mayVote(vote, false))).toBe('circle_not_present');
  });
});

describe('the majority', () => {
  const table = (...cast: (Vote | null)[]): Seat[] =>
    cast.map((vote, index) => seat(index % 2 === 0 ? 'gobierno' : 'civil', true, vote));
  const cases: [cast: (Vote | null)[], allowed: DecisionCode[]][] = [
    [
      ['a_favor', 'a_favor'],
      ['adoptada', 'adoptada_en_parte', 'aplazada'],
    ],
    [
      ['en_contra', 'en_contra'],
      ['no_adoptada', 'aplazada'],
    ],
    [['a_favor', 'en_contra'], ['aplazada']],
    [
      ['a_favor', 'abstencion'],
      ['adoptada', 'adoptada_en_parte', 'aplazada'],
    ],
    [
      ['en_contra', 'abstencion'],
      ['no_adoptada', 'aplazada'],
    ],
    [['abstencion', 'abstencion'], ['aplazada']],
    [[null, null], ['aplazada']],
  ];
  it.each(cases)('of %j allows %j', (cast, allowed) => {
    for (const decision of ['adoptada', 'adoptada_en_parte', 'no_adoptada', 'aplazada'] as const) {
      expect(agrees(decision, countVotes(table(...cast)))).toBe(allowed.includes(decision));
    }
  });

  it('says why it refuses', () => {
    expect(reasonOf(mayDecide('adoptada', [seat('gobierno', true, 'a_favor')]))).toBe('sin_quorum');
    expect(reasonOf(mayDecide('aplazada', []))).toBe('sin_quorum');
    expect(reasonOf(mayDecide('adoptada', table('a_favor', 'en_contra')))).toBe(
      'circle_votes_tied',
    );
    expect(reasonOf(mayDecide('no_adoptada', table('a_favor', 'a_favor')))).toBe(
      'circle_votes_disagree',
    );
    expect(reasonOf(mayDecide('adoptada', table('a_favor', 'a_favor')))).toBeNull();
  });
});

describe('the answers', () => {
  const answer = (ideaId: string, taken: string, notTaken: string) => ({ ideaId, taken, notTaken });
  it('take every idea when the proposal is taken whole', () => {
    expect(missingAnswers('adoptada', [answer('a', 'Todo.', ''), answer('b', '', 'No.')])).toEqual({
      'tomado.b': 'circle_taken_missing',
    });
  });

  it('say why not for every idea when it is not taken', () => {
    expect(
      missingAnswers('no_adoptada', [answer('a', '', 'Cuesta mucho.'), answer('b', '', '')]),
    ).toEqual({ 'no_tomado.b': 'circle_not_taken_missing' });
  });

  it('say both when it is taken in part, and something for each idea', () => {
    expect(missingAnswers('adoptada_en_parte', [answer('a', 'El mapa.', 'La hora, no.')])).toEqual(
      {},
    );
    expect(
      missingAnswers('adoptada_en_parte', [
        answer('a', 'El mapa.', ''),
        answer('b', '', 'No hay plata.'),
      ]),
    ).toEqual({});
    expect(
      missingAnswers('adoptada_en_parte', [answer('a', 'El mapa.', ''), answer('b', '', '')]),
    ).toEqual({ 'no_tomado.b': 'circle_answer_missing' });
    expect(missingAnswers('adoptada_en_parte', [answer('a', '', 'No.')])).toEqual({
      'tomado.a': 'circle_part_needs_taken',
    });
    expect(missingAnswers('adoptada_en_parte', [answer('a', 'Todo.', '')])).toEqual({
      'no_tomado.a': 'circle_part_needs_not_taken',
    });
  });

  it('are not asked for a deferral, whose date must lie ahead', () => {
    expect(missingAnswers('aplazada', [answer('a', '', '')])).toEqual({});
    expect(missingUntil('aplazada', undefined, '2026-11-24')).toEqual({
      hasta: 'circle_until_missing',
    });
    expect(missingUntil('aplazada', '2026-11-24', '2026-11-24')).toEqual({
      hasta: 'circle_until_past',
    });
    expect(missingUntil('aplazada', '2026-11-25', '2026-11-24')).toEqual({});
    expect(missingUntil('adoptada', undefined, '2026-11-24')).toEqual({});
  });
});

describe('civil dates', () => {
  it("are Bogotá's", () => {
    expect(civilDay(new Date('2026-11-24T04:59:59Z'))).toBe('2026-11-23');
    expect(civilDay(new Date('2026-11-24T05:00:00Z'))).toBe('2026-11-24');
    expect(civilDay(instantOf('2026-11-24'))).toBe('2026-11-24');
  });

  it('bound a term, both ends included', () => {
    const term = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
    expect(isInTerm(term, '2025-12-31')).toBe(false);
    expect(isInTerm(term, '2026-01-01')).toBe(true);
    expect(isInTerm(term, '2026-12-31')).toBe(true);
    expect(isInTerm(term, '2027-01-01')).toBe(false);
    expect(isInTerm({ ...term, endsOn: null }, '2030-01-01')).toBe(true);
  });
});
