import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { newActor, next } from './people.ts';

/** A member of the Circle who sits on the commissions of these commitments. */
export async function newMember(
  db: Db,
  overrides: { sector: 'gobierno' | 'civil'; commitmentIds: string[] },
): Promise<{ actor: Actor & { personId: string }; memberId: string }> {
  const actor = await newActor(db, {
    roles: [{ role: 'circulo', scopeKind: 'sector', scopeId: overrides.sector }],
  });
  const memberId = newId();
  await db
    .insertInto('circle_member')
    .values({
      id: memberId,
      person_id: actor.personId,
      sector: overrides.sector,
      organisation: 'Organización de prueba',
      starts_on: new Date(now().getTime() - 86_400_000).toISOString().slice(0, 10),
    })
    .execute();
  for (const commitment_id of overrides.commitmentIds)
    await db
      .insertInto('commission_member')
      .values({ commitment_id, member_id: memberId })
      .execute();
  return { actor, memberId };
}

/** A proposal built from ideas; sent to the Circle unless told otherwise. */
export async function newProposal(
  db: Db,
  overrides: {
    commitmentId: string;
    ideaIds: string[];
    state?: 'borrador' | 'lista' | 'enviada' | 'aplazada' | 'decidida';
    createdBy?: string;
  },
): Promise<{ id: string; number: number }> {
  const id = newId();
  const state = overrides.state ?? 'enviada';
  const sent = state !== 'borrador' && state !== 'lista';
  const { number } = await db
    .insertInto('proposal')
    .values({
      id,
      commitment_id: overrides.commitmentId,
      title: `Propuesta de prueba ${next()}`,
      problem: 'El problema que las ideas describen.',
      body: 'Lo que se propone hacer.',
      state,
      created_by: overrides.createdBy ?? null,
      created_at: now(),
      readied_at: state === 'borrador' ? null : now(),
      sent_at: sent ? now() : null,
      due_at: sent ? new Date(now().getTime() + 30 * 86_400_000) : null,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  for (const [position, idea_id] of overrides.ideaIds.entries()) {
    await db
      .insertInto('proposal_idea')
      .values({
        proposal_id: id,
        idea_id,
        position,
        taken: 'Lo principal de la idea.',
        is_live: state !== 'borrador',
      })
      .execute();
  }
  return { id, number };
}
