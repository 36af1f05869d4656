/** Reads one cookie of a request's header. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  if (!header) return null;
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) {
      try {
        return decodeURIComponent(part.slice(at + 1).trim());
      } catch {
        return null;
      }
    }
  }
  return null;
}

/** A `Set-Cookie` value: for the whole site, unreadable by script, not sent from other sites. */
export function writeCookie(
  name: string,
  value: string,
  options: { maxAge?: number; secure: boolean },
): string {
  const age = options.maxAge === undefined ? '' : `; Max-Age=${options.maxAge}`;
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax${age}${options.secure ? '; Secure' : ''}`;
}
