import type { Db } from '#app/platform/db/db.server.ts';
import { listDeclarations } from '#app/domains/declarations/list-declarations.server.ts';
import { answersGoalOf } from '#app/domains/declarations/measures.ts';
import { selectEntries } from './entry.store.server.ts';
import type { Draw, DrawQuota } from './types.ts';
import { sha256Hex } from './lottery.ts';
import { buildPool, type Pool } from './pool.ts';

/**
 * The name that a quota has in the pool: each goal is a feature of its own, since somebody can
 * answer several of one variable.
 */
export const featureOf = (quota: Pick<DrawQuota, 'variable' | 'value'>): string =>
  `${quota.variable} ${quota.value}`;

/**
 * The people of a draw by the types that its quotas tell apart, out of what they declared; whoever
 * said nothing, or took it back, answers no quota. Only the worker's role may do this. The hash
 * says whether anything changed since.
 */
export async function buildDrawPool(
  db: Db,
  draw: Pick<Draw, 'id' | 'meetingId' | 'size' | 'quotas'>,
): Promise<{ pool: Pool; sha256: string }> {
  const entries = await selectEntries(db, draw.id);
  const declared = await listDeclarations(db, draw.meetingId);
  const pool = poolOf(
    draw,
    entries.map(({ registrationId, pseudonym }) => {
      const found = declared.get(registrationId);
      return {
        pseudonym,
        answers: draw.quotas.map((quota) =>
          found ? answersGoalOf(quota, found.answers, found.year) : null,
        ),
      };
    }),
  );
  return { pool, sha256: await sha256Hex(JSON.stringify(pool)) };
}

function poolOf(
  draw: Pick<Draw, 'size' | 'quotas'>,
  people: { pseudonym: string; answers: (boolean | null)[] }[],
): Pool {
  const features = draw.quotas.map(featureOf);
  if (features.length === 0)
    return {
      size: draw.size,
      types: [people.map(({ pseudonym }) => pseudonym).sort()],
      quotas: [],
    };
  const rows = people.map(({ pseudonym, answers }, index) => ({
    line: index + 2,
    cells: {
      id: pseudonym,
      ...Object.fromEntries(
        features.map((feature, q) => [feature, answers[q] === true ? 'si' : '']),
      ),
    },
  }));
  const quotas = draw.quotas.map((quota, index) => ({
    line: index + 2,
    cells: {
      feature: featureOf(quota),
      value: 'si',
      min: String(quota.min),
      max: String(quota.max),
    },
  }));
  const { pool, problems } = buildPool(
    { table: { header: ['id', ...features], rows }, file: 'people' },
    { table: { header: ['feature', 'value', 'min', 'max'], rows: quotas }, file: 'quotas' },
    draw.size,
  );
  if (!pool) throw new Error(`The draw has no pool: ${problems[0]?.motivo}`);
  return pool;
}
