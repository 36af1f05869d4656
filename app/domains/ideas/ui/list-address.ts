import type { IdeaFilters } from '#app/domains/ideas/list-ideas.server.ts';

/** The filters of a list by their names in its address. */
const fields = {
  compromiso: 'commitmentSlug',
  q: 'text',
  localidad: 'localityCode',
  estado: 'step',
  orden: 'order',
} as const satisfies Record<string, keyof IdeaFilters>;

/** The list's address with these filters; empty ones and the default order are left out. */
export function addressOfList(filters: IdeaFilters, cursor?: string): string {
  const params = new URLSearchParams();
  for (const [name, filter] of Object.entries(fields)) {
    const value = filters[filter];
    if (value && !(filter === 'order' && value === 'recientes')) params.set(name, value);
  }
  if (cursor) params.set('cursor', cursor);
  const query = params.toString();
  return query ? `/ideas?${query}` : '/ideas';
}
