import { describe, expect, it } from 'vitest';
import { GoalForm, InvitationNote, MergeForm } from './schema.ts';

const goal = (fields: Record<string, string>) =>
  GoalForm.safeParse({
    a_quien: 'genero mujer',
    proporcion: '52,2',
    tolerancia: '',
    fuente: 'Censo 2018',
    ...fields,
  });
const wrong = (result: {
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}) => result.error?.issues.map((issue) => [issue.path[0], issue.message]);

describe('a goal', () => {
  it('is read as people write it', () => {
    expect(goal({}).data).toEqual({
      variable: 'genero',
      value: 'mujer',
      share: 0.522,
      tolerance: 0,
      source: 'Censo 2018',
    });
    expect(goal({ proporcion: '7.1 %', tolerancia: '1,5' }).data).toMatchObject({
      share: 0.071,
      tolerance: 0.015,
    });
  });

  it.each([
    ['proporcion', '0'],
    ['proporcion', '101'],
    ['proporcion', 'mucho'],
    ['proporcion', '1e2'],
    ['tolerancia', '-3'],
  ])('refuses %s %s', (field, value) => {
    expect(wrong(goal({ [field]: value }))).toEqual([[field, 'percent_invalid']]);
  });

  it('is about one of its variables', () => {
    expect(wrong(goal({ a_quien: '' }))).toEqual([['a_quien', 'choose_one']]);
    expect(wrong(goal({ a_quien: 'religion otra' }))).toEqual([['a_quien', 'choose_one']]);
  });
});

it('an invitation notes counts of people and nothing else', () => {
  const organizacion = '01900000-0000-7000-8000-000000000001';
  expect(
    InvitationNote.parse({ organizacion, respuesta: '', anunciadas: '', vinieron: '0' }),
  ).toEqual({ organisationId: organizacion, answer: null, announced: null, came: 0 });
  expect(wrong(InvitationNote.safeParse({ organizacion, anunciadas: '-1' }))).toEqual([
    ['anunciadas', 'number_range|min=0,max=5000'],
  ]);
});

it('a group is not merged into itself', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  expect(wrong(MergeForm.safeParse({ queda: id, sobra: id }))).toEqual([
    ['sobra', 'organisation_same'],
  ]);
});
