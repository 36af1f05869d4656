import { awaitsDraw, placesLeft, reservedLeft, type Places } from '#app/domains/meetings/rules.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { Channel } from './types.ts';

/**
 * Which place somebody holds: one that is for everybody, or one that is kept for who comes by the
 * phone, on paper or at the door.
 */
export type PlaceKind = 'general' | 'reserved';

/** Whether those who run the meeting write somebody down, who may then have a place that is kept. */
function isAssisted(channel: Channel): boolean {
  return channel !== 'web';
}

/** The place that is free for who comes by a channel, a kept one before one for everybody; null when none is. */
export function freePlaceFor(meeting: Places, channel: Channel): PlaceKind | null {
  if (isAssisted(channel) && reservedLeft(meeting) > 0) return 'reserved';
  return placesLeft(meeting) > 0 ? 'general' : null;
}

/**
 * The place that who registers by a channel gets now; null when they wait. Nobody passes those who
 * already wait but at the door, where who is there comes before who is not; kept places are for the
 * channels they are kept for. Before a draw nobody has one.
 */
export function placeAtArrival(
  meeting: Places & Pick<Meeting, 'waiting' | 'allocation' | 'allottedAt'>,
  channel: Channel,
): PlaceKind | null {
  if (awaitsDraw(meeting)) return null;
  const kind = freePlaceFor(meeting, channel);
  return kind === 'general' && meeting.waiting > 0 && channel !== 'puerta' ? null : kind;
}

/** Whom a free place of a meeting may be offered to; null when there is none. */
export function openTo(meeting: Places): 'everybody' | 'assisted' | null {
  if (placesLeft(meeting) > 0) return 'everybody';
  return reservedLeft(meeting) > 0 ? 'assisted' : null;
}

/** The meeting once one more holds a place. */
export function withPlace<M extends Places>(meeting: M, kind: PlaceKind): M {
  const heldReserved = meeting.heldReserved + (kind === 'reserved' ? 1 : 0);
  return { ...meeting, held: meeting.held + 1, heldReserved };
}
