import { withoutAccents } from '#app/kernel/accents.ts';
import { notFound } from '#app/kernel/errors.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { isFileType, isImage, type FileType } from './file-type.ts';
import { selectBytes, selectFileFacts } from './store.server.ts';

/** A kept file with its content. */
export async function readFile(db: Db, sha256: string): Promise<{ type: FileType; bytes: Buffer }> {
  const facts = await selectFileFacts(db, sha256);
  if (!facts || !isFileType(facts.type)) throw notFound('page_not_found');
  return { type: facts.type, bytes: await selectBytes(db, sha256) };
}

/** A name for the header: plain ASCII, and the whole one encoded (RFC 6266). */
function disposition(name: string, kind: 'inline' | 'attachment'): string {
  const plain = withoutAccents(name).replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * A file as an answer: named by its content, so that who has it is not sent it again. Pictures are shown, documents
 * are downloaded, and nothing in them may run. The caller has asked who may see it.
 */
export async function fileReply(
  db: Db,
  request: Request,
  file: { sha256: string; name: string },
  isPublic: boolean,
): Promise<Response> {
  const facts = await selectFileFacts(db, file.sha256);
  if (!facts) throw notFound('page_not_found');
  const etag = `"${file.sha256}"`;
  const headers = {
    'Content-Type': facts.type.startsWith('text/') ? `${facts.type}; charset=utf-8` : facts.type,
    'Content-Disposition': disposition(file.name, isImage(facts.type) ? 'inline' : 'attachment'),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': isPublic ? 'public, no-cache' : 'private, no-store',
    ETag: etag,
  };
  if (isPublic && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  const bytes = await selectBytes(db, file.sha256);
  return new Response(new Uint8Array(bytes), { headers });
}
