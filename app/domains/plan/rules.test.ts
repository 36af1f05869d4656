import { describe, expect, it } from 'vitest';
import {
  changesBetween,
  daysLeft,
  elapsedShare,
  isOpen,
  mainPhase,
  openPhases,
  openTogether,
  phaseOf,
  phaseState,
  sameLength,
  slugOf,
  withinMinute,
} from './rules.ts';
import { localMoment } from '#app/platform/city/local-time.ts';
import { CommitmentForm, PhaseForm } from './schema.ts';
import { phaseKinds, type Phase, type PhaseKind } from './types.ts';

const at = (text: string) => new Date(`${text}:00-05:00`);

function phase(kind: PhaseKind, opens: string, closes: string): Phase {
  return {
    id: kind,
    planId: 'p',
    kind,
    position: phaseKinds.indexOf(kind) + 1,
    name: kind,
    decides: '',
    outcome: '',
    opensAt: at(opens),
    closesAt: at(closes),
  };
}

const ideas = phase('ideas', '2026-11-01T00:00', '2026-11-20T18:00');
const supports = phase('apoyos', '2026-11-10T00:00', '2026-12-10T00:00');
const workshops = phase('talleres', '2026-12-20T00:00', '2027-01-10T00:00');
const phases = [ideas, supports, workshops];

describe('a phase', () => {
  it('is open from its first instant until just before its last', () => {
    expect(phaseState(ideas, at('2026-10-31T23:59'))).toBe('next');
    expect(phaseState(ideas, ideas.opensAt)).toBe('open');
    expect(phaseState(ideas, new Date(ideas.closesAt.getTime() - 1))).toBe('open');
    expect(phaseState(ideas, ideas.closesAt)).toBe('closed');
    expect(isOpen(undefined, ideas.opensAt)).toBe(false);
  });

  it('counts days left on the calendar of Bogotá', () => {
    expect(daysLeft(ideas, at('2026-11-19T23:50'))).toBe(1);
    expect(daysLeft(ideas, at('2026-11-20T00:10'))).toBe(0);
    expect(daysLeft(ideas, at('2026-11-25T00:00'))).toBe(0);
  });

  it('says how much of it has passed, within 0 and 1', () => {
    expect(elapsedShare(ideas, at('2026-10-01T00:00'))).toBe(0);
    expect(elapsedShare(supports, at('2026-11-25T00:00'))).toBeCloseTo(0.5, 5);
    expect(elapsedShare(ideas, at('2026-12-01T00:00'))).toBe(1);
  });
});

describe('the phases of a plan', () => {
  it('names together what is open until the same day, and nothing between phases', () => {
    const until = (kind: PhaseKind) => phase(kind, '2026-11-01T00:00', '2026-11-20T20:00');
    expect(
      openTogether([ideas, supports, until('talleres')], at('2026-11-15T00:00')).map(
        (each) => each.kind,
      ),
    ).toEqual(['ideas', 'talleres']);
    expect(openTogether(phases, at('2026-12-15T00:00'))).toEqual([]);
    expect(openTogether([], at('2026-12-15T00:00'))).toEqual([]);
  });

  it('are found by kind', () => {
    expect(phaseOf(phases, 'apoyos')).toBe(supports);
    expect(phaseOf({ phases }, 'deliberacion')).toBeUndefined();
  });

  it('are shown by the open one that closes soonest, between phases by the next, after all by the last', () => {
    expect(openPhases(phases, at('2026-11-15T00:00'))).toEqual([ideas, supports]);
    expect(mainPhase(phases, at('2026-11-15T00:00'))).toBe(ideas);
    expect(mainPhase(phases, at('2026-11-21T00:00'))).toBe(supports);
    expect(mainPhase(phases, at('2026-12-15T00:00'))).toBe(workshops);
    expect(mainPhase(phases, at('2026-10-01T00:00'))).toBe(ideas);
    expect(mainPhase(phases, at('2027-06-01T00:00'))).toBe(workshops);
    expect(mainPhase([], at('2027-06-01T00:00'))).toBeUndefined();
  });
});

describe('a form of dates', () => {
  const read = (abre: string, cierra: string) => PhaseForm.safeParse({ abre, cierra });

  it('reads Bogotá time, other zones and whole days', () => {
    expect(read('2026-11-01T08:30', '2026-11-02T00:00Z').data).toMatchObject({
      opensAt: new Date('2026-11-01T13:30:00Z'),
      closesAt: new Date('2026-11-02T00:00:00Z'),
    });
    expect(read('2026-11-01', '2026-11-01').data).toMatchObject({
      opensAt: new Date('2026-11-01T05:00:00Z'),
      closesAt: new Date('2026-11-02T04:59:59Z'),
    });
  });

  it.each([
    ['2026-02-31', '2026-12-01', 'abre', 'date_invalid'],
    ['', '2026-12-01', 'abre', 'required'],
    ['mañana', '2026-12-01', 'abre', 'date_invalid'],
    ['2026-12-02', '2026-12-01', 'cierra', 'date_order'],
  ])('refuses %s to %s', (abre, cierra, field, message) => {
    expect(read(abre, cierra).error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual(
      [[field, message]],
    );
  });

  it('leaves texts that were not sent as they are', () => {
    const unsaid = { es: undefined, en: undefined };
    expect(read('2026-11-01', '2026-12-01').data).toMatchObject({
      name: unsaid,
      decides: unsaid,
      outcome: unsaid,
    });
    expect(
      PhaseForm.safeParse({
        abre: '2026-11-01',
        cierra: '2026-12-01',
        nombre_es: ' ',
        resultado_es: ' ',
      }).error?.issues.map((issue) => issue.path[0]),
    ).toEqual(['nombre_es']);
  });

  it('shows and keeps whole minutes without losing seconds', () => {
    const kept = new Date('2026-11-01T13:30:42Z');
    expect(localMoment(kept)).toBe('2026-11-01T08:30');
    expect(withinMinute(kept, new Date('2026-11-01T13:30:00Z'))).toBe(kept);
    const other = new Date('2026-11-01T13:31:00Z');
    expect(withinMinute(kept, other)).toBe(other);
  });
});

describe('texts of coordination', () => {
  it('need as many milestones in both languages', () => {
    expect(sameLength({ es: ['a'], en: ['b'] })).toBe(true);
    const texts = Object.fromEntries(
      ['titulo', 'corto', 'resumen', 'reto', 'nivel', 'uso'].flatMap((name) => [
        [`${name}_es`, 'a'],
        [`${name}_en`, 'b'],
      ]),
    );
    const parsed = CommitmentForm.safeParse({
      ...texts,
      hitos_es: 'uno\n\ndos',
      hitos_en: 'one',
      entidades: ['019a0000-0000-7000-8000-000000000000'],
    });
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
      ['hitos_en', 'milestones_uneven'],
    ]);
  });

  it('become the end of an address', () => {
    expect(slugOf('¿Bogotá 50/50? Niñez y andén')).toBe('bogota-50-50-ninez-y-anden');
    expect(slugOf('¡!')).toBe('sin-titulo');
  });

  it('are compared field by field', () => {
    expect(changesBetween({ a: 1, b: ['x'] }, { a: 1, b: ['x'] })).toBeNull();
    expect(changesBetween({ a: 1, b: ['x'] }, { a: 2, b: ['x'] })).toEqual({
      before: { a: 1 },
      after: { a: 2 },
    });
    expect(changesBetween({}, { a: 'new' })).toEqual({ before: { a: null }, after: { a: 'new' } });
  });
});
