import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { givePlacesOf } from './give-places.server.ts';
import { lockByCode } from './lock-by-code.server.ts';
import { everySubject } from './call.rules.ts';
import { settleCalls } from './call.store.server.ts';
import { selectReachable } from './contact.store.server.ts';
import type { Proof } from './open-personal.server.ts';
import { canGiveUp } from './policy.ts';
import { moveRegistration } from './store.server.ts';
import { mayChangeRegistration } from './rules.ts';
import { tell } from './tell-person.server.ts';
import type { RegistrationView } from './types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/**
 * Gives a place up, or the turn in the waiting list, for who proved to be the person; who waits is
 * offered what became free.
 */
export async function cancelRegistration(
  actor: Actor | null,
  code: string,
  proof: Proof | null,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration, meeting } = await lockByCode(tx, code);
    authorize(canGiveUp(proof, registration));
    authorize(mayChangeRegistration(meeting, registration.state, now()));
    await cancelOne(tx, actor ?? visitorActor, { registration, meeting }, 'person');
  });
}

/**
 * The same for a registration at hand, whose meeting is locked. `by`: the person; who facilitates the
 * meeting for them, and then the mail says so or they are called, in case they asked for nothing; or
 * who facilitates, on the telephone with them (`call`).
 */
export async function cancelOne(
  tx: Tx,
  who: Actor,
  { registration, meeting }: { registration: { id: string }; meeting: Meeting },
  by: 'person' | 'staff' | 'call',
): Promise<void> {
  const moved = await moveRegistration(
    tx,
    registration.id,
    ['inscrita', 'ofrecida', 'en_espera'],
    'cancelada',
    now(),
  );
  if (!moved) throw conflict('registration_cancelled');
  await recordAudit(tx, who, {
    action: 'registration.registration-cancelled',
    subjectKind: 'registration',
    subjectId: registration.id,
    data: { meetingId: meeting.id, why: by === 'person' ? by : 'staff' },
  });
  await settleCalls(tx, registration.id, everySubject, 'reemplazada', null, now());
  const person = await selectReachable(tx, registration.id);
  if (person)
    await tell(tx, person, meeting, by === 'person' ? 'cancelled' : 'cancelled_for', {
      present: by === 'call',
    });
  await givePlacesOf(tx, who, meeting.id);
}

/** Takes an offered place while the offer lasts. */
export async function acceptOffer(actor: Actor | null, code: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration, meeting } = await lockByCode(tx, code);
    authorize(mayChangeRegistration(meeting, registration.state, now()));
    await acceptOne(tx, actor ?? visitorActor, registration, meeting);
  });
}

/** The same for a registration at hand, whose meeting is locked. */
export async function acceptOne(
  tx: Tx,
  who: Actor,
  registration: Pick<RegistrationView, 'id' | 'state' | 'offeredUntil'>,
  meeting: Meeting,
): Promise<void> {
  if (registration.state === 'inscrita') return;
  if (registration.state !== 'ofrecida' || certain(registration.offeredUntil) <= now())
    throw conflict('offer_over');
  await moveRegistration(tx, registration.id, ['ofrecida'], 'inscrita', now());
  await settleCalls(tx, registration.id, ['place'], 'reemplazada', null, now());
  await recordAudit(tx, who, {
    action: 'registration.place-accepted',
    subjectKind: 'registration',
    subjectId: registration.id,
    data: { meetingId: meeting.id },
  });
  const person = await selectReachable(tx, registration.id);
  if (person) await tell(tx, person, meeting, 'accepted');
}
