import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes: OWASP's first choice, about 100 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** The hash of a forgotten random text: verified when there is no other, so that every answer costs the same. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$mKDMGC9Am1o/sVM0bWlMLw$Lqb5rXedLwpKMiHNo+w69xR2NexIKgZQv1oDF6Jjx2I';
const count = { hashed: 0, verified: 0 };

/** How many passwords this process has hashed and verified: tests compare known and unknown addresses with it. */
export function countPasswordWork(): { hashed: number; verified: number } {
  return { ...count };
}

/** The hash that is kept of a password. */
export async function hashPassword(password: string): Promise<string> {
  count.hashed += 1;
  return await hash(password.normalize('NFC'), cost);
}

/** Whether the password is the one of this hash; without a hash it takes as long and is wrong. */
export async function verifyPassword(
  known: string | null | undefined,
  password: string,
): Promise<boolean> {
  count.verified += 1;
  const right = await verify(known ?? nobodys, password.normalize('NFC'));
  return right && known != null;
}
