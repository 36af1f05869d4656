import { unzipSync, type Unzipped } from 'fflate';
import { SheetRefused } from './types.ts';

/** The most parts that a workbook may have. */
const mostParts = 2000;

/**
 * Unpacks the parts of a workbook that say something, up to so many bytes; one that would fill the memory is refused:
 * what it says it holds is counted before anything is unpacked, and no part grows past what it said.
 */
export function unpackWorkbook(bytes: Uint8Array, mostUnpacked: number): Unzipped {
  let size = 0;
  let parts = 0;
  let isTooLarge = false;
  const unpacked = unpack(bytes, ({ name, originalSize }) => {
    parts += 1;
    if (!/(\.xml|\.rels|^mimetype)$/i.test(name)) return false;
    size += originalSize;
    isTooLarge ||= size > mostUnpacked || parts > mostParts;
    return !isTooLarge;
  });
  if (isTooLarge) throw new SheetRefused({ line: 0, key: 'file.unpacked' });
  for (const part of Object.values(unpacked))
    if (/<!(DOCTYPE|ENTITY)/i.test(new TextDecoder().decode(part.subarray(0, 4096))))
      throw new SheetRefused({ line: 0, key: 'file.broken' });
  return unpacked;
}

function unpack(
  bytes: Uint8Array,
  filter: (part: { name: string; originalSize: number }) => boolean,
): Unzipped {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw new SheetRefused({ line: 0, key: 'file.broken' });
  }
}
