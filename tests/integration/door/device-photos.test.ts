import { describe, expect, it } from 'vitest';
import { getMeetingFile, getMinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import { receivePhoto } from '#app/domains/minutes/receive-photo.server.ts';
import { receiveRecords } from '#app/domains/door/receive-records.server.ts';
import { revokeDevice } from '#app/domains/door/revoke-device.server.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import { record, newDoor, database, type Made } from './devices.ts';

describe('a photo of a device', () => {
  const photoOf = (descripcion = 'Cartelera de la mesa 3') => record('foto', { descripcion });
  const file = async (red: number) => ({ name: 'foto.jpg', bytes: await newPhoto({ red }) });

  it('becomes once one of the minutes that nobody else sees, also when it comes twice at once', async () => {
    const { id, facilitator, device } = await newDoor();
    const [photo, sent] = [photoOf(), await file(90)];
    const many = await Promise.all(
      Array.from({ length: 4 }, () => receivePhoto(facilitator, id, device, photo, sent)),
    );
    expect(many.map((reply) => reply.respuestas[0]!.estado).sort()).toEqual([
      'guardado',
      'ya_estaba',
      'ya_estaba',
      'ya_estaba',
    ]);
    const again = await receivePhoto(facilitator, id, device, photo, {
      name: 'foto.jpg',
      bytes: Buffer.alloc(0),
    });
    expect([again.respuestas[0]!.estado, again.recibidos.foto]).toEqual(['ya_estaba', 1]);
    const { files } = await getMinutesDesk(database.db, facilitator, id);
    expect(files).toMatchObject([
      { id: photo.id, kind: 'foto', clearedWhy: null, description: 'Cartelera de la mesa 3' },
    ]);
    await expect(getMeetingFile(database.db, null, id, photo.id)).rejects.toMatchObject({
      kind: 'not-found',
    });
    const audit = await database.owner
      .selectFrom('audit_entry')
      .select('action')
      .where('subject_id', '=', id)
      .where('action', '=', 'minutes.file-added')
      .execute();
    expect(audit).toHaveLength(1);
  });

  it('that is none, or came without words or bytes, is refused with its reason, and counted', async () => {
    const { id, facilitator, device } = await newDoor();
    const [text, silent, empty, huge, bare] = [
      photoOf(),
      photoOf('Ya'),
      photoOf(),
      photoOf(),
      photoOf(),
    ];
    const said = async (one: Made, bytes: Buffer) =>
      (await receivePhoto(facilitator, id, device, one, { name: 'foto.jpg', bytes }))
        .respuestas[0]!;
    expect(await said(text, Buffer.from('mesa;idea'))).toMatchObject({
      estado: 'rechazado',
      razones: ['photo_type'],
    });
    expect(await said(silent, (await file(10)).bytes)).toMatchObject({
      estado: 'rechazado',
      razones: ['too_short'],
    });
    expect(await said(empty, Buffer.alloc(0))).toMatchObject({
      estado: 'rechazado',
      razones: ['file_required'],
    });
    expect(await said(huge, Buffer.alloc(21 * 1024 * 1024))).toMatchObject({
      estado: 'rechazado',
      razones: ['file_too_large'],
    });
    // In a batch a photo has no bytes.
    expect((await receiveRecords(facilitator, id, device, [bare])).respuestas).toMatchObject([
      { estado: 'rechazado', razones: ['record_unreadable'] },
    ]);
    expect(await said(text, (await file(10)).bytes)).toMatchObject({
      estado: 'rechazado',
      razones: ['photo_type'],
    });
    const right = { ...photoOf(), reemplaza: text.id };
    const reply = await receivePhoto(facilitator, id, device, right, await file(11));
    expect([reply.respuestas[0]!.estado, reply.recibidos.foto]).toEqual(['guardado', 6]);
    expect(
      (await getMinutesDesk(database.db, facilitator, id)).files.map((each) => each.id),
    ).toEqual([right.id]);
    await expect(
      receivePhoto(facilitator, id, device, record('nota', { texto: 'x' }), await file(1)),
    ).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('comes from a device of this meeting that was not revoked, also after it was closed', async () => {
    const { id, facilitator, device } = await newDoor({
      startsIn: -5,
      lasts: 2,
      opensIn: -48,
      closesIn: -4,
    });
    const other = await newDoor();
    await expect(
      receivePhoto(other.facilitator, id, device, photoOf(), await file(20)),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await expect(
      receivePhoto(facilitator, id, other.device, photoOf(), await file(20)),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await database.owner
      .updateTable('meeting')
      .set({ closed_at: new Date() })
      .where('id', '=', id)
      .execute();
    expect(
      (await receivePhoto(facilitator, id, device, photoOf(), await file(21))).respuestas[0]!
        .estado,
    ).toBe('guardado');
    await revokeDevice(facilitator, id, device);
    await expect(
      receivePhoto(facilitator, id, device, photoOf(), await file(22)),
    ).rejects.toMatchObject({ reason: 'device_revoked' });
  });
});
