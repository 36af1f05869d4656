/**
 * Rounds of drand (League of Entropy), entered by hand and verified here without asking anybody:
 * the value of a round is the SHA-256 of a signature that one key alone can make, over a message
 * that the number of the round decides. What is known of the chains is in their own `/info`, and
 * never changes: another key would be another chain.
 */
export const drandChains = {
  quicknet: {
    hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
    publicKey:
      '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d10' +
      '64510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991e' +
      'f5ece45a',
    /** `bls-unchained-g1-rfc9380`: the message is the round alone; the signature is in G1. */
    isChained: false,
    genesis: 1_692_803_367,
    period: 3,
  },
  default: {
    hash: '8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce',
    publicKey:
      '868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801' +
      'af31',
    /** `pedersen-bls-chained`: the message begins with the signature before; it is in G2. */
    isChained: true,
    genesis: 1_595_431_050,
    period: 30,
  },
} as const;

export const drandChainNames = ['quicknet', 'default'] as const;
export type DrandChain = (typeof drandChainNames)[number];

/** A round as drand publishes it, in hexadecimal; `previous_signature` where the chain is chained. */
export type DrandRound = { round: number; signature: string; previous_signature?: string };

/** The first round of a chain that is published at a moment or after it, never before. */
export function roundFrom(chain: DrandChain, at: Date): number {
  const { genesis, period } = drandChains[chain];
  return Math.max(1, Math.ceil((at.getTime() / 1000 - genesis) / period) + 1);
}

/** When a round is published. */
export function roundTime(chain: DrandChain, round: number): Date {
  const { genesis, period } = drandChains[chain];
  return new Date((genesis + (round - 1) * period) * 1000);
}
