import { systemActor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { eraseAnswers, exportAnswers } from '#app/domains/declarations/freeze-answers.server.ts';
import { eraseAccess } from './access.store.server.ts';
import { givePlacesOf } from './give-places.server.ts';
import { detachStaff, eraseRegistrationsOf } from './erasure.store.server.ts';
import { selectFile, selectOwnRegistrations } from './store.server.ts';
import { deleteUploads } from './upload.store.server.ts';
import { unpublishPhotosOf } from './unpublish-photos.server.ts';

/**
 * What this slice holds of a person with an account: their registrations, and what they recorded or
 * answered at others'.
 */
export const personalData = {
  tables: [
    'registration',
    'registration_consent',
    'registration_need',
    'registration_duplicate',
    'registration_call',
  ],
  collect: async (db: Db, personId: string, session: string) => {
    const registrations = await selectOwnRegistrations(db, personId);
    return {
      inscripciones: await Promise.all(
        registrations.map(async ({ id, title, startsAt, state }) => {
          const file = await selectFile(db, id);
          return {
            taller: title,
            fecha: startsAt,
            estado: state,
            nombre: file?.name,
            correo: file?.email,
            telefono: file?.phone,
            apoyos: file?.needs.map((need) => ({
              apoyo: need.need,
              nota: need.note,
              estado: need.state,
              respuesta: need.answer,
            })),
            permisos: file?.consents.map((consent) => ({
              finalidad: consent.purpose,
              version_politica: consent.policyVersion,
              dado_en: consent.givenAt,
              retirado_en: consent.revokedAt,
            })),
            respuestas: await exportAnswers(db, id, session),
          };
        }),
      ),
    };
  },
  erase: async (tx: Tx, personId: string) => {
    const gone = await eraseRegistrationsOf(tx, personId, now());
    await eraseAnswers(
      tx,
      systemActor,
      gone.map(({ id }) => id),
      'account-closed',
    );
    await eraseAccess(
      tx,
      gone.map(({ id }) => id),
    );
    await unpublishPhotosOf(
      tx,
      systemActor,
      gone.map(({ id }) => id),
      'account-closed',
    );
    for (const meetingId of [
      ...new Set(gone.filter((row) => row.heldPlace).map((row) => row.meetingId)),
    ].sort())
      await givePlacesOf(tx, systemActor, meetingId);
    await detachStaff(tx, personId);
    await deleteUploads(tx, { personId, meetingId: null }, now());
  },
};
