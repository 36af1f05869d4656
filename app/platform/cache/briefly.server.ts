import { LRUCache } from 'lru-cache';

type Kept<T> = { at: number; value: Promise<T> };

/**
 * Remembers what pages show again and again for a moment (`milliseconds`), shared by the requests of one
 * process. Only for showing: commands always read the database. What fails is not remembered.
 */
export function briefly<T>(
  milliseconds: number,
  most = 200,
): { get: (key: string, load: () => Promise<T>) => Promise<T>; forget: () => void } {
  const recent = new LRUCache<string, Kept<T>>({ max: most });
  return {
    get: (key, load) => {
      // The machine's time, not the application's: a clock that was moved must not freeze a page.
      const at = performance.now();
      const known = recent.get(key);
      if (known && at - known.at < milliseconds) return known.value;
      const value = load();
      recent.set(key, { at, value });
      value.catch(() => recent.delete(key));
      return value;
    },
    forget: () => recent.clear(),
  };
}
