import { sql, type RawBuilder } from 'kysely';
import type { Scopes } from './types.ts';

/** Whether a commitment is among those that somebody may look at. */
export function inScopes(scopes: Scopes, commitmentId: RawBuilder<unknown>): RawBuilder<unknown> {
  return scopes === 'all' ? sql`true` : sql`${commitmentId} = any(${scopes}::uuid[])`;
}
