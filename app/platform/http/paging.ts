/** The cursor a request brings, or nothing. */
export function readCursor(url: URL): string | undefined {
  return url.searchParams.get('cursor') || undefined;
}

/** The same address with another cursor, for the link to the next page. */
export function withCursor(url: URL, cursor: string | null): string | null {
  if (!cursor) return null;
  const query = new URLSearchParams(url.searchParams);
  query.set('cursor', cursor);
  query.delete('idioma');
  query.delete('_routes');
  return `${url.pathname.replace(/\.data$/, '')}?${query}`;
}
