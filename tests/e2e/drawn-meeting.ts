import { newId } from '#app/kernel/ids.ts';
import { openKysely, openPool, type Db } from '#app/platform/db/db.server.ts';
import { findEmbedded } from '#app/platform/db/embedded.server.ts';
import { newMeeting, newWaiting } from '#tests/factories/meetings.ts';

/** The demonstration's database, as its owner, for what no page can make: people who registered before, a moment that has come. */
async function withOwner<T>(act: (db: Db) => Promise<T>): Promise<T> {
  const url = findEmbedded(process.env['E2E_DATA_DIR']!);
  if (!url) throw new Error('The data folder holds no embedded database');
  const db = openKysely(openPool(url('owner'), 1));
  try {
    return await act(db);
  } finally {
    await db.destroy();
  }
}

type Goal = { variable: string; value: string; share: number; tolerance: number };

/** A meeting run by `facilitadora` that draws its places, with people who wait and what they declared; its registration is open. */
export async function drawnMeeting(title: string, capacity: number, people: Record<string, unknown>[], goals: Goal[]): Promise<{ id: string }> {
  return await withOwner(async (db) => {
    const [commitment] = (await db.selectFrom('commitment as c').innerJoin('plan as p', 'p.id', 'c.plan_id').select(['c.id', 'c.slug', 'c.number', 'p.id as planId']).where('p.state', '=', 'active').orderBy('c.number').execute()) as [{ id: string; slug: string; number: number; planId: string }];
    const { id } = await newMeeting(db, { id: commitment.planId, commitments: [commitment] } as unknown as Parameters<typeof newMeeting>[1], { capacity, allocation: 'sorteo', opensIn: -96, closesIn: 2, startsIn: 400, localityCode: '05' });
    await db.updateTable('meeting').set({ title, access: ['lsc'] }).where('id', '=', id).execute();
    const facilitator = await db.selectFrom('person').select('id').where('email', '=', 'facilitadora@demo.convite').executeTakeFirstOrThrow();
    await db.insertInto('role_grant').values({ id: newId(), person_id: facilitator.id, role: 'facilitacion', scope_kind: 'meeting', scope_id: id, starts_at: new Date(Date.now() - 60_000), granted_at: new Date() }).execute();
    for (const goal of goals) await db.insertInto('participation_goal').values({ id: newId(), plan_id: commitment.planId, meeting_id: id, ...goal, source: 'Censo 2018, DANE', created_at: new Date() }).execute();
    if (people.length > 0) await newWaiting(db, id, people);
    return { id };
  });
}

/** Registration of a meeting closed a minute ago. */
export async function closeRegistration(id: string): Promise<void> {
  await withOwner(async (db) => void (await db.updateTable('meeting').set({ closes_at: new Date(Date.now() - 60_000) }).where('id', '=', id).execute()));
}

/** The randomness that was announced for a draw comes now. */
export async function bringRandomness(meetingId: string): Promise<void> {
  await withOwner(async (db) => void (await db.updateTable('draw').set({ source_at: new Date(Date.now() - 1000) }).where('meeting_id', '=', meetingId).execute()));
}

/** What each of the registrations of a meeting has come to. */
export async function statesOf(meetingId: string): Promise<Record<string, number>> {
  return await withOwner(async (db) => {
    const rows = await db.selectFrom('registration').select(['state', (eb) => eb.fn.countAll<number>().as('n')]).where('meeting_id', '=', meetingId).groupBy('state').execute();
    return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]));
  });
}
