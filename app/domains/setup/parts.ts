import { fileName } from './file-keys.ts';
import type { SetupData } from './setup-file.schema.ts';

/** How much of each part a file holds, by its public name. */
export function countParts(data: SetupData): Record<string, number> {
  const { version: _version, ...parts } = data;
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => [fileName(name), countOf(name, part)]),
  );
}

function countOf(name: string, part: unknown): number {
  if (Array.isArray(part)) return part.length;
  // A territory is as much as its localities.
  if (name === 'territory') return (part as NonNullable<SetupData['territory']>).localities.length;
  return name === 'texts' ? Object.keys(part as object).length : 1;
}
