import type { Actor } from '#app/kernel/actor.ts';
import type { DecisionInput } from '#app/domains/moderation/schema.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { newActor } from '#tests/factories/people.ts';

export const reject: DecisionInput = {
  decision: 'rechazar',
  reasonCode: 'ya_existe',
  explanation: 'Esto ya se hace en toda la ciudad.',
};
export const askBack: DecisionInput = {
  decision: 'devolver',
  reasonCode: 'ininteligible_incompleta',
  explanation: '¿En qué barrio pasa?',
};

/** Moderators of every commitment. */
export async function moderators(db: Db, count: number): Promise<(Actor & { personId: string })[]> {
  return await Promise.all(
    Array.from({ length: count }, (_, i) =>
      newActor(db, { name: `Moderadora ${i + 1}`, roles: ['moderacion'] }),
    ),
  );
}

/** How each of several acts at once ended: `done`, or the reason of the refusal. */
export async function endings(acts: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(acts);
  return settled
    .map((one) =>
      one.status === 'fulfilled'
        ? 'done'
        : String((one.reason as { reason?: string }).reason ?? one.reason),
    )
    .sort();
}

/** The kinds of the notices a person has had, oldest first. */
export async function noticesOf(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notice')
    .select('kind')
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.kind);
}
