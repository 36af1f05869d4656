import {
  groupOf,
  measures,
  type FrozenAnswers,
  type Measure,
} from '#app/domains/declarations/measures.ts';
import { populations, unanswered, type Population } from './rules.ts';

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

export type TallyRow = { population: Population; measure: Measure; value: string; people: number };

const takesPart: Record<(typeof populations)[number], (person: Present) => boolean> = {
  inscritas: (person) => person.registered || person.attended,
  asistieron: (person) => person.attended,
  aportaron: (person) => person.contributed && (person.registered || person.attended),
};

/**
 * The exact counts of a meeting, sorted. They are not protected: they stay in the protected schema.
 */
export function tallyOf(people: readonly Present[]): TallyRow[] {
  const rows: TallyRow[] = [];
  for (const population of populations) {
    const counted = people.filter(takesPart[population]);
    for (const measure of measures) {
      const counts = new Map<string, number>();
      for (const { answers, year } of counted) {
        const value = (answers && groupOf(measure, answers, year)) ?? unanswered;
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      for (const [value, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
        rows.push({ population, measure, value, people: count });
    }
  }
  return rows;
}
