/** The page's title from what its loader returned; every loader of a page names its `title`. */
export function titleOf({ data, error }: { data?: unknown; error?: unknown }): { title: string }[] {
  const title = typeof data === 'object' && data && 'title' in data ? data.title : undefined;
  return error || typeof title !== 'string'
    ? [{ title: 'Convite' }]
    : [{ title: `${title} · Convite` }];
}
