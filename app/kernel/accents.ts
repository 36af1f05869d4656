/**
 * A text without the marks on its letters: `Usaquén` is `Usaquen`. It stands apart from `text.ts`,
 * so that what runs in the browser carries no schema for it.
 */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
