import { createHash } from 'node:crypto';
import type { DataPolicy } from './data-policy.ts';

/** SHA-256 of a policy's whole text in both languages: what a consent record proves was accepted. */
export function hashPolicy(policy: DataPolicy): string {
  return createHash('sha256')
    .update(
      JSON.stringify([policy.version, policy.validFrom, policy.sections.es, policy.sections.en]),
    )
    .digest('hex');
}
