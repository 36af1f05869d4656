import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { certain } from '#app/kernel/certain.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { isImage, mostFileBytes, readPlainText, sniffType, type FileType } from './file-type.ts';
import { deleteUnused, insertFile } from './store.server.ts';

/** A file ready to be kept: its type known by its content, and nothing in it but what it shows. */
export type ReadyFile = { sha256: string; type: FileType; bytes: Buffer };

/** The longest side of a kept picture, in pixels: handwriting on a flip chart stays legible. */
const longestSide = 1800;
/** Pictures beyond this many pixels are refused before they fill the memory. */
const mostPixels = 60_000_000;

const ready = (type: FileType, bytes: Buffer): ReadyFile => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  type,
  bytes,
});

/**
 * Draws a picture anew: turned as it was taken, at most so large, without anything a camera wrote into it.
 */
async function redraw(bytes: Buffer, type: FileType): Promise<Buffer> {
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
  if (type === 'image/png') return await picture.png({ compressionLevel: 9 }).toBuffer();
  return type === 'image/webp'
    ? await picture.webp({ quality: 82 }).toBuffer()
    : await picture.jpeg({ quality: 82, mozjpeg: true }).toBuffer();
}

/**
 * Checks what somebody sends and makes it ready; what may not be kept is an error of the field. It works for a while
 * and reads nothing, so it is done before the command's transaction.
 */
export async function readyFile(
  given: { name: string; bytes: Buffer },
  field: string,
): Promise<ReadyFile> {
  if (given.bytes.length === 0) throw fieldErrors({ [field]: 'file_required' });
  if (given.bytes.length > mostFileBytes)
    throw fieldErrors({ [field]: `file_too_large|max=${mostFileBytes / 1024 / 1024}` });
  const type = sniffType(given.bytes, given.name);
  if (!type) throw fieldErrors({ [field]: 'file_type' });
  if (!isImage(type))
    return ready(
      type,
      type === 'application/pdf'
        ? given.bytes
        : Buffer.from(certain(readPlainText(given.bytes)), 'utf8'),
    );
  const drawn = await redraw(given.bytes, type).catch(() => null);
  if (!drawn) throw fieldErrors({ [field]: 'file_broken' });
  return ready(type, drawn);
}

/** An area of a picture in percent of its width and height. */
export type Area = { x: number; y: number; width: number; height: number };

/**
 * How many blocks a blurred area keeps on its longer side: too few for a face, enough to see that something
 * was there.
 */
const blocks = 5;

/**
 * Covers areas of a kept picture with a few averaged blocks, so that what they showed cannot be brought
 * back.
 */
export async function blurAreas(
  file: { type: FileType; bytes: Buffer },
  areas: Area[],
): Promise<ReadyFile> {
  const { width, height } = await sharp(file.bytes).metadata();
  const covers = [];
  for (const area of areas) {
    const left = Math.min(width - 1, Math.floor((area.x / 100) * width));
    const top = Math.min(height - 1, Math.floor((area.y / 100) * height));
    const box = {
      left,
      top,
      width: Math.max(1, Math.min(width - left, Math.ceil((area.width / 100) * width))),
      height: Math.max(1, Math.min(height - top, Math.ceil((area.height / 100) * height))),
    };
    const few = await sharp(file.bytes)
      .extract(box)
      .resize({ width: blocks, height: blocks, fit: 'inside', kernel: 'cubic' })
      .png()
      .toBuffer();
    covers.push({
      input: await sharp(few)
        .resize({ width: box.width, height: box.height, fit: 'fill', kernel: 'cubic' })
        .png()
        .toBuffer(),
      left,
      top,
    });
  }
  const covered = await sharp(file.bytes).composite(covers).png().toBuffer();
  return ready(file.type, await redraw(covered, file.type));
}

/** Keeps a file in the command's transaction, under the hash of its content. */
export async function keepFile(tx: Tx, file: ReadyFile): Promise<void> {
  await insertFile(tx, { ...file, at: now() });
}

/** Lets a file go, unless something else still refers to the same content. */
export async function dropFile(tx: Tx, sha256: string): Promise<void> {
  await deleteUnused(tx, sha256);
}
