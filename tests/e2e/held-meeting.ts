import { codeOf, newId } from '#app/kernel/ids.ts';
import { codeKey } from '#app/domains/registration/match-keys.server.ts';
import { newArrival, newTableIdea } from '#tests/factories/minutes.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';

export type HeldMeeting = { id: string; title: string; codes: string[] };

/**
 * A meeting that ended an hour ago and is run by `facilitadora`: people who registered (the first
 * ones agreed to be in photos), some who came, ideas of two tables.
 */
export async function heldMeeting(
  title: string,
  people: number,
  came: number,
  kind: 'taller' | 'feria' = 'taller',
  inPhotos = 0,
): Promise<HeldMeeting> {
  return await withOwner(async (db) => {
    const { id, commitments } = await facilitatedMeeting(db, {
      kind,
      startsIn: -4,
      lasts: 3,
      opensIn: -96,
      closesIn: -5,
      localityCode: '05',
    });
    const [commitment, other] = commitments;
    await db.updateTable('meeting').set({ title }).where('id', '=', id).execute();
    await db
      .insertInto('meeting_commitment')
      .values({ meeting_id: id, commitment_id: other!.id })
      .execute();
    const codes = Array.from({ length: people }, () =>
      codeOf(crypto.getRandomValues(new Uint8Array(16))),
    );
    const registrations: string[] = [];
    for (const [index, code] of codes.entries()) {
      const registrationId = newId();
      registrations.push(registrationId);
      await db
        .insertInto('registration')
        .values({
          id: registrationId,
          meeting_id: id,
          code_key: codeKey(code),
          place: index + 1,
          state: 'inscrita',
          channel: 'web',
          name: `Vecina ${index + 1}`,
          email: `vecina-${index + 1}-${id.slice(-6)}@prueba.convite`,
          created_at: new Date(),
        })
        .execute();
      await db
        .insertInto('registration_consent')
        .values({
          registration_id: registrationId,
          purpose: 'inscripcion',
          policy_version: '1',
          policy_sha256: 'x',
          channel: 'web',
          given_at: new Date(),
        })
        .execute();
      if (index < inPhotos)
        await db
          .insertInto('registration_consent')
          .values({
            registration_id: registrationId,
            purpose: 'imagen',
            policy_version: '1',
            policy_sha256: 'x',
            channel: 'web',
            given_at: new Date(),
          })
          .execute();
      if (index < came) await newArrival(db, id, registrationId);
    }
    await newTableIdea(db, id, {
      commitmentId: commitment!.id,
      table: 'Mesa 1',
      title: `Más tiempo para cruzar (${title})`,
      owners: registrations.slice(0, Math.min(came, 6)),
    });
    await newTableIdea(db, id, { table: 'Mesa 2', title: `Sombra en la parada (${title})` });
    await db
      .insertInto('meeting_note')
      .values({
        id: newId(),
        meeting_id: id,
        body: 'La mesa 2 pide volver a hablar de la ruta escolar.',
        written_at: new Date(),
      })
      .execute();
    return { id, title, codes };
  });
}
