import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { addMeetingFile } from '#app/domains/minutes/add-meeting-file.server.ts';
import {
  blurPhoto,
  clearPhoto,
  hidePhoto,
  removeMeetingFile,
} from '#app/domains/minutes/clear-photo.server.ts';
import { checkCertificate, getCertificate } from '#app/domains/minutes/get-certificate.server.ts';
import { getMeetingFile, getPublicMinutes } from '#app/domains/minutes/get-minutes.server.ts';
import { jobs } from '#app/domains/registration/jobs.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { publishMinutes } from '#app/domains/minutes/publish-minutes.server.ts';
import type { Registered } from '#app/domains/registration/register-person.server.ts';
import { saveMinutes } from '#app/domains/minutes/save-minutes.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import { openByMail } from '#tests/factories/opened.ts';
import { texts, held, database, hour } from './held-meetings.ts';

const mailsAbout = async (link: string) =>
  await database.owner
    .selectFrom('mail')
    .select(['recipient', 'subject', 'body'])
    .where('body', 'like', `%${link}%`)
    .execute();
const thank = async (meetingId: string) =>
  await jobs.find((job) => job.name === 'registration.thank-attended')!.run({ meetingId });

describe('a photo', () => {
  const add = async (facilitator: Actor, id: string, bytes: Buffer, name = 'cartelera.jpg') =>
    await addMeetingFile(facilitator, id, {
      name,
      bytes,
      description: 'Cartelera de la mesa 3 con siete notas',
    });

  it('is seen by nobody else until its minutes are published and a person cleared it', async () => {
    const { id, facilitator } = await held(6, 6);
    const photo = await add(facilitator, id, await newPhoto());
    const document = await addMeetingFile(facilitator, id, {
      name: 'C:\\fotos\\lista.csv',
      bytes: Buffer.from('a,b\n1,2\n'),
      description: 'Lista de temas',
    });
    expect([photo.kind, document.kind]).toEqual(['foto', 'adjunto']);
    const asked = async (fileId: string) =>
      await getMeetingFile(database.db, null, id, fileId).then(
        (found) => found.isPublic,
        (error: { kind: string }) => error.kind,
      );
    expect((await getMeetingFile(database.db, facilitator, id, photo.id)).isPublic).toBe(false);
    await clearPhoto(facilitator, id, photo.id, 'nadie_reconocible');
    expect([await asked(photo.id), await asked(document.id)]).toEqual(['not-found', 'not-found']);
    await saveMinutes(facilitator, id, texts());
    await publishMinutes(facilitator, id);
    expect([await asked(photo.id), await asked(document.id)]).toEqual([true, true]);
    const page = async () => await getPublicMinutes(database.db, null, id, null);
    expect((await page()).documents.map((file) => file.name)).toEqual(['lista.csv']);
    expect((await page()).photos.map((file) => file.id)).toEqual([photo.id]);
    await hidePhoto(facilitator, id, photo.id);
    expect(await asked(photo.id)).toBe('not-found');
    expect((await page()).photos).toEqual([]);
    await expect(clearPhoto(facilitator, id, document.id, 'con_permiso')).rejects.toMatchObject({
      reason: 'file_is_no_photo',
    });
  });

  it('that was blurred is another one: the old picture is gone and a person clears the new one', async () => {
    const { id, facilitator } = await held(1, 1);
    const photo = await add(facilitator, id, await newPhoto({ red: 90 }));
    await clearPhoto(facilitator, id, photo.id, 'nadie_reconocible');
    const before = (await getMeetingFile(database.db, facilitator, id, photo.id)).file;
    await blurPhoto(facilitator, id, photo.id, [{ x: 10, y: 10, width: 30, height: 40 }]);
    const after = (await getMeetingFile(database.db, facilitator, id, photo.id)).file;
    expect(after.clearedWhy).toBeNull();
    expect(after.sha256).not.toBe(before.sha256);
    expect(
      await database.owner
        .selectFrom('file')
        .select('sha256')
        .where('sha256', '=', before.sha256)
        .execute(),
    ).toEqual([]);
  });

  it('that two meetings have stays with one when the other lets it go', async () => {
    const [one, other] = [await held(1, 1), await held(1, 1)];
    setClockOffset(5 * hour);
    const bytes = await sharp(await newPhoto({ red: 20 }))
      .png()
      .toBuffer();
    const [first, second] = [
      await add(one.facilitator, one.id, bytes, 'a.png'),
      await add(other.facilitator, other.id, bytes, 'b.png'),
    ];
    const { sha256 } = (await getMeetingFile(database.db, one.facilitator, one.id, first.id)).file;
    const kept = async () =>
      (
        await database.owner
          .selectFrom('file')
          .select('sha256')
          .where('sha256', '=', sha256)
          .execute()
      ).length;
    await removeMeetingFile(one.facilitator, one.id, first.id);
    expect(await kept()).toBe(1);
    await removeMeetingFile(other.facilitator, other.id, second.id);
    expect(await kept()).toBe(0);
  });

  it('is no file of another type, and comes only from who runs the meeting', async () => {
    const { id, facilitator } = await held(1, 1);
    await expect(
      add(facilitator, id, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    ).rejects.toMatchObject({ errors: { archivo: ['file_type'] } });
    await expect(add(await newActor(database.owner), id, await newPhoto())).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('who came', () => {
  it('is thanked once, when they may be written to', async () => {
    const { id, facilitator, registered } = await held(7, 5);
    // One withdrew what allowed a mail; two registered and did not come.
    await database.owner
      .updateTable('registration_consent')
      .set({ revoked_at: new Date() })
      .where('registration_id', '=', registered[0]!.id)
      .execute();
    await saveMinutes(facilitator, id, texts());
    await thank(id);
    expect(await mailsAbout(`/talleres/${id}/acta`)).toEqual([]);
    await publishMinutes(facilitator, id);
    await Promise.all([thank(id), thank(id)]);
    await thank(id);
    const mails = await mailsAbout(`/talleres/${id}/acta`);
    expect(mails).toHaveLength(4);
    expect(new Set(mails.map((mail) => mail.recipient)).size).toBe(4);
    expect(
      mails.every(
        (mail) =>
          mail.subject.startsWith('Gracias por venir') && mail.body.includes('/constancias/'),
      ),
    ).toBe(true);
  });

  it('has a certificate, whose name only who proved their contact sees', async () => {
    const { id, registered } = await held(2, 1);
    const [came, missed] = registered as [Registered, Registered];
    const { email } = await database.owner
      .selectFrom('registration')
      .select('email')
      .where('id', '=', came.id)
      .executeTakeFirstOrThrow();
    const pass = await openByMail(database, came.id, email!);
    const by = (cookie: string | null) => ({ actor: null, token: null, cookie });
    const closed = await getCertificate(database.db, came.code, by(null));
    expect(closed).toMatchObject({ meeting: { id }, name: null, hours: 2 });
    expect(await getCertificate(database.db, missed.code, by(pass)).catch(() => null)).toBeNull();
    expect((await getCertificate(database.db, came.code, by(pass))).name).toMatch(/^Persona /);
    // Who is shown it checks it by its own code, which opens neither the name nor the registration.
    const checked = await checkCertificate(database.db, closed.certificate);
    expect(checked).toEqual({
      certificate: closed.certificate,
      meeting: closed.meeting,
      hours: 2,
    });
    await expect(getRegistration(database.db, closed.certificate)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(checkCertificate(database.db, came.code)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(getCertificate(database.db, missed.code, by(null))).rejects.toMatchObject({
      reason: 'certificate_without_arrival',
    });
    setClockOffset(3 * hour);
    await expect(getCertificate(database.db, came.code, by(null))).rejects.toMatchObject({
      reason: 'certificate_before_end',
    });
  });
});
