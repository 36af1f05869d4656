import { awaitsDraw, placesLeft, shownState } from './rules.ts';
import { lackings, type Lacking, type Meeting, type Preparation } from './types.ts';

/** What a meeting still lacks, by its state and the counts of its preparation. */
export function lackingOf(meeting: Meeting, done: Preparation, now: Date): Lacking[] {
  const shown = shownState(meeting, now);
  if (shown === 'cancelado' || shown === 'con_acta') return [];
  const coming = now < meeting.startsAt;
  const lacks: Record<Lacking, boolean> = {
    publish: shown === 'borrador',
    access: coming && meeting.access.length === 0,
    facilitators: coming && done.facilitators === 0,
    goals: coming && done.goals === 0,
    invitations: coming && done.invited === 0,
    calls: coming && done.openCalls > 0,
    needs: now < meeting.endsAt && done.openNeeds > 0,
    duplicates: meeting.closedAt === null && done.openDuplicates > 0,
    draw:
      shown === 'cerrado' && coming && awaitsDraw(meeting) && meeting.waiting > placesLeft(meeting),
    minutes: shown === 'realizado',
  };
  return lackings.filter((key) => lacks[key]);
}

/** How many of what a meeting lacks are meant, where it is a number. */
export function lackingCount(key: Lacking, done: Preparation): number {
  const counts: Partial<Record<Lacking, number>> = {
    duplicates: done.openDuplicates,
    needs: done.openNeeds,
    calls: done.openCalls,
  };
  return counts[key] ?? 0;
}

/** What who prepares a meeting is warned of: people hear of it late, or wait for an answer. */
export type Warning = 'short_notice' | 'open_needs';
const enoughDays = 14;

export function warningsOf(meeting: Meeting, done: Preparation, now: Date): Warning[] {
  const coming = meeting.state !== 'cancelado' && now < meeting.startsAt;
  const days = (meeting.startsAt.getTime() - now.getTime()) / 86_400_000;
  const warns: Record<Warning, boolean> = {
    short_notice: coming && meeting.state === 'borrador' && days < enoughDays,
    open_needs: coming && meeting.state === 'publicado' && days < enoughDays && done.openNeeds > 0,
  };
  return (['short_notice', 'open_needs'] as const).filter((key) => warns[key]);
}
