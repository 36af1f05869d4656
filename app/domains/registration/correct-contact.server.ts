import type { Actor } from '#app/kernel/actor.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { forgetMail } from './access.store.server.ts';
import { settleCalls } from './call.store.server.ts';
import { selectReachable } from './contact.store.server.ts';
import { readdress } from './jobs.ts';
import { matchKey } from './match-keys.server.ts';
import { noteDuplicates } from './note-duplicates.server.ts';
import { canSeeRoster } from './policy.ts';
import { mailOf } from './rules.ts';
import type { ContactInput } from './schema.ts';
import { selectRegistration, updatePersonal } from './store.server.ts';
import { tell } from './tell-person.server.ts';
import type { Reachable, RegistrationView } from './types.ts';

/** A registration of a meeting whose people somebody may see, with how its person is written to. */
async function holdPerson(
  tx: Tx,
  actor: Actor,
  meetingId: string | undefined,
  registrationId: string,
): Promise<{ meeting: Meeting; registration: RegistrationView; person: Reachable }> {
  const meeting = await holdMeeting(tx, meetingId);
  authorize(canSeeRoster(actor, meeting));
  const known = isId(registrationId);
  const registration = known ? await selectRegistration(tx, { id: registrationId }) : null;
  const person = known ? await selectReachable(tx, registrationId) : null;
  if (!person || registration?.meetingId !== meeting.id) throw notFound('registration_unknown');
  return { meeting, registration, person };
}

/** The contact of somebody, for who facilitates their meeting to correct; the reading is audited. */
export async function readContact(
  actor: Actor,
  meetingId: string | undefined,
  registrationId: string,
): Promise<Pick<Reachable, 'id' | 'name' | 'email' | 'phone'>> {
  return await inTransaction(async (tx) => {
    const { meeting, person } = await holdPerson(tx, actor, meetingId, registrationId);
    await recordAudit(tx, actor, {
      action: 'registration.roster-read',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { as: 'contacto', people: 1 },
    });
    const { id, name, email, phone } = person;
    return { id, name, email, phone };
  });
}

/**
 * Who facilitates a meeting corrects an address or a telephone that was written wrong. Both addresses
 * are told; what waits to be sent goes to the new one. What the old address opened ends, and the new
 * one opens no answers: that it is the person's is said by somebody else.
 */
export async function correctContact(
  actor: Actor,
  meetingId: string | undefined,
  input: ContactInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { meeting, registration, person } = await holdPerson(
      tx,
      actor,
      meetingId,
      input.registrationId,
    );
    if (registration.state === 'unida') throw conflict('registration_cancelled');
    const next = { ...person, email: input.email ?? null, phone: input.phone ?? null };
    const changed = (['email', 'phone'] as const).filter((one) => next[one] !== person[one]);
    if (changed.length === 0) return;
    const keys = {
      emailKey: matchKey('email', next.email),
      phoneKey: matchKey('phone', next.phone),
    };
    await updatePersonal(tx, person.id, { ...next, ...keys });
    await noteDuplicates(tx, {
      ...{ id: person.id, meetingId: meeting.id, name: person.name },
      ...{ ...keys, documentKey: null, birthKey: null },
    });
    await recordAudit(tx, actor, {
      action: 'registration.contact-corrected',
      subjectKind: 'registration',
      subjectId: person.id,
      data: { meetingId: meeting.id, changed },
    });
    if (changed.includes('email')) await changeAddress(tx, meeting, registration, person, next);
    else await tell(tx, next, meeting, 'contact_corrected', { present: true });
  });
}

/** Whoever was written to, and whoever is from now on, is told; an offer is made again where it is read. */
async function changeAddress(
  tx: Tx,
  meeting: Meeting,
  { state, offeredUntil }: RegistrationView,
  before: Reachable,
  after: Reachable,
): Promise<void> {
  const person = { ...after, mailReturnedAt: null };
  await forgetMail(tx, person.id);
  await settleCalls(tx, person.id, ['contact'], 'reemplazada', null, now());
  if (mailOf(before)) await tell(tx, before, meeting, 'contact_moved');
  await tell(tx, person, meeting, 'contact_corrected', { present: true });
  if (person.email && state === 'ofrecida')
    await tell(tx, person, meeting, 'offered', { until: offeredUntil });
  await enqueue(tx, readdress, { registrationId: person.id });
}
