import { describe, expect, it } from 'vitest';
import { hasTooManyFields, mostFields } from './body-limit.ts';
import { languageHref } from './chrome.ts';
import { parseForm, valuesOf } from './route.server.ts';
import { z } from 'zod';

const form = 'application/x-www-form-urlencoded; charset=UTF-8';
const body = (fields: number) =>
  Buffer.from(Array.from({ length: fields }, (_, index) => `f${index}=1`).join('&'));
const parts = (fields: number) =>
  Buffer.from(
    `${Array.from(
      { length: fields },
      (_, index) => `--XX\r\nContent-Disposition: form-data; name="f${index}"\r\n\r\n1\r\n`,
    ).join('')}--XX--\r\n`,
  );

describe('a form', () => {
  it('has a thousand fields at most, whichever way it is written', () => {
    expect(hasTooManyFields(body(mostFields), form)).toBe(false);
    expect(hasTooManyFields(body(mostFields + 1), form)).toBe(true);
    const multipart = 'multipart/form-data; boundary=XX';
    expect(hasTooManyFields(parts(mostFields), multipart)).toBe(false);
    expect(hasTooManyFields(parts(mostFields + 1), multipart)).toBe(true);
    expect(hasTooManyFields(body(40_000), 'application/json')).toBe(false);
  });

  it('is read in the time that its length takes', () => {
    const many = new FormData();
    for (let index = 0; index < 40_000; index += 1) many.append(`f${index % 20_000}`, 'x');
    const began = process.cpuUsage();
    expect(Object.keys(valuesOf(many))).toHaveLength(20_000);
    const { user } = process.cpuUsage(began);
    expect(user / 1e6).toBeLessThan(2);
  });

  it('may name a field as objects name their own', () => {
    const odd = new FormData();
    for (const name of ['__proto__', '__proto__', 'constructor', 'a']) odd.append(name, 'x');
    expect(Object.getPrototypeOf(valuesOf(odd))).toBe(Object.prototype);
    expect(parseForm(odd, z.object({ a: z.string() }))).toEqual({ a: 'x' });
  });
});

it('an address with thousands of inner names is turned into the other language at once', () => {
  const query = `?${Array.from({ length: 60_000 }, (_, index) => `_${index}=`).join('&')}&q=agua`;
  const began = process.cpuUsage();
  expect(languageHref('/ideas', query, 'es')).toBe('/ideas?q=agua&idioma=en');
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(2);
});
