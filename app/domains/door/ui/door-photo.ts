import { certain } from '#app/kernel/certain.ts';
import { mostFileBytes, sniffType } from '#app/platform/files/file-type.ts';

/** The longest side of a photo as it is kept and sent, the same as the server's. */
const longestSide = 1800;

/**
 * A photo as the device keeps it: drawn anew, turned as it was taken, at most so large, with nothing
 * that the camera wrote into it. What the browser cannot draw and is no picture is refused here, with
 * a key of `errors`; the rest is the server's.
 */
export async function readyPhoto(
  file: File,
): Promise<{ bytes: Uint8Array<ArrayBuffer> } | { wrong: string }> {
  if (file.size === 0) return { wrong: 'file_required' };
  if (file.size > mostFileBytes)
    return { wrong: `file_too_large|max=${mostFileBytes / 1024 / 1024}` };
  const given = new Uint8Array(await file.arrayBuffer());
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture)
    return {
      wrong: sniffType(given, file.name)?.startsWith('image/') ? 'file_broken' : 'photo_type',
    };
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = certain(canvas.getContext('2d'));
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  return drawn ? { bytes: new Uint8Array(await drawn.arrayBuffer()) } : { wrong: 'file_broken' };
}

/** Gives a photo to the browser's downloads: for one that cannot be sent from here any more. */
export function downloadPhoto(bytes: Uint8Array<ArrayBuffer>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
  link.download = 'foto.jpg';
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
