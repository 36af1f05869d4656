import { describe, expect, it } from 'vitest';
import { readingPolicy, scriptPolicy } from '#app/platform/http/headers.ts';
import { htmlResponse, pageOf, pageOfResponse } from '#app/platform/http/html.server.ts';
import { brokenPage, isOutdated, withReload } from './live-reload.server.ts';

const page = (policy: string) =>
  htmlResponse(pageOf(Buffer.from('<html><body><p>Hola</p></body></html>')), {
    headers: { 'Content-Security-Policy': policy },
  });
const textOf = (response: Response) => pageOfResponse(response)!.bytes.toString();

describe('a page in development', () => {
  it('for reading gets the one script that reloads it, and a policy that allows our own files', () => {
    const given = withReload(page(readingPolicy), '7-1');
    expect(textOf(given)).toContain('<script type="module" src="/@vite/client"></script></body>');
    expect(given.headers.get('Content-Security-Policy')).toBe(
      readingPolicy.replace("script-src 'none'", "script-src 'self'"),
    );
  });

  it('that ships script stays as it is, since hydration compares it', () => {
    const given = withReload(page(scriptPolicy('n')), '7-1');
    expect(textOf(given)).toBe('<html><body><p>Hola</p></body></html>');
    expect(given.headers.get('Content-Security-Policy')).toBe(scriptPolicy('n'));
  });

  it('tells the sources that it was made from, so that an edit made on its way is not missed', () => {
    const cookie = withReload(page(readingPolicy), '7-1').headers.getSetCookie()[0]!.split(';')[0];
    expect(isOutdated(cookie, '7-1')).toBe(false);
    expect(isOutdated(cookie, '7-2')).toBe(true);
    expect(isOutdated(undefined, '7-2')).toBe(false);
  });

  it('of sources that do not run says why', () => {
    expect(brokenPage('a < b & c')).toContain('<pre>a &lt; b &amp; c</pre>');
  });
});
