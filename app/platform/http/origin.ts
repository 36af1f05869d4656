import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a post comes from another site's page: its `Origin` names another host than the one asked, or
 * the browser says `Sec-Fetch-Site: cross-site`. A post with neither header is a script's own and passes.
 */
export function isFromElsewhere(headers: IncomingHttpHeaders): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  const origin = headers.origin;
  if (!origin) return false;
  try {
    return new URL(origin).host !== headers.host;
  } catch {
    return true; // `Origin: null` and other unreadable ones
  }
}
