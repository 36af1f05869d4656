import { conflict } from '#app/kernel/errors.ts';
import { countBeside, protectedCount } from '#app/domains/meetings/rules.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { MeetingFile, Minutes, PublishedMinutes, TableIdea, Turnout } from './types.ts';

/** The forms' fields whose texts everybody may read later. */
export const minutesTexts = ['orden', 'temas', 'acuerdos', 'cierre'];
export const ideaTexts = ['titulo', 'descripcion'];

export const minutesLimits = {
  text: 20_000,
  table: 60,
  title: 120,
  titleMin: 4,
  description: 5000,
  name: 120,
  areas: 4,
  most: 100_000,
} as const;

/**
 * Who came, and beside it who had registered and who proposed: of neither so that the few who did not
 * come, or did not propose, are told by subtraction.
 */
export function turnoutOf(counts: {
  registered: number;
  attended: number;
  proposed: number;
}): Turnout {
  const attended = protectedCount(counts.attended);
  const registered = countBeside(counts.registered, [attended]);
  return { registered, attended, proposed: countBeside(counts.proposed, [attended, registered]) };
}

/** Whether minutes of a meeting may be written: it was called and not cancelled. */
export function mayWriteMinutes(meeting: Pick<Meeting, 'state'>): Verdict {
  if (meeting.state === 'cancelado') return deny(conflict('meeting_cancelled'));
  return meeting.state === 'borrador' ? deny(conflict('meeting_not_published')) : allow;
}

/** Whether a version is one that everybody reads: it was published with a count of who came. */
export function isPublished(minutes: Minutes): minutes is PublishedMinutes {
  return minutes.state === 'publicada' && minutes.publishedAt !== null && minutes.attended !== null;
}

/**
 * Whether a draft may be published now: the meeting is over, a fair was counted, what matters is
 * written, each idea has its commitment.
 */
export function mayPublishMinutes(
  meeting: Pick<Meeting, 'state' | 'kind' | 'counted' | 'endsAt'>,
  draft: Minutes | null,
  ideas: Pick<TableIdea, 'ideaId' | 'dropped' | 'commitmentId'>[],
  now: Date,
): Verdict {
  const writes = mayWriteMinutes(meeting);
  if (!writes.allowed) return writes;
  if (!draft) return deny(conflict('minutes_without_draft'));
  if (now < meeting.endsAt) return deny(conflict('minutes_before_end'));
  if (meeting.kind === 'feria' && meeting.counted === null)
    return deny(conflict('fair_not_counted'));
  if (draft.topics === '' || draft.agreements === '') return deny(conflict('minutes_incomplete'));
  return ideas.some((idea) => !idea.ideaId && !idea.dropped && !idea.commitmentId)
    ? deny(conflict('table_idea_without_commitment'))
    : allow;
}

/** An idea of a table changes until it is one of the platform; from there on its own page is where it lives. */
export function mayEditTableIdea(idea: Pick<TableIdea, 'ideaId'>): Verdict {
  return idea.ideaId ? deny(conflict('table_idea_published')) : allow;
}

/**
 * Whether everybody may see a file of a meeting: its minutes are published and, if it is a photo, a
 * person cleared it.
 */
export function isPublicFile(
  meeting: Pick<Meeting, 'state'>,
  file: Pick<MeetingFile, 'kind' | 'clearedWhy'>,
): boolean {
  return meeting.state === 'con_acta' && (file.kind === 'adjunto' || file.clearedWhy !== null);
}

/** Whether a photo may be marked as public: somebody shown who withdrew their consent has to be covered first. */
export function mayClearPhoto(file: Pick<MeetingFile, 'kind' | 'withdrawnAt'>): Verdict {
  if (file.kind !== 'foto') return deny(conflict('file_is_no_photo'));
  return file.withdrawnAt ? deny(conflict('photo_consent_withdrawn')) : allow;
}

/** Whether a certificate of participation can be given: the meeting took place and the person was there. */
export function mayCertify(
  meeting: Pick<Meeting, 'state' | 'endsAt'>,
  checkedIn: boolean,
  now: Date,
): Verdict {
  if (meeting.state === 'cancelado') return deny(conflict('meeting_cancelled'));
  if (now < meeting.endsAt) return deny(conflict('certificate_before_end'));
  return checkedIn ? allow : deny(conflict('certificate_without_arrival'));
}
