import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { lockByCode } from './lock-by-code.server.ts';
import { matchKey } from './match-keys.server.ts';
import { noteDuplicates } from './note-duplicates.server.ts';
import { deleteOpenNeeds, insertNeeds } from './need.store.server.ts';
import { updatePersonal } from './store.server.ts';
import { mayChangeRegistration } from './rules.ts';

export type PersonalInput = {
  nombre: string;
  correo?: string | undefined;
  telefono?: string | undefined;
  apoyo: string[];
  apoyo_otro?: string | undefined;
};

/** Corrects name, contact and requests for need; requests already answered stay. */
export async function correctPersonal(
  actor: Actor | null,
  code: string,
  input: PersonalInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration, meeting } = await lockByCode(tx, code);
    authorize(mayChangeRegistration(meeting, registration.state, now()));
    const keys = {
      emailKey: matchKey('email', input.correo),
      phoneKey: matchKey('phone', input.telefono),
    };
    await updatePersonal(tx, registration.id, {
      name: input.nombre,
      email: input.correo ?? null,
      phone: input.telefono ?? null,
      ...keys,
    });
    await deleteOpenNeeds(tx, registration.id, input.apoyo);
    await insertNeeds(
      tx,
      registration.id,
      input.apoyo.map((need) => ({ need, note: need === 'otro' ? (input.apoyo_otro ?? '') : '' })),
    );
    await noteDuplicates(tx, {
      id: registration.id,
      meetingId: meeting.id,
      name: input.nombre,
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
