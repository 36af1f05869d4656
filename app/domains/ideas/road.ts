import { stepNumber } from './rules.ts';
import { ideaSteps, type IdeaState, type IdeaStep, type StepEntry } from './types.ts';

export type RoadPart = {
  step: IdeaStep;
  state: 'done' | 'now' | 'next' | 'stop';
  at: Date | null;
  note: string;
};

/** States in which the road ends before its last step. */
export const stoppedStates: readonly IdeaState[] = [
  'rechazada',
  'duplicada',
  'peticion',
  'retirada',
  'oculta',
];

/**
 * The seven steps as the idea walked them; a stopped road ends at the step after the last one reached,
 * with the reason when its plan ended before anybody answered.
 */
export function roadOf(
  idea: { state: IdeaState; step: IdeaStep },
  entries: StepEntry[],
  ending: { reason: string; at: Date } | null = null,
): RoadPart[] {
  const at = stepNumber(idea.step);
  const stopped = ending !== null || stoppedStates.includes(idea.state);
  const known = new Map(entries.map((entry) => [entry.step, entry]));
  const parts = ideaSteps.map((step, index): RoadPart => {
    const place = index + 1;
    const entry = known.get(step);
    const walked = place < at || (place === at && (stopped || at === ideaSteps.length));
    const ahead = stopped && place === at + 1 ? 'stop' : 'next';
    const state = place === at ? 'now' : ahead;
    return {
      step,
      state: walked ? 'done' : state,
      at: entry?.reachedAt ?? null,
      note: entry?.note ?? '',
      ...(ending && !walked && state === 'stop' && { at: ending.at, note: ending.reason }),
    };
  });
  return stopped ? parts.slice(0, Math.min(at + 1, ideaSteps.length)) : parts;
}
