import { ownPath } from '#app/platform/http/route.server.ts';

/** Where somebody goes on after they signed in: a page of ours that an address (`volver`) or a form names. */
export function readReturnPath(url: URL, given?: string): string | null {
  const named = given ?? url.searchParams.get('volver');
  return named ? ownPath(named, '/cuenta') : null;
}

/** The same as the end of an address; `joint` is `&` behind another parameter. */
export function returnQuery(returnTo: string | null, joint: '?' | '&' = '?'): string {
  return returnTo ? `${joint}volver=${encodeURIComponent(returnTo)}` : '';
}
