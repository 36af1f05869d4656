/** What somebody's declaration says of each goal: answers it, does not, or is not known. */
export type GoalAnswers = readonly (boolean | null)[];

/**
 * The share that a goal still lacks among those who hold places and said something; all of it when
 * nobody did.
 */
function lacking(share: number, answers: (boolean | null)[]): number {
  const known = answers.filter((answer) => answer !== null);
  return known.length === 0 ? share : share - known.filter(Boolean).length / known.length;
}

/**
 * The position, in the order of arrival, of who is offered the next free place: the first who
 * answers the open goal that is farthest from being met, of several equally far the first who
 * answers any; where nobody answers it, the next open goal. When no goal is open or nobody answers
 * one, it is the first who waits, whatever they declared or did not.
 */
export function nextByGoals(
  goals: readonly { share: number; tolerance: number }[],
  held: readonly GoalAnswers[],
  waiting: readonly GoalAnswers[],
): number {
  const open = goals
    .map(({ share, tolerance }, index) => ({
      index,
      tolerance,
      missing: lacking(
        share,
        held.map((answers) => answers[index] ?? null),
      ),
    }))
    .filter(({ missing, tolerance }) => missing > tolerance);
  for (const missing of [...new Set(open.map((goal) => goal.missing))].sort((a, b) => b - a)) {
    const farthest = open.filter((goal) => goal.missing === missing);
    const found = waiting.findIndex((answers) =>
      farthest.some(({ index }) => answers[index] === true),
    );
    if (found >= 0) return found;
  }
  return 0;
}
