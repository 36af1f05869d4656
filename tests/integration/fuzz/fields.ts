import { glob } from 'node:fs/promises';
import { z } from 'zod';

/** The names of all fields that any form of ours reads, each with the codes that it may hold. */
export type Fields = Map<string, Set<string>>;

type Json = { [key: string]: unknown };

function gather(node: unknown, fields: Fields): void {
  if (typeof node !== 'object' || node === null) return;
  const { properties } = node as { properties?: Record<string, Json> };
  for (const [name, shape] of Object.entries(properties ?? {})) {
    const codes = fields.get(name) ?? new Set();
    for (const code of codesOf(shape)) codes.add(code);
    fields.set(name, codes);
  }
  for (const part of Object.values(node as Json)) gather(part, fields);
}

function codesOf(shape: Json): string[] {
  const own = [shape['const'], ...((shape['enum'] as unknown[] | undefined) ?? [])];
  const inner = ['anyOf', 'allOf', 'items'].flatMap((key) => [shape[key] ?? []].flat() as Json[]);
  return [
    ...own.filter((code) => typeof code === 'string'),
    ...inner.filter((part) => typeof part === 'object').flatMap(codesOf),
  ];
}

/** Reads the fields out of every `schema.ts`, so that a new form is tried without being named here. */
export async function readFields(): Promise<Fields> {
  const fields: Fields = new Map();
  for await (const file of glob('app/domains/*/schema.ts')) {
    const module = (await import(new URL(`../../../${file}`, import.meta.url).href)) as Json;
    for (const schema of Object.values(module)) {
      if (schema instanceof z.ZodType)
        gather(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), fields);
    }
  }
  return fields;
}
