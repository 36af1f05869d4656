import { certain } from '#app/kernel/certain.ts';
import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { addWorkingDays, workingDaysBetween } from '#app/platform/clock/working-days.ts';
import type { IdeaState } from '#app/domains/ideas/types.ts';
import type { Clock, Decision, Reason } from './types.ts';

/** Terms in Colombia's working days. A petition's is that of Ley 1755 de 2015, article 14. */
export const terms = { triage: 3, report: 3, appeal: 5, petition: 15 };

/** How long a moderator holds an idea without deciding. */
export const claimMinutes = 30;

/** When a claim made now ends by itself. */
export function claimEnds(now: Date): Date {
  return new Date(now.getTime() + claimMinutes * 60_000);
}

/** When a term ends: counted from the day after, longer by the days on which an ask-back stopped the clock. */
export function dueAt(since: Date, term: number, pausedDays = 0): Date {
  return addWorkingDays(since, term + pausedDays);
}

/** How a term stands at a moment; a stopped clock is neither late nor near. */
export function clockAt(due: Date, now: Date, stopped = false): Clock {
  if (stopped) return { due: 'hold', dueAt: due, days: 0 };
  if (now > due) return { due: 'late', dueAt: due, days: workingDaysBetween(due, now) };
  const left = workingDaysBetween(now, due);
  return { due: left === 0 ? 'today' : 'later', dueAt: due, days: left };
}

/** Working days that an ask-back stopped the clock. */
export function pausedDays(askedAt: Date, answeredAt: Date): number {
  return workingDaysBetween(askedAt, answeredAt);
}

/** When the city must have answered a petition: counted from the day after the idea was sent, not from its triage. */
export function petitionDueAt(submittedAt: Date): Date {
  return addWorkingDays(submittedAt, terms.petition);
}

type Waiting = { state: IdeaState; editReviewAt: Date | null };

/** Whether a change of something already public waits for a look. */
export function isEdit(idea: Waiting): boolean {
  return idea.state === 'publicada' && idea.editReviewAt !== null;
}

/** Whether the idea waits for a moderator. */
export function isWaiting(idea: Waiting): boolean {
  return (
    idea.state === 'enviada' ||
    idea.state === 'cuarentena' ||
    idea.state === 'devuelta' ||
    isEdit(idea)
  );
}

/** The decisions that an idea allows where it stands; none when it waits for nobody. */
export function openDecisions(idea: Waiting): readonly Decision[] {
  if (isEdit(idea)) return ['publicar', 'devolver', 'reasignar', 'duplicada'];
  return isWaiting(idea)
    ? ['publicar', 'devolver', 'rechazar', 'reasignar', 'duplicada', 'peticion']
    : [];
}

/** Refuses a decision that the idea's state no longer allows. */
export function mayDecide(idea: Waiting, decision: Decision): Verdict {
  if (!isWaiting(idea)) return deny(conflict('already_decided'));
  return openDecisions(idea).includes(decision) ? allow : deny(conflict('triage_public_already'));
}

/** Another moderator's claim stands in the way; one's own or none does not. */
export function mayClaim(
  claim: { moderatorId: string; name: string } | null,
  moderatorId: string | null,
): Verdict {
  return claim && claim.moderatorId !== moderatorId
    ? deny(conflict('triage_claimed', { name: claim.name }))
    : allow;
}

export type DecisionFacts = {
  /** The reason of that code in force today. */
  reason: Reason | null;
  ideaId: string;
  commitmentId: string;
  /** The commitment named in the form, when there is one of that name. */
  target: { id: string } | null;
  /** The idea named as the one kept, when there is one. */
  kept: { id: string; state: IdeaState } | null;
};

type DecisionInput = {
  decision: Decision;
  explanation?: string | undefined;
  keptRef?: string | undefined;
  competentBody?: string | undefined;
};

/** What a decision lacks, by field of its form. */
export function checkDecision(input: DecisionInput, facts: DecisionFacts): Record<string, string> {
  const wrong: Record<string, string> = {};
  if (input.decision === 'publicar') return wrong;
  if (!facts.reason) wrong['motivo'] = 'value_unknown';
  else if (facts.reason.decision !== input.decision) wrong['motivo'] = 'reason_of_other_decision';
  else if (hasBlanks(input.explanation ?? '', facts.reason.explanation))
    wrong['explicacion'] = 'explanation_blanks';
  if (facts.reason?.asksBody && !input.competentBody) wrong['entidad_competente'] = 'body_required';
  if (input.decision === 'reasignar') {
    if (!facts.target) wrong['compromiso'] = 'choose_one';
    else if (facts.target.id === facts.commitmentId) wrong['compromiso'] = 'commitment_same';
  }
  if (input.decision === 'duplicada') {
    if (!facts.kept) wrong['duplicada_de'] = input.keptRef ? 'idea_unknown' : 'required';
    else if (facts.kept.id === facts.ideaId) wrong['duplicada_de'] = 'idea_same';
    else if (facts.kept.state !== 'publicada') wrong['duplicada_de'] = 'idea_not_public';
  }
  return wrong;
}

/** Whether a text still has the blanks of the suggested one: «Le corresponde a [entidad]». */
export function hasBlanks(text: string, suggested: string): boolean {
  return [...suggested.matchAll(/\[[^\]]+\]/g)].some((blank) => text.includes(blank[0]));
}

/** What a moderator typed to name an idea: its id, its number, or its address. */
export function readIdeaRef(typed: string): { id: string } | { number: number } | null {
  const text = typed
    .trim()
    .replace(/(?<=.)[?#].*$/, '')
    .replace(/\/+$/, '');
  const last: string = certain(text.split('/').at(-1)).toLowerCase();
  const id: string = last;
  if (isId(id)) return { id };
  const number = /^(?:#|n\.?\s*º?|idea)?\s*(\d{1,9})$/.exec(last.replaceAll('.', ''));
  return number ? { number: Number(number[1]) } : null;
}

const appealable: readonly IdeaState[] = ['rechazada', 'duplicada', 'peticion', 'oculta'];

/** Whether what was decided on an idea took it out of the public's sight or of the road. */
export const isIdeaAppealable = (state: IdeaState): boolean => appealable.includes(state);

/** Whether a comment was kept from the public, whole or in part. */
export const isCommentAppealable = (comment: { state: string; sealed: boolean }): boolean =>
  comment.state === 'rechazado' || comment.state === 'oculto' || comment.sealed;

/** Whether an author may appeal: against such a decision, once each. */
export function mayAppeal(isAppealable: boolean, alreadyAppealed: boolean): Verdict {
  if (!isAppealable) return deny(conflict('appeal_not_possible'));
  return alreadyAppealed ? deny(conflict('appeal_once')) : allow;
}

/** The middle of values that come with their counts; null when there are none. */
export function medianOf(values: { value: number; count: number }[]): number | null {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const at = (position: number) => {
    let passed = 0;
    for (const { value, count } of sorted) if ((passed += count) > position) return value;
    return certain(sorted.at(-1)).value;
  };
  const sorted = [...values].sort((a, b) => a.value - b.value);
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
