import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { addMeetingFile } from '#app/domains/minutes/add-meeting-file.server.ts';
import { adoptRegistration } from '#app/domains/registration/adopt-registration.server.ts';
import { blurPhoto, clearPhoto, hidePhoto } from '#app/domains/minutes/clear-photo.server.ts';
import { getMeetingFile, getPublicMinutes } from '#app/domains/minutes/get-minutes.server.ts';
import { listPhotoCandidates } from '#app/domains/minutes/list-photo-candidates.server.ts';
import { MinutesForm } from '#app/domains/minutes/schema.ts';
import { personalData } from '#app/domains/registration/personal-data.server.ts';
import { publishMinutes } from '#app/domains/minutes/publish-minutes.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { saveMinutes } from '#app/domains/minutes/save-minutes.server.ts';
import { settleDuplicate } from '#app/domains/registration/settle-duplicate.server.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newArrival } from '#tests/factories/minutes.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const hour = 3_600_000;
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

type Registered = { id: string; code: string };

/**
 * A meeting over since an hour with published minutes and a photo of two people who agreed to be in
 * it, and one who did not.
 */
async function heldWithPhoto(): Promise<{
  id: string;
  facilitator: Actor & { personId: string };
  photo: string;
  ana: Registered;
  beto: Registered;
  shy: Registered;
}> {
  const { id } = await newMeeting(database.owner, plan, { startsIn: 1, lasts: 2, closesIn: 1 });
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
  const register = async (nombre: string, more: Record<string, unknown> = {}) =>
    await registerPerson(null, id, newForm({ nombre, ...more }), { channel: 'web', locale: 'es' });
  const [beto, ana, shy] = [
    await register('Beto Rodríguez', { acepta_imagen: 'si' }),
    await register('Ana Suárez', { acepta_imagen: 'si' }),
    await register('Zoila Reservada'),
  ];
  await newArrival(database.owner, id, ana.id);
  setClockOffset(4 * hour);
  await saveMinutes(
    facilitator,
    id,
    MinutesForm.parse({ temas: 'Los cruces.', acuerdos: 'Medir el tiempo.' }),
  );
  await publishMinutes(facilitator, id);
  const { id: photo } = await addMeetingFile(facilitator, id, {
    name: 'mesa.jpg',
    bytes: await newPhoto({ red: Math.floor(Math.random() * 255) }),
    description: 'La mesa 3 muestra su cartelera',
  });
  return { id, facilitator, photo, ana, beto, shy };
}

const isPublic = async (id: string, photo: string) =>
  await getMeetingFile(database.db, null, id, photo).then(
    (found) => found.isPublic,
    () => false,
  );
const auditOf = async (id: string, action: string) =>
  (
    await database.owner
      .selectFrom('audit_entry')
      .select('data')
      .where('subject_id', '=', id)
      .where('action', '=', action)
      .orderBy('id')
      .execute()
  ).map((row) => row.data);

