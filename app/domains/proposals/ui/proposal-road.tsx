import type { ReactNode } from 'react';
import { stepNumber } from '#app/domains/ideas/rules.ts';
import { ideaSteps, type IdeaStep } from '#app/domains/ideas/types.ts';
import { stepIcons } from '#app/domains/ideas/ui/step-icons.ts';
import type { ProposalView } from '#app/domains/proposals/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Road, type RoadStep } from '#app/ui/road.tsx';

/** The Circle's answer as the road shows it; `taken` are the ids of the ideas of which something was taken. */
type Answer = { decision: string; decidedAt: Date; label: string; taken: string[]; href?: string };

/**
 * How far the proposal has come: once answered, as far as the last of the ideas that were taken; else its
 * own state.
 */
function reached(proposal: ProposalView, answer: Answer | null): number {
  if (answer) {
    const taken = proposal.ideas
      .filter((idea) => answer.taken.includes(idea.id))
      .map((idea) => stepNumber(idea.step));
    return taken.length > 0 ? Math.max(5, Math.min(...taken)) : 5;
  }
  if (proposal.sentAt) return 4;
  return proposal.readiedAt ? 3 : 2;
}

/** The road of a proposal: the same seven steps as its ideas, with its own dates. */
export function ProposalRoad({
  proposal,
  answer,
  slim,
}: {
  proposal: ProposalView;
  answer: Answer | null;
  slim?: boolean;
}) {
  const t = useT('proposals');
  const c = useT('common');
  const f = useFormat();
  const at = reached(proposal, answer);
  const isStopped = answer?.decision === 'no_adoptada';
  const time = (date: Date | null) =>
    date ? <time dateTime={date.toISOString()}>{f.date(date)}</time> : undefined;
  const due =
    proposal.dueAt && proposal.state === 'enviada'
      ? t('road.due', { date: f.date(proposal.dueAt) })
      : undefined;
  const dates: Partial<Record<IdeaStep, ReactNode>> = {
    en_propuesta: time(proposal.readiedAt),
    ante_el_circulo: time(proposal.sentAt),
    decidida: answer ? time(answer.decidedAt) : due,
  };
  const stateOf = (place: number): RoadStep['state'] => {
    if (isStopped && place === 5) return 'stop';
    if (place < at || (place === at && (answer !== null || place === ideaSteps.length)))
      return 'done';
    return place === at ? 'now' : 'next';
  };
  const steps = ideaSteps.map((step, index): RoadStep => ({
    key: step,
    icon: stepIcons[step],
    state: stateOf(index + 1),
    date: dates[step],
    name: step === 'decidida' && answer ? answer.label : c(`road.step.${step}`),
    why:
      step === 'decidida' && answer?.href ? <a href={answer.href}>{t('road.why')}</a> : undefined,
  }));
  return <Road label={t('road.label')} steps={isStopped ? steps.slice(0, 5) : steps} slim={slim} />;
}
