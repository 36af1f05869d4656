import { useT } from '#app/platform/i18n/use-t.ts';
import { ideaSteps, type IdeaStep } from '#app/domains/ideas/types.ts';
import { stepIcons } from '#app/domains/ideas/ui/step-icons.ts';
import { Road } from '#app/ui/road.tsx';

/** The road with how many ideas have come as far as each step. */
export function CountRoad({ counts }: { counts: Record<IdeaStep, number> }) {
  const t = useT('monitoring');
  const c = useT('common');
  return (
    <Road
      label={t('road.label')}
      steps={ideaSteps.map((step, index) => ({
        key: step,
        name: c(`road.step.${step}`),
        icon: stepIcons[step],
        state: index === ideaSteps.length - 1 ? 'now' : 'done',
        count: counts[step],
        why: t(`road.why.${step}`),
      }))}
    />
  );
}
