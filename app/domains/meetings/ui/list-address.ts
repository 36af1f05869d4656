import type { MeetingListFilters } from '#app/domains/meetings/schema.ts';

/** The filters of a list by their names in its address. */
const fields = {
  compromiso: 'commitmentSlug',
  localidad: 'localityCode',
  accesibilidad: 'access',
  tipo: 'kind',
  mes: 'month',
  vista: 'view',
} as const satisfies Record<string, keyof MeetingListFilters>;

/** The list's address with these filters; empty ones and the first view are left out. */
export function addressOfList(filters: MeetingListFilters, cursor?: string): string {
  const params = new URLSearchParams();
  for (const [name, filter] of Object.entries(fields)) {
    const value = filters[filter];
    if (value && !(filter === 'view' && value === 'lista')) params.set(name, value);
  }
  if (cursor) params.set('cursor', cursor);
  const query = params.toString();
  return query ? `/talleres?${query}` : '/talleres';
}
