import { sql } from 'kysely';
import type { Db } from '#app/platform/db/db.server.ts';

export type DeadJobs = { name: string; count: number; lastAt: Date };

/** Jobs that failed as often as they may, by name: a coordinator sees them. */
export async function listDeadJobs(db: Db): Promise<DeadJobs[]> {
  const found = await sql<DeadJobs>`
    select name, count(*)::int as count, max(coalesce(completed_on, created_on)) as "lastAt"
    from pgboss.job
    where state = 'failed'
    group by name
    order by name
  `.execute(db);
  return found.rows;
}

/** Jobs by state, for the metrics. */
export async function countJobs(db: Db): Promise<{ state: string; count: number }[]> {
  const found = await sql<{
    state: string;
    count: number;
  }>`select state::text, count(*)::int as count from pgboss.job group by state`.execute(db);
  return found.rows;
}
