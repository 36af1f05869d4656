import { describe, expect, it } from 'vitest';
import { codeOf, isId, newId, newSecret, readCode, readNumber } from './ids.ts';

describe('ids', () => {
  it('are UUIDs of version 7 that sort by the time of their making', () => {
    const ids = [1_000, 2_000, 1_780_000_000_000].map((time) => newId(time));
    expect(ids).toEqual([...ids].sort());
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sort in the order of their making within one millisecond too, beyond what its counter holds', () => {
    const ids = Array.from({ length: 10_000 }, () => newId(1_780_000_000_000));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(10_000);
  });

  it('do not repeat', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId())).size).toBe(10_000);
  });

  it('are told from other texts', () => {
    expect(isId(newId())).toBe(true);
    for (const text of [
      '',
      '1',
      null,
      undefined,
      newId().toUpperCase(),
      `${newId()} `,
      '../../etc',
    ])
      expect(isId(text)).toBe(false);
  });

  it('codes have 80 bits, and are known however they are typed', () => {
    const code = codeOf(crypto.getRandomValues(new Uint8Array(32)));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(readCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
    expect(readCode('oil0-0000-0000-0000')).toBe('0110-0000-0000-0000');
    for (const text of ['', null, '7K3M', 'UUUU-UUUU-UUUU-UUUU', `${code}0`])
      expect(readCode(text)).toBeNull();
  });

  it('numbers of things are whole, begin at one, and fit in the database', () => {
    expect(readNumber('7')).toBe(7);
    expect(readNumber('999999999')).toBe(999_999_999);
    for (const text of [undefined, '', '0', '07', '-1', '1.5', '7x', '9999999999', ' 7'])
      expect(readNumber(text)).toBeNull();
  });

  it('secrets have 128 bits and fit in an address', () => {
    expect(newSecret()).toMatch(/^[\w-]{22}$/);
  });
});
