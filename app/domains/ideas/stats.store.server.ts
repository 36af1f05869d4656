import { sql, type RawBuilder } from 'kysely';

/**
 * The counter's change as a fragment for the statement that writes the support or takes it back: the
 * count moves with the row or not at all. `source` names the CTE that returns `idea_id` once per written row.
 */
export function moveSupportCount(source: string, by: 1 | -1): RawBuilder<unknown> {
  return sql`
    update idea_stats
    set support_count = support_count + ${sql.lit(by)}
    where idea_id in (select idea_id from ${sql.ref(source)})
  `;
}
