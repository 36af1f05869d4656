import { bls12_381 as curve } from '@noble/curves/bls12-381.js';
import { describe, expect, it } from 'vitest';
import { roundFrom, roundTime, type DrandChain, type DrandRound } from './drand.ts';
import { verifiedRandomness } from './verify-round.ts';
import {
  quicknet1000,
  default72785,
  quicknet657413,
  default3311596,
} from '#tests/factories/drand.ts';

const genesisRound: DrandRound = {
  round: 1,
  signature:
    '8d61d9100567de44682506aea1a7a6fa6e5491cd27a0a0ed349ef6910ac5ac20ff7bc3e09d7c046566c9f7f3c6f3b1' +
    '0104990e7cb424998203d8f7de586fb7fa5f60045417a432684f85093b06ca91c769f0e7ca19268375e659c2a2352b' +
    '4655',
  previous_signature: '176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a',
};

describe('a round of drand, as the League of Entropy published it', () => {
  it.each([
    ['quicknet', quicknet1000, 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd'],
    [
      'quicknet',
      quicknet657413,
      'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587',
    ],
    ['default', genesisRound, '101297f1ca7dc44ef6088d94ad5fb7ba03455dc33d53ddb412bbc4564ed986ec'],
    ['default', default72785, '8b676484b5fb1f37f9ec5c413d7d29883504e5b669f604a1ce68b3388e9ae3d9'],
    ['default', default3311596, '647c07b2abbf7ff2afb4d670214f565e5cd9f9c91bfdcecb59a21f3c78d73920'],
  ] as const)('of %s is verified by its signature (%#)', async (chain, round, value) => {
    expect(await verifiedRandomness(chain, round)).toBe(value);
  });

  it('is none with another number, another chain, another or no signature', async () => {
    const before = default72785.previous_signature;
    const others: [DrandChain, DrandRound][] = [
      ['quicknet', { ...quicknet1000, round: 1001 }],
      ['default', quicknet1000],
      ['quicknet', default72785],
      ['quicknet', { ...quicknet1000, signature: quicknet657413.signature }],
      ['quicknet', { ...quicknet1000, signature: '' }],
      ['quicknet', { ...quicknet1000, signature: 'ff'.repeat(48) }],
      // The point at infinity pairs to one with everything.
      ['quicknet', { ...quicknet1000, signature: `c0${'00'.repeat(47)}` }],
      ['default', { ...default72785, round: 72784 }],
      ['default', { round: 72785, signature: default72785.signature }],
      [
        'default',
        { ...default72785, signature: before, previous_signature: default72785.signature },
      ],
    ];
    for (const [chain, round] of others)
      expect(await verifiedRandomness(chain, round), JSON.stringify(round)).toBeNull();
  });

  it('has one signature: with a point of another order added it is none', async () => {
    const { Fp, Fr } = curve.fields;
    const onCurve = (x: bigint): InstanceType<typeof curve.G1.Point> => {
      try {
        return curve.G1.Point.fromAffine({ x, y: Fp.sqrt(Fp.add(Fp.pow(x, 3n), 4n)) });
      } catch {
        return onCurve(x + 1n);
      }
    };
    // r · P, by doubling: what is left of P beside the group of prime order.
    let [left, double] = [curve.G1.Point.ZERO, onCurve(1n)];
    for (let bits = Fr.ORDER; bits > 0n; bits >>= 1n) {
      if (bits & 1n) left = left.add(double);
      double = double.double();
    }
    expect(left.is0()).toBe(false);
    const { x, y } = curve.G1.Point.fromHex(quicknet1000.signature).add(left).toAffine();
    // As a point is written: its x, and in the first bits that this is all, and which y.
    const flags = (y > Fp.ORDER / 2n ? 0xa0n : 0x80n) << 376n;
    const forged = (x | flags).toString(16).padStart(96, '0');
    expect(() => curve.G1.Point.fromHex(forged)).toThrow(/subgroup/);
    expect(await verifiedRandomness('quicknet', { round: 1000, signature: forged })).toBeNull();
  });
});

describe('the round of a moment', () => {
  it('is the first that is published then or after it, never one that is known before', () => {
    expect(roundTime('quicknet', 1000)).toEqual(new Date('2023-08-23T15:59:24Z'));
    expect(roundTime('default', 1)).toEqual(new Date('2020-07-22T15:17:30Z'));
    for (const chain of ['quicknet', 'default'] as const)
      for (const offset of [0, 1, 500, 999, 2999, 29_000]) {
        const at = new Date(Date.UTC(2026, 11, 3, 22, 30) + offset);
        const round = roundFrom(chain, at);
        expect(roundTime(chain, round).getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(roundTime(chain, round - 1).getTime()).toBeLessThan(at.getTime());
      }
    expect(roundFrom('default', new Date(0))).toBe(1);
  });
});
