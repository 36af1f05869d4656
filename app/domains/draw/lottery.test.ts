import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import {
  canonicalLottery,
  canonicalTokens,
  drawPosition,
  largestMove,
  panelAt,
  positionOf,
  seatPeople,
  sha256Hex,
  waitingOrder,
  weightRange,
  wholeWeight,
  type Block,
} from './lottery.ts';
import { readLottery } from './read-lottery.ts';
import type { Pool } from './pool.ts';

function poolOf(counts: number[], size: number): Pool {
  return {
    size,
    types: counts.map((count, t) =>
      Array.from({ length: count }, (_, member) => `t${t}-${String(member).padStart(4, '0')}`),
    ),
    quotas: [],
  };
}

/** What each type has, by its blocks, as the probability of one of its members. */
function sharesOf(pool: Pool, blocks: Block[]): number[] {
  return pool.types.map(
    (members, t) =>
      blocks.reduce((sum, { weight, composition }) => sum + weight * composition[t]!, 0) /
      members.length /
      wholeWeight,
  );
}

describe('people on panels', () => {
  it.each([
    ['everybody alike', [200], 20, [{ weight: wholeWeight, composition: [20] }], 10],
    ['three of seven', [7], 3, [{ weight: wholeWeight, composition: [3] }], 20],
    [
      'those who always sit and those who never do',
      [2, 4, 3],
      3,
      [{ weight: wholeWeight, composition: [2, 1, 0] }],
      4,
    ],
    [
      'two compositions of uneven weight',
      [30, 5, 11],
      9,
      [
        { weight: 271_828, composition: [5, 3, 1] },
        { weight: 728_172, composition: [6, 1, 2] },
      ],
      60,
    ],
    [
      'tiny shares',
      [300, 4],
      3,
      [
        { weight: 999_100, composition: [0, 3] },
        { weight: 900, composition: [1, 2] },
      ],
      310,
    ],
    [
      'two thousand people',
      Array.from({ length: 100 }, () => 20),
      100,
      [
        { weight: 123_457, composition: Array.from({ length: 100 }, (_, t) => (t % 2) * 2) },
        { weight: 876_543, composition: Array.from({ length: 100 }, () => 1) },
      ],
      1000,
    ],
  ] as [string, number[], number, Block[], number][])(
    'have within a type the same probability to one in a million: %s',
    (_name, counts, size, blocks, most) => {
      const pool = poolOf(counts, size);
      const lottery = seatPeople(pool, blocks);
      expect(lottery.reduce((sum, { peso }) => sum + peso, 0)).toBe(wholeWeight);
      expect(lottery.length).toBeLessThanOrEqual(most);
      for (const { peso, panel } of lottery) {
        expect(peso).toBeGreaterThan(0);
        expect(panel).toHaveLength(size);
        expect([...new Set(panel)].sort()).toEqual(panel);
      }
      expect(largestMove(pool, sharesOf(pool, blocks), lottery)).toBeLessThan(1e-6);
      expect(seatPeople(pool, blocks)).toEqual(lottery);
    },
  );

  it('sees how far weights move somebody', () => {
    expect(
      largestMove(
        poolOf([2], 1),
        [0.5],
        [
          { peso: 500_003, panel: ['t0-0000'] },
          { peso: 499_997, panel: ['t0-0001'] },
        ],
      ),
    ).toBeCloseTo(3e-6, 12);
  });

  it('moves nobody by more than one in a million', () => {
    expect([0, 1, 0.25, 1 / 3, 1e-7].map(weightRange)).toEqual([
      [0, 0],
      [1_000_000, 1_000_000],
      [250_000, 250_000],
      [333_333, 333_334],
      [0, 1],
    ]);
  });
});

describe('the draw', () => {
  const lottery = [
    { peso: 3, panel: ['a', 'ñ'] },
    { peso: 999_996, panel: ['a', '"z'] },
    { peso: 1, panel: ['c', 'd'] },
  ];

  it('commits to one text', () => {
    expect(canonicalLottery(lottery)).toBe(
      '[{"panel":["a","ñ"],"peso":3},{"panel":["a","\\"z"],"peso":999996},{"panel":["c","d"],"peso":1}]',
    );
  });

  it('reads a digest from its most significant byte', () => {
    expect(positionOf(Uint8Array.of(1, 0))).toBe(256);
    expect(positionOf(Uint8Array.of(0x0f, 0x42, 0x41))).toBe(1);
    const digest = Uint8Array.from({ length: 32 }, (_, index) => 255 - index * 7);
    expect(positionOf(digest)).toBe(
      Number(BigInt(`0x${Buffer.from(digest).toString('hex')}`) % 1_000_000n),
    );
  });

  it('hashes as everybody does: the bytes of the seed, then those of the hash, then the token', async () => {
    const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const [seed, hash] = ['00ff', 'ab'.repeat(32)];
    expect(await sha256Hex('ñandú')).toBe(sha(Buffer.from('ñandú')));
    expect(await drawPosition(seed, hash)).toBe(
      Number(BigInt(`0x${sha(Buffer.from(seed + hash, 'hex'))}`) % 1_000_000n),
    );
    const tokens = ['uno', 'dos', 'tres', 'ñ', '_', '-x'];
    const key = (token: string) =>
      sha(Buffer.concat([Buffer.from(seed + hash, 'hex'), Buffer.from(token)]));
    const order = await waitingOrder(tokens, seed, hash);
    expect(order.map(key)).toEqual(tokens.map(key).sort());
    expect(await waitingOrder([...tokens].reverse(), seed, hash)).toEqual(order);
    expect(await waitingOrder(tokens, '00fe', hash)).not.toEqual(order);
    expect(canonicalTokens(['b', '_', 'B', 'ñ'])).toBe('["B","_","b","ñ"]');
  });

  it('reads a lottery out of its text, and nothing else', () => {
    expect(readLottery(canonicalLottery(lottery))).toEqual(lottery);
    for (const text of [
      '',
      '{}',
      '[]',
      '[{"panel":["a"],"peso":999999}]',
      '[{"panel":["a"],"peso":1000000.5}]',
      '[{"panel":[1],"peso":1000000}]',
      '[{"panel":["a"],"peso":1000001},{"panel":["b"],"peso":-1}]',
      'null',
    ])
      expect(readLottery(text)).toBeNull();
  });

  it('takes the panel in whose weight the position falls', () => {
    expect(
      [0, 2, 3, 999_998, 999_999].map(
        (position) => panelAt(lottery, position)[0]! + panelAt(lottery, position)[1]!,
      ),
    ).toEqual(['añ', 'añ', 'a"z', 'a"z', 'cd']);
    expect(() => panelAt(lottery, 1_000_000)).toThrow(RangeError);
  });
});
