import type { Goal } from '#app/domains/groups/types.ts';
import { figureIn } from './figures.ts';
import type { Table } from './protection.ts';

type Point = { at: Date; share: number; bounds: [number, number]; people: number };
type Release = Table & { releasedAt: Date };

/** How far a goal has come, release by release: everything from protected tables. */
export type GoalProgress = { goal: Goal; points: Point[] };

/** Whether a goal is met, is not, or cannot be known while so many did not answer. */
export type GoalStanding = 'met' | 'short' | 'unknown';

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
    const { share = null, bounds = null } = (value !== null && figureIn(table, value)) || {};
    return share === null || bounds === null
      ? []
      : [{ at: table.releasedAt, share, bounds, people: table.people }];
  });
}

export function progressOf(goals: readonly Goal[], releases: readonly Release[]): GoalProgress[] {
  return goals.map((goal) => ({
    goal,
    points: pointsOf(
      valueOf(goal),
      releases.filter(({ measure }) => measure === goal.variable),
    ),
  }));
}

/**
 * How a goal stood when last published. It is about those who came, so chance has no part in it;
 * only those who did not answer leave it open.
 */
export function standingOf({ goal, points }: GoalProgress): GoalStanding {
  const last = points.at(-1);
  const asked = goal.share - goal.tolerance;
  if (!last) return 'unknown';
  if (last.bounds[0] >= asked) return 'met';
  return last.bounds[1] < asked ? 'short' : 'unknown';
}
