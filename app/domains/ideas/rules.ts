import { conflict } from '#app/kernel/errors.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import type { IdeaState, IdeaStep } from './types.ts';

/** Lengths of an idea that people write here (contract, section 5), in characters. */
export const ideaLimits = {
  titleMin: 4,
  titleMax: 120,
  descriptionMin: 20,
  descriptionMax: 5000,
  comment: 2000,
  note: 2000,
};

/** How long a search's text may be, in UTF-16 units as `maxlength` counts. */
export const searchLimit = 200;

/** Which states an idea may leave for which others. */
const transitions: Record<IdeaState, readonly IdeaState[]> = {
  borrador: ['enviada', 'publicada', 'retirada'],
  enviada: ['publicada', 'devuelta', 'rechazada', 'duplicada', 'peticion', 'retirada'],
  cuarentena: ['publicada', 'devuelta', 'rechazada', 'duplicada', 'peticion', 'retirada'],
  devuelta: ['enviada', 'publicada', 'rechazada', 'duplicada', 'peticion', 'retirada'],
  publicada: ['retirada', 'oculta', 'duplicada'],
  rechazada: ['publicada', 'enviada'],
  duplicada: ['publicada', 'enviada'],
  peticion: ['publicada'],
  oculta: ['publicada'],
  retirada: [],
};

/** Whether an idea may go from one state to another. */
export function canMove(from: IdeaState, to: IdeaState): boolean {
  return transitions[from].includes(to);
}

/** Refuses a move that the state machine does not know. */
export function mayMove(from: IdeaState, to: IdeaState): Verdict {
  return canMove(from, to) ? allow : deny(conflict('idea_state', { state: from }));
}

const places = {
  idea: 1,
  revisada: 2,
  en_propuesta: 3,
  ante_el_circulo: 4,
  decidida: 5,
  en_el_compromiso: 6,
  cumplida: 7,
} as const satisfies Record<IdeaStep, number>;

/** Position of a step on the road, from 1. */
export function stepNumber(step: IdeaStep): (typeof places)[IdeaStep] {
  return places[step];
}

/** Whether a step lies ahead of the idea's own: the road is only walked forward. */
export function isAhead(current: IdeaStep, step: IdeaStep): boolean {
  return stepNumber(step) > stepNumber(current);
}

/** Whether the author may still change the text, given who supports it and where it stands. */
export function mayEdit(
  state: IdeaState,
  step: IdeaStep,
  supports: number,
  claimedByModerator: boolean,
): Verdict {
  if (claimedByModerator) return deny(conflict('idea_claimed'));
  if (state === 'borrador' || state === 'enviada' || state === 'devuelta') return allow;
  if (state !== 'publicada') return deny(conflict('idea_not_editable'));
  if (supports > 0) return deny(conflict('idea_supported'));
  if (stepNumber(step) > stepNumber('revisada')) return deny(conflict('idea_in_proposal'));
  return allow;
}

/** Whether the author may withdraw: not once the Circle has it. */
export function mayWithdraw(state: IdeaState, step: IdeaStep): Verdict {
  if (!canMove(state, 'retirada')) return deny(conflict('idea_not_withdrawable'));
  if (stepNumber(step) > stepNumber('revisada')) return deny(conflict('idea_in_proposal'));
  return allow;
}

const appealable: readonly IdeaState[] = ['rechazada', 'duplicada', 'peticion', 'oculta'];

/** What an author can do with an idea as it stands: what their page offers. */
export type AuthorActs = {
  edit: boolean;
  note: boolean;
  withdraw: boolean;
  answer: boolean;
  appeal: boolean;
};

/** The acts that an idea leaves to its author, by the same rules as the commands; nobody else has any. */
export function actsOfAuthor(
  idea: { state: IdeaState; step: IdeaStep; supports: number; priorSupports: number },
  own: boolean,
): AuthorActs {
  const supports = idea.supports + idea.priorSupports;
  return {
    edit: own && mayEdit(idea.state, idea.step, supports, false).allowed,
    note: own && idea.state === 'publicada' && supports > 0,
    withdraw: own && mayWithdraw(idea.state, idea.step).allowed,
    answer: own && idea.state === 'devuelta',
    appeal: own && appealable.includes(idea.state),
  };
}
