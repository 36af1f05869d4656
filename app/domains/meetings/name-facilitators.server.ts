import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { giveRole, holdGrantee, takeRole } from '#app/domains/accounts/grant-role.server.ts';
import { listGrants } from '#app/domains/accounts/list-grants.server.ts';
import { canGiveRoles } from '#app/domains/accounts/policy.ts';
import type { FacilitatorsInput } from './schema.ts';

/** Who is to facilitate a meeting, found and held; the next step gives them the role. */
export type NamedFacilitators = { wanted: string[]; unticked: string[] };

/**
 * Finds whom a form names as facilitators: ticked, or by their address; only who may give roles is
 * told who has an account. It is done before the meeting is held, since who closes their account is
 * held before their meetings are.
 */
export async function holdFacilitators(
  tx: Tx,
  actor: Actor,
  input: FacilitatorsInput,
): Promise<NamedFacilitators> {
  if (input.ticked.length + input.tickedBefore.length + input.emails.length === 0)
    return { wanted: [], unticked: [] };
  authorize(canGiveRoles(actor));
  const wanted = new Set<string>();
  for (const id of [...input.ticked].sort()) {
    const person = await holdGrantee(tx, { id });
    if ('wrong' in person) throw fieldErrors({ facilita: 'choose_one' });
    wanted.add(person.id);
  }
  for (const email of input.emails) {
    const person = await holdGrantee(tx, { email });
    if ('wrong' in person) {
      const reason =
        person.wrong === 'person_unknown' ? 'facilitator_unknown' : 'facilitator_unverified';
      throw fieldErrors({ facilita_correos: `${reason}|which=${email}` });
    }
    wanted.add(person.id);
  }
  return { wanted: [...wanted], unticked: input.tickedBefore.filter((id) => !wanted.has(id)) };
}

/**
 * Gives the meeting to who was named and takes it from who was unticked. Who was given it meanwhile
 * by somebody else, and was not on the form, keeps it.
 */
export async function nameFacilitators(
  tx: Tx,
  actor: Actor,
  meetingId: string,
  named: NamedFacilitators,
): Promise<void> {
  if (named.wanted.length + named.unticked.length === 0) return;
  const own = (await listGrants(tx)).filter((grant) => isOwn(grant, meetingId));
  for (const personId of named.wanted.filter((id) => !own.some((grant) => grant.personId === id))) {
    await giveRole(tx, actor, {
      personId,
      role: 'facilitacion',
      scopeKind: 'meeting',
      scopeId: meetingId,
      startsAt: now(),
      endsAt: null,
    });
  }
  for (const grant of own.filter((each) => named.unticked.includes(each.personId)))
    await takeRole(tx, actor, grant);
}

/** A grant of this meeting alone that holds or will. */
export function isOwn(
  grant: { role: string; scopeKind: string | null; scopeId: string | null; state: string },
  meetingId: string,
): boolean {
  return (
    grant.role === 'facilitacion' &&
    grant.scopeKind === 'meeting' &&
    grant.scopeId === meetingId &&
    (grant.state === 'vigente' || grant.state === 'futura')
  );
}
