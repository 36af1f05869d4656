import {
  answersGoalOf,
  type FrozenAnswers,
  type Measure,
} from '#app/domains/declarations/measures.ts';

/**
 * How a meeting stands to its goals while people register: coarse on purpose, so that nobody learns
 * what one person declared.
 */
export const goalStates = ['cumplida', 'falta', 'no_se_sabe'] as const;
export type GoalState = (typeof goalStates)[number];

/** Below this many answers nothing is said of a goal. */
export const fewestAnswers = 10;
/** The view is refreshed each so many new registrations. */
export const refreshEach = 5;

/** Whether a goal is met by those who answered, less its tolerance. */
export function goalStateOf(
  goal: { variable: Measure; value: string; share: number; tolerance: number },
  people: readonly { answers: FrozenAnswers | null; year: number }[],
): GoalState {
  const answers = people.flatMap(({ answers: said, year }) => {
    const answer = said === null ? null : answersGoalOf(goal, said, year);
    return answer === null ? [] : [answer];
  });
  if (answers.length < fewestAnswers) return 'no_se_sabe';
  return answers.filter(Boolean).length / answers.length >= goal.share - goal.tolerance
    ? 'cumplida'
    : 'falta';
}

/** Whether enough registrations are new, or gone, since the view was made. */
export function isReachDue(registered: number, shown: number | null): boolean {
  return shown === null ? registered > 0 : Math.abs(registered - shown) >= refreshEach;
}

/** Registered people by locality; who did not say where they live is left out. */
export function localitiesOf(
  people: readonly { answers: FrozenAnswers | null }[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { answers } of people)
    if (answers?.localidad && /^\d{2}$/.test(answers.localidad))
      counts[answers.localidad] = (counts[answers.localidad] ?? 0) + 1;
  return counts;
}
