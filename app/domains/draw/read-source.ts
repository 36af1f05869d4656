import { drandChains, type DrandRound } from './drand.ts';
import {
  readLotteryResult,
  type PublicSource,
  type SourceRefusal,
  type SourceResult,
} from './source.ts';
import { verifiedRandomness } from './verify-round.ts';

/** A round out of the JSON in which drand publishes it; null when it is none. */
function readRound(typed: string): (DrandRound & { randomness?: string }) | null {
  try {
    const given = JSON.parse(typed) as Record<string, unknown> | null;
    const { round, signature, previous_signature: before, randomness } = given ?? {};
    const isHex = (text: unknown): text is string =>
      typeof text === 'string' && /^([0-9a-f]{2}){1,200}$/i.test(text);
    if (!Number.isSafeInteger(round) || !isHex(signature)) return null;
    return {
      round: Number(round),
      signature: signature.toLowerCase(),
      ...(isHex(before) && { previous_signature: before.toLowerCase() }),
      ...(isHex(randomness) && { randomness: randomness.toLowerCase() }),
    };
  } catch {
    return null;
  }
}

/** The value of a round as its one text, `drand|chain|round|value`, once its signature is verified. */
async function readDrandResult(
  source: Extract<PublicSource, { form: 'drand' }>,
  typed: string,
): Promise<SourceResult | SourceRefusal> {
  const given = readRound(typed);
  if (!given) return { reason: 'source_no_round' };
  if (given.round !== source.round) return { reason: `source_other_round|round=${source.round}` };
  const { randomness, ...proof } = given;
  const value = await verifiedRandomness(source.chain, proof);
  if (value === null || (randomness !== undefined && randomness !== value))
    return { reason: 'source_not_signed' };
  const { hash, isChained } = drandChains[source.chain];
  const { round, signature } = proof;
  return {
    line: `drand|${hash}|${source.round}|${value}`,
    proof: isChained ? proof : { round, signature },
  };
}

/** What a source said, as its one text; or why what was typed is not that. */
export async function readSource(
  source: PublicSource,
  typed: string,
): Promise<SourceResult | SourceRefusal> {
  return source.form === 'drand'
    ? await readDrandResult(source, typed)
    : readLotteryResult(source, typed);
}
