import { describe, expect, it } from 'vitest';
import { isAnswerTo, isReminderDue } from './need.rules.ts';

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
