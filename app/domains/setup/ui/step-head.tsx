import { useT } from '#app/platform/i18n/use-t.ts';
import { setupSteps, type StepKey } from '#app/domains/setup/steps.ts';

/** The title of a step and what it is for. */
export function StepHead({ step }: { step: StepKey }) {
  const t = useT('setup');
  const number = setupSteps.findIndex((each) => each.key === step) + 1;
  return (
    <div className="l-stack l-stack--tight">
      <h2>
        {number}. {t(`step.${step}`)}
      </h2>
      <p>{t(`step.${step}.text`)}</p>
    </div>
  );
}
