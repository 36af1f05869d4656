import { bls12_381 as curve } from '@noble/curves/bls12-381.js';
import { drandChains, type DrandChain, type DrandRound } from './drand.ts';
import { bytesOf, sha256, sha256Hex } from './lottery.ts';

const suite = (group: 'G1' | 'G2') => `BLS_SIG_BLS12381${group}_XMD:SHA-256_SSWU_RO_NUL_`;

/** A number as eight bytes, the most significant first. */
function eightBytes(round: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(round));
  return bytes;
}

/**
 * The value of a round (64 hexadecimal digits), or null when the chain's key did not sign it.
 * A point outside the curve's group of prime order is refused: there each round has one signature.
 */
export async function verifiedRandomness(
  chain: DrandChain,
  { round, signature, previous_signature }: DrandRound,
): Promise<string | null> {
  const { publicKey, isChained } = drandChains[chain];
  const before = isChained ? bytesOf(previous_signature ?? '') : new Uint8Array();
  const message = await sha256(Uint8Array.from([...before, ...eightBytes(round)]));
  const signed = bytesOf(signature);
  try {
    const isSigned = isChained
      ? curve.longSignatures.verify(
          curve.longSignatures.Signature.fromBytes(signed),
          curve.longSignatures.hash(message, suite('G2')),
          curve.G1.Point.fromHex(publicKey),
        )
      : curve.shortSignatures.verify(
          curve.shortSignatures.Signature.fromBytes(signed),
          curve.shortSignatures.hash(message, suite('G1')),
          curve.G2.Point.fromHex(publicKey),
        );
    return isSigned ? await sha256Hex(signed) : null;
  } catch {
    // The library throws at bytes that are no point: they are no signature either.
    return null;
  }
}
