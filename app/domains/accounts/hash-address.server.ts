import { createHash } from 'node:crypto';

/**
 * Under what an address is looked up where it is not written. It keeps nothing secret: MD5 is the one
 * hash of text that PostgreSQL can index.
 */
export function hashAddress(email: string): string {
  return createHash('md5').update(email.toLowerCase()).digest('hex');
}
