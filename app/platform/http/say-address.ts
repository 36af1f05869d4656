let words: ReadonlySet<string> = new Set();

/** Tells this process the patterns of all addresses (`ideas/:id/apoyo`). */
export function nameAddresses(patterns: Iterable<string>): void {
  words = new Set(
    [...patterns].flatMap((pattern) => pattern.split('/')).filter((word) => !/^[:*]/.test(word)),
  );
}

/** An address for the log: what is no word of ours (an id, a code, a token, what somebody typed) is a star. */
export function sayAddress(path: string): string {
  if (words.size === 0) return path; // development, where they change with each edit
  return path
    .split('/', 12)
    .map((part) => (words.has(part) || words.has(part.replace(/\.data$/, '')) ? part : part && '*'))
    .join('/');
}
