/** The page's title from what its loader returned; every loader of a page names its `title`. */
export function titleOf({ data, error }: { data?: unknown; error?: unknown }): { title: string }[] {
  const title = (data as { title?: unknown } | undefined)?.title;
  return error || typeof title !== 'string'
    ? [{ title: 'Convite' }]
    : [{ title: `${title} · Convite` }];
}
