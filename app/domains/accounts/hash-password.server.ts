import { createHash, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes: OWASP's first choice, about 100 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const kind = 'argon2id';
/** A recipe for whoever has none: made and compared all the same, so that every answer costs the same. */
const nobodys = `${kind}$19456$2$1$mKDMGC9Am1o_sVM0bWlMLw`;
const count = { hashed: 0, verified: 0 };

/** How many passwords this process has hashed and verified: tests compare known and unknown addresses with it. */
export function countPasswordWork(): { hashed: number; verified: number } {
  return { ...count };
}

/**
 * What is kept of a password: how its proof is made, and the hash of the proof. The database compares, and gives
 * neither proof nor hash to the web role.
 */
export type KeptPassword = { recipe: string; proofKey: string };

/** What is kept of a new password. */
export async function hashPassword(password: string): Promise<KeptPassword> {
  count.hashed += 1;
  const { memoryCost, timeCost, parallelism } = cost;
  const salt = randomBytes(16).toString('base64url');
  const recipe = [kind, memoryCost, timeCost, parallelism, salt].join('$');
  const proof = await make(recipe, password);
  return { recipe, proofKey: createHash('sha256').update(proof).digest('base64url') };
}

/** The proof that somebody knows their password; without a recipe it takes as long and proves nothing. */
export async function provePassword(
  recipe: string | null | undefined,
  password: string,
): Promise<string> {
  count.verified += 1;
  return await make(recipe ?? nobodys, password);
}

async function make(recipe: string, password: string): Promise<string> {
  const [, memory, time, lanes, salt = ''] = recipe.split('$');
  const made = await hashRaw(password.normalize('NFC'), {
    memoryCost: Number(memory),
    timeCost: Number(time),
    parallelism: Number(lanes),
    salt: Buffer.from(salt, 'base64url'),
  });
  return made.toString('base64url');
}
