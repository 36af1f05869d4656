import { describe, expect, it } from 'vitest';
import { reasonField, reasonsOf, type Unanswered } from './ending.rules.ts';

const group = (number: number, stage: Unanswered['stage']): Unanswered => ({
  commitmentId: `c${number}`,
  number,
  title: 'Un compromiso',
  stage,
  ideas: 3,
});
const [first, second] = [group(1, 'revisada'), group(2, 'ante_el_circulo')];
const why = 'Terminó el plan sin tiempo para estudiarlas.';

describe('the reasons with which ideas end', () => {
  it('are needed for each group that has no answer', () => {
    const { wrong } = reasonsOf([first, second], { [reasonField(first)]: why });
    expect(wrong).toEqual({ [reasonField(second)]: 'ending_reason_missing' });
  });

  it('may be one for all, and another for a group', () => {
    const { reasons, wrong } = reasonsOf([first, second], {
      razon: why,
      [reasonField(second)]: 'El Círculo terminó su periodo antes de decidir.',
    });
    expect(wrong).toEqual({});
    expect(reasons.get(reasonField(first))).toBe(why);
    expect(reasons.get(reasonField(second))).toContain('El Círculo');
  });

  it('say something', () => {
    expect(reasonsOf([first], { razon: 'Porque sí.' }).wrong).toEqual({
      razon: 'too_short|min=20',
    });
  });

  it('are none where every idea was answered', () => {
    expect(reasonsOf([], {})).toEqual({ reasons: new Map(), wrong: {} });
  });
});
