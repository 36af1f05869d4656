import { sql } from 'kysely';
import type { ParticipationGoal } from '#db/schema.d.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { newWaiting } from '#tests/factories/meetings.ts';
import { newPerson } from '#tests/factories/people.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';

export type Goal = {
  variable: ParticipationGoal['variable'];
  value: string;
  share: number;
  tolerance: number;
};

/**
 * A meeting run by `facilitadora` that draws its places, with people who wait and what they
 * declared; its registration is open.
 */
export async function drawnMeeting(
  title: string,
  capacity: number,
  people: Record<string, unknown>[],
  goals: Goal[],
): Promise<{ id: string }> {
  return await withOwner(async (db) => {
    const { id } = await facilitatedMeeting(db, {
      capacity,
      allocation: 'sorteo',
      opensIn: -96,
      closesIn: 2,
      startsIn: 400,
      localityCode: '05',
    });
    await db
      .updateTable('meeting')
      .set({ title, access: ['lsc'] })
      .where('id', '=', id)
      .execute();
    if (goals.length > 0) await aimAt(db, id, goals);
    if (people.length > 0) await newWaiting(db, id, people);
    return { id };
  });
}

/** Gives a meeting a plan of its own with these goals: what it aims at is no other meeting's. */
async function aimAt(db: Db, meetingId: string, goals: Goal[]): Promise<void> {
  const planId = newId();
  await db
    .insertInto('plan')
    .values({
      id: planId,
      slug: planId,
      title_es: 'Plan de prueba',
      title_en: 'Test plan',
      summary_es: 'Un plan.',
      summary_en: 'A plan.',
      state: 'archived',
      created_at: new Date(),
    })
    .execute();
  await db.updateTable('meeting').set({ plan_id: planId }).where('id', '=', meetingId).execute();
  for (const goal of goals)
    await db
      .insertInto('participation_goal')
      .values({
        id: newId(),
        plan_id: planId,
        meeting_id: null,
        ...goal,
        source: 'Censo 2018, DANE',
        created_at: new Date(),
      })
      .execute();
}

/** Registration of a meeting closed a minute ago. */
export async function closeRegistration(id: string): Promise<void> {
  await withOwner(
    async (db) =>
      void (await db
        .updateTable('meeting')
        .set({ closes_at: new Date(Date.now() - 60_000) })
        .where('id', '=', id)
        .execute()),
  );
}

/**
 * So much of the time that a draw announced goes by: people of the Circle can commit to no more
 * secrets, or the source is known.
 */
export async function bringTo(
  meetingId: string,
  step: 'shares_until' | 'source_at',
): Promise<void> {
  await withOwner(async (db) => {
    await sql`
      with gone as (
        select id, ${sql.ref(step)} - now() + interval '1 second' as span
        from draw
        where meeting_id = ${meetingId}::uuid
      ), shares as (
        update draw_share s
        set committed_at = s.committed_at - gone.span
        from gone
        where s.draw_id = gone.id
      )
      update draw d
      set
        committed_at = d.committed_at - gone.span,
        shares_until = d.shares_until - gone.span,
        reveal_until = d.reveal_until - gone.span,
        source_at = d.source_at - gone.span
      from gone
      where d.id = gone.id
    `.execute(db);
  });
}

/** Somebody more of the Circle's civil society committed to a secret, and revealed it. */
export async function addShare(meetingId: string, secret: string): Promise<void> {
  await withOwner(async (db) => {
    const person = await newPerson(db);
    await sql`
      insert into draw_share (
        id, draw_id, person_id, name, sector, commitment, committed_at, secret, revealed_at
      )
      select
        ${newId()}::uuid, id, ${person.id}::uuid, ${person.name}, 'civil',
        encode(sha256(convert_to(${secret}, 'UTF8')), 'hex'), committed_at, ${secret}, committed_at
      from draw
      where meeting_id = ${meetingId}::uuid
    `.execute(db);
  });
}

/** What each of the registrations of a meeting has come to. */
export async function statesOf(meetingId: string): Promise<Record<string, number>> {
  return await withOwner(async (db) => {
    const rows = await db
      .selectFrom('registration')
      .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
      .where('meeting_id', '=', meetingId)
      .groupBy('state')
      .execute();
    return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]));
  });
}
