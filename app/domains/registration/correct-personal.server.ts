import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { changeMail } from './access.store.server.ts';
import { readdress } from './jobs.ts';
import { lockByCode } from './lock-by-code.server.ts';
import { matchKey } from './match-keys.server.ts';
import { noteDuplicates } from './note-duplicates.server.ts';
import { deleteOpenNeeds, insertNeeds } from './need.store.server.ts';
import { updatePersonal } from './store.server.ts';
import { mayChangeRegistration } from './rules.ts';
import type { PersonalInput } from './own-act-form.ts';

/** Corrects name, contact and requests for need; requests already answered stay. */
export async function correctPersonal(
  actor: Actor | null,
  code: string,
  input: PersonalInput,
  proof: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration, meeting } = await lockByCode(tx, code);
    authorize(mayChangeRegistration(meeting, registration.state, now()));
    const keys = {
      emailKey: matchKey('email', input.email),
      phoneKey: matchKey('phone', input.phone),
    };
    await updatePersonal(tx, registration.id, {
      name: input.name,
      email: input.email ?? null,
      phone: input.phone ?? null,
      ...keys,
    });
    await changeMail(tx, registration.id, proof, input.email ?? null, now());
    await enqueue(tx, readdress, { registrationId: registration.id });
    await deleteOpenNeeds(
      tx,
      registration.id,
      input.needs.map(({ need }) => need),
    );
    await insertNeeds(tx, registration.id, input.needs);
    await noteDuplicates(tx, {
      id: registration.id,
      meetingId: meeting.id,
      name: input.name,
      ...keys,
      documentKey: null,
      birthKey: null,
    });
    await recordAudit(tx, actor ?? visitorActor, {
      action: 'registration.registration-changed',
      subjectKind: 'registration',
      subjectId: registration.id,
    });
  });
}
