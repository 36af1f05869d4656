import type { QueueView } from '#app/domains/moderation/types.ts';

/** What a moderator looks at: a view of the queue, perhaps of one commitment. */
export type DeskPlace = { view: QueueView; commitmentSlug?: string | undefined };

/** The query string that keeps the moderator's place in the queue. */
export function placeQuery({ view, commitmentSlug }: DeskPlace): string {
  const params = new URLSearchParams();
  if (view !== 'nuevas') params.set('vista', view);
  if (commitmentSlug) params.set('compromiso', commitmentSlug);
  const query = params.toString();
  return query ? `?${query}` : '';
}

/** The address of an item of the queue, with the place to come back to. */
export function itemHref(id: string, place: DeskPlace): string {
  return `/moderacion/ideas/${id}${placeQuery(place)}`;
}
