import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { countStillOpen } from './close-after-check.server.ts';
import { selectMeetingFile, selectMeetingFiles } from './file.store.server.ts';
import { isPublicFile, isPublished, mayPublishMinutes, turnoutOf } from './rules.ts';
import {
  countTurnout,
  selectMeetingIdeas,
  selectMeetingOfIdea,
  selectMinutes,
  selectNotes,
  selectTableIdeas,
} from './store.server.ts';
import type {
  MeetingFile,
  MeetingIdea,
  Minutes,
  PublishedMinutes,
  StillOpen,
  TableIdea,
  Turnout,
} from './types.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { protectedCount } from '#app/domains/meetings/rules.ts';
import type { Meeting, PublicMeeting } from '#app/domains/meetings/types.ts';
import { findMeeting, getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

/** Published minutes as everybody reads them, with what belongs to them. */
export type MinutesPage = {
  meeting: PublicMeeting;
  /** How many came is null where so few are not told. */
  minutes: Minutes & { publishedAt: Date };
  versions: { version: number; publishedAt: Date }[];
  turnout: Turnout | null;
  ideas: (Omit<MeetingIdea, 'agreeing'> & { agreeing: number | null })[];
  photos: MeetingFile[];
  documents: MeetingFile[];
};

/** A fair has no registration, so there is no way from one count to the next. */
async function turnout(
  db: Db,
  meeting: Pick<Meeting, 'id' | 'kind'>,
  attended: number,
): Promise<Turnout | null> {
  return meeting.kind === 'feria'
    ? null
    : turnoutOf({ ...(await countTurnout(db, meeting.id)), attended });
}

/** The newest published minutes of a meeting, or those of a version; unknown when there are none. */
export async function getPublicMinutes(
  db: Db,
  actor: Actor | null,
  meetingId: string | undefined,
  version: number | null,
): Promise<MinutesPage> {
  const meeting = await getMeeting(db, actor, meetingId);
  const published = (await selectMinutes(db, meeting.id)).filter(isPublished);
  const minutes =
    version === null ? published[0] : published.find((each) => each.version === version);
  if (!minutes || meeting.state !== 'con_acta') throw notFound('minutes_not_found');
  const [ideas, files, counts] = await Promise.all([
    selectMeetingIdeas(db, meeting.id, minutes.publishedAt),
    selectMeetingFiles(db, meeting.id),
    turnout(db, meeting, minutes.attended),
  ]);
  const shown = files.filter((file) => isPublicFile(meeting, file));
  return {
    meeting,
    minutes: { ...minutes, attended: protectedCount(minutes.attended) },
    versions: published.map((each) => ({ version: each.version, publishedAt: each.publishedAt })),
    turnout: counts,
    ideas: ideas.map((idea) => ({ ...idea, agreeing: protectedCount(idea.agreeing) })),
    photos: shown.filter((file) => file.kind === 'foto'),
    documents: shown.filter((file) => file.kind === 'adjunto'),
  };
}

/** What who writes the minutes works with. */
export type MinutesDesk = {
  meeting: Meeting;
  draft: Minutes | null;
  published: PublishedMinutes[];
  ideas: TableIdea[];
  files: MeetingFile[];
  notes: { id: string; body: string; writtenAt: Date }[];
  turnout: Turnout | null;
  stillOpen: StillOpen;
  /** Why it cannot be published yet: a key of `errors`. */
  hindrance: string | null;
};

/** The desk of the minutes of a meeting, for who runs it. */
export async function getMinutesDesk(
  db: Db,
  who: Actor,
  meetingId: string | undefined,
): Promise<MinutesDesk> {
  const meeting = await getAnyMeeting(db, meetingId);
  authorize(canRunMeeting(who, meeting));
  const [all, ideas, files, notes, counts, stillOpen] = await Promise.all([
    selectMinutes(db, meeting.id),
    selectTableIdeas(db, meeting.id),
    selectMeetingFiles(db, meeting.id),
    selectNotes(db, meeting.id),
    turnout(db, meeting, meeting.attended),
    countStillOpen(db, meeting.id),
  ]);
  const draft = all[0]?.state === 'borrador' ? all[0] : null;
  const verdict = mayPublishMinutes(meeting, draft, ideas, now());
  return {
    meeting,
    draft,
    published: all.filter(isPublished),
    ideas,
    files,
    notes,
    turnout: counts,
    stillOpen,
    hindrance: verdict.allowed ? null : verdict.error.reason,
  };
}

/** A file of a meeting that this person may see; to others a private photo does not exist. */
export async function getMeetingFile(
  db: Db,
  actor: Actor | null,
  meetingId: string | undefined,
  fileId: string | undefined,
): Promise<{ meeting: Meeting; file: MeetingFile; isPublic: boolean }> {
  const meeting = isId(meetingId) ? await findMeeting(db, meetingId) : null;
  const file = meeting && isId(fileId) ? await selectMeetingFile(db, meeting.id, fileId) : null;
  if (!meeting || !file) throw notFound('page_not_found');
  const isPublic = isPublicFile(meeting, file);
  if (!isPublic && !canRunMeeting(actor, meeting).allowed) throw notFound('page_not_found');
  return { meeting, file, isPublic };
}

/** The meeting out of whose minutes an idea came, for the idea's page. */
export async function findMeetingOfIdea(
  db: Db,
  ideaId: string,
): Promise<{ id: string; title: string; table: string } | null> {
  return await selectMeetingOfIdea(db, ideaId);
}
