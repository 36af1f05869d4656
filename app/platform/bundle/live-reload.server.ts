import { readCookie, writeCookie } from '#app/platform/http/cookies.ts';
import { htmlResponse, pageOf, pageOfResponse } from '#app/platform/http/html.server.ts';

/** Vite's client, which reloads the page when the server says so; it comes from our own address. */
const script = '<script type="module" src="/@vite/client"></script>';
const cookie = 'edicion';

/** Names the state of the sources that a page was made from. */
export const editionCookie = (edition: string) => writeCookie(cookie, edition, { secure: false });

/** Whether what connects was made from other sources than these: edited while the page was on its way. */
export function isOutdated(cookies: string | undefined, edition: string): boolean {
  const known = readCookie(cookies, cookie);
  return known !== null && known !== edition;
}

/**
 * Development: lets a page reload by itself. Pages for reading ship no script and allow none; here they get this
 * one. Pages that ship script bring Vite's client with it.
 */
export function withReload(response: Response, edition: string): Response {
  const page = pageOfResponse(response);
  if (!page) return response;
  const headers = new Headers(response.headers);
  headers.append('Set-Cookie', editionCookie(edition));
  const policy = headers.get('Content-Security-Policy') ?? '';
  const init = { status: response.status, headers };
  if (!policy.includes("script-src 'none'")) return htmlResponse(page, init);
  headers.set('Content-Security-Policy', policy.replace("script-src 'none'", "script-src 'self'"));
  const html = page.bytes.toString().replace('</body>', `${script}</body>`);
  return htmlResponse(pageOf(Buffer.from(html)), init);
}

/** The page for a source that does not run: why, and it reloads when that was mended. */
export function brokenPage(reason: string): string {
  const text = reason.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
  return `<!doctype html><title>500</title><body><pre>${text}</pre>${script}</body>`;
}
