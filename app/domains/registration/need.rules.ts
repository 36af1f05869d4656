import { workingDaysBetween } from '#app/platform/clock/working-days.ts';
import type { NeedAsked } from './types.ts';

/** How many working days before a meeting its unanswered needs are recalled. */
export const reminderDays = 3;

type NeedState = NeedAsked['state'];
/** States that an answer can give. */
export const answerStates = [
  'previsto',
  'confirmado',
  'dado',
  'no_posible',
] as const satisfies readonly NeedState[];

const moves: Record<NeedState, readonly NeedState[]> = {
  pedido: ['previsto', 'confirmado', 'dado', 'no_posible'],
  previsto: ['previsto', 'confirmado', 'dado', 'no_posible'],
  confirmado: ['confirmado', 'dado', 'no_posible'],
  // A way was found, or it was given in the end.
  no_posible: ['no_posible', 'previsto', 'confirmado', 'dado'],
  dado: ['dado', 'no_posible'],
};

/**
 * Whether an answer leads on from where a request stands; the same state again changes its words.
 */
export function isAnswerTo(from: NeedState, to: NeedState): boolean {
  return moves[from].includes(to);
}

/**
 * Whether unanswered needs of a meeting are due to be recalled: from three working days before it
 * until it begins.
 */
export function isReminderDue(startsAt: Date, now: Date): boolean {
  return now < startsAt && workingDaysBetween(now, startsAt) <= reminderDays;
}
