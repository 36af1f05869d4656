import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { hashPassword } from '#app/domains/accounts/hash-password.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { newMember } from '#tests/factories/circle.ts';
import { newActor } from '#tests/factories/people.ts';
import { type TestPlan } from '#tests/factories/plans.ts';
import { canary, mail } from './canary.ts';

export type Person = Actor & { personId: string };

export const password = 'una-clave-que-basta';

/** One person of each kind that visits. */
export async function seedPeople(db: Db, plan: TestPlan) {
  const [first, second] = plan.commitments;
  const named = (key: string, roles: Parameters<typeof newActor>[1] = {}) =>
    newActor(db, { name: canary(`${key}.name`), email: mail(`${key}.email`), ...roles });
  const institution = await db.selectFrom('institution').select('id').executeTakeFirstOrThrow();
  const sits = { commitmentIds: [first!.id] };
  const [gov, civil] = [
    await newMember(db, { sector: 'gobierno', ...sits }),
    await newMember(db, { sector: 'civil', ...sits }),
  ];
  const scoped = (scopeId: string) => [
    { role: 'moderacion' as const, scopeKind: 'commitment' as const, scopeId },
  ];
  return {
    citizen: await named('citizen'),
    author: await named('author', { isAdult: false }),
    other: await named('other'),
    facilitator: await named('facilitator'),
    facilitatorElsewhere: await newActor(db),
    moderator: await named('moderator', { roles: scoped(first!.id) }),
    moderatorElsewhere: await newActor(db, { roles: scoped(second!.id) }),
    gov: gov.actor as Person,
    govMember: gov.memberId,
    civil: civil.actor as Person,
    entity: await newActor(db, {
      roles: [{ role: 'entidad', scopeKind: 'institution', scopeId: institution.id }],
    }),
    monitoring: await newActor(db, { roles: ['monitoreo'] }),
    coordination: await newActor(db, { roles: ['coordinacion'] }),
    closed: await named('closed', { password: await hashPassword(password) }),
  };
}

export type People = Awaited<ReturnType<typeof seedPeople>>;

/** What an account holds of its person. */
export async function seedAccount(db: Db, { author, other }: People): Promise<void> {
  await db
    .insertInto('guardian_authorisation')
    .values({
      person_id: author.personId,
      guardian_name: canary('guardian.name'),
      guardian_contact: canary('guardian.contact'),
      minor_heard: true,
      authorised_at: now(),
      policy_version: '1',
    })
    .execute();
  await db
    .insertInto('email_token')
    .values({
      id: canary('token.id'),
      person_id: author.personId,
      purpose: 'email_change',
      new_email: mail('token.newEmail'),
      return_to: `/${canary('token.returnTo')}`,
      created_at: now(),
      expires_at: new Date(now().getTime() + 3_600_000),
    })
    .execute();
  await db
    .insertInto('asked_address')
    .values({ person_id: author.personId, email: mail('asked.email'), asked_at: now() })
    .execute();
  await db
    .insertInto('mail')
    .values({
      id: newId(),
      recipient: mail('mail.recipient'),
      subject: canary('mail.subject'),
      body: canary('mail.body'),
      links: [`/enlace/${canary('mail.link')}`],
      person_id: other.personId,
      queued_at: now(),
    })
    .execute();
  await db
    .insertInto('audit_entry')
    .values({
      id: newId(),
      at: now(),
      actor_kind: 'person',
      actor_id: other.personId,
      actor_name: canary('audit.actorName'),
      action: 'votes.support-cast',
      subject_kind: 'idea',
      subject_id: newId(),
      data: JSON.stringify({ nota: canary('audit.data') }),
      is_public: false,
    })
    .execute();
  await db
    .insertInto('rate_limit')
    .values({ key: canary('limit.key'), points: 1, expire: Date.now() + 3_600_000 })
    .execute();
  await db
    .insertInto('notice')
    .values({
      id: newId(),
      person_id: author.personId,
      kind: 'idea_rejected',
      subject_kind: 'idea',
      subject_id: newId(),
      params: JSON.stringify({ title: canary('notice.title'), explanation: 'Por esto.' }),
      created_at: now(),
    })
    .execute();
}
