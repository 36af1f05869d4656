import { hasRole, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { findPersonalData } from '#app/platform/personal-data/find-personal-data.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Mention } from './types.ts';
import { listRunMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import {
  selectLikelyGroups,
  selectMention,
  selectMentions,
  type CountedMention,
} from './mention.store.server.ts';
import { protectedCount } from '#app/domains/meetings/rules.ts';
import { canMendOrganisations } from './policy.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

/** How many wrote a name is told only when nobody could be known by it. */
const told = (mention: CountedMention): Mention => ({
  ...mention,
  people: protectedCount(mention.people),
  looksPersonal: findPersonalData(mention.written).length > 0,
});

/** Names of groups that people wrote at the closed meetings that somebody runs. */
export async function listMentions(db: Db, who: Actor): Promise<Mention[]> {
  if (!hasRole(who, 'facilitacion') && !hasRole(who, 'coordinacion')) return [];
  const meetings = (await listRunMeetings(db, who)).filter((meeting) => meeting.closedAt !== null);
  return (
    await selectMentions(
      db,
      meetings.map((meeting) => meeting.id),
    )
  ).map(told);
}

/** One of them, with the groups of the catalogue that it may stand for, the likeliest first. */
export async function getMention(
  db: Db,
  who: Actor,
  id: string | undefined,
): Promise<{ mention: Mention; likely: string[] }> {
  authorize(canMendOrganisations(who));
  const mention = isId(id) ? await selectMention(db, id) : null;
  if (!mention) throw notFound('page_not_found');
  authorize(canRunMeeting(who, await getAnyMeeting(db, mention.meetingId)));
  return { mention: told(mention), likely: await selectLikelyGroups(db, mention.id) };
}
