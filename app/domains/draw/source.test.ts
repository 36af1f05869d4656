import { describe, expect, it } from 'vitest';
import { default72785, quicknet1000 } from '#tests/factories/drand.ts';
import { roundFrom, roundTime } from './drand.ts';
import { readSource } from './read-source.ts';
import { sourcePattern, type PublicSource } from './source.ts';

const lottery: PublicSource = {
  form: 'loteria',
  name: 'Lotería de Bogotá',
  number: 2857,
  day: '2026-12-03',
  digits: 4,
  series: 3,
};
const drand: PublicSource = { form: 'drand', chain: 'quicknet', round: 1000 };

describe('the result of a lottery', () => {
  it.each([
    '4821 117',
    '4821117',
    '4821-117',
    '4821, serie 117',
    'Número 4821, serie 117',
    'número: 4821 – Serie: 117.',
    'NÚMERO 4821 SERIE 117',
    ' 4 - 8 - 2 - 1  Serie: 117 ',
    '4821 / 117\n',
    'No. 4821 Serie No. 117',
    'El premio mayor: 4821 de la serie 117',
    '４８２１ １１７',
    '2026-12-03|4821117',
    '2026-12-03 | 4821 serie 117',
  ])('has one text, however it is typed: %j', async (typed) => {
    expect(await readSource(lottery, typed)).toEqual({ line: '2026-12-03|4821117', proof: null });
  });

  it.each([
    ['no digit', 'cuatro mil', 'source_digits'],
    ['one digit too few: a zero left out', '4821 serie 17', 'source_digits'],
    ['one too many', '4821 serie 1170', 'source_digits'],
    ['the number of the draw too', 'sorteo 2857: 4821 serie 117', 'source_digits'],
    ['the series first', 'serie 117 número 4821', 'source_digits'],
    ['the series first, without words', '117 4821', 'source_digits'],
    ['another day', '2026-12-10|4821117', 'source_other_day'],
    ['a word more', '4821 serie 117 bis', 'source_digits'],
    ['a round of drand', JSON.stringify(quicknet1000), 'source_digits'],
    ['two results', '4821 serie 117 o 4822 serie 117', 'source_digits'],
  ])('is refused with %s', async (_name, typed, reason) => {
    expect(await readSource(lottery, typed)).toMatchObject({
      reason: expect.stringMatching(`^${reason}\\|`) as string,
    });
  });

  it('keeps its zeros, and may have no series', async () => {
    expect(await readSource(lottery, '0007 serie 009')).toMatchObject({
      line: '2026-12-03|0007009',
    });
    expect(await readSource({ ...lottery, digits: 6, series: 0 }, '004 821')).toMatchObject({
      line: '2026-12-03|004821',
    });
  });
});

describe('a round of drand', () => {
  const line =
    'drand|52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971|1000|' +
    'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd';

  it('has one text, and its signature is kept for whoever checks it', async () => {
    const randomness = line.slice(-64);
    for (const typed of [
      quicknet1000,
      { ...quicknet1000, randomness },
      { ...quicknet1000, signature: quicknet1000.signature.toUpperCase() },
      { randomness: randomness.toUpperCase(), ...quicknet1000, previous_signature: 'ab' },
    ])
      expect(await readSource(drand, JSON.stringify(typed, null, 2))).toEqual({
        line,
        proof: quicknet1000,
      });
    expect(
      await readSource(
        { form: 'drand', chain: 'default', round: 72785 },
        JSON.stringify(default72785),
      ),
    ).toMatchObject({ proof: default72785 });
  });

  it.each([
    ['a word', '"algo"', 'source_no_round'],
    ['nothing', 'null', 'source_no_round'],
    ['no JSON', quicknet1000.signature, 'source_no_round'],
    ['no signature', '{"round":1000}', 'source_no_round'],
    ['another round', JSON.stringify({ ...quicknet1000, round: 1001 }), 'source_other_round'],
    [
      'a fraction of a round',
      JSON.stringify({ ...quicknet1000, round: 1000.5 }),
      'source_no_round',
    ],
    ['another value', JSON.stringify({ ...quicknet1000, randomness: 'ab' }), 'source_not_signed'],
    [
      'a signature of nobody',
      JSON.stringify({ ...quicknet1000, signature: 'ab'.repeat(48) }),
      'source_not_signed',
    ],
  ])('is refused: %s', async (_name, typed, reason) => {
    expect(await readSource(drand, typed)).toMatchObject({
      reason: expect.stringMatching(`^${reason}`) as string,
    });
  });

  it('says before how it will be written', () => {
    expect(sourcePattern(drand)).toBe(`${line.slice(0, -64)}…`);
    expect(sourcePattern(lottery)).toBe('2026-12-03|nnnnsss');
    expect(roundFrom('quicknet', roundTime('quicknet', 1000))).toBe(1000);
  });
});
