import { mostFileBytes } from '#app/platform/files/file-type.ts';

/** Forms carry at most an idea of 5,000 characters and a Circle's answer to many ideas. */
const formLimit = 400_000;
/** One file and the few fields beside it. */
const uploadLimit = mostFileBytes + 1024 * 1024;

/** The addresses that take a file; every other one takes a form. */
const uploads: RegExp[] = [/^\/facilitacion\/talleres\/[^/]+\/(archivos|sincronizar\/foto)$/];

/** How many bytes a post to an address may carry. */
export function bodyLimitOf(path: string): number {
  return uploads.some((upload) => upload.test(path)) ? uploadLimit : formLimit;
}
