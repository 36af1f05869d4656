import type { Db } from '#app/platform/db/db.server.ts';
import {
  countDistinctSupporters,
  supportsByLocality,
} from '#app/domains/votes/count-supporters.server.ts';
import type { Evidence } from './types.ts';

/** How many different people support a proposal's ideas, and which places the ideas name. */
export async function getEvidence(db: Db, ideaIds: string[]): Promise<Evidence> {
  const [supporters, localities] = await Promise.all([
    countDistinctSupporters(db, ideaIds),
    supportsByLocality(db, ideaIds),
  ]);
  return {
    supporters,
    localities: localities.map(({ name, ideas, supports }) => ({ name, ideas, supports })),
  };
}
