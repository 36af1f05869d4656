import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { canary } from './forms.ts';

/** Texts that nobody would type. */
export const extremes = [
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  'NaN',
  '2147483648',
  '99999999999999999999',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '+010000-01-01',
  '2026-11-28T25:61',
  '9999-12',
  '0001-01',
  'a\0b',
  `${canary}\0"; drop`,
  '\u202e\ufeff\ud800',
  `e${'\u0301'.repeat(20_000)}${'\u0323'.repeat(20_000)}`,
  ' '.repeat(60_000),
  '{"a":[[[[]]]]}',
  `${'['.repeat(20_000)}`,
  'x'.repeat(120_000),
  '<'.repeat(5000),
  '../../etc/passwd',
  '00000000-0000-0000-0000-000000000000',
];

export type Pairs = (readonly [name: string, value: string])[];
export type Written = { type: string; body: Buffer };

/** A form as pages without files send it. */
export const urlencoded = (form: Pairs): Written => ({
  type: 'application/x-www-form-urlencoded',
  body: Buffer.from(
    new URLSearchParams(form.map(([name, value]) => [name, value])).toString(),
  ).subarray(0, 399_000),
});

/** The same as pages with files send it; some of its fields are pictures that are none. */
const multipart = (form: Pairs): Written => ({
  type: 'multipart/form-data; boundary=XX',
  body: Buffer.from(
    `${form
      .map(
        ([name, value], index) =>
          `--XX\r\nContent-Disposition: form-data; name="${name.replace(/[\r\n"]/g, '')}"` +
          `${index % 7 === 0 ? '; filename="a.png"\r\nContent-Type: image/png' : ''}\r\n\r\n${value}\r\n`,
      )
      .join('')}--XX--\r\n`,
  ).subarray(0, 399_000),
});

/** Long: what reads forms looks for it within the files too. */
const seam = 'costura-de-la-prueba';

/** A form with a file, as pages with files send it. */
export function withFile(
  form: Pairs,
  file: { name: string; type: string; bytes: Buffer },
): Written {
  const head = form.map(
    ([name, value]) =>
      `--${seam}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const before =
    `${head.join('')}--${seam}\r\nContent-Disposition: form-data; name="archivo"; ` +
    `filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${seam}`,
    body: Buffer.concat([Buffer.from(before), file.bytes, Buffer.from(`\r\n--${seam}--\r\n`)]),
  };
}

/** The same with something of it cut out, written over, or put in twice. */
export function spoilt({ type, body }: Written, how: [kind: number, place: number]): Written {
  const [kind, place] = how;
  const at = place % Math.max(body.length, 1);
  const odd = Buffer.from((extremes[place % extremes.length] ?? '').slice(0, 5000));
  const parts = [
    [body.subarray(0, at)],
    [body.subarray(0, at), body.subarray(at + 1 + (place % 40))],
    [body.subarray(0, at), odd, body.subarray(at)],
    [body.subarray(0, at), odd, body.subarray(at + odd.length)],
    [body.subarray(0, at), body.subarray(Math.floor(at / 2))],
  ][kind % 5];
  return { type, body: Buffer.concat(parts ?? []) };
}

/** Far more fields than any form has. */
export const manyNames: Written = {
  type: 'application/x-www-form-urlencoded',
  body: Buffer.from(Array.from({ length: 40_000 }, (_, index) => `f${index}=`).join('&')),
};

/** A body of a form: mostly as a page would send it, at times as none does. */
export const bodyOf = (form: fc.Arbitrary<Pairs>): fc.Arbitrary<Written> =>
  fc.oneof(
    { weight: 16, arbitrary: form.map(urlencoded) },
    { weight: 2, arbitrary: form.map(multipart) },
    {
      weight: 1,
      arbitrary: form.map((pairs) => ({
        type: 'application/x-www-form-urlencoded',
        body: gzipSync(urlencoded(pairs).body),
      })),
    },
    {
      weight: 1,
      arbitrary: fc.json().map((text) => ({ type: 'application/json', body: Buffer.from(text) })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        { type: 'multipart/form-data; boundary=XX', body: Buffer.from('--XX\r\nbroken') },
        { type: 'multipart/form-data', body: Buffer.from('x') },
        { type: '', body: Buffer.from('a=b') },
        { type: 'application/json', body: Buffer.from('['.repeat(100_000)) },
        manyNames,
      ),
    },
  );
