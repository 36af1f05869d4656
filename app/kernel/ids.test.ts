import { describe, expect, it } from 'vitest';
import { isId, newId, newSecret } from './ids.ts';

describe('ids', () => {
  it('are UUIDs of version 7 that sort by the time of their making', () => {
    const ids = [1_000, 2_000, 1_780_000_000_000].map((time) => newId(time));
    expect(ids).toEqual([...ids].sort());
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('do not repeat', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId())).size).toBe(10_000);
  });

  it('are told from other texts', () => {
    expect(isId(newId())).toBe(true);
    for (const text of ['', '1', null, undefined, newId().toUpperCase(), `${newId()} `, '../../etc']) expect(isId(text)).toBe(false);
  });

  it('secrets have 128 bits and fit in an address', () => {
    expect(newSecret()).toMatch(/^[\w-]{22}$/);
  });
});
