import type { Actor } from '#app/kernel/actor.ts';
import { hasRole, scopesOf } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { invalid } from '#app/kernel/errors.ts';
import { isId, readNumber } from '#app/kernel/ids.ts';
import { decodeCursor, encodeCursor, isCursorMoment, type Page } from '#app/kernel/paging.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import {
  countMeetingsByLocality,
  countPastMeetings,
  selectTimeSpan,
} from './counts.store.server.ts';
import { selectMeetingId, selectMeetings, selectRunMeetings } from './store.server.ts';
import { canRunMeeting, canSeeMeeting } from './policy.ts';
import { fewestTold, monthAfter, monthSpan, monthsShown, publicMeeting } from './rules.ts';
import type { Meeting, MeetingKind, PublicMeeting } from './types.ts';
import { getAnyMeeting } from './get-any-meeting.server.ts';

export type MeetingFilter = {
  commitmentSlug?: string | undefined;
  localityCode?: string | undefined;
  access?: string | undefined;
  kind?: string | undefined;
  month?: string | undefined;
};

/** Where a list goes on; a cursor of a list in another order is none. */
function parseCursor(cursor: string, order: string): { startsAt: Date; id: string } {
  const [of, at, id] = decodeCursor(cursor, ['string', 'number', 'string']);
  if (of !== order || !isCursorMoment(at) || !isId(id)) throw invalid('cursor_malformed');
  return { startsAt: new Date(at), id };
}

/** Meetings that were called: coming ones from the soonest, past ones or all from the latest. */
export async function listMeetings(
  db: Db,
  filter: MeetingFilter,
  options: { order: 'coming' | 'past' | 'all'; cursor?: string | undefined; limit?: number },
): Promise<Page<PublicMeeting>> {
  const limit = options.limit ?? 20;
  const { month, ...wanted } = filter;
  const rows = await selectMeetings(db, {
    ...wanted,
    ...(month ? monthSpan(month) : {}),
    order: options.order,
    at: now(),
    after: options.cursor === undefined ? undefined : parseCursor(options.cursor, options.order),
    limit,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(publicMeeting),
    next:
      rows.length > limit && last
        ? encodeCursor([options.order, last.startsAt.getTime(), last.id])
        : null,
  };
}

/** A month of the calendar, and the ones to go on to: null where there is no more to see. */
export type MonthOfMeetings = {
  month: string;
  previous: string | null;
  next: string | null;
  meetings: PublicMeeting[];
};

/** Every published meeting of a month in order; this month's when another was asked that no calendar shows. */
export async function listMonth(
  db: Db,
  asked: string | undefined,
  filter: MeetingFilter,
): Promise<MonthOfMeetings> {
  const shown = monthsShown(await selectTimeSpan(db, now()));
  const isShown = (each: string) => shown.from <= each && each <= shown.to;
  const month = asked && isShown(asked) ? asked : civilDay(now()).slice(0, 7);
  const latestFirst = await selectMeetings(db, {
    ...filter,
    ...monthSpan(month),
    order: 'all',
    at: now(),
    limit: 400,
  });
  const beside = (by: number) => {
    const other = monthAfter(month, by);
    return isShown(other) ? other : null;
  };
  return {
    month,
    previous: beside(-1),
    next: beside(1),
    meetings: latestFirst.reverse().map(publicMeeting),
  };
}

/** A meeting that this person may see; a draft, or an id that is none, is unknown to others. */
export async function getMeeting(
  db: Db,
  actor: Actor | null,
  id: string | undefined,
): Promise<PublicMeeting> {
  const meeting = await getAnyMeeting(db, id);
  authorize(canSeeMeeting(actor, meeting));
  return publicMeeting(meeting);
}

/** The same, by its number. */
export async function getMeetingByNumber(
  db: Db,
  actor: Actor | null,
  text: string | undefined,
): Promise<PublicMeeting> {
  const number = readNumber(text);
  const id = number === null ? null : await selectMeetingId(db, number);
  return await getMeeting(db, actor, id ?? undefined);
}

/** The meetings that somebody runs: all for coordination, those they were given for a facilitator. */
export async function listRunMeetings(db: Db, actor: Actor): Promise<Meeting[]> {
  const scopes = hasRole(actor, 'coordinacion') ? 'all' : scopesOf(actor, 'facilitacion');
  return (await selectRunMeetings(db, scopes)).filter(
    (meeting) => canRunMeeting(actor, meeting).allowed,
  );
}

/** How many meetings each locality has, for the map. */
export async function countByLocality(
  db: Db,
): Promise<{ code: string; coming: number; past: number }[]> {
  return await countMeetingsByLocality(db, now());
}

export type PastFigures = {
  kinds: { kind: MeetingKind; meetings: number; attended: number }[];
  attended: number;
  localities: number;
};

/**
 * What took place so far: meetings by kind, people who came, localities reached. Nothing about who
 * they are.
 */
export async function getPastFigures(db: Db): Promise<PastFigures> {
  const rows = await countPastMeetings(db, now(), fewestTold);
  return {
    kinds: rows.map(({ kind, meetings, attended }) => ({ kind, meetings, attended })),
    attended: rows.reduce((sum, row) => sum + row.attended, 0),
    localities: new Set(rows.flatMap((row) => row.localities)).size,
  };
}
