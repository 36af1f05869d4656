import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { LRUCache } from 'lru-cache';
import type { Page } from './html.server.ts';

/** A page is kept as it is and compressed, so it counts twice. */
const recent = new LRUCache<string, Page>({
  maxSize: 48 * 1024 * 1024,
  sizeCalculation: (page) => page.bytes.length * 2,
});

/**
 * The name of a rendering: its address, language and everything its loaders returned. A page for reading is a
 * function of these alone, so that equal names mean equal pages. Nothing for data that cannot be named, nor in
 * development, where what renders it may have been edited.
 */
export function renderingKey(address: string, locale: string, loaderData: unknown): string | null {
  if (process.env['NODE_ENV'] === 'development') return null;
  try {
    return createHash('sha1')
      .update(`${locale} ${address}\n`)
      .update(serialize(loaderData))
      .digest('base64url');
  } catch {
    return null;
  }
}

/** The page rendered before from the same data, if it is still at hand. */
export function findRendered(key: string): Page | undefined {
  return recent.get(key);
}

/** Keeps a rendering; the oldest ones go when memory's share (48 MB) is full. */
export function keepRendered(key: string, page: Page): void {
  recent.set(key, page);
}
