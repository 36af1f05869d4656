import { describe, expect, it } from 'vitest';
import { mayCertify, isPublicFile, mayPublishMinutes, turnoutOf } from './rules.ts';
import { protectedCount } from '#app/domains/meetings/rules.ts';
import { BlurForm, TableIdeaForm } from './schema.ts';
import type { Minutes } from './types.ts';

const end = new Date('2026-11-20T20:00:00Z');
const after = new Date('2026-11-20T20:00:01Z');
const meeting = { state: 'publicado', kind: 'taller', counted: null, endsAt: end } as const;
const draft: Minutes = {
  version: 1,
  agenda: '',
  topics: 'Temas',
  agreements: 'Acuerdos',
  closing: '',
  attended: null,
  state: 'borrador',
  writtenAt: end,
  publishedAt: null,
};
const reason = (...given: Parameters<typeof mayPublishMinutes>) => {
  const verdict = mayPublishMinutes(...given);
  return verdict.allowed ? null : verdict.error.reason;
};

describe('counts of people', () => {
  it('under five are not told, nor is none', () => {
    expect([0, 1, 4, 5, 30].map(protectedCount)).toEqual([null, null, null, 5, 30]);
    expect(turnoutOf({ registered: 12, attended: 4, proposed: 0 })).toEqual({
      registered: 12,
      attended: null,
      proposed: null,
    });
  });

  it('are not told where the few between two of them would be known by subtraction', () => {
    const counts = (registered: number, attended: number, proposed: number) =>
      turnoutOf({ registered, attended, proposed });
    expect(counts(30, 28, 12)).toEqual({ registered: null, attended: 28, proposed: 12 });
    expect(counts(30, 30, 12)).toEqual({ registered: null, attended: 30, proposed: 12 });
    expect(counts(33, 28, 25)).toEqual({ registered: 33, attended: 28, proposed: null });
  });
});

describe('minutes are published', () => {
  it('when the meeting is over and what matters is written', () => {
    expect(reason(meeting, draft, [], after)).toBeNull();
    expect(reason(meeting, draft, [], new Date(end.getTime() - 1))).toBe('minutes_before_end');
    expect(reason(meeting, null, [], after)).toBe('minutes_without_draft');
    expect(reason(meeting, { ...draft, topics: '' }, [], after)).toBe('minutes_incomplete');
    expect(reason({ ...meeting, state: 'cancelado' }, draft, [], after)).toBe('meeting_cancelled');
    expect(reason({ ...meeting, state: 'borrador' }, draft, [], after)).toBe(
      'meeting_not_published',
    );
    expect(reason({ ...meeting, kind: 'feria' }, draft, [], after)).toBe('fair_not_counted');
    expect(reason({ ...meeting, kind: 'feria', counted: 0 }, draft, [], after)).toBeNull();
  });

  it('when each idea that stays has its commitment', () => {
    const idea = { ideaId: null, dropped: false, commitmentId: null };
    expect(reason(meeting, draft, [idea], after)).toBe('table_idea_without_commitment');
    expect(
      reason(
        meeting,
        draft,
        [
          { ...idea, dropped: true },
          { ...idea, commitmentId: 'c' },
          { ...idea, ideaId: 'i' },
        ],
        after,
      ),
    ).toBeNull();
  });
});

describe('a file', () => {
  it('is public with the minutes; a photo only when a person cleared it', () => {
    const seen = (
      state: 'publicado' | 'con_acta',
      kind: 'foto' | 'adjunto',
      clearedWhy: 'con_permiso' | null,
    ) => isPublicFile({ state }, { kind, clearedWhy });
    expect([
      seen('publicado', 'foto', 'con_permiso'),
      seen('publicado', 'adjunto', null),
      seen('con_acta', 'foto', null),
    ]).toEqual([false, false, false]);
    expect([seen('con_acta', 'foto', 'con_permiso'), seen('con_acta', 'adjunto', null)]).toEqual([
      true,
      true,
    ]);
  });
});

describe('a certificate', () => {
  it('is for who was there, once the meeting took place', () => {
    expect(mayCertify({ state: 'con_acta', endsAt: end }, true, after).allowed).toBe(true);
    expect(mayCertify({ state: 'publicado', endsAt: end }, false, after).allowed).toBe(false);
    expect(
      mayCertify({ state: 'publicado', endsAt: end }, true, new Date(end.getTime() - 1)).allowed,
    ).toBe(false);
    expect(mayCertify({ state: 'cancelado', endsAt: end }, true, after).allowed).toBe(false);
  });
});

describe('the areas of a photo', () => {
  const read = (x: string[], y: string[], ancho: string[], alto: string[]) =>
    BlurForm.safeParse({ x, y, ancho, alto });
  it('are read row by row, with comma or point, and empty rows are none', () => {
    expect(read(['10', ''], ['20,5', ''], ['30', ''], ['5.5', '']).data).toEqual([
      { x: 10, y: 20.5, width: 30, height: 5.5 },
    ]);
  });

  it('are refused when a number lacks or lies outside', () => {
    const message = (...given: Parameters<typeof read>) => read(...given).error?.issues[0]?.message;
    expect(message([''], [''], [''], [''])).toBe('area_required');
    expect(message(['10'], [''], ['3'], ['4'])).toBe('area_incomplete');
    for (const wrong of ['-1', '101', 'mucho', 'NaN', 'Infinity'])
      expect(message([wrong], ['0'], ['5'], ['5']), wrong).toBe('number_range|min=0,max=100');
    expect(message(['0'], ['0'], ['0'], ['5'])).toBe('number_range|min=0,max=100');
  });
});

describe('an idea of a table', () => {
  it('may lack all but its title', () => {
    expect(TableIdeaForm.parse({ titulo: ' Más   sombra ' })).toEqual({
      title: 'Más sombra',
      table: '',
      description: '',
      agreeing: 0,
    });
    expect(TableIdeaForm.safeParse({ titulo: 'Sombra', de_acuerdo: '-1' }).success).toBe(false);
  });
});
