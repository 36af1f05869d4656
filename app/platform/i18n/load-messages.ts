import type { Namespace } from './messages.ts';

let load: ((namespace: Namespace) => Promise<void>) | null = null;

/** How the browser gets messages; the entry point says it, once. */
export function setMessageLoader(given: (namespace: Namespace) => Promise<void>): void {
  load = given;
}

/**
 * Gets the messages of a part that few open, before anything of it is drawn: the page ships without
 * them.
 */
export async function loadMessages(namespace: Namespace): Promise<void> {
  await load?.(namespace);
}
