import { sql } from 'kysely';
import type { Db } from '#app/platform/db/db.server.ts';
import type { IdeaStep } from './types.ts';

/** Published ideas a commitment. */
export async function countByCommitment(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('idea')
    .where('state', '=', 'publicada')
    .groupBy('commitment_id')
    .select((eb) => ['commitment_id', eb.fn.countAll<number>().as('n')])
    .execute();
  return new Map(rows.map((row) => [row.commitment_id, Number(row.n)]));
}

/** How many ideas of the active plan have reached each step, and how many arrived at all. */
export async function countReached(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ step: string; n: number }>`
    select e.step, count(*)::int as n
    from idea_step_entry e
      join idea i on i.id = e.idea_id
      join commitment c on c.id = i.commitment_id
      join plan on plan.id = c.plan_id and plan.state = 'active'
    where i.submitted_at is not null and i.state not in ('oculta', 'cuarentena')
    group by e.step
  `.execute(db);
  return Object.fromEntries(rows.map((row) => [row.step, row.n]));
}

/** How many ideas of each commitment of the active plan have reached each step. */
export async function countReachedByCommitment(
  db: Db,
): Promise<{ commitmentId: string; step: IdeaStep; count: number }[]> {
  const { rows } = await sql<{ commitmentId: string; step: IdeaStep; count: number }>`
    select i.commitment_id as "commitmentId", e.step, count(*)::int as count
    from idea_step_entry e
      join idea i on i.id = e.idea_id
      join commitment c on c.id = i.commitment_id
      join plan on plan.id = c.plan_id and plan.state = 'active'
    where i.submitted_at is not null and i.state not in ('oculta', 'cuarentena')
    group by 1, 2
  `.execute(db);
  return rows;
}
