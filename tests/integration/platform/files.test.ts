import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { blurAreas, dropFile, keepFile, readyFile } from '#app/platform/files/keep-file.server.ts';
import { fileReply, readFile } from '#app/platform/files/read-file.server.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const keep = async (name: string, bytes: Buffer) => {
  const file = await readyFile({ name, bytes }, 'archivo');
  await inTransaction(async (tx) => await keepFile(tx, file));
  return file;
};
const chunksOf = async (sha256: string) =>
  (
    await database.owner
      .selectFrom('file_chunk')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('sha256', '=', sha256)
      .executeTakeFirstOrThrow()
  ).n;

describe('a kept file', () => {
  it('is stored in pieces under the hash of its content, once, and comes back whole', async () => {
    const text = Buffer.from(`mesa,idea\n${'1,más sombra en el parque\n'.repeat(100_000)}`);
    const first = await keep('lista.csv', text);
    const again = await Promise.all([keep('otra.csv', text), keep('lista.csv', text)]);
    expect(again.map((file) => file.sha256)).toEqual([first.sha256, first.sha256]);
    expect(await chunksOf(first.sha256)).toBe(Math.ceil(first.bytes.length / 1_048_576));
    expect((await readFile(database.db, first.sha256)).bytes.equals(text)).toBe(true);
  });

  it('of a photo carries nothing that a camera wrote, stands upright and is of a sane size', async () => {
    const photo = await newPhoto({ width: 3200, height: 1200 });
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    expect(photo.includes('Telefono Secreto')).toBe(true);
    const file = await keep(
      'IMG_2026.jpg',
      await sharp(photo).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    );
    const kept = await readFile(database.db, file.sha256);
    const facts = await sharp(kept.bytes).metadata();
    expect(facts).toMatchObject({ format: 'jpeg', width: 675, height: 1800 });
    expect([facts.exif, facts.xmp, facts.iptc, facts.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(kept.bytes.includes('Secret')).toBe(false);
  });

  it('is refused when it is of another type, broken, empty or over 20 MB', async () => {
    const refused = async (name: string, bytes: Buffer) =>
      await readyFile({ name, bytes }, 'archivo').then(
        () => null,
        (error: { errors?: Record<string, string[]> }) => error.errors?.['archivo']?.[0],
      );
    expect(await refused('pagina.txt', Buffer.from('<html><script>alert(1)</script></html>'))).toBe(
      'file_type',
    );
    expect(
      await refused(
        'programa.jpg',
        Buffer.concat([Buffer.from([0x4d, 0x5a, 0, 0]), randomBytes(200)]),
      ),
    ).toBe('file_type');
    expect(
      await refused(
        'foto.jpg',
        Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(200)]),
      ),
    ).toBe('file_broken');
    expect(await refused('vacio.txt', Buffer.alloc(0))).toBe('file_required');
    expect(await refused('grande.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))).toBe(
      'file_too_large|max=20',
    );
    expect(await refused('justo.txt', Buffer.alloc(20 * 1024 * 1024, 'a'))).toBeNull();
  }, 30_000);

  it('goes when nothing refers to it', async () => {
    const file = await keep('nota.txt', Buffer.from('Una nota'));
    await inTransaction(async (tx) => await dropFile(tx, file.sha256));
    expect(await chunksOf(file.sha256)).toBe(0);
  });

  it('is served by its content, to be downloaded when it is a document, and nothing in it runs', async () => {
    const file = await keep('lista.csv', Buffer.from('a,b\n1,2\n'));
    const asked = new Request('http://localhost/x');
    const answer = await fileReply(
      database.db,
      asked,
      { sha256: file.sha256, name: 'Lista «año».csv' },
      true,
    );
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Lista _ano_.csv"; filename*=UTF-8''Lista%20%C2%ABa%C3%B1o%C2%BB.csv`,
    );
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(await answer.text()).toBe('a,b\n1,2\n');
    const known = new Request('http://localhost/x', {
      headers: { 'if-none-match': answer.headers.get('etag')! },
    });
    expect(
      (await fileReply(database.db, known, { sha256: file.sha256, name: 'x' }, true)).status,
    ).toBe(304);
    // What is private is never kept by a cache, so it is sent again.
    const own = await fileReply(database.db, known, { sha256: file.sha256, name: 'x' }, false);
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  });
});

describe('a blurred area', () => {
  it('shows a few flat blocks where something was, and the rest as before', async () => {
    const photo = await readyFile(
      {
        name: 'a.png',
        bytes: await sharp(await newPhoto({ width: 200, height: 200 }))
          .png()
          .toBuffer(),
      },
      'archivo',
    );
    const blurred = await blurAreas(photo, [{ x: 50, y: 50, width: 80, height: 40 }]);
    const spread = async (bytes: Buffer, left: number, top: number) =>
      (
        await sharp(
          await sharp(bytes).extract({ left, top, width: 60, height: 60 }).png().toBuffer(),
        ).stats()
      ).channels[1]!.stdev;
    expect(await spread(photo.bytes, 110, 110)).toBeGreaterThan(40);
    expect(await spread(blurred.bytes, 110, 110)).toBeLessThan(20);
    expect(await spread(blurred.bytes, 10, 10)).toBeCloseTo(await spread(photo.bytes, 10, 10), 5);
    expect(blurred.sha256).not.toBe(photo.sha256);
  });
});
