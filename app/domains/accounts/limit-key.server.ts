import { createHash } from 'node:crypto';

/** The name under which tries on one address are counted: known or not, it looks the same and holds no address. */
export function limitKey(email: string): string {
  return `account:${createHash('sha256').update(email).digest('base64url')}`;
}
