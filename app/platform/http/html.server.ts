import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A rendered page as it goes over the wire. */
export type Page = { bytes: Buffer; etag: string; zipped?: Promise<Buffer> };

const zip = promisify(gzip);
/** A registered symbol, since a development server loads this module a second time. */
const pageKey = Symbol.for('convite.page');
type WithPage = Response & { [pageKey]?: Page };

/** A page out of its text. */
export function pageOf(html: Buffer): Page {
  return { bytes: html, etag: `W/"${createHash('sha1').update(html).digest('base64url')}"` };
}

/** The page compressed; done once, however often it is sent. */
export async function zippedOf(page: Page): Promise<Buffer> {
  page.zipped ??= zip(page.bytes, { level: 6 });
  return await page.zipped;
}

/** An HTML answer whose bytes stay at hand, so that they need not pass through a web stream. */
export function htmlResponse(page: Page, init: ResponseInit): Response {
  return Object.assign(new Response(null, init), { [pageKey]: page });
}

/** The page of an answer made by `htmlResponse`. */
export function pageOfResponse(response: Response): Page | undefined {
  return (response as WithPage)[pageKey];
}

/**
 * Gathers what React's server renderer writes. React 18 hands over its buffer whole when a character of several
 * bytes does not fit at its end; the zero bytes left there are no part of the page, which never holds a NUL.
 */
export function gatherHtml(done: (html: Buffer) => void): Writable {
  const parts: Uint8Array[] = [];
  return new Writable({
    write(chunk: Uint8Array, _encoding, next) {
      let end = chunk.length;
      while (end > 0 && chunk[end - 1] === 0) end -= 1;
      parts.push(chunk.subarray(0, end));
      next();
    },
    final(next) {
      done(Buffer.concat(parts));
      next();
    },
  });
}
