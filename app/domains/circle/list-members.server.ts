import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectMembers } from './member.store.server.ts';
import type { MemberView } from './types.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/** The Circle today, by sector and name; with `all`, also who was or will be seated. */
export async function listMembers(
  db: Db,
  locale: Locale,
  options: { all?: boolean } = {},
): Promise<MemberView[]> {
  return await selectMembers(db, locale, options.all ? null : civilDay(now()));
}
