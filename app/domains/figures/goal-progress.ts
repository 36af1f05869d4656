import type { Goal } from '#app/domains/groups/types.ts';
import { measureTable } from './figures.ts';
import type { Table } from './protection.ts';

/** How far a goal of the plan has come, release by release: everything from protected tables. */
export type GoalProgress = { goal: Goal; points: { at: Date; share: number; people: number }[] };

/**
 * The cell of a table that a goal speaks of; null where no published group is exactly the goal's.
 */
function valueOf(goal: Pick<Goal, 'variable' | 'value'>): string | null {
  if (goal.variable !== 'genero') return goal.value;
  return goal.value === 'mujer' ? 'mujeres' : goal.value === 'hombre' ? 'hombres' : null;
}

export function progressOf(
  goals: readonly Goal[],
  releases: readonly (Table & { releasedAt: Date })[],
): GoalProgress[] {
  return goals.flatMap((goal): GoalProgress[] => {
    const value = valueOf(goal);
    const points = releases
      .filter(({ measure }) => measure === goal.variable)
      .flatMap((table) => {
        const share =
          measureTable(table, new Map()).rows.find((row) => row.value === value)?.share ?? null;
        return share === null ? [] : [{ at: table.releasedAt, share, people: table.people }];
      });
    return points.length > 0 ? [{ goal, points }] : [];
  });
}