describe('a photo that shows people', () => {
  it(
    'is public while all of them consent: one who withdraws makes it private at once, and it ' +
      'is covered before it is public again',
    async () => {
      const { id, facilitator, photo, ana, beto } = await heldWithPhoto();
      await clearPhoto(facilitator, id, photo, 'con_permiso', [ana.id, beto.id]);
      expect([
        await isPublic(id, photo),
        (await getPublicMinutes(database.db, null, id, null)).photos.map((file) => [
          file.id,
          file.shown,
        ]),
      ]).toEqual([true, [[photo, 2]]]);
      await withdrawConsent(null, ana.code, 'contacto');
      expect(await isPublic(id, photo)).toBe(true);
      await withdrawConsent(null, ana.code, 'imagen');
      expect([
        await isPublic(id, photo),
        (await getPublicMinutes(database.db, null, id, null)).photos,
      ]).toEqual([false, []]);
      expect(await auditOf(id, 'registration.photo-unpublished')).toEqual([
        { fileId: photo, why: 'consent-withdrawn' },
      ]);
      expect((await getMeetingFile(database.db, facilitator, id, photo)).file).toMatchObject({
        clearedWhy: null,
        shown: 1,
        withdrawnAt: expect.any(Date),
      });
      // As it is nobody may publish it, whatever they say; nor is a second withdrawal another one.
      for (const why of ['nadie_reconocible', 'con_permiso'] as const)
        await expect(clearPhoto(facilitator, id, photo, why, [beto.id])).rejects.toMatchObject({
          reason: 'photo_consent_withdrawn',
        });
      await withdrawConsent(null, ana.code, 'imagen');
      expect(await auditOf(id, 'registration.photo-unpublished')).toHaveLength(1);
      await blurPhoto(facilitator, id, photo, [{ x: 0, y: 0, width: 50, height: 100 }]);
      await clearPhoto(facilitator, id, photo, 'con_permiso', [beto.id]);
      expect(await isPublic(id, photo)).toBe(true);
    },
  );

  it(
    'names only who agreed, at least one, and only for the meeting’s own facilitators until ' +
      'it is closed',
    async () => {
      const { id, facilitator, photo, ana, beto, shy } = await heldWithPhoto();
      const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
      expect(await listPhotoCandidates(facilitator, id, photo)).toEqual({
        people: [
          { id: ana.id, name: 'Ana Suárez', isMinor: false, came: true },
          { id: beto.id, name: 'Beto Rodríguez', isMinor: false, came: false },
        ],
        shown: [],
      });
      expect((await auditOf(id, 'registration.roster-read')).at(-1)).toEqual({
        as: 'foto',
        people: 2,
      });
      expect(await listPhotoCandidates(coordinator, id, photo)).toBeNull();
      await expect(clearPhoto(facilitator, id, photo, 'con_permiso', [])).rejects.toMatchObject({
        errors: { personas: ['photo_people_required'] },
      });
      await expect(
        clearPhoto(facilitator, id, photo, 'con_permiso', [ana.id, shy.id]),
      ).rejects.toMatchObject({ errors: { personas: ['photo_people_unwilling'] } });
      await expect(
        clearPhoto(coordinator, id, photo, 'con_permiso', [ana.id]),
      ).rejects.toMatchObject({ kind: 'forbidden' });
      await clearPhoto(facilitator, id, photo, 'con_permiso', [ana.id]);
      expect((await listPhotoCandidates(facilitator, id, photo))!.shown).toEqual([ana.id]);
      await database.owner
        .updateTable('meeting')
        .set({ closed_at: now() })
        .where('id', '=', id)
        .execute();
      expect(await listPhotoCandidates(facilitator, id, photo)).toBeNull();
      await expect(
        clearPhoto(facilitator, id, photo, 'con_permiso', [beto.id]),
      ).rejects.toMatchObject({ reason: 'meeting_closed_roster' });
      // Closing changes nothing of what is public, and it can still be taken back without a name.
      expect(await isPublic(id, photo)).toBe(true);
      await hidePhoto(coordinator, id, photo);
      expect(await isPublic(id, photo)).toBe(false);
      expect(
        await database.owner
          .selectFrom('meeting_file_person')
          .select('registration_id')
          .where('file_id', '=', photo)
          .execute(),
      ).toEqual([]);
    },
  );

  it('follows a person whose registrations were joined, and a withdrawal on either side counts', async () => {
    const { id, facilitator, photo, ana } = await heldWithPhoto();
    const pair = async (other: string) =>
      await database.owner
        .insertInto('registration_duplicate')
        .values({
          registration_id: other,
          other_id: ana.id,
          why: 'nombre',
          score: 0.9,
          found_at: now(),
        })
        .onConflict((oc) => oc.doNothing())
        .execute();
    const again = async (more: Record<string, unknown>) =>
      await registerPerson(facilitator, id, newForm({ nombre: 'Ana Suárez V.', ...more }), {
        channel: 'papel',
        locale: 'es',
      });
    const same = await again({ acepta_imagen: 'si' });
    await clearPhoto(facilitator, id, photo, 'con_permiso', [same.id]);
    await pair(same.id);
    await settleDuplicate(facilitator, [ana.id, same.id], 'unidas');
    expect([
      await isPublic(id, photo),
      (await listPhotoCandidates(facilitator, id, photo))!.shown,
    ]).toEqual([true, [ana.id]]);
    const other = await again({ acepta_imagen: 'si' });
    await withdrawConsent(null, other.code, 'imagen');
    await pair(other.id);
    await settleDuplicate(facilitator, [ana.id, other.id], 'unidas');
    expect([
      await isPublic(id, photo),
      await auditOf(id, 'registration.photo-unpublished'),
    ]).toEqual([false, [{ fileId: photo, why: 'consent-withdrawn' }]]);
  });

  it('goes with the account of who is in it', async () => {
    const { id, facilitator, photo, beto } = await heldWithPhoto();
    const person = await newActor(database.owner);
    await adoptRegistration(person, beto.code, { pass: '', session: '' });
    await clearPhoto(facilitator, id, photo, 'con_permiso', [beto.id]);
    await inTransaction(async (tx) => await personalData.erase(tx, person.personId));
    expect([
      await isPublic(id, photo),
      await auditOf(id, 'registration.photo-unpublished'),
    ]).toEqual([false, [{ fileId: photo, why: 'account-closed' }]]);
  });

  it('is private when a consent is gone by whichever way, also without its mark being taken away', async () => {
    const { id, facilitator, photo, ana } = await heldWithPhoto();
    await clearPhoto(facilitator, id, photo, 'con_permiso', [ana.id]);
    await database.owner
      .updateTable('registration_consent')
      .set({ revoked_at: now() })
      .where('registration_id', '=', ana.id)
      .where('purpose', '=', 'imagen')
      .execute();
    expect([
      await isPublic(id, photo),
      (await getPublicMinutes(database.db, null, id, null)).photos,
    ]).toEqual([false, []]);
  });
});
