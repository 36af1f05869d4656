import { mostFileBytes } from '#app/platform/files/file-type.ts';

/** Forms carry at most an idea of 5,000 characters and a Circle's answer to many ideas. */
const formLimit = 400_000;
/** One file and the few fields beside it. */
const uploadLimit = mostFileBytes + 1024 * 1024;

/** The addresses that take a file; every other one takes a form. */
const uploads: RegExp[] = [
  /^\/facilitacion\/talleres\/[^/]+\/(archivos|cargar|sincronizar\/foto)$/,
  /^\/coordinacion\/empezar(\/[a-z]+)?$/,
];

/** How many bytes a post to an address may carry. */
export function bodyLimitOf(path: string): number {
  return uploads.some((upload) => upload.test(path)) ? uploadLimit : formLimit;
}

/** A form holds at most so many fields: the largest of ours, a Circle's answer to many ideas, has some hundreds. */
export const mostFields = 1000;

/** Whether a form has more fields than we read, counted in its bytes before anything is made of them. */
export function hasTooManyFields(body: Buffer, contentType: string | undefined): boolean {
  const type = contentType ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type))
    return hasOver(body, '&', mostFields - 1);
  const boundary = /^multipart\/form-data\b.*?\bboundary="?([^";]{1,100})/i.exec(type)?.[1];
  // Each field begins with the boundary, and the last one is followed by it.
  return boundary !== undefined && hasOver(body, `--${boundary}`, mostFields + 1);
}

function hasOver(body: Buffer, mark: string, most: number): boolean {
  let count = 0;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length))
    if ((count += 1) > most) return true;
  return false;
}
