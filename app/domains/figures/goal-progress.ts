import type { Goal } from '#app/domains/groups/types.ts';
import { measureTable } from './figures.ts';
import type { Table } from './protection.ts';

type Point = { at: Date; share: number; people: number };
type Release = Table & { releasedAt: Date };

/** How far a goal of the plan has come, release by release: everything from protected tables. */
export type GoalProgress = { goal: Goal; points: Point[] };

const groupOfGender = new Map([
  ['mujer', 'mujeres'],
  ['hombre', 'hombres'],
]);

/**
 * The cell of a table that a goal speaks of; null where no published group is exactly the goal's.
 */
function valueOf(goal: Pick<Goal, 'variable' | 'value'>): string | null {
  return goal.variable === 'genero' ? (groupOfGender.get(goal.value) ?? null) : goal.value;
}

/** The share of a cell in each release that shows it. */
function pointsOf(value: string | null, releases: readonly Release[]): Point[] {
  return releases.flatMap((table) => {
    const figure = measureTable(table, new Map()).rows.find((row) => row.value === value);
    const share = figure?.share ?? null;
    return share === null ? [] : [{ at: table.releasedAt, share, people: table.people }];
  });
}

export function progressOf(goals: readonly Goal[], releases: readonly Release[]): GoalProgress[] {
  return goals
    .map((goal) => ({
      goal,
      points: pointsOf(
        valueOf(goal),
        releases.filter(({ measure }) => measure === goal.variable),
      ),
    }))
    .filter(({ points }) => points.length > 0);
}
