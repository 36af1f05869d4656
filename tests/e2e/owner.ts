import { newId } from '#app/kernel/ids.ts';
import { openKysely, openPool, type Db } from '#app/platform/db/db.server.ts';
import { findEmbedded } from '#app/platform/db/embedded.server.ts';
import { newMeeting, type NewMeeting } from '#tests/factories/meetings.ts';
import type { TestPlan } from '#tests/factories/plans.ts';

/**
 * The running app's database, as its owner, for what no page can make: a moment that has come,
 * people who registered before.
 */
export function openAsOwner(connections = 1): Db {
  const url = findEmbedded(process.env['E2E_DATA_DIR']!);
  if (!url) throw new Error('The data folder holds no embedded database');
  return openKysely(openPool(url('owner'), connections));
}

export async function withOwner<T>(act: (db: Db) => Promise<T>): Promise<T> {
  const db = openAsOwner();
  try {
    return await act(db);
  } finally {
    await db.destroy();
  }
}

/** A meeting of the active plan's first commitment, given to `facilitadora` a minute ago. */
export async function facilitatedMeeting(
  db: Db,
  overrides: NewMeeting = {},
): Promise<{
  id: string;
  planId: string;
  commitments: { id: string; slug: string; number: number }[];
}> {
  const plan = await db
    .selectFrom('plan')
    .select(['id', 'slug'])
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  const commitments = await db
    .selectFrom('commitment')
    .select(['id', 'slug', 'number'])
    .where('plan_id', '=', plan.id)
    .orderBy('number')
    .execute();
  const { id } = await newMeeting(
    db,
    { ...plan, commitments, phases: {} as TestPlan['phases'] },
    overrides,
  );
  const person = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', 'facilitadora@demo.convite')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('role_grant')
    .values({
      id: newId(),
      person_id: person.id,
      role: 'facilitacion',
      scope_kind: 'meeting',
      scope_id: id,
      starts_at: new Date(Date.now() - 60_000),
      granted_at: new Date(),
    })
    .execute();
  return { id, planId: plan.id, commitments };
}
