import { parseCookie, stringifySetCookie } from 'cookie';

/** Reads one cookie of a request's header. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  return header ? (parseCookie(header)[name] ?? null) : null;
}

/** A `Set-Cookie` value: for the whole site, unreadable by script, not sent from other sites. */
export function writeCookie(
  name: string,
  value: string,
  options: { maxAge?: number; secure: boolean },
): string {
  return stringifySetCookie({
    name,
    value,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    ...options,
  });
}
