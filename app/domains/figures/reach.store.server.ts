import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { GoalState } from './reach.ts';

export type Reach = {
  registered: number;
  refreshedAt: Date;
  goals: { id: string; state: GoalState }[];
  localities: Record<string, number>;
};

export async function selectReach(db: Db, meetingId: string): Promise<Reach | null> {
  const row = await db
    .selectFrom('meeting_reach')
    .select(['registered', 'refreshed_at', 'goals', 'localities'])
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  return row
    ? {
        registered: row.registered,
        refreshedAt: row.refreshed_at,
        goals: row.goals as Reach['goals'],
        localities: row.localities as Reach['localities'],
      }
    : null;
}

export async function upsertReach(tx: Tx, meetingId: string, reach: Reach): Promise<void> {
  const values = {
    registered: reach.registered,
    refreshed_at: reach.refreshedAt,
    goals: JSON.stringify(reach.goals),
    localities: JSON.stringify(reach.localities),
  };
  await tx
    .insertInto('meeting_reach')
    .values({ meeting_id: meetingId, ...values })
    .onConflict((oc) => oc.column('meeting_id').doUpdateSet(values))
    .execute();
}
