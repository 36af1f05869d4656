import { codeOf, newId } from '#app/kernel/ids.ts';
import { openKysely, openPool, type Db } from '#app/platform/db/db.server.ts';
import { findEmbedded } from '#app/platform/db/embedded.server.ts';
import { codeKey } from '#app/domains/workshops/match-keys.server.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newArrival, newTableIdea } from '#tests/factories/minutes.ts';

export type HeldMeeting = { id: string; title: string; codes: string[] };

/** The demonstration's database, as its owner, for what no page can make: a meeting that is already over. */
async function withOwner<T>(act: (db: Db) => Promise<T>): Promise<T> {
  const url = findEmbedded(process.env['E2E_DATA_DIR']!);
  if (!url) throw new Error('The data folder holds no embedded database');
  const db = openKysely(openPool(url('owner'), 1));
  try {
    return await act(db);
  } finally {
    await db.destroy();
  }
}

/** A meeting that ended an hour ago and is run by `facilitadora`: people who registered (the first ones agreed to be in photos), some who came, ideas of two tables. */
export async function heldMeeting(title: string, people: number, came: number, kind: 'taller' | 'feria' = 'taller', inPhotos = 0): Promise<HeldMeeting> {
  return await withOwner(async (db) => {
    const [commitment, other] = await db
      .selectFrom('commitment as c').innerJoin('plan as p', 'p.id', 'c.plan_id').select(['c.id', 'c.slug', 'c.number', 'p.id as planId']).where('p.state', '=', 'active').orderBy('c.number').execute() as [{ id: string; slug: string; number: number; planId: string }, { id: string }];
    const plan = { id: commitment.planId, commitments: [commitment] } as unknown as Parameters<typeof newMeeting>[1];
    const { id } = await newMeeting(db, plan, { kind, startsIn: -4, lasts: 3, opensIn: -96, closesIn: -5, localityCode: '05' });
    await db.updateTable('meeting').set({ title }).where('id', '=', id).execute();
    await db.insertInto('meeting_commitment').values({ meeting_id: id, commitment_id: other.id }).execute();
    const facilitator = await db.selectFrom('person').select('id').where('email', '=', 'facilitadora@demo.convite').executeTakeFirstOrThrow();
    await db.insertInto('role_grant').values({ id: newId(), person_id: facilitator.id, role: 'facilitacion', scope_kind: 'meeting', scope_id: id, starts_at: new Date(Date.now() - 60_000), granted_at: new Date() }).execute();
    const codes = Array.from({ length: people }, () => codeOf(crypto.getRandomValues(new Uint8Array(16))));
    const registrations: string[] = [];
    for (const [index, code] of codes.entries()) {
      const registrationId = newId();
      registrations.push(registrationId);
      await db.insertInto('registration').values({ id: registrationId, meeting_id: id, code_key: codeKey(code), place: index + 1, state: 'inscrita', channel: 'web', name: `Vecina ${index + 1}`, email: `vecina-${index + 1}-${id.slice(-6)}@prueba.convite`, created_at: new Date() }).execute();
      await db.insertInto('registration_consent').values({ registration_id: registrationId, purpose: 'inscripcion', policy_version: '1', policy_sha256: 'x', channel: 'web', given_at: new Date() }).execute();
      if (index < inPhotos) await db.insertInto('registration_consent').values({ registration_id: registrationId, purpose: 'imagen', policy_version: '1', policy_sha256: 'x', channel: 'web', given_at: new Date() }).execute();
      if (index < came) await newArrival(db, id, registrationId);
    }
    await newTableIdea(db, id, { commitmentId: commitment.id, table: 'Mesa 1', title: `Más tiempo para cruzar (${title})`, owners: registrations.slice(0, Math.min(came, 6)) });
    await newTableIdea(db, id, { table: 'Mesa 2', title: `Sombra en la parada (${title})` });
    await db.insertInto('meeting_note').values({ id: newId(), meeting_id: id, body: 'La mesa 2 pide volver a hablar de la ruta escolar.', written_at: new Date() }).execute();
    return { id, title, codes };
  });
}
