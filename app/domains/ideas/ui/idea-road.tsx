import type { ReactNode } from 'react';
import type { RoadPart } from '#app/domains/ideas/road.ts';
import type { IdeaStep, IdeaView } from '#app/domains/ideas/types.ts';
import { stepIcons } from '#app/domains/ideas/ui/step-icons.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Road } from '#app/ui/road.tsx';

type Props = {
  parts: RoadPart[];
  idea: Pick<IdeaView, 'state' | 'stateReason' | 'duplicateOf'>;
  /** What other slices add to a step: the proposal that carries the idea, the Circle's answer. */
  why?: Partial<Record<IdeaStep, ReactNode>>;
};

/** The road of one idea: dates, reasons, and where it stopped if it did. */
export function IdeaRoad({ parts, idea, why = {} }: Props) {
  const t = useT('ideas');
  const c = useT('common');
  const f = useFormat();
  const nameOf = ({ state, step, note }: RoadPart) => {
    if (state !== 'stop') return c(`road.step.${step}`);
    return note ? t('road.ended') : c(`state.${idea.state}`);
  };
  return (
    <Road
      label={t('road.label')}
      steps={parts.map((part) => ({
        key: part.step,
        name: nameOf(part),
        icon: stepIcons[part.step],
        state: part.state,
        date: part.at ? <time dateTime={part.at.toISOString()}>{f.date(part.at)}</time> : undefined,
        why:
          part.state === 'stop'
            ? part.note || <StopReason idea={idea} />
            : (why[part.step] ?? (part.note || undefined)),
      }))}
    />
  );
}

/** Why the road ends here, in public words; of a repeated idea also which one was kept. */
function StopReason({ idea }: Pick<Props, 'idea'>) {
  const t = useT('ideas');
  return (
    <>
      {idea.stateReason}{' '}
      {idea.duplicateOf && (
        <a href={`/ideas/${idea.duplicateOf.id}`}>
          {t('detail.kept', { title: idea.duplicateOf.title })}
        </a>
      )}
    </>
  );
}
