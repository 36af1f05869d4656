import {
  groupOf,
  measures,
  type FrozenAnswers,
  type Measure,
} from '#app/domains/declarations/measures.ts';
import { unanswered } from './rules.ts';

/**
 * The disjoint parts of a meeting's people: registered only; came; came and own an idea of a table;
 * own one without having come.
 */
export const meetingParts = [
  'solo_inscritas',
  'vinieron',
  'aportaron',
  'aportaron_sin_venir',
] as const;
export type MeetingPart = (typeof meetingParts)[number];

/**
 * One person of a meeting as statistics see them: what they took part in, and what they froze when
 * registering.
 */
export type Present = {
  registered: boolean;
  attended: boolean;
  contributed: boolean;
  year: number;
  answers: FrozenAnswers | null;
};

export type TallyRow<Part extends string = MeetingPart> = {
  part: Part;
  measure: Measure;
  value: string;
  people: number;
};

function partOf({ registered, attended, contributed }: Present): MeetingPart | null {
  if (attended) return contributed ? 'aportaron' : 'vinieron';
  if (!registered) return null;
  return contributed ? 'aportaron_sin_venir' : 'solo_inscritas';
}

/** How many people of one part answered what: rows of a tally, sorted. */
export function rowsOf<Part extends string>(
  part: Part,
  people: readonly Pick<Present, 'answers' | 'year'>[],
  of: readonly Measure[] = measures,
): TallyRow<Part>[] {
  return of.flatMap((measure) => {
    const counts = new Map<string, number>();
    for (const { answers, year } of people) {
      const value = (answers && groupOf(measure, answers, year)) ?? unanswered;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, count]) => ({ part, measure, value, people: count }));
  });
}

/**
 * The exact counts of a meeting, sorted. They are not protected: they stay in the protected schema.
 */
export function tallyOf(people: readonly Present[]): TallyRow[] {
  return meetingParts.flatMap((part) =>
    rowsOf(
      part,
      people.filter((person) => partOf(person) === part),
    ),
  );
}
